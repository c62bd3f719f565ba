import assert from 'node:assert/strict';
import { compileCalendar, computeDeadline, describeDerivation } from '../index.ts';
import type { DeadlineQuestion, PromisedTime, WorkingCalendarFile } from '../index.ts';

export const DAY = ['07:30-12:00', '13:00-16:00'];
const SHORT = ['08:00-12:00'];
/** Monday to Friday, with a short week of Ramadan whose Thursday is closed, and holidays of each kind. */
export const FILE: WorkingCalendarFile = {
  timeZone: 'Asia/Jakarta',
  knownUntil: '2026-12-31',
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  regimes: [
    {
      name: 'Ramadan',
      from: '2026-11-30',
      to: '2026-12-04',
      week: { mon: SHORT, tue: SHORT, wed: SHORT, fri: SHORT },
    },
  ],
  closed: [
    {
      date: '2026-11-24',
      name: 'Hari Jadi',
      kind: 'regional-holiday',
      decree: 'SK Bupati 1/2026',
      confirmed: true,
    },
    { date: '2026-12-25', name: 'Hari Raya Natal', kind: 'national-holiday', decree: null, confirmed: false },
    {
      date: '2026-12-24',
      name: 'Cuti Bersama Natal',
      kind: 'joint-leave',
      decree: 'SKB 3 Menteri',
      confirmed: true,
    },
  ],
};
export const calendar = compileCalendar(FILE);

/** A question to the office of this file. */
export const ask = (
  received: string,
  promise: Partial<PromisedTime>,
  more: Partial<DeadlineQuestion> = {},
) => ({
  received,
  promise: { basis: 'working' as const, months: 0, days: 0, hours: 0, minutes: 0, ...promise },
  ...more,
});

/** The derivation in words. */
export function told(asked: DeadlineQuestion, lang: 'id' | 'en' = 'id'): string[] {
  const result = computeDeadline(calendar, asked);
  assert.ok(result.ok, JSON.stringify(result));
  return describeDerivation(result.value.derivation, lang);
}
