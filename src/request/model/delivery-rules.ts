/**
 * What may happen to products that the program delivers. The order is an official's act at the step; what becomes of it is
 * reported by the program or, where nobody else can know, by an official. When all of the step is there, the step is made. Pure.
 */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { CLOSED } from '../../standard/model.ts';
import type { FulfilStep } from '../../standard/model.ts';
import type { Command } from './commands.ts';
import type { Evidence, JournalActor, NewEntry } from './entries.ts';
import { refuse } from './faults.ts';
import { outcomesOf, stepFor, waitingPositions } from './procedure.ts';
import { acting, withDeadline } from './rule.ts';
import type { DecideContext, Rule } from './rule.ts';
import type { DeliveryState, RequestState } from './state.ts';
import { competence } from './step-rules.ts';

type Of<T extends Command['type']> = Command & { readonly type: T };

const isOpen = ({ status }: DeliveryState): boolean => status === 'ordered' || status === 'stopped';

/** Nothing of it is there (any more), so it may be ordered anew. */
export const isGone = ({ status }: DeliveryState): boolean =>
  status === 'cancelled' || status === 'withdrawn';

/** Deliveries that were ordered at the current step and are neither there nor taken back. */
export const openDeliveries = (state: RequestState): readonly DeliveryState[] =>
  (state.deliveries ?? []).filter((one) => one.step === state.step && isOpen(one));

/** One delivery of a request, where it has one of these statuses. */
export const findDelivery = (
  state: RequestState,
  delivery: string,
  ...statuses: readonly DeliveryState['status'][]
): DeliveryState | undefined =>
  (state.deliveries ?? []).find((one) => one.delivery === delivery && statuses.includes(one.status));

function fulfilStep(state: RequestState, context: DecideContext): FulfilStep | null {
  if (state.status !== 'in-progress' || state.step === null) return null;
  const step = stepFor(context.service, state, state.step);
  return step.kind === 'fulfil' ? step : null;
}

/** Each product once: not while another order for it runs, and not again when it is there. */
function orderFault(step: FulfilStep, command: Of<'order'>, state: RequestState): Result<true> {
  if (command.deliveries.length === 0) return refuse('order-empty');
  const known = new Map(step.deliveries.map(({ id, kind }) => [id, kind]));
  const wrong = command.deliveries.find(({ name, kind }) => known.get(name) !== kind);
  if (wrong) return refuse('order-unknown', wrong.name);
  const names = command.deliveries.map(({ name }) => name);
  const had = (state.deliveries ?? []).filter((one) => one.step === step.id && !isGone(one));
  const twice = names.find((name, at) => names.indexOf(name) !== at || had.some((one) => one.name === name));
  if (twice !== undefined) return refuse('order-twice', twice);
  const left = (command.without ?? []).find((name) => !known.has(name) || names.includes(name));
  return left === undefined ? ok(true) : refuse('order-unknown', left);
}

export const orderRule: Rule<Of<'order'>> = (command, state, context) => {
  const step = fulfilStep(state, context);
  if (!step) return refuse('not-open');
  // The superior's word may send it back to the applicant, and what was ordered would wait with it.
  if (state.proposedReturn) return refuse('waiting-superior');
  if (openDeliveries(state).length > 0) return refuse('being-delivered');
  const actor = acting(context, waitingPositions(context.service, state));
  if (!actor.ok) return actor;
  const competent = competence(step, context.actor);
  if (!competent.ok) return competent;
  const fault = orderFault(step, command, state);
  if (!fault.ok) return fault;
  const { type: _, ...given } = command;
  const warnings = competent.value.length > 0 ? { warnings: competent.value } : {};
  const data = { ...given, step: step.id, ...warnings };
  return ok({ entries: [{ kind: 'delivery-ordered', data }], actor: actor.value });
};

/** Whoever tells what became of a delivery: the program, or an official of the step. */
function teller(state: RequestState, context: DecideContext): Result<JournalActor> {
  if (context.actor.kind === 'system') return ok({ kind: 'system' });
  return acting(context, waitingPositions(context.service, state));
}

/** The step as it is made by the last delivery of its order, with what was recorded when it was ordered. */
function madeBy(step: FulfilStep, state: RequestState, last: NewEntry, delivery: DeliveryState): NewEntry[] {
  const to = outcomesOf(step).find(({ action }) => action === 'fulfil')?.to;
  if (!to) return [];
  const own = last.kind === 'delivery-settled' ? last.data : null;
  const { note, warnings } = delivery;
  const fields = own?.fields ?? delivery.fields;
  const made: NewEntry = {
    kind: 'step-made',
    data: {
      step: step.id,
      action: 'fulfil',
      to,
      evidence: [...deliveredEvidence(step.id, state), ...(own?.evidence ?? [])],
      ...(note && { note }),
      ...(fields && { fields }),
      ...(warnings && { warnings }),
    },
  };
  return to === CLOSED ? [made, { kind: 'closed', data: {} }] : [made];
}

