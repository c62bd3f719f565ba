/**
 * Promised times, working calendars, deadlines and how they were found. Pure: no I/O, no clock, no dependency.
 * The rules are told in this room's README.
 */
export type {
  Basis,
  ClosedDay,
  ClosedKind,
  DayRun,
  Deadline,
  DeadlineQuestion,
  DeadlineResult,
  DerivationStep,
  Due,
  DueResult,
  Extension,
  Lang,
  Left,
  OutsideHours,
  Pause,
  Portion,
  PromisedTime,
  ReadResult,
  RegimeFile,
  WeekFile,
  Weekday,
  Words,
  WorkingCalendarFile,
  WorkingTimeFault,
} from './types.ts';
export { readCalendar, readWeek } from './calendar-file.ts';
export { compileCalendar } from './calendar.ts';
export type { WorkingCalendar } from './calendar.ts';
export { computeDeadline, computeDue, dueSeconds } from './deadline.ts';
export { isWorkingDay, isWorkingInstant, workingTimeBetween } from './between.ts';
export type { InstantLike, WorkingTime } from './between.ts';
export { timeLeft } from './time-left.ts';
export type { TimeLeft } from './time-left.ts';
export { describeLeft, describeLeftAmount, describePromise, describeTimeLeft } from './describe-promise.ts';
export { formatDate, formatInstant } from './format.ts';
export { readPromisedTime } from './promise-text.ts';
export type { PromiseReading } from './promise-text.ts';
export type { UnreadReason } from './promise-times.ts';
export { describeDerivation } from './describe-derivation.ts';
export { dayByDay } from './day-by-day.ts';
export type { Course, CourseDay, SpecialHours } from './day-by-day.ts';
