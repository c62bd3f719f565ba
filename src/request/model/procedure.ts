/** Reading a standard's procedure: which actions a step offers, where they lead, who makes it. Pure. */
import { deliveryPath } from '../../standard/model.ts';
import type { Delivery, Service, Step, Text } from '../../standard/model.ts';
import type { RequestState } from './state.ts';

export type ActionKind = 'forward' | 'return' | 'refuse' | 'other';

/** One way on from a step, as the standard offers it. */
export interface Outcome {
  readonly action: string;
  readonly kind: 'forward' | 'return' | 'refuse';
  /** Where it leads: a step, `closed`, or null for the applicant and for a refusal. */
  readonly to: string | null;
  readonly label: Text | undefined;
}

const kindOf = (action: string): Outcome['kind'] =>
  action === 'return' || action === 'refuse' ? action : 'forward';

/** The step of this id; throws for an id the standard does not have, which a published standard never asks for. */
export function getStep(service: Service, id: string): Step {
  const step = service.steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`service ${service.id} has no step "${id}"`);
  return step;
}

/**
 * A step as it is for this request: without what its applicant did not ask for, and without the fields that are for nothing but that.
 * Throws as `getStep`.
 */
export function stepFor(service: Service, { unwanted = [] }: RequestState, id: string): Step {
  const step = getStep(service, id);
  if (step.kind !== 'fulfil') return step;
  const isWanted = (one: Delivery): boolean => !unwanted.includes(deliveryPath(id, one.id));
  const deliveries = step.deliveries.filter(isWanted);
  const needed = sourcesOf(deliveries);
  const idle = sourcesOf(step.deliveries.filter((one) => !isWanted(one))).filter(
    (source) => !needed.includes(source),
  );
  return { ...step, deliveries, fields: step.fields.filter((field) => !idle.includes(`fields.${field.id}`)) };
}

const sourcesOf = (deliveries: readonly Delivery[]): readonly string[] =>
  deliveries.flatMap(({ order, record = {} }) => [...Object.values(order), ...Object.values(record)]);

export function firstStep(service: Service): string {
  const [first] = service.steps;
  if (!first) throw new Error(`service ${service.id} has no steps`);
  return first.id;
}

/** The outcomes of a step in the order of the schema: forward first, then return and refuse. */
export function outcomesOf(step: Step): readonly Outcome[] {
  return Object.entries(step.outcomes)
    .filter(([, outcome]) => outcome !== undefined)
    .map(([action, outcome]: [string, { to?: string; label?: Text }]) => ({
      action,
      kind: kindOf(action),
      to: outcome.to ?? null,
      label: outcome.label,
    }));
}

/** Positions that may make the step a request waits at; none once it has ended or waits for the applicant. */
export function waitingPositions(service: Service, state: RequestState): readonly string[] {
  if (state.status !== 'in-progress' || state.step === null) return [];
  return positionsOf(getStep(service, state.step), state.addressees);
}

/** Positions of a step, given whom the dispose steps before it named. */
export function positionsOf(step: Step, addressees: RequestState['addressees']): readonly string[] {
  if (step.positions) return step.positions;
  return step.assignedBy ? (addressees[step.assignedBy] ?? []) : [];
}

/** Every position a request concerns: those of all steps, and those it was disposed to. */
export function involvedPositions(
  service: Service,
  addressees: RequestState['addressees'],
): readonly string[] {
  const ofSteps = service.steps.flatMap((step) => step.positions ?? []);
  return [...new Set([...ofSteps, ...Object.values(addressees).flat()])];
}
