import { DAY_SECONDS, dayOf, readDate, weekdayOf } from './civil.ts';
import { writeOffset } from './iso.ts';
import { WEEKDAYS } from './types.ts';
import type { ClosedDay, WeekFile, WorkingCalendarFile } from './types.ts';
import { findZone } from './zones.ts';
import type { Zone } from './zones.ts';

/** Dates a calendar answers for: 1990 to 2149. Those outside are refused, not guessed. */
const FIRST_DAY = dayOf(1990, 1, 1);
const END_DAY = dayOf(2150, 1, 1);

/** The working intervals of one kind of day: seconds since midnight, `[start, end)`, in order. */
export interface DayPlan {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Working seconds of the whole day. */
  readonly seconds: number;
}

export interface Regime {
  readonly name: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Days counted in working days and working seconds; a row of whole weeks from a Monday on, or one week. */
export interface Sums {
  /** How many working days lie before each day. */
  readonly rankOfDay: Uint16Array;
  /** The working days in order, as indices of days; the inverse of `rankOfDay`. */
  readonly dayOfRank: Uint16Array;
  /** Working seconds before each working day; one longer than `dayOfRank`. */
  readonly secondsBefore: Float64Array;
  readonly days: number;
  readonly seconds: number;
}

/**
 * A calendar made ready for arithmetic. Only the weeks that hold a regime or a closed day stand in a table, with prefix
 * sums over their working days; before and after it one week is like another, so a division does. That keeps a calendar
 * of three years at some 15 KB and its compiling under a millisecond, whatever span of years it answers for.
 * Wall-clock seconds are seconds since 1970-01-01 00:00 on the office's own clock.
 * Opaque outside this room: make it with `compileCalendar`.
 */
export interface WorkingCalendar {
  readonly timeZone: string;
  readonly zone: Zone;
  readonly offsetText: string;
  /** Last day number for which holidays are decreed; −∞ where the file does not say. */
  readonly knownUntilDay: number;
  readonly regimes: readonly Regime[];
  readonly closed: ReadonlyMap<number, readonly ClosedDay[]>;
  /** The plan of a day not worked comes first. */
  readonly plans: readonly DayPlan[];
  /** The table: its first day, a Monday; the Monday behind it; the index into `plans` of each of its days. */
  readonly firstDay: number;
  readonly endDay: number;
  readonly planOfDay: Uint16Array;
  readonly table: Sums;
  /** The week of all days outside the table, Monday first. */
  readonly planOfWeekday: Uint16Array;
  readonly week: Sums;
}

const NOT_WORKED: DayPlan = { starts: [], ends: [], seconds: 0 };

/** Seconds since midnight of the `HH:MM` that stands at `at`. */
const secondsOf = (text: string, at: number): number =>
  Number(text.slice(at, at + 2)) * 3600 + Number(text.slice(at + 3, at + 5)) * 60;

function planOf(intervals: readonly string[]): DayPlan {
  const starts = intervals.map((interval) => secondsOf(interval, 0));
  const ends = intervals.map((interval) => secondsOf(interval, 6));
  const seconds = ends.reduce((sum, end, i) => sum + end - (starts[i] ?? end), 0);
  return { starts, ends, seconds };
}

/** Puts the seven plans of a week into `plans`; gives the index of each weekday, 0 for a closed one. */
function addWeek(plans: DayPlan[], week: WeekFile): Uint16Array {
  return Uint16Array.from(WEEKDAYS, (weekday) => {
    const intervals = week[weekday] ?? [];
    return intervals.length === 0 ? 0 : plans.push(planOf(intervals)) - 1;
  });
}

function groupByDay(closed: readonly ClosedDay[]): Map<number, readonly ClosedDay[]> {
  const byDay = new Map<number, ClosedDay[]>();
  for (const entry of closed) {
    const day = readDate(entry.date);
    const others = byDay.get(day);
    if (others) others.push(entry);
    else byDay.set(day, [entry]);
  }
  return byDay;
}

/** Prefix sums over a row of days, each given by the index of its plan. */
function sumUp(planOfDay: Uint16Array, plans: readonly DayPlan[]): Sums {
  const rankOfDay = new Uint16Array(planOfDay.length);
  const worked: number[] = [];
  const sums = [0];
  let seconds = 0;
  for (const [index, plan] of planOfDay.entries()) {
    rankOfDay[index] = worked.length;
    if (plan === 0) continue;
    worked.push(index);
    seconds += plans[plan]?.seconds ?? 0;
    sums.push(seconds);
  }
  return {
    rankOfDay,
    dayOfRank: Uint16Array.from(worked),
    secondsBefore: Float64Array.from(sums),
    days: worked.length,
    seconds,
  };
}

const mondayOf = (day: number): number => day - weekdayOf(day);

/** The weeks that hold all these days, as far as the calendar answers for them: from a Monday up to a Monday. */
function weeksAround(days: readonly number[]): { readonly firstDay: number; readonly endDay: number } {
  const within = days.map((day) => Math.min(Math.max(day, FIRST_DAY), END_DAY - 1));
  const [first, last] = [Math.min(...within), Math.max(...within)];
  if (within.length === 0) return { firstDay: mondayOf(FIRST_DAY), endDay: mondayOf(FIRST_DAY) };
  return { firstDay: mondayOf(first), endDay: mondayOf(last) + 7 };
}

interface PlannedRegime extends Regime {
  readonly planOfWeekday: Uint16Array;
}

/** The plan of each day of a table: the week, over it the regimes, over these the closed days. */
function paint(
  { firstDay, endDay }: { readonly firstDay: number; readonly endDay: number },
  planOfWeekday: Uint16Array,
  regimes: readonly PlannedRegime[],
  closed: Iterable<number>,
): Uint16Array {
  const planOfDay = new Uint16Array(endDay - firstDay);
  for (let index = 0; index < planOfDay.length; index += 7) planOfDay.set(planOfWeekday, index);
  for (const regime of regimes) {
    const last = Math.min(regime.lastDay, endDay - 1);
    for (let day = Math.max(regime.firstDay, firstDay); day <= last; day += 1) {
      planOfDay[day - firstDay] = regime.planOfWeekday[weekdayOf(day)] ?? 0;
    }
  }
  for (const day of closed) planOfDay[day - firstDay] = 0; // outside the table this sets nothing
  return planOfDay;
}

/**
 * Makes a calendar ready for arithmetic. Takes a file that `readCalendar` has accepted; a zone that is not one
 * of Indonesia throws a RangeError, since such a file cannot come from there. A closed day beats a regime.
 */
export function compileCalendar(file: WorkingCalendarFile): WorkingCalendar {
  const zone = findZone(file.timeZone);
  if (!zone) throw new RangeError(`not a zone of Indonesia: ${file.timeZone}`);
  const plans = [NOT_WORKED];
  const planOfWeekday = addWeek(plans, file.week);
  const regimes = file.regimes
    .map(({ name, from, to, week }): PlannedRegime => {
      const span = { firstDay: readDate(from), lastDay: readDate(to) };
      return { name, ...span, planOfWeekday: addWeek(plans, week) };
    })
    .toSorted((a, b) => a.firstDay - b.firstDay);
  const closed = groupByDay(file.closed);
  const special = regimes.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]);
  const span = weeksAround([...special, ...closed.keys()]);
  const planOfDay = paint(span, planOfWeekday, regimes, closed.keys());
  return {
    timeZone: file.timeZone,
    zone,
    offsetText: writeOffset(zone.offset),
    knownUntilDay: file.knownUntil === null ? Number.NEGATIVE_INFINITY : readDate(file.knownUntil),
    regimes: regimes.map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay })),
    closed,
    plans,
    ...span,
    planOfDay,
    table: sumUp(planOfDay, plans),
    planOfWeekday,
    week: sumUp(planOfWeekday, plans),
  };
}

/** Whether a wall-clock second lies in the years that calendars answer for; false for NaN. */
export const isAnswered = (wall: number): boolean =>
  wall >= FIRST_DAY * DAY_SECONDS && wall < END_DAY * DAY_SECONDS;

/** The day number on which a wall-clock second lies. */
export const dayAt = (wall: number): number => Math.floor(wall / DAY_SECONDS);
