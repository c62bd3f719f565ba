/** Which actions are open to an official at this moment: what the page shows and the API lists. Pure. */
import { classifyStep } from '../../standard/model.ts';
import type { Service, Step, Text } from '../../standard/model.ts';
import { mayMakeStep, standpointOf } from './access.ts';
import type { OfficialActor } from './actor.ts';
import { extensionLeft } from './deadline.ts';
import { openDeliveries } from './delivery-rules.ts';
import { getStep, involvedPositions, outcomesOf, positionsOf } from './procedure.ts';
import type { ActionKind } from './procedure.ts';
import { isEnded } from './state.ts';
import type { RequestState } from './state.ts';

export interface Offer {
  readonly action: string;
  readonly kind: ActionKind;
  /** The standard's own label of the outcome, where it has one. */
  readonly label: Text | undefined;
  /** The step the action belongs to; null for actions that belong to none. */
  readonly step: Step | null;
  /** Of `finish-duty`: the open duties of the official's own posts. */
  readonly duties?: readonly string[];
  /** Of acts on deliveries: those of the step it can order, or those that were ordered. */
  readonly deliveries?: readonly string[];
}

const other = (action: string): Offer => ({ action, kind: 'other', label: undefined, step: null });

/** Actions of the step itself, for whoever may make it. */
function stepOffers(actor: OfficialActor, service: Service, state: RequestState): Offer[] {
  if (!mayMakeStep(actor, service, state) || state.step === null || state.proposedReturn) return [];
  if (openDeliveries(state).length > 0) return stoppedOffers(state);
  const step = getStep(service, state.step);
  const outcomes = outcomesOf(step).map(({ action, kind, label }) => ({ action, kind, label, step }));
  const extendable = extensionLeft(service, state) !== null && state.due !== null && !state.overdue;
  return [
    ...outcomes,
    ...(state.takenBy === actor.official ? [] : [other('take-over')]),
    ...(extendable ? [other('extend')] : []),
  ];
}

/** Only what stopped waits for an official; the rest waits for the counterpart. */
function stoppedOffers(state: RequestState): Offer[] {
  const deliveries = openDeliveries(state).flatMap(({ delivery, status }) =>
    status === 'stopped' ? delivery : [],
  );
  return deliveries.length === 0
    ? []
    : ['resume-delivery', 'settle-delivery', 'cancel-delivery'].map((action) => ({
        ...other(action),
        deliveries,
      }));
}

/** What the program made can be given back by whoever has a part in the request, also after its end. */
function withdrawOffers(state: RequestState): Offer[] {
  const deliveries = (state.deliveries ?? []).flatMap(({ delivery, status, evidence }) =>
    status === 'delivered' && evidence.some(({ type }) => type === 'product') ? delivery : [],
  );
  return deliveries.length === 0 ? [] : [{ ...other('withdraw-product'), deliveries }];
}

/** Whoever makes the step that chose the class may choose again while the request is open. */
function mayReclassify(actor: OfficialActor, service: Service, state: RequestState): boolean {
  const step = classifyStep(service.steps);
  if (!step || (state.class ?? null) === null) return false;
  return positionsOf(step, state.addressees).some((post) => holdsPost(actor, post));
}

/** Actions of a superior: the word on a second demand, cancelling. */
function superiorOffers(
  actor: OfficialActor,
  service: Service,
  state: RequestState,
  superiorOf: (position: string) => string | null,
): Offer[] {
  const offers: Offer[] = [];
  const above = state.proposedReturn && superiorOf(state.proposedReturn.position);
  if (above && actor.held.some(({ position }) => position === above)) {
    offers.push(other('allow-return'), other('deny-return'));
  }
  const posts = state.step === null ? [] : positionsOf(getStep(service, state.step), state.addressees);
  if (posts.some((post) => actor.below.includes(post))) offers.push(other('cancel'));
  return offers;
}

const holdsPost = (actor: OfficialActor, post: string | undefined): boolean =>
  actor.held.some(({ position }) => position === post);

const involved = (actor: OfficialActor, service: Service, state: RequestState): boolean =>
  involvedPositions(service, state.addressees).some((post) => holdsPost(actor, post));

/** Everything this official may do with the request now, in the order a page shows it. */
export function offersTo(
  actor: OfficialActor,
  service: Service,
  state: RequestState,
  superiorOf: (position: string) => string | null,
): readonly Offer[] {
  const standpoint = standpointOf(actor, service, state);
  const duties = state.openDuties.filter((open) => holdsPost(actor, state.dutyPosts[open]));
  const duty = duties.length > 0 ? [{ ...other('finish-duty'), duties }] : [];
  // Whoever oversees adds nothing; but the legal division answers what it was asked.
  if (standpoint !== 'part' && standpoint !== 'superior') return duty;
  const withdraw = involved(actor, service, state) ? withdrawOffers(state) : [];
  if (isEnded(state.status)) return [...duty, ...withdraw, other('contact'), other('comment')];
  return [
    ...stepOffers(actor, service, state),
    ...(mayReclassify(actor, service, state) ? [other('reclassify')] : []),
    ...superiorOffers(actor, service, state, superiorOf),
    ...duty,
    ...withdraw,
    other('contact'),
    other('comment'),
  ];
}
