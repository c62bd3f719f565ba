/**
 * Who is to be reminded when: before a deadline the post at which the request waits, after it the superiors, one level
 * further up each time. All of it in working time, since nobody reads a reminder at night. Pure.
 */
import type { Service } from '../../standard/model.ts';
import { computeDue, workingTimeBetween } from '../../working-time/index.ts';
import type { DeadlineQuestion, WorkingCalendar } from '../../working-time/index.ts';
import { deadlineQuestion } from './deadline.ts';
import { getStep } from './procedure.ts';
import type { RequestState } from './state.ts';

/** A working day of 7.5 hours (Perpres 21/2023 art. 4(1): 37.5 hours in five days), to tell short promises from long ones. */
const DAY = 450;

/** When a reminder before the deadline is due, in working minutes of the whole time from start to deadline. */
interface BeforeRule {
  readonly id: 'half' | 'last-day' | 'last-hours';
  /** Only for promises of at least, and of less than, so many working minutes. */
  readonly from: number;
  readonly below: number;
}

/** The reminders of a promise by its length; none for one of minutes, which is over before anybody reads mail. */
const before: readonly BeforeRule[] = [
  { id: 'last-hours', from: 4 * 60, below: 2 * DAY },
  { id: 'last-day', from: 2 * DAY, below: Number.POSITIVE_INFINITY },
  { id: 'half', from: 4 * DAY, below: Number.POSITIVE_INFINITY },
];

/** How long before the deadline `last-hours` comes, in working minutes. */
const LAST_HOURS = 120;

/**
 * Superiors above the first, who is told at the deadline itself: one further up after each working day (after two working
 * hours where the whole promise is shorter than a day), as far as the chart goes and at most so many.
 */
const MOST_LEVELS = 5;
const escalateEvery = (total: number): number => (total < DAY ? 120 : DAY);

/** Told at once, as something happens: `due` is then when it happened. */
type StopRule =
  'delivery-stopped' | 'withdrawal-stopped' | 'withdrawal-asked' | 'product-left' | 'secret-stopped';

export type NoticeRule = BeforeRule['id'] | 'step-late' | 'overdue' | 'escalation' | 'silence' | StopRule;

/** One reminder of the schedule. */
export interface Notice {
  readonly rule: NoticeRule;
  readonly at: Temporal.Instant;
  /** The deadline it is about; another deadline is reminded of anew. */
  readonly due: Temporal.Instant;
  /** 0: the posts at which it waits; n: the n-th superior of the first of them. */
  readonly level: number;
}

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** The instant so many working minutes after another; null where the calendar has no such time. */
function after(calendar: WorkingCalendar, from: string, minutes: number): Temporal.Instant | null {
  const promise = { basis: 'working', months: 0, days: 0, hours: 0, minutes } as const;
  const found = computeDue(calendar, { received: from, promise });
  return found.ok && found.value.due !== null ? instant(found.value.due) : null;
}

/** A minute after the office opens on the date of an instant that carries the office's offset. */
function onItsDay(calendar: WorkingCalendar, due: string): Temporal.Instant | null {
  const midnight = due.replace(/T\d\d:\d\d:\d\d/u, 'T00:00:00');
  return after(calendar, midnight, 1);
}

/** When the step at which it waits is due by the standard's own time for it; null without one, and while the clock stands. */
export function stepDue(
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
): Temporal.Instant | null {
  if (state.status !== 'in-progress' || state.step === null) return null;
  const { within } = getStep(service, state.step);
  if (within === undefined) return null;
  const received = state.stepBegan ?? state.stepSince;
  // A step is begun by an entry, and so is every pause: the pauses of this step are those not before it.
  const pauses = state.pauses.filter(({ from }) => Temporal.Instant.compare(from, received) >= 0);
  const found = computeDue(calendar, { received, promise: within, pauses: [...pauses] });
  return found.ok && found.value.due !== null ? instant(found.value.due) : null;
}

