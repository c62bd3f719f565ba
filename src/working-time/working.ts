import { dayAt, FIRST_DAY } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { DAY_SECONDS } from './civil.ts';

/*
 * The questions a deadline is made of, answered from a compiled calendar in constant time or by one binary
 * search. Days are day numbers, instants wall-clock seconds of the office. NaN answers "there is none in this
 * calendar" and passes through all arithmetic, so that no caller can take it for a date.
 */

/** The plan of a day; that of a day not worked outside the calendar's years. */
const planAt = (calendar: WorkingCalendar, day: number) =>
  calendar.plans[calendar.planOfDay[day - FIRST_DAY] ?? 0];

/** How many working days of the calendar lie before the day. NaN outside its years. */
export const rankOf = (calendar: WorkingCalendar, day: number): number =>
  calendar.rankOfDay[day - FIRST_DAY] ?? Number.NaN;

/** How many working days lie in `(from, to]`. */
export const workingDaysIn = (calendar: WorkingCalendar, from: number, to: number): number =>
  rankOf(calendar, to + 1) - rankOf(calendar, from + 1);

/** The n-th working day strictly after the day, n ≥ 1. */
export const workingDayAfter = (calendar: WorkingCalendar, day: number, n: number): number =>
  calendar.workingDays[rankOf(calendar, day + 1) + n - 1] ?? Number.NaN;

/** The day itself if it is worked, else the next working day. */
export const rollForward = (calendar: WorkingCalendar, day: number): number =>
  calendar.workingDays[rankOf(calendar, day)] ?? Number.NaN;

/** Whether the date has at least one working interval. */
export const isWorked = (calendar: WorkingCalendar, day: number): boolean =>
  (calendar.planOfDay[day - FIRST_DAY] ?? 0) !== 0;

/** End of the last working interval of a working day. */
export const closeOf = (calendar: WorkingCalendar, day: number): number =>
  day * DAY_SECONDS + (planAt(calendar, day)?.ends.at(-1) ?? Number.NaN);

/** The instant itself if it is a working instant, else the start of the next working interval. */
export function openingOf(calendar: WorkingCalendar, wall: number): number {
  const day = dayAt(wall);
  const plan = planAt(calendar, day);
  const second = wall - day * DAY_SECONDS;
  if (plan) {
    for (let i = 0; i < plan.ends.length; i += 1) {
      if (second < (plan.ends[i] ?? 0)) return day * DAY_SECONDS + Math.max(second, plan.starts[i] ?? 0);
    }
  }
  const next = workingDayAfter(calendar, day, 1);
  return next * DAY_SECONDS + (planAt(calendar, next)?.starts[0] ?? Number.NaN);
}

/** Working seconds of the calendar before the instant. NaN outside its years. */
function secondsUntil(calendar: WorkingCalendar, wall: number): number {
  const day = dayAt(wall);
  const plan = planAt(calendar, day);
  const second = wall - day * DAY_SECONDS;
  let sum = calendar.secondsBefore[rankOf(calendar, day)] ?? Number.NaN;
  if (plan) {
    for (let i = 0; i < plan.starts.length; i += 1) {
      const start = plan.starts[i] ?? 0;
      if (second > start) sum += Math.min(second, plan.ends[i] ?? 0) - start;
    }
  }
  return sum;
}

/** Working seconds in `[from, to)`; negative where `to` is earlier. */
export const workingSecondsIn = (calendar: WorkingCalendar, from: number, to: number): number =>
  secondsUntil(calendar, to) - secondsUntil(calendar, from);

/** Rank of the first working day at whose close `target` working seconds are full; binary search. */
function rankOfSecond(calendar: WorkingCalendar, target: number): number {
  let low = 0;
  let high = calendar.workingDays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((calendar.secondsBefore[middle + 1] ?? Number.NaN) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The instant so many working seconds (more than none) after another. Landing exactly on the end of an
 * interval stays there: four hours from 08.00 are over at 12.00, not after the break.
 */
export function plusWorkingSeconds(calendar: WorkingCalendar, wall: number, seconds: number): number {
  const target = secondsUntil(calendar, wall) + seconds;
  const rank = rankOfSecond(calendar, target);
  const day = calendar.workingDays[rank] ?? Number.NaN;
  const plan = planAt(calendar, day);
  let rest = target - (calendar.secondsBefore[rank] ?? Number.NaN);
  if (plan) {
    for (let i = 0; i < plan.ends.length; i += 1) {
      const start = plan.starts[i] ?? 0;
      const length = (plan.ends[i] ?? 0) - start;
      if (rest <= length) return day * DAY_SECONDS + start + rest;
      rest -= length;
    }
  }
  return Number.NaN;
}
