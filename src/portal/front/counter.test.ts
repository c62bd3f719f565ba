import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readDefinition } from '../../standard/index.ts';
import type { Government } from '../../standard/index.ts';
import { compileCalendar } from '../../working-time/index.ts';
import { momentOf } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { mayTakeNumber } from '../counters/hours.ts';
import { counterToday } from './counter.ts';

const file = (name: string): { path: string; text: string } => ({
  path: name,
  text: readFileSync(new URL(`../../../governments/klaten/${name}`, import.meta.url), 'utf8'),
});
const government = readDefinition('government', file('government.yaml'));
const calendar = readDefinition('calendar', file('calendar.json'));
assert.ok(government.ok && calendar.ok);
const klaten: Government = government.definition.value;
const working = calendar.definition.value;

const at = (wall: string): Moment =>
  momentOf(
    { n: 1, file: working, calendar: compileCalendar(working) },
    Temporal.Instant.from(`${wall}+07:00`),
  );

describe('the counter today', () => {
  const cases: readonly (readonly [wall: string, id: string, en: string])[] = [
    ['2026-11-23T07:10', 'Loket buka pukul 08.00 WIB.', 'The counter opens at 08:00 WIB.'],
    ['2026-11-23T08:00', 'Loket buka sampai 12.00 WIB.', 'The counter is open until 12:00 WIB.'],
    [
      '2026-11-23T12:00',
      'Loket istirahat, buka lagi pukul 13.00 WIB.',
      'The counter is on a break and opens again at 13:00 WIB.',
    ],
    ['2026-11-23T14:59', 'Loket buka sampai 15.00 WIB.', 'The counter is open until 15:00 WIB.'],
    [
      '2026-11-23T15:00',
      'Loket sudah tutup; permohonan daring tetap diterima.',
      'The counter has closed for today; online requests are still taken.',
    ],
    [
      '2026-11-27T11:30',
      'Loket istirahat, buka lagi pukul 13.30 WIB.',
      'The counter is on a break and opens again at 13:30 WIB.',
    ],
    [
      '2026-11-28T10:00',
      'Loket tutup hari ini; permohonan daring tetap diterima.',
      'The counter is closed today; online requests are still taken.',
    ],
    // Christmas, a Friday: a working weekday that nobody works.
    [
      '2026-12-25T10:00',
      'Loket tutup hari ini; permohonan daring tetap diterima.',
      'The counter is closed today; online requests are still taken.',
    ],
  ];
  for (const [wall, id, en] of cases) {
    it(`at ${wall}`, () => {
      assert.equal(counterToday(klaten, at(wall), 'id'), id);
      assert.equal(counterToday(klaten, at(wall), 'en'), en);
    });
  }

  it('takes stretches that touch for one', () => {
    const week = { mon: ['08:00-12:00', '12:00-15:00'] };
    const through = { ...klaten, counter: { week } };
    assert.equal(counterToday(through, at('2026-11-23T09:00'), 'id'), 'Loket buka sampai 15.00 WIB.');
  });
});

describe('taking a number', () => {
  const cases: readonly (readonly [wall: string, may: boolean])[] = [
    ['2026-11-23T07:29', false],
    ['2026-11-23T07:30', true],
    ['2026-11-23T12:30', true],
    ['2026-11-23T14:59', true],
    ['2026-11-23T15:00', false],
    ['2026-11-28T10:00', false],
    ['2026-12-25T10:00', false],
  ];
  for (const [wall, may] of cases)
    it(`is ${may ? '' : 'not '}possible at ${wall}`, () => {
      assert.equal(mayTakeNumber(klaten, at(wall)), may);
    });
});
