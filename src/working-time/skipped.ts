import { dayAt } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { DAY_SECONDS, writeDate } from './civil.ts';
import type { DayRun, DerivationStep, Portion } from './types.ts';
import { isWorked, rollForward, workingDayAfter, workingDaysIn, workingSecondsIn } from './working.ts';

/** Working time spread over more days than this is told as a sum, not day by day. */
const MOST_PORTIONS = 7;

/** Adds a day to the runs: to the last one where it follows on it. */
function extendRuns(runs: { first: number; last: number }[], day: number): void {
  const run = runs.at(-1);
  if (run && run.last === day - 1) run.last = day;
  else runs.push({ first: day, last: day });
}

/**
 * The steps that tell of the days from `first` to `last` (both included) that are not worked: days off by the
 * week in runs, closed days one by one with their names. None for a span of working days.
 */
export function skippedDays(calendar: WorkingCalendar, first: number, last: number): DerivationStep[] {
  const runs: { first: number; last: number }[] = [];
  const closed: DerivationStep[] = [];
  for (let day = first; day <= last; day += 1) {
    if (isWorked(calendar, day)) continue;
    const named = calendar.closed.get(day);
    if (named) for (const entry of named) closed.push({ kind: 'closed', day: entry });
    else extendRuns(runs, day);
  }
  if (runs.length === 0) return closed;
  const written = runs.map((run): DayRun => ({ from: writeDate(run.first), to: writeDate(run.last) }));
  return [{ kind: 'days-off', runs: written }, ...closed];
}

/** The regimes in force on any day from `first` to `last`. */
export function regimesIn(calendar: WorkingCalendar, first: number, last: number): DerivationStep[] {
  return calendar.regimes
    .filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first)
    .map(({ name, firstDay, lastDay }) => ({
      kind: 'regime',
      name,
      from: writeDate(firstDay),
      to: writeDate(lastDay),
    }));
}

/** The working time between two instants day by day; null where the days would be too many to read. */
export function portionsOf(calendar: WorkingCalendar, from: number, to: number): readonly Portion[] | null {
  const lastDay = dayAt(to - 1);
  if (workingDaysIn(calendar, dayAt(from) - 1, lastDay) > MOST_PORTIONS) return null;
  const portions: Portion[] = [];
  let day = rollForward(calendar, dayAt(from));
  while (day <= lastDay) {
    const [start, end] = [Math.max(from, day * DAY_SECONDS), Math.min(to, (day + 1) * DAY_SECONDS)];
    portions.push({ date: writeDate(day), seconds: workingSecondsIn(calendar, start, end) });
    day = workingDayAfter(calendar, day, 1);
  }
  return portions;
}
