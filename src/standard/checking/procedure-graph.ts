import { CLOSED } from '../model/steps.ts';
import type { Step } from '../model/steps.ts';

/** A forward outcome of a step: its name and the step (or the end) it leads to. */
interface Move {
  readonly outcome: string;
  readonly to: string;
}

/** The moves a step can make towards the end; returns and refusals lead to the applicant, not to a step. */
export function movesOf(step: Step): Move[] {
  return Object.entries(step.outcomes as Readonly<Record<string, { to?: string } | undefined>>).flatMap(
    ([outcome, target]) => (target?.to === undefined ? [] : [{ outcome, to: target.to }]),
  );
}

/**
 * Every step a request can be at (and the end, if it can be reached) when it starts at `from` and never enters a
 * step that is `closedOff`.
 */
export function reachable(
  steps: readonly Step[],
  from: string,
  closedOff: (step: Step) => boolean = () => false,
): ReadonlySet<string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = byId.get(id);
    if (seen.has(id) || (step !== undefined && closedOff(step))) continue;
    seen.add(id);
    if (step !== undefined) open.push(...movesOf(step).map(({ to }) => to));
  }
  return seen;
}

/** The steps from which a request can still come to its end. */
export function stepsThatEnd(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(steps.filter(({ id }) => reachable(steps, id).has(CLOSED)).map(({ id }) => id));
}
