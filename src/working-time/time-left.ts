import type { WorkingCalendar } from './calendar.ts';
import { workingTimeBetween } from './between.ts';
import type { Basis, Left } from './types.ts';

/** What is left of a promise, or by how much it was missed. */
export interface TimeLeft extends Left {
  readonly late: boolean;
}

const DAY_MINUTES = 24 * 60;

/** Amounts of clock time: calendar days from one on where days are promised, else hours and minutes. */
function clockTime(basis: Basis, minutes: number): Left {
  return (basis === 'calendar' || basis === 'unspecified') && minutes >= DAY_MINUTES
    ? { unit: 'calendar-days', amount: Math.floor(minutes / DAY_MINUTES) }
    : { unit: 'minutes', amount: minutes };
}

/**
 * The time between now and a deadline in the promise's own unit, never negative: working days from two on and working
 * time below; calendar days, and hours on the last; hours and minutes for promises that run day and night. Where no
 * working time lies between (past a deadline at the close, until the office opens) the clock's hours say more than "0".
 */
export function timeLeft(
  calendar: WorkingCalendar,
  basis: Basis,
  now: Temporal.Instant,
  due: Temporal.Instant,
): TimeLeft {
  const late = Temporal.Instant.compare(now, due) > 0;
  const [from, to] = late ? [due, now] : [now, due];
  const onTheClock = Math.floor(to.since(from).total('minutes'));
  if (basis !== 'working') return { ...clockTime(basis, onTheClock), late };
  const { days, minutes } = workingTimeBetween(calendar, from, to);
  if (days >= 2) return { unit: 'working-days', amount: days, late };
  if (minutes === 0) return { ...clockTime(basis, onTheClock), late };
  return { unit: 'working-minutes', amount: minutes, late };
}
