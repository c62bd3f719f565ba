/** Products that an official had made by hand and that a step keeps a record of: each once, and only what the step delivers. Pure. */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { FulfilStep, Step } from '../../standard/model.ts';
import type { NewEntry, RecordedProduct } from './entries.ts';
import { refuse } from './faults.ts';
import type { RequestState } from './state.ts';

/** Names of the step's deliveries of which nothing is there yet, neither by the program nor by hand. */
export function leftToRecord(step: Step, state: RequestState): readonly string[] {
  if (step.kind !== 'fulfil') return [];
  const there = (state.deliveries ?? []).filter(
    (one) => one.step === step.id && one.status !== 'cancelled' && one.status !== 'withdrawn',
  );
  return step.deliveries.map(({ id }) => id).filter((id) => !there.some(({ name }) => name === id));
}

/** A step with only those of its fields that say what was made by hand of these of its deliveries. */
export function recordOf(step: FulfilStep, names: readonly string[]): FulfilStep {
  const sources = new Set(
    step.deliveries.flatMap(({ id, record = {} }) => (names.includes(id) ? Object.values(record) : [])),
  );
  return { ...step, fields: step.fields.filter(({ id }) => sources.has(`fields.${id}`)) };
}

/** The entries of what was recorded with a step. */
export function recordedEntries(
  step: Step,
  recorded: readonly RecordedProduct[],
  state: RequestState,
): Result<readonly NewEntry[]> {
  const left = leftToRecord(step, state);
  const names = recorded.map(({ name }) => name);
  const wrong = names.find((name, at) => !left.includes(name) || names.indexOf(name) !== at);
  if (wrong !== undefined) return refuse('order-twice', wrong);
  return ok(recorded.map((one): NewEntry => ({ kind: 'product-recorded', data: { ...one, step: step.id } })));
}
