/** Which papers fit a request as it stands. Pure. */
import type { LetterView } from './facts.ts';
import { templateIds } from './model.ts';
import type { TemplateId } from './model.ts';

type Fits = (view: LetterView) => boolean;

const stepKind = ({ service, state }: LetterView): string | undefined =>
  service.value.steps.find(({ id }) => id === state.step)?.kind;

/** A decision in favour was made, or nothing but carrying it out is left. */
const approved: Fits = (view) =>
  view.state.status === 'closed' ||
  (view.state.status === 'in-progress' &&
    (view.timeline.some(({ action }) => action === 'approve') ||
      ['fulfil', 'sign', 'hand-over'].includes(stepKind(view) ?? '')));

const wasDisposed: Fits = ({ state }) => Object.values(state.addressees).some((posts) => posts.length > 0);

const fits: Readonly<Record<TemplateId, Fits>> = {
  granted: approved,
  refused: ({ state }) => state.status === 'refused',
  returned: ({ state }) => state.status === 'returned',
  extended: ({ state }) => state.extensions.length > 0,
  apology: ({ state }) => state.overdue,
  'hand-over': (view) =>
    view.state.delivered || view.state.status === 'closed' || stepKind(view) === 'hand-over',
  assignment: (view) => wasDisposed(view) && view.state.status === 'in-progress',
  disposition: ({ state }) => state.agenda !== null,
  receipt: () => true,
};

/** In the order of the table: decisions first. */
export const templatesFor = (view: LetterView): readonly TemplateId[] =>
  view.erased ? [] : templateIds.filter((id) => fits[id](view));
