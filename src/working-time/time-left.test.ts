import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar, timeLeft } from './index.ts';
import type { Basis, TimeLeft } from './index.ts';

const day = ['08:00-12:00', '13:00-16:00'];
const calendar = compileCalendar({
  timeZone: 'Asia/Makassar',
  knownUntil: '2026-12-31',
  week: { mon: day, tue: day, wed: day, thu: day, fri: ['08:00-11:00'] },
  regimes: [],
  closed: [],
});

/** In November 2026, where the 20th is a Friday. */
const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-11-${text}:00+08:00`);

const CASES: readonly (readonly [Basis, now: string, due: string, TimeLeft])[] = [
  // Two days and nights over a weekend: on Friday evening not "now", and past it not "0".
  ['elapsed', '20T18:00', '22T09:00', { unit: 'minutes', amount: 39 * 60, late: false }],
  ['elapsed', '22T10:30', '22T09:00', { unit: 'minutes', amount: 90, late: true }],
  ['calendar', '20T18:00', '23T16:00', { unit: 'calendar-days', amount: 2, late: false }],
  ['unspecified', '22T18:00', '23T16:00', { unit: 'minutes', amount: 22 * 60, late: false }],
  ['working', '20T18:00', '24T16:00', { unit: 'working-minutes', amount: 14 * 60, late: false }],
  ['working', '19T18:00', '24T16:00', { unit: 'working-days', amount: 2, late: false }],
  ['working', '24T14:00', '24T16:00', { unit: 'working-minutes', amount: 120, late: false }],
  ['working', '24T09:00', '23T16:00', { unit: 'working-minutes', amount: 60, late: true }],
  // After the close no working time goes by until morning, but the promise is late all the same.
  ['working', '23T19:30', '23T16:00', { unit: 'minutes', amount: 210, late: true }],
  ['working', '23T16:00', '23T16:00', { unit: 'minutes', amount: 0, late: false }],
];

for (const [basis, now, due, left] of CASES) {
  test(`${basis}, on the ${now} to the ${due}`, () => {
    assert.deepEqual(timeLeft(calendar, basis, at(now), at(due)), left);
  });
}