/** The time of a promise in working minutes: `total` up to its deadline, `run` of them while the clock ran. */
interface Span {
  readonly start: string;
  readonly due: string;
  readonly total: number;
  readonly run: number;
}

function spanOf({ received, pauses }: DeadlineQuestion, due: string, calendar: WorkingCalendar): Span {
  const total = workingTimeBetween(calendar, received, due).minutes;
  const end = instant(due);
  const stood = (pauses ?? [])
    .filter((pause) => 'from' in pause)
    // One that begins after the deadline takes nothing from the time before it.
    .filter(({ from }) => Temporal.Instant.compare(from, end) < 0)
    .map(({ from, to }) => workingTimeBetween(calendar, from, to ?? due).minutes)
    .reduce((sum, minutes) => sum + minutes, 0);
  return { start: received, due, total, run: Math.max(0, total - stood) };
}

/** Reminders stand so long before the deadline, so that a pause before them moves them with it. */
function timeOf(
  rule: BeforeRule['id'],
  calendar: WorkingCalendar,
  { start, due, total, run }: Span,
): Temporal.Instant | null {
  if (rule === 'last-day') return onItsDay(calendar, due);
  const ahead = rule === 'half' ? Math.floor(run / 2) : LAST_HOURS;
  return after(calendar, start, total - ahead);
}

/** In order of time: those before the deadline, and one after the other those behind it. */
function* deadlineNotices(
  question: DeadlineQuestion,
  due: string,
  calendar: WorkingCalendar,
): Generator<Notice> {
  const end = instant(due);
  const span = spanOf(question, due, calendar);
  yield* before
    .filter(({ from, below }) => span.run >= from && span.run < below)
    .flatMap(({ id }) => {
      const at = timeOf(id, calendar, span);
      return at && Temporal.Instant.compare(at, end) < 0 ? [{ rule: id, at, due: end, level: 0 }] : [];
    })
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  for (let level = 2; level <= MOST_LEVELS; level += 1) {
    const at = after(calendar, due, (level - 1) * escalateEvery(span.run));
    if (at) yield { rule: 'escalation', at, due: end, level };
  }
}

/**
 * Everything that the deadline and the step's own time of a request lead to, in order of time; nothing while it waits for
 * the applicant or has ended. The first superior, told at the deadline itself, is not in it: that follows from the entry
 * `overdue`. Computed from the state alone, so it moves whenever the deadline does.
 */
export const noticesOf = (
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
): readonly Notice[] => [...noticesInOrder(service, state, calendar)];

/** The same, reckoned no further than somebody asks: who wants to know the next one needs no later ones. */
export function* noticesInOrder(
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
): Generator<Notice> {
  if (state.status !== 'in-progress') return;
  const question = deadlineQuestion(service, state);
  const late = stepDue(service, state, calendar);
  const step = late && ({ rule: 'step-late', at: late, due: late, level: 0 } as const);
  let told = step === null;
  for (const notice of question && state.due !== null ? deadlineNotices(question, state.due, calendar) : []) {
    if (step && !told && Temporal.Instant.compare(step.at, notice.at) < 0) {
      yield step;
      told = true;
    }
    yield notice;
  }
  if (step && !told) yield step;
}

/** When somebody is to be reminded next after `now`, of notices in order; null when nobody is. */
export function nextNoticeAt(notices: Iterable<Notice>, now: Temporal.Instant): Temporal.Instant | null {
  for (const { at } of notices) if (Temporal.Instant.compare(at, now) > 0) return at;
  return null;
}

/**
 * The one reminder that is owed at `now`: the last that has come due, and of a step beside it. What was missed before it,
 * while the program stood still, would tell nobody anything new.
 */
export function owedAt(notices: readonly Notice[], now: Temporal.Instant): readonly Notice[] {
  const come = notices.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  const last = come.findLast(({ rule }) => rule !== 'step-late');
  const step = come.findLast(({ rule }) => rule === 'step-late');
  return [last, step].filter((notice) => notice !== undefined);
}
