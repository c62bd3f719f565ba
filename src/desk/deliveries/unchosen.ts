/** What a step delivers beside what was chosen now: made later, or left out by the official's own word. Pure. */
import { leftToDeliver } from '../../request/index.ts';
import type { DeskView } from '../../request/index.ts';
import type { Delivery } from '../../standard/index.ts';
import { currentStep } from '../request-words.ts';

/** The answers on the page of the plan. */
export const LATER = 'later';
export const NOT_MADE = 'not-made';

/** Deliveries of the step that were neither ordered before nor chosen now. */
export function unchosen(view: DeskView, chosen: readonly string[]): readonly Delivery[] {
  const step = currentStep(view);
  if (step?.kind !== 'fulfil') return [];
  const left = leftToDeliver(step, view.state);
  return step.deliveries.filter(({ id }) => left.includes(id) && !chosen.includes(id));
}
