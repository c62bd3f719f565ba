import { dayAt } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { DAY_SECONDS, readDate, twoDigits, writeDate } from './civil.ts';
import { writeInstant } from './iso.ts';
import { Pencil } from './pencil.ts';
import type { Span } from './pencil.ts';
import type { ClosedDay, DerivationStep, Pause } from './types.ts';
import { isWorked, planAt, workingSecondsIn } from './working.ts';

/** Hours that replace those of the week on one day: their name (Ramadan), and when work is done, `"08:00-12:00"`. */
export interface SpecialHours {
  readonly name: string;
  readonly hours: readonly string[];
}

/** One date between receipt and deadline, as it would stand on a wall calendar. */
export interface CourseDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Whether the office works on it at all. */
  readonly worked: boolean;
  /** Why it is closed beyond the week: holidays by name, mostly none. */
  readonly closed: readonly ClosedDay[];
  readonly special: SpecialHours | null;
  /** On this date so many months of the promise are over. */
  readonly months: number | null;
  /** Its number among the days of the promise, from 1 on; null for days that are not counted. */
  readonly count: number | null;
  /** Working seconds counted on it where a promise is counted by hours. */
  readonly seconds: number | null;
  /** When the clock stood still on it, as moved into working hours; `to` null while it still stands. */
  readonly pauses: readonly Pause[];
  /** The clock stood still, so that the day is not counted. The day on which a pause begins counts still. */
  readonly stands: boolean;
}

/** A deadline's derivation, day by day. Instants carry the office's offset. */
export interface Course {
  readonly received: string;
  /** When counting starts: the receipt, or the next opening of the office. */
  readonly start: string;
  /** Null while the clock stands still. */
  readonly due: string | null;
  /** Every date from the receipt to the deadline, or to where the clock stands. */
  readonly days: readonly CourseDay[];
}

const clock = (second: number): string =>
  `${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}`;

function specialOn(calendar: WorkingCalendar, day: number): SpecialHours | null {
  const regime = calendar.regimes.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const plan = planAt(calendar, day);
  if (!regime || !plan || plan.starts.length === 0) return null;
  const hours = plan.starts.map((start, i) => `${clock(start)}-${clock(plan.ends[i] ?? start)}`);
  return { name: regime.name, hours };
}

/** Working seconds that spans leave on the day that begins at `midnight`; null for none. */
function secondsOn(calendar: WorkingCalendar, spans: readonly Span[], midnight: number): number | null {
  let sum = 0;
  for (const { from, to } of spans) {
    const [start, end] = [Math.max(from, midnight), Math.min(to, midnight + DAY_SECONDS)];
    if (start < end) sum += workingSecondsIn(calendar, start, end);
  }
  return sum === 0 ? null : sum;
}

/** Whether a pause takes a day away: all of it from elapsed time, else every day after the one on which it began. */
function takesAway({ from, to }: Span, midnight: number, isElapsed: boolean): boolean {
  if (isElapsed) return from <= midnight && !(to < midnight + DAY_SECONDS);
  return dayAt(from) * DAY_SECONDS < midnight;
}

/**
 * A derivation day by day, so that it can be drawn on a wall calendar: each date with why it is not worked, its number
 * in the count, the working time counted on it, and the pauses. Takes the steps of `computeDeadline` and the calendar
 * they were found with. While the clock stands still (`due` null) the days end where it stopped, or at `until`
 * (`YYYY-MM-DD`) where that is later.
 */
export function dayByDay(
  calendar: WorkingCalendar,
  derivation: readonly DerivationStep[],
  until?: string,
): Course {
  const pencil = new Pencil(calendar);
  for (const step of derivation) pencil.follow(step);
  const { received, start, due, pauses, spans } = pencil;
  const iso = (wall: number): string => writeInstant(wall, calendar.offsetText);
  const numbers = pencil.numbers();
  const dayOf = (day: number): CourseDay => {
    const midnight = day * DAY_SECONDS;
    const count = numbers.get(day) ?? null;
    const seconds = secondsOn(calendar, spans, midnight);
    const touching = pauses.filter(({ from, to }) => dayAt(from) <= day && !(dayAt(to) < day));
    const isTaken = touching.some((pause) => takesAway(pause, midnight, pencil.isElapsed));
    return {
      date: writeDate(day),
      worked: isWorked(calendar, day),
      closed: calendar.closed.get(day) ?? [],
      special: specialOn(calendar, day),
      months: pencil.monthsOver(day),
      count,
      seconds,
      pauses: touching.map(({ from, to }) => ({ from: iso(from), to: Number.isNaN(to) ? null : iso(to) })),
      stands: isTaken && count === null && seconds === null,
    };
  };
  const first = dayAt(received);
  const stopped = dayAt(pauses.at(-1)?.from ?? start);
  const last = due === null ? Math.max(stopped, readDate(until ?? '') || stopped) : dayAt(due);
  return {
    received: iso(received),
    start: iso(start),
    due: due === null ? null : iso(due),
    days: Array.from({ length: last - first + 1 }, (_, i) => dayOf(first + i)),
  };
}
