import { dayAt, isAnswered } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { readDate } from './civil.ts';
import { readInstant } from './iso.ts';
import { isWorked, openingOf, workingDaysIn, workingSecondsIn } from './working.ts';

/** An instant as ISO text with an offset or `Z`, or as Temporal gives it. */
export type InstantLike = string | Temporal.Instant;

/** Working time between two instants. Both negative, or zero, where the second is the earlier. */
export interface WorkingTime {
  /**
   * Working days as promises count them: after the day on which work begins (that of the first instant, or of the next
   * opening where the office is closed), up to and with the date of the second.
   */
  readonly days: number;
  /** Whole working minutes between the instants; not what `days` leave over, but all of them. */
  readonly minutes: number;
}

/** Wall-clock seconds of the office. Throws a RangeError for what is no instant. */
function wallOf(calendar: WorkingCalendar, instant: InstantLike): number {
  const seconds = readInstant(String(instant));
  if (Number.isNaN(seconds)) throw new RangeError(`not an instant with an offset: ${String(instant)}`);
  return seconds + calendar.zone.offset;
}

/**
 * Working days and working minutes from one instant to another, for "time left" (or, negative, "late by").
 * Throws a RangeError for what is no instant, or lies outside the calendar's years.
 */
export function workingTimeBetween(
  calendar: WorkingCalendar,
  from: InstantLike,
  to: InstantLike,
): WorkingTime {
  const [start, end] = [wallOf(calendar, from), wallOf(calendar, to)];
  if (!isAnswered(start) || !isAnswered(end))
    throw new RangeError(`outside the calendar's years: ${String(from)} to ${String(to)}`);
  // Received on a Sunday, ten working days are ten from Monday on: "11 working days left" would be told of nobody's promise.
  const opening = openingOf(calendar, start);
  const begins = end > start ? (opening < end ? opening : end) : start;
  const days = workingDaysIn(calendar, dayAt(begins), dayAt(end));
  const minutes = Math.trunc(workingSecondsIn(calendar, start, end) / 60);
  return { days, minutes: minutes + 0 }; // + 0: never −0
}

/** Whether the office works at this instant. Throws a RangeError for what is no instant. */
export function isWorkingInstant(calendar: WorkingCalendar, instant: InstantLike): boolean {
  const wall = wallOf(calendar, instant);
  return openingOf(calendar, wall) === wall;
}

/** Whether the office works on this date (`YYYY-MM-DD`). Throws a RangeError for what is no date. */
export function isWorkingDay(calendar: WorkingCalendar, date: string | Temporal.PlainDate): boolean {
  const day = readDate(String(date));
  if (Number.isNaN(day)) throw new RangeError(`not a date: ${String(date)}`);
  return isWorked(calendar, day);
}