/** What shows that something of a step was delivered before the step itself was made. */
export const deliveredEvidence = (step: string, state: RequestState): readonly Evidence[] =>
  (state.deliveries ?? [])
    .filter((one) => one.step === step && one.status === 'delivered')
    .flatMap(({ evidence }) => evidence);

/**
 * What of a step was neither ordered nor, by the official's word at an order, is left out. As long as there is any the step stays
 * open: nothing that the standard promises is dropped without a word.
 */
export function leftToDeliver(step: FulfilStep, state: RequestState): readonly string[] {
  const standing = (state.deliveries ?? []).filter((one) => one.step === step.id && !isGone(one));
  const settled = new Set(standing.flatMap(({ name, without = [] }) => [name, ...without]));
  return step.deliveries.map(({ id }) => id).filter((name) => !settled.has(name));
}

/** The step is made once nothing of it is open or left. */
function afterLast(
  entry: NewEntry,
  delivery: DeliveryState,
  state: RequestState,
  context: DecideContext,
): NewEntry[] {
  const step = fulfilStep(state, context);
  const others = openDeliveries(state).filter((one) => one.delivery !== delivery.delivery);
  const done = step && others.length === 0 && leftToDeliver(step, state).length === 0;
  return done ? madeBy(step, state, entry, delivery) : [];
}

/** What an official gives as evidence is of the kinds that the standard allows; the program proves it by the product, a record is one. */
function evidenceFault(command: Of<'settle'>, state: RequestState, context: DecideContext): Result<true> {
  if (command.evidence.length === 0 && !command.record) return refuse('evidence-missing', 'product');
  const step = fulfilStep(state, context);
  if (context.actor.kind === 'system' || !step) return ok(true);
  const wrong = command.evidence.find(
    (item) => item.type === 'product' || !step.evidence.includes(item.type),
  );
  return wrong ? refuse('evidence-kind', wrong.type) : ok(true);
}

export const settleRule: Rule<Of<'settle'>> = (command, state, context) => {
  const delivery = findDelivery(state, command.delivery, 'ordered', 'stopped');
  if (!delivery) return refuse('delivery-unknown');
  const actor = teller(state, context);
  if (!actor.ok) return actor;
  const fault = evidenceFault(command, state, context);
  if (!fault.ok) return fault;
  const { type: _, record, evidence, ...data } = command;
  const all = record ? [record, ...evidence] : evidence;
  const settled: NewEntry = { kind: 'delivery-settled', data: { ...data, evidence: all } };
  const made = afterLast(settled, delivery, state, context);
  return withDeadline(state, [settled, ...made], actor.value, context, 'complete');
};

export const stopRule: Rule<Of<'stop-delivery'>> = (command, state, context) => {
  if (context.actor.kind !== 'system') return refuse('not-yours');
  if (!findDelivery(state, command.delivery, 'ordered')) return refuse('delivery-unknown');
  const { type: _, ...data } = command;
  return ok({ entries: [{ kind: 'delivery-stopped', data }], actor: { kind: 'system' } });
};

export const resumeRule: Rule<Of<'resume-delivery'>> = (command, state, context) => {
  if (!findDelivery(state, command.delivery, 'stopped')) return refuse('delivery-unknown');
  const actor = acting(context, waitingPositions(context.service, state));
  if (!actor.ok) return actor;
  const data = { delivery: command.delivery };
  return ok({ entries: [{ kind: 'delivery-resumed', data }], actor: actor.value });
};

/**
 * Taking back what was stopped; whether nothing was made is for the caller to have proven or asked. The step stays open: what
 * was taken back is ordered under another name, or the step is made by hand.
 */
export const cancelDeliveryRule: Rule<Of<'cancel-delivery'>> = (command, state, context) => {
  if (!findDelivery(state, command.delivery, 'stopped')) return refuse('delivery-unknown');
  const actor = acting(context, waitingPositions(context.service, state));
  if (!actor.ok) return actor;
  const data = { delivery: command.delivery };
  return ok({ entries: [{ kind: 'delivery-cancelled', data }], actor: actor.value });
};
