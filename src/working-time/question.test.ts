import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, dueOf, faultOf, MONDAY_NINE } from './oracle/office.ts';

const pauses = (...list: readonly [string, string | null][]) => ask({ days: 5 }, { pauses: list });
const aug = (day: number, hour = 9): string => `2026-08-0${day}T${String(hour).padStart(2, '0')}:00:00+07:00`;

test('pauses must be in order, after the receipt, and not overlap', () => {
  assert.equal(faultOf(pauses([aug(2), aug(4)])), 'pause-before-receipt pauses[0]');
  assert.equal(faultOf(pauses([aug(5), aug(4)])), 'pause-reversed pauses[0]');
  assert.equal(faultOf(pauses([aug(4), aug(6)], [aug(5), aug(7)])), 'pause-overlap pauses[1]');
  assert.equal(faultOf(pauses([aug(6), aug(7)], [aug(4), aug(5)])), 'pause-overlap pauses[1]');
  assert.equal(faultOf(pauses([aug(4), null], [aug(5), aug(6)])), 'pause-overlap pauses[1]');
  assert.equal(dueOf(pauses([aug(4), aug(5)], [aug(5), aug(6)])), '2026-08-12T16:00:00+07:00');
});

for (const received of [
  '2026-08-03T09:00:00',
  '2026-08-03',
  '2026-02-29T09:00:00Z',
  '2026-13-01T09:00:00Z',
  '2026-08-03T24:00:00Z',
  '2026-08-03T09:60:00Z',
  '2026-08-03T09:00:00+7',
  '2026-08-03T09:00:00+07:0',
  '2026-08-03T09:00:00.Z',
  '03-08-2026 09:00',
  '2026-08-0:T09:00:00Z',
  '2026-08-03T0::00:00Z',
  '2026-08-03T09:/0:00Z',
  '2026-08-:3T09:00:00Z',
  '2026-08-/3T09:00:00Z',
  '2026-08-03T09:00:00+:0:00',
  1_770_000_000,
  null,
]) {
  test(`a receipt of ${JSON.stringify(received)} is refused`, () => {
    assert.equal(faultOf({ ...ask({}), received }), 'not-an-instant received');
  });
}

test('amounts are whole numbers, and not endless', () => {
  assert.equal(faultOf(ask({ days: 1.5 })), 'not-an-amount promise.days');
  assert.equal(faultOf(ask({ hours: -1 })), 'not-an-amount promise.hours');
  assert.equal(faultOf(ask({ minutes: Number.NaN })), 'not-an-amount promise.minutes');
  assert.equal(faultOf(ask({ months: 10_000_001 })), 'not-an-amount promise.months');
});

test('everything else that is no question is refused with its place', () => {
  assert.equal(faultOf(null), 'not-an-object question');
  assert.equal(faultOf([]), 'not-an-object question');
  assert.equal(faultOf({ received: MONDAY_NINE }), 'not-an-object promise');
  assert.equal(faultOf({ received: MONDAY_NINE, promise: { days: 1 } }), 'unknown-basis promise.basis');
  assert.equal(faultOf({ ...ask({}), pauses: 'none' }), 'not-a-list pauses');
  assert.equal(faultOf({ ...ask({}), pauses: [1] }), 'not-an-object pauses[0]');
  assert.equal(faultOf({ ...ask({}), pauses: [[]] }), 'not-an-instant pauses[0].from');
  assert.equal(faultOf({ ...ask({}), extensions: [{ ground: 7 }] }), 'not-text extensions[0].ground');
});
