/** The deadline of a request from its state: which promise runs, from when, with which pauses. Pure. */
import { computeDeadline, computeDue } from '../../working-time/index.ts';
import type {
  Basis,
  Deadline,
  DeadlineQuestion,
  Due,
  Extension,
  PromisedTime,
  WorkingCalendar,
  WorkingTimeFault,
} from '../../working-time/index.ts';
import { classifyStep } from '../../standard/model.ts';
import type { PromiseClass, Service } from '../../standard/model.ts';
import type { DeadlineSet } from './entries.ts';
import type { RequestState } from './state.ts';

/** The promise of a service: the lawful one where the law differs from the printed text (clock.md, "Words"). */
export const runningPromise = (service: Service): PromisedTime =>
  service.clock.lawful?.promise ?? service.promise;

/** The promise that runs for one request: that of its class once one was chosen, else the service's. */
export function promiseOf(service: Service, state: Pick<RequestState, 'class'>): PromisedTime {
  const chosen = classifyStep(service.steps)?.classes.find(({ id }) => id === state.class);
  return chosen?.promise ?? runningPromise(service);
}

/** The question to the clock, or null while the event that starts it has not happened. */
export function deadlineQuestion(service: Service, state: RequestState): DeadlineQuestion | null {
  const start = service.clock.starts === 'complete' ? state.completeAt : state.receivedAt;
  if (start === null) return null;
  const pauses = state.pauses.filter((pause) => Temporal.Instant.compare(pause.from, start) >= 0);
  return {
    received: start,
    promise: promiseOf(service, state),
    pauses: [...pauses],
    extensions: [...state.extensions],
  };
}

const uncomputable = ({ number }: RequestState, fault: WorkingTimeFault): Error =>
  new Error(`deadline of ${number}: ${fault.code}`, { cause: fault });

/** Deadline and derivation of a running request; null before its clock starts. Throws on a calendar without working time. */
export function deadlineOf(
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
): Deadline | null {
  const question = deadlineQuestion(service, state);
  if (question === null) return null;
  const answer = computeDeadline(calendar, question);
  if (!answer.ok) throw uncomputable(state, answer.fault);
  return answer.value;
}

/** The deadline without the way it was found, which takes several times as long. As `deadlineOf` otherwise. */
function dueOf(service: Service, state: RequestState, calendar: WorkingCalendar): Due | null {
  const question = deadlineQuestion(service, state);
  if (question === null) return null;
  const answer = computeDue(calendar, question);
  if (!answer.ok) throw uncomputable(state, answer.fault);
  return answer.value;
}

/** The journal's word on a deadline after the state has changed for `cause`. */
export function deadlineSet(
  service: Service,
  state: RequestState,
  calendar: { readonly version: number; readonly compiled: WorkingCalendar },
  cause: DeadlineSet['cause'],
): DeadlineSet {
  return toldAs(dueOf(service, state, calendar.compiled), calendar.version, cause);
}

/** The same of a deadline that is at hand. */
export const toldAs = (
  deadline: Due | null,
  calendarVersion: number,
  cause: DeadlineSet['cause'],
): DeadlineSet => ({
  due: deadline?.due ?? null,
  left: deadline?.left ?? null,
  provisional: deadline?.provisional ?? false,
  cause,
  calendarVersion,
});

/** A lawful extension, as the journal records it and the clock takes it. */
interface LawfulExtension extends Extension {
  readonly basis: Basis;
  readonly days: number;
}

/** The lawful extension that may still be given to this request; null where there is none. */
export function extensionLeft(service: Service, state: RequestState): LawfulExtension | null {
  const lawful = service.clock.lawful;
  // UU 14/2008 art. 22(8): one extension only.
  if (!lawful?.extension || state.extensions.length > 0) return null;
  return { basis: lawful.promise.basis, days: lawful.extension.days };
}

/** The deadline that an extension would lead to, to be shown before it is given; null where none may be. */
export function dueIfExtended(
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
): string | null {
  const extension = state.due === null ? null : extensionLeft(service, state);
  if (extension === null) return null;
  return (
    deadlineOf(service, { ...state, extensions: [...state.extensions, extension] }, calendar)?.due ?? null
  );
}

/** A class with the deadline that choosing it would lead to; null while the clock stands. */
export interface ClassDue {
  readonly class: PromiseClass;
  readonly due: string | null;
}

/** Every class that may be chosen for a request, in the order of the standard; none where it classifies nothing. */
export const dueByClass = (
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
): readonly ClassDue[] =>
  (classifyStep(service.steps)?.classes ?? []).map((one) => ({
    class: one,
    due: deadlineOf(service, { ...state, class: one.id }, calendar)?.due ?? null,
  }));
