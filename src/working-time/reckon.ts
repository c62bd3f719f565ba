import { dayAt } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { DAY_SECONDS, plusMonths } from './civil.ts';
import type { Left, PromisedTime } from './types.ts';
import {
  closeOf,
  openingOf,
  plusWorkingSeconds,
  rollForward,
  workingDayAfter,
  workingDaysIn,
  workingSecondsIn,
} from './working.ts';

/** A pause on the office's wall clock; `to` is NaN while it is open. */
export interface WallPause {
  readonly from: number;
  readonly to: number;
}

/** What one pause did to the deadline. Instants are wall-clock seconds, days day numbers. */
export interface PauseEffect {
  readonly pause: WallPause;
  /** The pause moved into working hours; the pause itself for elapsed time. */
  readonly from: number;
  readonly to: number;
  /** False for a pause that starts at or after the deadline. */
  readonly counts: boolean;
  /** Deadline and last day before this pause. */
  readonly dueBefore: number;
  readonly lastDayBefore: number;
}

/** Everything found on the way to a deadline; the derivation is told from it. NaN: not in this calendar. */
export interface Reckoning {
  readonly promise: PromisedTime;
  readonly received: number;
  /** Opening of the receipt; the receipt itself for elapsed time. */
  readonly start: number;
  /** Day of the start with the months added (D1). */
  readonly monthDay: number;
  /** Last day as first counted (D2), before any pause; for calendar days not yet rolled forward. */
  readonly countedDay: number;
  /** Last day after all pauses; for calendar days not yet rolled forward. */
  readonly lastDay: number;
  readonly due: number;
  readonly effects: readonly PauseEffect[];
  /** What is left while an open pause stops the clock, else null. */
  readonly left: Left | null;
}

/** A deadline that pauses still move. */
interface Course {
  lastDay: number;
  due: number;
}

const NO_EFFECTS: readonly PauseEffect[] = [];

/** Seconds of the promised hours and minutes. */
export const promisedSeconds = ({ hours, minutes }: PromisedTime): number => (hours * 60 + minutes) * 60;

/** Rule 4: base of the promised hours, the opening of the last day at the start's time of day. */
export const baseOf = (calendar: WorkingCalendar, start: number, lastDay: number): number =>
  openingOf(calendar, lastDay * DAY_SECONDS + (start - dayAt(start) * DAY_SECONDS));

/** Rule 4: the close of the last day, or the promised hours counted on from their base. */
function dueOn(calendar: WorkingCalendar, promise: PromisedTime, start: number, lastDay: number): number {
  const seconds = promisedSeconds(promise);
  if (seconds === 0) return closeOf(calendar, lastDay);
  return plusWorkingSeconds(calendar, baseOf(calendar, start, lastDay), seconds);
}

/** Rule 3: the last day. Calendar days are not rolled forward here, because a pause moves them as they are. */
function countDays(calendar: WorkingCalendar, promise: PromisedTime, monthDay: number): number {
  if (promise.basis !== 'working') return monthDay + promise.days;
  return promise.days > 0
    ? workingDayAfter(calendar, monthDay, promise.days)
    : rollForward(calendar, monthDay);
}

/** Rule 5, on the wall clock: no zone of Indonesia has summer time, so days of 24 hours are days of the clock. */
function elapse(promise: PromisedTime, received: number): number {
  const day = dayAt(received);
  const monthDay = plusMonths(day, promise.months);
  return received + (monthDay - day + promise.days) * DAY_SECONDS + promisedSeconds(promise);
}

