/** What officials send about products that the program delivers, as commands. The room of products does its part beside. */
import type { Answers, FulfilStep } from '../standard/index.ts';
import type { BuiltCommand } from './act.ts';
import type { BuildContext } from './building.ts';
import type { RequestDeps } from './deps.ts';
import { askForNewSecret, askToReplaceSecret } from './first-secrets.ts';
import { keepEvidence } from './evidence.ts';
import { readFormAnswers } from './form-answers.ts';
import type { ActionInput } from './model/action-input.ts';
import { findDelivery } from './model/delivery-rules.ts';
import type { RecordedProduct, Ref } from './model/entries.ts';
import { refuse } from './model/faults.ts';
import { leftToRecord, recordOf } from './model/record-rules.ts';
import { stepFor } from './model/procedure.ts';
import type { HandOrder } from './products.ts';
import { keepFields, readFields } from './step-fields.ts';

interface Building {
  readonly deps: RequestDeps;
  readonly act: { readonly mode: 'form' | 'api' };
  readonly given: BuildContext;
}

type Shape =
  | 'deliver'
  | 'settle-delivery'
  | 'resume-delivery'
  | 'cancel-delivery'
  | 'withdraw-product'
  | 'resume-withdrawal'
  | 'settle-withdrawal'
  | 'cancel-withdrawal'
  | 'renew-secret';
type Builders = {
  readonly [K in Shape]: (value: ActionInput[K], at: Building) => Promise<BuiltCommand>;
};

function fulfilStepOf({ service, state }: BuildContext): FulfilStep {
  const step = state.step === null ? null : stepFor(service, state, state.step);
  if (step?.kind === 'fulfil') return step;
  throw refuse('not-open').fault;
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(isFilled)
    : value !== undefined && value !== '';

/**
 * What is read of the step's fields: what the order is made from, and what was filled in. The rest is what the delivery
 * finds out itself (a serial number, a date of issue), so it may stay open.
 */
function fieldsToRead(
  { fields, deliveries }: FulfilStep,
  value: Pick<ActionInput['deliver'], 'deliveries' | 'fields'>,
): FulfilStep['fields'] {
  const sources = new Set(
    deliveries.filter(({ id }) => value.deliveries.includes(id)).flatMap(({ order }) => Object.values(order)),
  );
  return fields.filter(({ id }) => sources.has(`fields.${id}`) || isFilled(value.fields?.[id]));
}

/** What was ordered, as the official gave it: the step's fields, and the answers of the form. */
export async function readOrder(
  value: Pick<ActionInput['deliver'], 'deliveries' | 'fields'>,
  { deps, act, given }: Building,
): Promise<{ step: FulfilStep; names: readonly string[]; fields: Answers; answers: Answers }> {
  const step = fulfilStepOf(given);
  const asked = { ...step, fields: fieldsToRead(step, value) };
  const fields = readFields(value.fields, asked, { deps, given, mode: act.mode });
  const answers = await readFormAnswers(given.tx, given.vault);
  return { step, names: value.deliveries, fields, answers };
}

/** What an official had made by hand of a step that keeps a record of it. Faults by field of the step. */
export async function recordedByHand(
  raw: unknown,
  { deps, act, given }: Building,
): Promise<{ readonly recorded?: readonly RecordedProduct[] }> {
  const step = fulfilStepOf(given);
  const names = new Set(leftToRecord(step, given.state));
  const open = step.deliveries.filter(({ id, record }) => record !== undefined && names.has(id));
  if (open.length === 0) return {};
  const fields = readFields(raw, step, { deps, given, mode: act.mode });
  const answers = await readFormAnswers(given.tx, given.vault);
  const recorded: RecordedProduct[] = [];
  for (const delivery of open)
    recorded.push(await deps.products.record(given, { delivery, fields, answers }));
  return { recorded };
}

/**
 * What an official says of an ordered delivery that they made by hand after all: the fields that are its record, beside those it was
 * ordered with. Nothing where the standard keeps no record of it.
 */
async function madeByHand(
  delivery: string,
  raw: unknown,
  { deps, act, given }: Building,
): Promise<{ readonly made: HandOrder | null; readonly fields?: Ref }> {
  const ordered = findDelivery(given.state, delivery, 'stopped');
  const step = ordered && stepFor(given.service, given.state, ordered.step);
  if (step?.kind !== 'fulfil') return { made: null };
  const standard = step.deliveries.find(({ id }) => id === ordered?.name);
  if (!standard?.record) return { made: null };
  const typed = readFields(raw, recordOf(step, [standard.id]), { deps, given, mode: act.mode });
  const fields = { ...(await orderedWith(given, ordered?.fields)), ...typed };
  const answers = await readFormAnswers(given.tx, given.vault);
  return { made: { delivery: standard, fields, answers }, ...keepFields(fields, step, given) };
}

/** The fields of the step as they were when it was ordered. */
async function orderedWith({ tx, vault }: BuildContext, fields: Ref | undefined): Promise<Answers> {
  const text = fields ? await vault.read(tx, fields) : null;
  return text === null ? {} : (JSON.parse(text) as Answers);
}

export const deliveryBuilders: Builders = {
  deliver: async (value, at) => {
    const order = await readOrder(value, at);
    const { given, deps } = at;
    const deliveries = await deps.products.order(given, order);
    const note = value.note === undefined ? {} : { note: given.vault.put('note', value.note) };
    const fields = keepFields(order.fields, order.step, given);
    const without = value.without?.length ? { without: value.without } : {};
    return { command: { type: 'order', deliveries, ...without, ...note, ...fields } };
  },
  'settle-delivery': async ({ delivery, evidence, fields }, at) => {
    const { made, ...recorded } = await madeByHand(delivery, fields, at);
    const record = await at.deps.products.settledByHand(at.given, delivery, made);
    const kept = await keepEvidence(evidence, at);
    return { command: { type: 'settle', delivery, evidence: kept, ...recorded, ...(record && { record }) } };
  },
  'resume-delivery': async ({ delivery, absent }, { deps, given }) => {
    await deps.products.resume(given, delivery, absent);
    return { command: { type: 'resume-delivery', delivery } };
  },
  'cancel-delivery': async ({ delivery, absent }, { deps, given }) => {
    await deps.products.cancel(given, delivery, absent);
    return { command: { type: 'cancel-delivery', delivery } };
  },
  'withdraw-product': async ({ deliveries, reason }, { deps, given }) => {
    for (const delivery of new Set(deliveries)) await deps.products.withdraw(given, delivery);
    const kept = given.vault.put('withdrawal-reason', reason);
    return { command: { type: 'withdraw-product', deliveries, reason: kept }, words: { text: reason } };
  },
  'resume-withdrawal': async ({ delivery }, { deps, given }) => {
    await deps.products.withdrawAgain(given, delivery);
    return { command: { type: 'resume-withdrawal', delivery } };
  },
  'settle-withdrawal': async ({ delivery, evidence }, { deps, given }) => {
    await deps.products.withdrawnByHand(given, delivery);
    const kept = await keepEvidence(evidence, { deps, given });
    return { command: { type: 'product-withdrawn', delivery, evidence: kept } };
  },
  'renew-secret': ({ delivery, reason }, { deps, given }) =>
    reason === undefined
      ? askForNewSecret(deps, given, delivery)
      : askToReplaceSecret(deps, given, { delivery, reason }),
  'cancel-withdrawal': async ({ delivery, looked }, { deps, given }) => {
    await deps.products.keep(given, delivery, looked);
    return { command: { type: 'cancel-withdrawal', delivery } };
  },
};
