import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { civilOf, dayOf, daysInMonth, plusMonths, readDate, weekdayOf, writeDate } from './civil.ts';
import { readInstant, writeInstant, writeOffset } from './iso.ts';

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Years a receipt may name; Temporal is the measure for all of them. */
const anyDate = fc
  .integer({ min: -350_000, max: 2_900_000 })
  .map((day) => ({ day, date: EPOCH.add({ days: day }) }))
  .filter(({ date }) => date.year >= 1000 && date.year <= 9899);

test('day numbers are those of Temporal', () => {
  fc.assert(
    fc.property(anyDate, ({ day, date }) => {
      assert.equal(dayOf(date.year, date.month, date.day), day);
      assert.deepEqual(civilOf(day), { year: date.year, month: date.month, day: date.day });
      assert.equal(weekdayOf(day), date.dayOfWeek - 1);
      assert.equal(daysInMonth(date.year, date.month), date.daysInMonth);
      assert.equal(writeDate(day), date.toString());
      assert.equal(readDate(date.toString()), day);
    }),
  );
});

test('centuries turn as they do in Temporal: only every fourth has a leap day', () => {
  for (let year = 1000; year <= 9800; year += 100) {
    let date = Temporal.PlainDate.from({ year, month: 2, day: 27 });
    for (; date.month < 4; date = date.add({ days: 1 })) {
      const day = EPOCH.until(date).days;
      assert.deepEqual(civilOf(day), { year, month: date.month, day: date.day });
      assert.equal(dayOf(year, date.month, date.day), day);
    }
    assert.equal(daysInMonth(year, 2), year % 400 === 0 ? 29 : 28);
  }
  assert.deepEqual([daysInMonth(2024, 2), daysInMonth(2026, 2)], [29, 28]);
});

test('months are added as Temporal adds them, clamped to the end of the month', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 1200 }), ({ day, date }, months) => {
      assert.equal(plusMonths(day, months), EPOCH.until(date.add({ months })).days);
    }),
  );
});

test('texts that are no date give none', () => {
  for (const text of [
    '2026-02-29',
    '2100-02-29',
    '2026-00-01',
    '2026-13-01',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '',
  ]) {
    assert.ok(Number.isNaN(readDate(text)), text);
  }
  assert.equal(writeDate(readDate('2000-02-29')), '2000-02-29');
});

test('instants are read and written as Temporal does', () => {
  const offset = fc.constantFrom('+07:00', '+08:00', '+09:00', '-03:30', '+00:00');
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 86_399 }), offset, ({ day }, second, zone) => {
      const instant = Temporal.Instant.fromEpochMilliseconds((day * 86_400 + second) * 1000);
      const text = instant.toString({ timeZone: zone });
      for (const form of [
        text,
        text.replace('T', ' '),
        text.replace(/:(\d\d)$/, '$1'),
        instant.toString().toLowerCase(),
      ]) {
        assert.equal(readInstant(form), instant.epochMilliseconds / 1000, form);
      }
      const utc = instant.toZonedDateTimeISO('UTC').toPlainDateTime();
      assert.equal(writeInstant(day * 86_400 + second, 'Z'), utc.toString({ smallestUnit: 'second' }) + 'Z');
    }),
  );
});

test('shorter forms and fractions of seconds are understood', () => {
  const expected = readInstant('2026-08-03T09:00:00+07:00');
  for (const text of [
    '2026-08-03T09:00+07:00',
    '2026-08-03T09:00:00+07',
    '2026-08-03T02:00Z',
    '2026-08-03T02:00:00.123456Z',
    '2026-08-03T02:00:00.5Z',
    '2026-08-03T02:00:00,900+00:00',
    '2026-08-03T02:00:00.0Z',
    '2026-08-04T01:59:00+23:59',
  ]) {
    assert.equal(readInstant(text), expected, text);
  }
});

test('a text cut off anywhere, or with more behind it, is no instant', () => {
  const text = '2026-08-03T09:00:00+0700';
  for (let length = 0; length < text.length; length += 1) {
    if (text.slice(0, length).endsWith('+07')) continue;
    assert.ok(Number.isNaN(readInstant(text.slice(0, length))), text.slice(0, length));
  }
  for (const more of [
    `${text}0`,
    `${text}[Asia/Jakarta]`,
    ` ${text}`,
    text.replace('+', '~'),
    text.replace('-', '/'),
    '2026-08-03T02:00:00Z0',
    '2026-08-03T02:00ZZ',
    '2026-08-03T02:00:00+24:00',
    '2026-08-03T02:00:00+07:60',
    '2026-08-03T02:00:00+00:60',
    '2026-08-03T24:00:00Z',
    '2026-08-03T02:60:00Z',
    '2026-08-03T02:00:60Z',
    '2026-08-03T02:0::00Z',
    '2026-08-03T02:00:0:Z',
    '2026-08-03T02:00:00.x+07:00',
    '2026-08-03T02:00:00.1:+07:00',
    '2026-08-03T02:00:00.:+07:00',
    '20:6-08-03T02:00:00Z',
    '202:-08-03T02:00:00Z',
    '2026-08-03x02:00:00Z',
    '2026-08-03T02.00:00Z',
    '2026-08-03T02x00Z',
  ]) {
    assert.ok(Number.isNaN(readInstant(more)), more);
  }
});

test('offsets are written with their minutes', () => {
  assert.equal(writeOffset(9 * 3600), '+09:00');
  assert.equal(writeOffset(12 * 3600 + 45 * 60), '+12:45'); // no zone of Indonesia, but a zone
});