/** Rule 6 for a pause that has ended: where the deadline goes. */
function moveBy(
  calendar: WorkingCalendar,
  { promise, start }: Pick<Reckoning, 'promise' | 'start'>,
  { lastDay, due }: Course,
  from: number,
  to: number,
): Course {
  if (promise.basis === 'elapsed') return { lastDay, due: due + to - from };
  if (promise.basis !== 'working') {
    const moved = lastDay + dayAt(to) - dayAt(from);
    return { lastDay: moved, due: dueOn(calendar, promise, start, rollForward(calendar, moved)) };
  }
  if (promisedSeconds(promise) !== 0) {
    return { lastDay, due: plusWorkingSeconds(calendar, to, workingSecondsIn(calendar, from, due)) };
  }
  const remaining = workingDaysIn(calendar, dayAt(from), lastDay);
  const moved = workingDayAfter(calendar, dayAt(to), remaining); // with none remaining the working day of `to` itself
  return { lastDay: moved, due: closeOf(calendar, moved) };
}

const inMinutes = (unit: Left['unit'], seconds: number): Left => {
  const amount = Math.floor(seconds / 60);
  return seconds % 60 === 0 ? { unit, amount } : { unit, amount, seconds: seconds % 60 };
};

/** What is left of the promise at the start of a pause (moved into working hours), in the promise's own unit. */
export function leftAt(
  calendar: WorkingCalendar,
  promise: PromisedTime,
  from: number,
  { lastDayBefore, dueBefore }: Pick<PauseEffect, 'lastDayBefore' | 'dueBefore'>,
): Left {
  if (promise.basis === 'elapsed') return inMinutes('minutes', dueBefore - from);
  if (promise.basis !== 'working') {
    return { unit: 'calendar-days', amount: Math.max(0, lastDayBefore - dayAt(from)) };
  }
  if (promisedSeconds(promise) !== 0) {
    return inMinutes('working-minutes', workingSecondsIn(calendar, from, dueBefore));
  }
  return { unit: 'working-days', amount: workingDaysIn(calendar, dayAt(from), lastDayBefore) };
}

/** Rule 5: no day is counted, so the days of the reckoning are that of the deadline. */
function reckonElapsed(promise: PromisedTime, received: number): Reckoning {
  const due = elapse(promise, received);
  const day = dayAt(due);
  return {
    promise,
    received,
    start: received,
    monthDay: day,
    countedDay: day,
    lastDay: day,
    due,
    effects: NO_EFFECTS,
    left: null,
  };
}

/** The deadline before any pause: rules 1 to 5. */
export function reckon(calendar: WorkingCalendar, promise: PromisedTime, received: number): Reckoning {
  if (promise.basis === 'elapsed') return reckonElapsed(promise, received);
  const start = openingOf(calendar, received);
  const monthDay = plusMonths(dayAt(start), promise.months);
  const countedDay = countDays(calendar, promise, monthDay);
  const due = dueOn(calendar, promise, start, rollForward(calendar, countedDay));
  return {
    promise,
    received,
    start,
    monthDay,
    countedDay,
    lastDay: countedDay,
    due,
    effects: NO_EFFECTS,
    left: null,
  };
}

/** Rule 6: the deadline after its pauses, which are in order and do not overlap. */
export function reckonWithPauses(
  calendar: WorkingCalendar,
  first: Reckoning,
  pauses: readonly WallPause[],
): Reckoning {
  const { promise, start } = first;
  const moved = (wall: number): number =>
    promise.basis === 'elapsed' ? wall : openingOf(calendar, Math.max(wall, start));
  const effects: PauseEffect[] = [];
  let course: Course = { lastDay: first.lastDay, due: first.due };
  for (const pause of pauses) {
    const [from, to] = [moved(pause.from), moved(pause.to)];
    const counts = pause.from < course.due;
    const effect = { pause, from, to, counts, dueBefore: course.due, lastDayBefore: course.lastDay };
    effects.push(effect);
    if (!counts) continue;
    if (Number.isNaN(pause.to)) {
      return { ...first, ...course, effects, left: leftAt(calendar, promise, from, effect) };
    }
    course = moveBy(calendar, first, course, from, to);
  }
  return { ...first, ...course, effects };
}
