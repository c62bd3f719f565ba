import type { Service } from '../standard/index.ts';
import type { ViewerPositions } from './journal.ts';
import { involvedPositions, waitingPositions } from './model/procedure.ts';
import type { RequestState } from './model/state.ts';

/** Whom a request concerns, those with a duty in it as well, and at whom it waits: while a second demand is proposed, at the superior. */
export function audienceOf(
  service: Service,
  state: RequestState,
  superiorOf: (position: string) => string | null,
): ViewerPositions {
  const ofProcedure = involvedPositions(service, state.addressees);
  const involved = [...new Set([...ofProcedure, ...Object.values(state.dutyPosts)])];
  const { proposedReturn } = state;
  if (!proposedReturn) return { involved, waiting: waitingPositions(service, state) };
  const above = superiorOf(proposedReturn.position);
  return above === null
    ? { involved, waiting: [] }
    : { involved: [...new Set([...involved, above])], waiting: [above] };
}
