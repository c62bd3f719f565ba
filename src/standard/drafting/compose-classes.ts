/** The step at which an official says which class a request is of, where the decree promises each its own time. */
import type { Step } from '../model/steps.ts';
import type { DraftClass } from './model.ts';
import { distinct, idFrom } from './wording.ts';

const ID = 'golongkan';

/** Fewer than two are no choice. */
const FEWEST = 2;

/**
 * The steps with one that classifies: behind the first look at the papers, made by the same post, since nobody else has seen
 * them yet; else at the very beginning. The same steps where there is nothing to choose.
 */
export function withClasses(steps: readonly Step[], classes: readonly DraftClass[]): Step[] {
  const [first, ...others] = steps;
  if (!first || classes.length < FEWEST) return [...steps];
  const classify = (to: string): Step => ({
    kind: 'classify',
    id: ID,
    title: { id: 'Tetapkan golongan permohonan', en: 'Set the class of the request' },
    ...(first.positions ? { positions: first.positions } : {}),
    fields: [],
    grounds: [],
    classes: classesOf(classes),
    outcomes: { classify: { to } },
  });
  if (first.kind !== 'check') return [classify(first.id), ...steps];
  const { complete } = first.outcomes;
  const looked: Step = { ...first, outcomes: { ...first.outcomes, complete: { ...complete, to: ID } } };
  return [looked, classify(complete.to), ...others];
}

function classesOf(classes: readonly DraftClass[]): (Step & { readonly kind: 'classify' })['classes'] {
  const ids = distinct(classes.map(({ label }) => idFrom(label.id, 'golongan')));
  return classes.map((one, index) => ({ id: ids[index] ?? 'golongan', ...one }));
}
