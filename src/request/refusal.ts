/** On what ground a request was refused, and why in words. Pure. */
import type { Service, Text } from '../standard/index.ts';
import type { Entry } from './model/entries.ts';

export interface Refusal {
  readonly ground: Text | null;
  readonly law: string | null;
  readonly reason: string | null;
}

/** The refusal that stands; null while there is none. `values` are the opened values of the request. */
export function refusalOf(
  entries: readonly Entry[],
  service: Service,
  values: ReadonlyMap<string, string>,
): Refusal | null {
  const entry = entries.findLast((candidate) => candidate.kind === 'refused');
  if (!entry) return null;
  const ground = service.steps
    .find((step) => step.id === entry.data.step)
    ?.grounds.find((candidate) => candidate.id === entry.data.ground);
  return {
    ground: ground?.text ?? null,
    law: ground?.law ?? null,
    reason: values.get(entry.data.reason.value) ?? null,
  };
}
