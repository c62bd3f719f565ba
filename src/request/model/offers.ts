/** Which actions are open to an official at this moment: what the page shows and the API lists. Pure. */
import { classifyStep } from '../../standard/model.ts';
import type { Service, Step, Text } from '../../standard/model.ts';
import { mayMakeStep, standpointOf } from './access.ts';
import type { OfficialActor } from './actor.ts';
import { extensionLeft } from './deadline.ts';
import { openDeliveries } from './delivery-rules.ts';
import { getStep, outcomesOf, positionsOf, stepFor } from './procedure.ts';
import type { ActionKind } from './procedure.ts';
import { recordOf } from './record-rules.ts';
import { isEnded } from './state.ts';
import type { RequestState } from './state.ts';
import { isSuperiorOf } from './superior.ts';
import { lastSecret } from './secret-rules.ts';
import { answeringPosts } from './withdrawal-rules.ts';

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
  const open = openDeliveries(state).length > 0;
  const extendable = extensionLeft(service, state) !== null && state.due !== null && !state.overdue;
  return [
    ...(open
      ? stoppedOffers(stepFor(service, state, state.step), state)
      : outcomeOffers(stepFor(service, state, state.step))),
    ...(state.takenBy === actor.official ? [] : [other('take-over')]),
    ...(extendable ? [other('extend')] : []),
  ];
}

const outcomeOffers = (step: Step): Offer[] =>
  outcomesOf(step).map(({ action, kind, label }) => ({ action, kind, label, step }));

const offerFor = (action: string, deliveries: readonly string[]): Offer[] =>
  deliveries.length === 0 ? [] : [{ ...other(action), deliveries }];

/** Only what stopped waits for an official; the rest waits for the counterpart. */
function stoppedOffers(step: Step, state: RequestState): Offer[] {
  const stopped = openDeliveries(state).filter(({ status }) => status === 'stopped');
  const names = stopped.map(({ name }) => name);
  // Whoever did it by hand says what was made, as far as the standard keeps a record of it.
  const recorded = step.kind === 'fulfil' ? recordOf(step, names) : null;
  return ['resume-delivery', 'settle-delivery', 'cancel-delivery'].flatMap((action) =>
    offerFor(
      action,
      stopped.map(({ delivery }) => delivery),
    ).map((offer) => (action === 'settle-delivery' ? { ...offer, step: recorded } : offer)),
  );
}

/** Whoever delivers may have a first password made anew; whether one ran out unopened is for the caller to narrow. */
function secretOffers(actor: OfficialActor, service: Service, state: RequestState): Offer[] {
  const own = (state.deliveries ?? []).filter(
    (one) =>
      one.status === 'delivered' &&
      lastSecret(one) !== null &&
      answeringPosts(service, state, one).some((post) => holdsPost(actor, post)),
  );
  return offerFor(
    'renew-secret',
    own.map(({ delivery }) => delivery),
  );
}

/** Giving back what was ordered from the program, whoever made it then, also after the end of the request, for whoever answers for it. */
function withdrawalOffers(actor: OfficialActor, service: Service, state: RequestState): Offer[] {
  const own = (state.deliveries ?? []).filter((one) => {
    const posts = answeringPosts(service, state, one);
    return isSuperiorOf(actor, posts) || posts.some((post) => holdsPost(actor, post));
  });
  const made = own.filter(({ status }) => status === 'delivered');
  const stuck = own.filter((one) => one.stuck);
  const ids = (some: typeof own): readonly string[] => some.map(({ delivery }) => delivery);
  return [
    ...offerFor('withdraw-product', ids(made)),
    ...['resume-withdrawal', 'settle-withdrawal', 'cancel-withdrawal'].flatMap((action) =>
      offerFor(action, ids(stuck)),
    ),
  ];
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
  // All else needs what was erased.
  if (state.erased) return duty;
  // Whoever oversees adds nothing; but the legal division answers what it was asked.
  if (standpoint !== 'part' && standpoint !== 'superior') return duty;
  const withdraw = [...secretOffers(actor, service, state), ...withdrawalOffers(actor, service, state)];
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
