import { dayAt } from './calendar.ts';
import type { DayPlan, Sums, WorkingCalendar } from './calendar.ts';
import { DAY_SECONDS, weekdayOf } from './civil.ts';

/*
 * The questions a deadline is made of, answered from a compiled calendar in constant time or by one binary
 * search. Days are day numbers, instants wall-clock seconds of the office. NaN answers "there is none in this
 * calendar" and passes through all arithmetic, so that no caller can take it for a date.
 */

/** The plan of a day; undefined where the day is NaN. */
export function planAt(calendar: WorkingCalendar, day: number): DayPlan | undefined {
  const { firstDay, endDay, planOfDay, planOfWeekday, plans } = calendar;
  const index = day >= firstDay && day < endDay ? planOfDay[day - firstDay] : planOfWeekday[weekdayOf(day)];
  return plans[index ?? Number.NaN];
}

/**
 * How many working days lie between the table's first day and this one: its rank among the working days, counted on
 * from the table by whole weeks; negative before it. NaN for NaN.
 */
export function rankOf({ firstDay, endDay, table, week }: WorkingCalendar, day: number): number {
  if (day >= firstDay && day < endDay) return table.rankOfDay[day - firstDay] ?? Number.NaN;
  const isBefore = day < firstDay;
  const distance = day - (isBefore ? firstDay : endDay);
  const weeks = Math.floor(distance / 7);
  const inWeek = week.rankOfDay[distance - weeks * 7] ?? Number.NaN;
  return (isBefore ? 0 : table.days) + weeks * week.days + inWeek;
}

/** The working day of a rank. NaN where the calendar has no such day: outside its table no weekday is worked. */
function dayOfRank({ firstDay, endDay, table, week }: WorkingCalendar, rank: number): number {
  if (rank >= 0 && rank < table.days) return firstDay + (table.dayOfRank[rank] ?? Number.NaN);
  const isBefore = rank < 0;
  const distance = isBefore ? rank : rank - table.days;
  const weeks = Math.floor(distance / week.days);
  const inWeek = week.dayOfRank[distance - weeks * week.days] ?? Number.NaN;
  return (isBefore ? firstDay : endDay) + weeks * 7 + inWeek;
}

/** Working seconds between the table's first day and the working day of a rank; negative before it. */
function secondsBefore({ table, week }: WorkingCalendar, rank: number): number {
  if (rank >= 0 && rank <= table.days) return table.secondsBefore[rank] ?? Number.NaN;
  const isBefore = rank < 0;
  const distance = isBefore ? rank : rank - table.days;
  const weeks = Math.floor(distance / week.days);
  const inWeek = week.secondsBefore[distance - weeks * week.days] ?? Number.NaN;
  return (isBefore ? 0 : table.seconds) + weeks * week.seconds + inWeek;
}

/** How many working days lie in `(from, to]`. */
export const workingDaysIn = (calendar: WorkingCalendar, from: number, to: number): number =>
  rankOf(calendar, to + 1) - rankOf(calendar, from + 1);

/** The n-th working day strictly after the day; for n = 0 the last one up to it, so a working day itself. */
export const workingDayAfter = (calendar: WorkingCalendar, day: number, n: number): number =>
  dayOfRank(calendar, rankOf(calendar, day + 1) + n - 1);

/** The day itself if it is worked, else the next working day. */
export const rollForward = (calendar: WorkingCalendar, day: number): number =>
  dayOfRank(calendar, rankOf(calendar, day));

/** Whether the date has at least one working interval. */
export const isWorked = (calendar: WorkingCalendar, day: number): boolean =>
  (planAt(calendar, day)?.starts.length ?? 0) > 0;

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

/** Working seconds between the table's first day and the instant; negative before it. */
function secondsUntil(calendar: WorkingCalendar, wall: number): number {
  const day = dayAt(wall);
  const plan = planAt(calendar, day);
  const second = wall - day * DAY_SECONDS;
  let sum = secondsBefore(calendar, rankOf(calendar, day));
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

/** How many of these working days pass before `target` working seconds are full; binary search. */
function ranksUntil({ secondsBefore: sums, days }: Sums, target: number): number {
  let low = 0;
  let high = days;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle + 1] ?? Number.NaN) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rank of the first working day at whose close `target` working seconds are full. */
function rankOfSecond({ table, week }: WorkingCalendar, target: number): number {
  if (target > 0 && target <= table.seconds) return ranksUntil(table, target);
  const isBefore = target <= 0;
  const distance = isBefore ? target : target - table.seconds;
  const weeks = Math.ceil(distance / week.seconds) - 1;
  const inWeek = ranksUntil(week, distance - weeks * week.seconds);
  return (isBefore ? 0 : table.days) + weeks * week.days + inWeek;
}

/**
 * The instant so many working seconds (more than none) after another. Landing exactly on the end of an
 * interval stays there: four hours from 08.00 are over at 12.00, not after the break.
 */
export function plusWorkingSeconds(calendar: WorkingCalendar, wall: number, seconds: number): number {
  const target = secondsUntil(calendar, wall) + seconds;
  const rank = rankOfSecond(calendar, target);
  const day = dayOfRank(calendar, rank);
  const plan = planAt(calendar, day);
  let rest = target - secondsBefore(calendar, rank);
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
