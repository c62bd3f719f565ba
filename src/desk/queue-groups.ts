/** The queue in groups by time left. Pure. */
import { workingTimeBetween } from '../working-time/index.ts';
import type { WorkingCalendar, WorkingTime } from '../working-time/index.ts';
import type { QueueRow } from '../request/index.ts';

/** In the order in which they are shown. */
export const groupNames = ['late', 'today', 'tomorrow', 'week', 'later', 'paused'] as const;
export type GroupName = (typeof groupNames)[number];

/** Today at the office, and the instant it was read. */
export interface OfficeMoment {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

type Timed = Pick<QueueRow, 'due' | 'overdue' | 'status'>;

const DAYS_A_WEEK = 7;

/** The group of a request. Without a deadline it waits for the applicant, or its clock has not started: "later". */
export function groupOf({ due, overdue, status }: Timed, { now, timeZone }: OfficeMoment): GroupName {
  if (status === 'returned') return 'paused';
  if (overdue || (due && Temporal.Instant.compare(due, now) < 0)) return 'late';
  if (!due) return 'later';
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const days = today.until(due.toZonedDateTimeISO(timeZone).toPlainDate()).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days <= DAYS_A_WEEK - today.dayOfWeek ? 'week' : 'later';
}

/** Working time to the deadline, negative past it; null where that says nothing: no deadline, or it falls outside hours. */
export function timeLeftOf(
  due: Temporal.Instant | null,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): WorkingTime | null {
  if (!due) return null;
  const left = workingTimeBetween(calendar, now, due);
  return left.days === 0 && left.minutes === 0 ? null : left;
}
