/** One running request on a new calendar, by the rules of every act. Reads and writes nothing. */
import { valueOf } from '../../ground/index.ts';
import type { Service } from '../../standard/index.ts';
import { contextFor, latest } from '../act.ts';
import type { RequestDeps } from '../deps.ts';
import { extend } from '../journal.ts';
import type { Extended } from '../journal.ts';
import { hasMoved } from '../model/calendar-move.ts';
import { decide } from '../model/decide.ts';
import { firstStep } from '../model/procedure.ts';
import { decreesBehind } from './change.ts';
import type { CalendarChange } from './change.ts';
import type { RunningRow } from './running.ts';

/** What requests are put on. */
export interface Aim {
  readonly government: string;
  /** The version of the calendar. */
  readonly n: number;
  /** Counts how often requests were found for this version; the first time most of them. */
  readonly round: number;
  /** Why that version and those before it were published. */
  readonly changes: readonly CalendarChange[];
}

/** One request as it stands after the new calendar. */
export interface Recomputed {
  readonly row: RunningRow;
  readonly service: Service;
  readonly extended: Extended;
  /** Whether the applicant has another deadline than before. */
  readonly isMoved: boolean;
}

/** Throws where the calendar gives no deadline, or the request cannot be understood. */
export function recomputed(
  deps: RequestDeps,
  { government, n, changes }: Aim,
  row: RunningRow,
  now: Temporal.Instant,
): Recomputed {
  const { state, head } = row;
  const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
  const at = latest(now, state);
  const { calendar: compiled } = deps.catalogue.calendar(government, n);
  const context = {
    ...contextFor(deps, { government, actor: { kind: 'system' } }, service, state, at),
    calendar: { version: n, compiled },
  };
  const decree = decreesBehind(changes, state.calendarVersion, n);
  const { entries, actor } = valueOf(decide({ type: 'recompute', decree }, state, context));
  const place = {
    keys: deps.keys,
    government,
    request: row.id,
    firstStep: firstStep(service),
    at,
    actor,
  };
  const extended = extend({ state, hash: head }, entries, place);
  return { row, service, extended, isMoved: hasMoved({ due: extended.state.due, was: state }) };
}
