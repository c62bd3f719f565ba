/** The queue in groups by time left. Pure. */
import { timeLeft } from '../working-time/index.ts';
import type { TimeLeft, WorkingCalendar } from '../working-time/index.ts';
import type { QueueRow } from '../request/index.ts';

/** In the order in which they are shown. */
export const groupNames = ['late', 'today', 'tomorrow', 'week', 'later', 'paused', 'ended'] as const;
export type GroupName = (typeof groupNames)[number];

/** Today at the office, and the instant it was read. */
export interface OfficeMoment {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

type Timed = Pick<QueueRow, 'due' | 'overdue' | 'status'>;

const DAYS_A_WEEK = 7;

/**
 * Finds the group of a request at this moment. The ends of the groups are found once, since a page asks for every row.
 * Without a deadline a request waits for the applicant, or its clock has not started: "later".
 */
export function groupingAt({ now, timeZone }: OfficeMoment): (request: Timed) => GroupName {
  const today = now.toZonedDateTimeISO(timeZone).startOfDay();
  const startOf = (days: number): number => today.add({ days }).epochMilliseconds;
  const ends: readonly (readonly [before: number, group: GroupName])[] = [
    [now.epochMilliseconds, 'late'],
    [startOf(1), 'today'],
    [startOf(2), 'tomorrow'],
    [startOf(DAYS_A_WEEK + 1 - today.dayOfWeek), 'week'],
  ];
  return ({ due, overdue, status }) => {
    if (status === 'returned') return 'paused';
    if (status !== 'in-progress') return 'ended';
    if (overdue) return 'late';
    if (!due) return 'later';
    const at = due.epochMilliseconds;
    return ends.find(([before]) => at < before)?.[1] ?? 'later';
  };
}

/** Working time to the deadline; null where that says nothing: no deadline, or no working time lies before it. */
export function timeLeftOf(
  due: Temporal.Instant | null,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): TimeLeft | null {
  if (!due) return null;
  const left = timeLeft(calendar, 'working', now, due);
  return left.unit === 'minutes' ? null : left;
}
