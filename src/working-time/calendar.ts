import { DAY_SECONDS, dayOf, readDate, weekdayOf } from './civil.ts';
import { writeOffset } from './iso.ts';
import { WEEKDAYS } from './types.ts';
import type { ClosedDay, WeekFile, WorkingCalendarFile } from './types.ts';
import { findZone } from './zones.ts';
import type { Zone } from './zones.ts';

/** Days a compiled calendar covers: 1990 to 2149. Dates outside are refused, not guessed. */
export const FIRST_DAY = dayOf(1990, 1, 1);
export const END_DAY = dayOf(2150, 1, 1);

/** The working intervals of one kind of day: seconds since midnight, `[start, end)`, in order. */
interface DayPlan {
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

/**
 * A calendar made ready for arithmetic: for every day a plan, the working days in a row, and prefix sums over
 * them. Wall-clock seconds are seconds since 1970-01-01 00:00 on the office's own clock.
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
  readonly plans: readonly DayPlan[];
  /** Index into `plans` of each day from FIRST_DAY on; 0 is the plan of a day not worked. */
  readonly planOfDay: Uint16Array;
  /** How many working days lie before each day from FIRST_DAY on. */
  readonly rankOfDay: Int32Array;
  /** The working days in order; the inverse of `rankOfDay`. */
  readonly workingDays: Int32Array;
  /** Working seconds before each working day; one longer than `workingDays`. */
  readonly secondsBefore: Float64Array;
}

const NOT_WORKED: DayPlan = { starts: [], ends: [], seconds: 0 };

/** Seconds since midnight of `"HH:MM"`. */
const secondsOf = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;

function planOf(intervals: readonly string[]): DayPlan {
  const starts = intervals.map((interval) => secondsOf(interval.slice(0, 5)));
  const ends = intervals.map((interval) => secondsOf(interval.slice(6, 11)));
  const seconds = ends.reduce((sum, end, i) => sum + end - (starts[i] ?? end), 0);
  return { starts, ends, seconds };
}

/** Puts the seven plans of a week into `plans`; gives the index of each weekday, 0 for a closed one. */
function addWeek(plans: DayPlan[], week: WeekFile): number[] {
  return WEEKDAYS.map((weekday) => {
    const intervals = week[weekday] ?? [];
    return intervals.length === 0 ? 0 : plans.push(planOf(intervals)) - 1;
  });
}

function paint(
  planOfDay: Uint16Array,
  planOfWeekday: readonly number[],
  firstDay: number,
  lastDay: number,
): void {
  const last = Math.min(lastDay, END_DAY - 1);
  for (let day = Math.max(firstDay, FIRST_DAY); day <= last; day += 1) {
    planOfDay[day - FIRST_DAY] = planOfWeekday[weekdayOf(day)] ?? 0;
  }
}

function groupByDay(closed: readonly ClosedDay[]): Map<number, readonly ClosedDay[]> {
  const byDay = new Map<number, readonly ClosedDay[]>();
  for (const entry of closed) {
    const day = readDate(entry.date);
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return byDay;
}

/** Ranks, working days and prefix sums of a painted calendar. */
function sumUp(planOfDay: Uint16Array, plans: readonly DayPlan[]) {
  const rankOfDay = new Int32Array(planOfDay.length + 1);
  const workingDays = new Int32Array(planOfDay.length);
  const secondsBefore = new Float64Array(planOfDay.length + 1);
  let rank = 0;
  let sum = 0;
  for (let index = 0; index < planOfDay.length; index += 1) {
    rankOfDay[index] = rank;
    const plan = planOfDay[index] ?? 0;
    if (plan === 0) continue;
    workingDays[rank] = FIRST_DAY + index;
    rank += 1;
    sum += plans[plan]?.seconds ?? 0;
    secondsBefore[rank] = sum;
  }
  rankOfDay[planOfDay.length] = rank;
  return {
    rankOfDay,
    workingDays: workingDays.slice(0, rank),
    secondsBefore: secondsBefore.slice(0, rank + 1),
  };
}

/**
 * Makes a calendar ready for arithmetic. Takes a file that `readCalendar` has accepted; a zone that is not one
 * of Indonesia throws a RangeError, since such a file cannot come from there. A closed day beats a regime.
 */
export function compileCalendar(file: WorkingCalendarFile): WorkingCalendar {
  const zone = findZone(file.timeZone);
  if (!zone) throw new RangeError(`not a zone of Indonesia: ${file.timeZone}`);
  const plans = [NOT_WORKED];
  const planOfDay = new Uint16Array(END_DAY - FIRST_DAY);
  paint(planOfDay, addWeek(plans, file.week), FIRST_DAY, END_DAY - 1);
  const regimes: Regime[] = [];
  for (const { name, from, to, week } of file.regimes) {
    const regime = { name, firstDay: readDate(from), lastDay: readDate(to) };
    regimes.push(regime);
    paint(planOfDay, addWeek(plans, week), regime.firstDay, regime.lastDay);
  }
  const closed = groupByDay(file.closed);
  for (const day of closed.keys()) {
    if (day >= FIRST_DAY && day < END_DAY) planOfDay[day - FIRST_DAY] = 0;
  }
  return {
    timeZone: file.timeZone,
    zone,
    offsetText: writeOffset(zone.offset),
    knownUntilDay: file.knownUntil === null ? Number.NEGATIVE_INFINITY : readDate(file.knownUntil),
    regimes: regimes.toSorted((a, b) => a.firstDay - b.firstDay),
    closed,
    plans,
    planOfDay,
    ...sumUp(planOfDay, plans),
  };
}

/** The day number on which a wall-clock second lies. */
export const dayAt = (wall: number): number => Math.floor(wall / DAY_SECONDS);
