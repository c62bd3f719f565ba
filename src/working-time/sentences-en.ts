import { count, describeLeftAmount, describePromise, describeSeconds } from './describe-promise.ts';
import { formatDate, formatOwnInstant, formatOwnTime, formatRunDates } from './format.ts';
import { groupRuns, tellPortions } from './sentences.ts';
import type { RunGroup, Sentences, StepOf } from './sentences.ts';
import type { ClosedKind, OutsideHours } from './types.ts';

const at = (instant: string): string => formatOwnInstant(instant, 'en');
const on = (date: string): string => formatDate(date, 'en');

const WHY_MOVED: Readonly<Record<OutsideHours, string>> = {
  'closed-day': 'The office is closed that day, so counting starts when it opens',
  'before-hours': 'The office is not open yet, so counting starts when it opens',
  break: 'That is during the break, so counting starts after it',
  'after-hours': 'Working hours are over that day, so counting starts when the office opens again',
};

const KINDS: Readonly<Record<ClosedKind, string>> = {
  'national-holiday': 'national holiday',
  'joint-leave': 'joint leave',
  'regional-holiday': 'regional holiday',
};

function tellClosed({ day: { date, name, kind, decree, confirmed } }: StepOf<'closed'>): string {
  const notes = [KINDS[kind], decree, confirmed ? null : 'not yet confirmed'].filter((note) => note !== null);
  return `${on(date)}, is not counted: ${name} (${notes.join('; ')}).`;
}

function tellRuns({ weekdays, dates, isLong }: RunGroup): string {
  const [first = ''] = dates;
  if (dates.length === 1) return `${weekdays}, ${first}, not counted.`;
  if (!isLong) return `${weekdays} not counted: ${dates.join(', ')}.`;
  return `${weekdays} not counted: ${dates.length} times, from ${first} to ${dates.at(-1)}.`;
}

function tellPause({ from, to, countedFrom, countedTo, left, movedDays, moves }: StepOf<'pause'>): string {
  const waiting = `The office waited for the applicant from ${at(from)} to ${at(to)}; this time does not count.`;
  const isMoved = countedFrom !== from || countedTo !== to;
  const counted = isMoved ? ` In working hours: from ${at(countedFrom)} to ${at(countedTo)}.` : '';
  if (!moves) return `${waiting}${counted} The deadline does not move.`;
  if (left === null)
    return `${waiting}${counted} The last day moves by ${count(movedDays ?? 0, 'day', 'en')}.`;
  if (left.unit === 'working-days' && left.amount === 0)
    return `${waiting}${counted} The pause began on the last day, so it is due on the day the pause ends.`;
  return `${waiting}${counted} The rest, ${describeLeftAmount(left, 'en')}, is counted on from ${at(countedTo)}.`;
}

/** The derivation in English. */
export const ENGLISH: Sentences = {
  received: (step) => `Received ${at(step.at)}.`,
  promise: ({ promise }) => `Promised time: ${describePromise(promise, 'en')}.`,
  extension: ({ added, ground }) =>
    `Extended by ${describePromise(added, 'en')}${ground === null ? '' : ` (${ground})`}.`,
  extended: ({ promise }) => `Altogether ${describePromise(promise, 'en')}.`,
  unspecified: () => 'The standard names neither working nor calendar days; counted as calendar days.',
  start: ({ because, at: start }) => `${WHY_MOVED[because]}: ${at(start)}.`,
  regime: ({ name, ...run }) => `Special working hours on ${formatRunDates(run, 'en')}: ${name}.`,
  closed: tellClosed,
  'days-off': ({ runs }) => groupRuns(runs, 'en').map(tellRuns).join(' '),
  months: ({ from, months, to }) => `${count(months, 'month', 'en')} from ${on(from)} is ${on(to)}.`,
  'working-days': ({ from, days, to }) => `Working day ${days} after ${on(from)}: ${on(to)}.`,
  'calendar-days': ({ from, days, to }) =>
    `${count(days, 'calendar day', 'en')} after ${on(from)}: ${on(to)}.`,
  rolled: ({ from, to }) => `${on(from)}, is no working day, so it moves to the next one: ${on(to)}.`,
  'time-of-day': ({ asked, at: base }) =>
    asked === base
      ? `Hours and minutes are counted from the time of day at which counting started: ${at(base)}.`
      : `The time of day at which counting started, ${formatOwnTime(asked, 'en')}, is outside that day's working hours, so hours and minutes are counted from ${at(base)}.`,
  close: (step) => `Due when the office closes that day: ${at(step.at)}.`,
  'working-minutes': ({ from, seconds, to, portions }) =>
    `${describeSeconds(seconds, 'en')} of working time from ${at(from)} to ${at(to)}${tellPortions(portions, 'en')}.`,
  elapsed: ({ from, to }) =>
    `Counted without a break, also outside working hours: from ${at(from)} to ${at(to)}.`,
  pause: tellPause,
  'pause-too-late': ({ from, due }) =>
    `The pause from ${at(from)} changes nothing, because it starts at or after the deadline (${at(due)}).`,
  stopped: ({ from, left }) =>
    `Since ${at(from)} the office waits for the applicant and the clock stands still; ${describeLeftAmount(left, 'en')} remaining.`,
  due: (step) => `Deadline: ${at(step.at)}.`,
  provisional: ({ knownUntil }) =>
    knownUntil === null
      ? 'This deadline is provisional: the calendar does not say until when holidays are decreed.'
      : `This deadline is provisional: holidays are decreed only until ${on(knownUntil)}.`,
};
