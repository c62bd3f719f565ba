/** The deadline of a request from its state: which promise runs, from when, with which pauses. Pure. */
import { computeDeadline } from '../../working-time/index.ts';
import type { Deadline, DeadlineQuestion, PromisedTime, WorkingCalendar } from '../../working-time/index.ts';
import type { Service } from '../../standard/model.ts';
import type { DeadlineSet } from './entries.ts';
import type { RequestState } from './state.ts';

/** The promise that runs: the lawful one where the law differs from the printed text (clock.md, "Words"). */
export const runningPromise = (service: Service): PromisedTime =>
  service.clock.lawful?.promise ?? service.promise;

/** The question to the clock, or null while the event that starts it has not happened. */
export function deadlineQuestion(service: Service, state: RequestState): DeadlineQuestion | null {
  const start = service.clock.starts === 'complete' ? state.completeAt : state.receivedAt;
  if (start === null) return null;
  const pauses = state.pauses.filter((pause) => Temporal.Instant.compare(pause.from, start) >= 0);
  return {
    received: start,
    promise: runningPromise(service),
    pauses: [...pauses],
    extensions: [...state.extensions],
  };
}

/** Deadline and derivation of a running request; null before its clock starts. Throws on a calendar without working time. */
export function deadlineOf(
  service: Service,
  state: RequestState,
  calendar: WorkingCalendar,
): Deadline | null {
  const question = deadlineQuestion(service, state);
  if (question === null) return null;
  const answer = computeDeadline(calendar, question);
  if (!answer.ok) throw new Error(`deadline of ${state.number}: ${answer.fault.code}`);
  return answer.value;
}

/** The journal's word on a deadline after the state has changed for `cause`. */
export function deadlineSet(
  service: Service,
  state: RequestState,
  calendar: { readonly version: number; readonly compiled: WorkingCalendar },
  cause: DeadlineSet['cause'],
): DeadlineSet {
  const deadline = deadlineOf(service, state, calendar.compiled);
  return {
    due: deadline?.due ?? null,
    left: deadline?.left ?? null,
    provisional: deadline?.provisional ?? false,
    cause,
    calendarVersion: calendar.version,
  };
}
