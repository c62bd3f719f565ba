/** The rules of the clock: extension, another class, a passed deadline and the duties it opens, another calendar. Pure. */
import { ok } from '../../ground/index.ts';
import { classifyStep, dutiesOf, SILENCE_DUTY } from '../../standard/model.ts';
import type { OpenableDuty, Service } from '../../standard/model.ts';
import { computeDue } from '../../working-time/index.ts';
import type { WorkingCalendar } from '../../working-time/index.ts';
import type { Command } from './commands.ts';
import { deadlineOf, deadlineSet, dueByClass, extensionLeft } from './deadline.ts';
import type { DeadlineSet, JournalActor, NewEntry } from './entries.ts';
import { refuse } from './faults.ts';
import { positionsOf, waitingPositions } from './procedure.ts';
import { acting, withDeadline } from './rule.ts';
import type { DecideContext, Rule } from './rule.ts';
import type { RequestState } from './state.ts';

/** Whether the deadline lies behind now; false while the clock stands. */
export const isPast = (state: RequestState, now: string): boolean =>
  state.overdue || (state.due !== null && Temporal.Instant.compare(now, state.due) > 0);

/** UU 14/2008 art. 22(8): one extension, with a written reason, before the time has run out. */
export const extendRule: Rule<Command & { type: 'extend' }> = (command, state, context) => {
  if (state.status === 'returned') return refuse('waiting-applicant');
  const actor = acting(context, waitingPositions(context.service, state));
  if (!actor.ok) return actor;
  const extension = extensionLeft(context.service, state);
  if (extension === null) return refuse('no-extension');
  if (isPast(state, context.now)) return refuse('extension-too-late');
  if (state.due === null) return refuse('clock-stands');
  const { basis, days } = extension;
  return withDeadline(
    state,
    [{ kind: 'extended', data: { basis, days, ground: command.ground } }],
    actor.value,
    context,
    'extended',
  );
};

/**
 * The class is chosen again, with a reason, by a post that chooses it. Its promise too counts from the start of the clock. A
 * promise that was broken is not mended by promising more: after the deadline only a class with no more time is open.
 */
export const reclassifyRule: Rule<Command & { type: 'reclassify' }> = (command, state, context) => {
  const step = classifyStep(context.service.steps);
  const from = state.class ?? null;
  if (!step || from === null) return refuse('not-open');
  const actor = acting(context, positionsOf(step, state.addressees));
  if (!actor.ok) return actor;
  if (!step.classes.some(({ id }) => id === command.class)) return refuse('class-unknown');
  if (command.class === from) return refuse('unchanged');
  const { service, calendar, now } = context;
  if (!openClasses(service, state, calendar.compiled, now).includes(command.class))
    return refuse('class-too-late');
  const data = { step: step.id, class: command.class, from, reason: command.reason };
  return withDeadline(state, [{ kind: 'reclassified', data }], actor.value, context, 'classified');
};

/** Ids of the classes that may be chosen in place of the present one, in the order of the standard. */
export function openClasses(
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
  now: string,
): readonly string[] {
  const present = deadlineOf(service, state, calendar)?.due ?? null;
  const late = isPast(state, now);
  return dueByClass(service, state, calendar)
    .filter(({ class: { id }, due }) => id !== state.class && !(late && isLater(due, present)))
    .map(({ class: { id } }) => id);
}

/** A clock that would stand still ends later than any. */
const isLater = (due: string | null, present: string | null): boolean =>
  present !== null && (due === null || Temporal.Instant.compare(due, present) > 0);

export const overdueRule: Rule<Command & { type: 'mark-overdue' }> = (_, state, context) => {
  if (context.actor.kind !== 'system') return refuse('not-yours');
  if (state.overdue || state.due === null) return refuse('not-due');
  if (Temporal.Instant.compare(context.now, state.due) <= 0) return refuse('not-due');
  return ok({
    entries: [{ kind: 'overdue', data: { due: state.due } }, ...duties(state, context)],
    actor: { kind: 'system' },
  });
};

/**
 * The duties that a broken promise opens, each once: those of a breach that a calendar put right took back stand, and count
 * for the next.
 */
function duties(state: RequestState, context: DecideContext): NewEntry[] {
  const fresh = dutiesOf(context.service).filter(({ id }) => !Object.hasOwn(state.dutyPosts, id));
  return fresh.flatMap((duty): NewEntry[] => {
    const position = dutyPost(duty, state, context);
    if (position === null) return [];
    return [{ kind: 'duty-opened', data: { duty: duty.id, position, due: dutyDue(duty, context) } }];
  });
}

/**
 * Who answers for it: the direct superior of the post it waits at, or that post at the top of the chart; what silence means
 * (UU 30/2014 art. 53) the legal division judges, where the government has one in its chart.
 */
function dutyPost(duty: OpenableDuty, state: RequestState, context: DecideContext): string | null {
  if (duty.id === SILENCE_DUTY.id) return context.legalPosts[0] ?? null;
  const [post] = waitingPositions(context.service, state);
  return post === undefined ? null : (context.superiorOf(post) ?? post);
}

function dutyDue({ within }: OpenableDuty, { calendar, now }: DecideContext): string {
  const due = computeDue(calendar.compiled, { received: now, promise: within });
  return due.ok ? (due.value.due ?? now) : now;
}

/**
 * A new calendar is written down for every running request, also where its deadline stays: what is computed later must
 * not rest on the calendar before (clock.md, rule 9).
 */
export const recomputeRule: Rule<Command & { type: 'recompute' }> = (command, state, context) => {
  if (context.actor.kind !== 'system') return refuse('not-yours');
  const actor: JournalActor = { kind: 'system' };
  if (context.calendar.version === state.calendarVersion) return ok({ entries: [], actor });
  const data: DeadlineSet = {
    ...deadlineSet(context.service, state, context.calendar, 'calendar'),
    was: { due: state.due, left: state.left },
    decree: command.decree,
  };
  return ok({ entries: [{ kind: 'deadline-set', data }], actor });
};

export const finishDutyRule: Rule<Command & { type: 'finish-duty' }> = (command, state, context) => {
  const post = state.dutyPosts[command.duty];
  if (post === undefined || !state.openDuties.includes(command.duty)) return refuse('duty-unknown');
  const actor = acting(context, [post]);
  if (!actor.ok) return actor;
  const data = { duty: command.duty, ...(command.note ? { note: command.note } : {}) };
  return ok({ entries: [{ kind: 'duty-done', data }], actor: actor.value });
};
