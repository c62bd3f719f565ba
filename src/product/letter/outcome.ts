/** What a letter says became of a request, held against how the request stands. Pure. */
import { positionsOf } from '../../request/index.ts';
import type { RequestState } from '../../request/index.ts';
import { reachable } from '../../standard/index.ts';
import type { Service, Step } from '../../standard/index.ts';
import type { LetterView } from './facts.ts';
import type { TemplateId } from './model.ts';

/** How far a request is, and by which standard. */
export interface Case {
  readonly service: Service;
  readonly state: RequestState;
}

export const caseOf = ({ service, state }: Pick<LetterView, 'service' | 'state'>): Case => ({
  service: service.value,
  state,
});

/**
 * Whether what a letter says is so:
 * - `decided`: it is, and nothing in the procedure can change it;
 * - `undecided`: it may still turn out otherwise, so the letter is a draft for whoever decides;
 * - `overtaken`: it turned out otherwise.
 */
export type Footing = 'decided' | 'undecided' | 'overtaken';

/** Steps at which this request may yet be refused or found wanting, the one it waits at included. */
function openSteps({ service: { steps }, state }: Case): readonly Step[] {
  if (state.step === null) return [];
  const ahead = reachable(steps, state.step);
  return steps.filter(({ id, outcomes }) => ahead.has(id) && ('refuse' in outcomes || 'fail' in outcomes));
}

/** Posts that may still decide otherwise, in the order of the procedure; none where nothing is open, or nobody was chosen yet. */
export const deciders = (given: Case): readonly string[] => [
  ...new Set(openSteps(given).flatMap((step) => positionsOf(step, given.state.addressees))),
];

function granted(given: Case): Footing {
  const { status } = given.state;
  if (status === 'closed') return 'decided';
  if (status !== 'in-progress' && status !== 'returned') return 'overtaken';
  return openSteps(given).length > 0 ? 'undecided' : 'decided';
}

const footings: Readonly<Partial<Record<TemplateId, (given: Case) => Footing>>> = {
  granted,
  completed: ({ state }) => (state.delivered || state.status === 'closed' ? 'decided' : 'overtaken'),
  refused: ({ state }) => (state.status === 'refused' ? 'decided' : 'overtaken'),
};

/** How a letter stands; one that says nothing of the outcome is about what has happened, and stays so. */
export const footingOf = (template: TemplateId, given: Case): Footing =>
  footings[template]?.(given) ?? 'decided';
