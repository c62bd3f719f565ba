import { dayAt, isAnswered } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { derive } from './derivation.ts';
import { faultAt } from './faults.ts';
import { writeInstant } from './iso.ts';
import { readQuestion } from './question.ts';
import type { Question } from './question.ts';
import { reckon, reckonWithPauses } from './reckon.ts';
import type { Reckoning } from './reckon.ts';
import type {
  DeadlineQuestion,
  DeadlineResult,
  Due,
  DueResult,
  PromisedTime,
  WorkingTimeFault,
} from './types.ts';

function reckonQuestion(calendar: WorkingCalendar, { received, extended, pauses }: Question): Reckoning {
  const first = reckon(calendar, extended, received);
  return pauses.length === 0 ? first : reckonWithPauses(calendar, first, pauses);
}

/** Why a reckoning found no deadline: the calendar runs dry, or its years are over. */
const unreachable = (calendar: WorkingCalendar, { received, due }: Reckoning): WorkingTimeFault =>
  faultAt(
    'calendar',
    Number.isNaN(due) ? 'no-working-time' : 'out-of-range',
    writeInstant(received, calendar.offsetText),
  );

function dueOf(calendar: WorkingCalendar, { due, left }: Reckoning): Due {
  return {
    due: left ? null : writeInstant(due, calendar.offsetText),
    left,
    provisional: dayAt(due) > calendar.knownUntilDay,
  };
}

/** False for a reckoning that found no working time ahead (NaN), or lies outside the years of a calendar. */
const isReached = ({ received, due }: Reckoning): boolean => isAnswered(received) && isAnswered(due);

/**
 * When a promise falls due, without the derivation: the fast path from ISO text to ISO text.
 * Never throws; whatever is wrong with the question or the calendar comes back as a fault.
 */
export function computeDue(calendar: WorkingCalendar, question: DeadlineQuestion): DueResult {
  const read = readQuestion(question, calendar.zone.offset);
  if (!read.ok) return read;
  const reckoning = reckonQuestion(calendar, read.value);
  if (!isReached(reckoning)) return { ok: false, fault: unreachable(calendar, reckoning) };
  return { ok: true, value: dueOf(calendar, reckoning) };
}

/**
 * When a promise falls due, and every step by which that was found. Never throws; whatever is wrong with the
 * question or the calendar comes back as a fault.
 */
export function computeDeadline(calendar: WorkingCalendar, question: DeadlineQuestion): DeadlineResult {
  const read = readQuestion(question, calendar.zone.offset);
  if (!read.ok) return read;
  const reckoning = reckonQuestion(calendar, read.value);
  if (!isReached(reckoning)) return { ok: false, fault: unreachable(calendar, reckoning) };
  const due = dueOf(calendar, reckoning);
  return { ok: true, value: { ...due, derivation: derive(calendar, read.value, reckoning, due) } };
}

/**
 * The fastest path, from numbers to a number: epoch seconds of the deadline of a promise received at
 * `received` (epoch seconds), without pauses. NaN where the calendar has no such time.
 */
export function dueSeconds(calendar: WorkingCalendar, promise: PromisedTime, received: number): number {
  const { offset } = calendar.zone;
  const reckoning = reckon(calendar, promise, received + offset);
  return isReached(reckoning) ? reckoning.due - offset : Number.NaN;
}
