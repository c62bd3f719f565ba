import assert from 'node:assert/strict';
import { compileCalendar, computeDeadline, computeDue } from '../index.ts';
import type { DeadlineQuestion, PromisedTime, WorkingCalendar, WorkingCalendarFile } from '../index.ts';

const OFFICE_DAY = ['08:00-12:00', '13:00-16:00'];

/** Monday to Friday 8–12 and 13–16; 2026-08-03 is a Monday. */
export const OFFICE: WorkingCalendarFile = {
  timeZone: 'Asia/Jakarta',
  knownUntil: '2026-12-31',
  week: { mon: OFFICE_DAY, tue: OFFICE_DAY, wed: OFFICE_DAY, thu: OFFICE_DAY, fri: OFFICE_DAY },
  regimes: [],
  closed: [],
};

export const office = compileCalendar(OFFICE);
export const NOTHING: PromisedTime = { basis: 'working', months: 0, days: 0, hours: 0, minutes: 0 };
export const MONDAY_NINE = '2026-08-03T09:00:00+07:00';

export const ask = (
  promise: Partial<PromisedTime>,
  more: Partial<DeadlineQuestion> = {},
): DeadlineQuestion => ({
  received: MONDAY_NINE,
  promise: { ...NOTHING, ...promise },
  ...more,
});

/** The deadline of a question that has one. */
export function dueOf(question: DeadlineQuestion, calendar: WorkingCalendar = office): string | null {
  const result = computeDue(calendar, question);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value.due;
}

/** Code and place of the fault; both ways of asking must give the same. */
export function faultOf(question: unknown, calendar: WorkingCalendar = office): string {
  const result = computeDue(calendar, question as DeadlineQuestion);
  assert.ok(!result.ok, JSON.stringify(result));
  assert.deepEqual(computeDeadline(calendar, question as DeadlineQuestion), result);
  assert.notEqual(result.fault.words.id, result.fault.words.en);
  return `${result.fault.code} ${result.fault.path}`;
}
