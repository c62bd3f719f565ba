/** Which papers fit a request as it stands, and which of them its last decision still lacks. Pure. */
import type { LetterView } from './facts.ts';
import { templateIds } from './model.ts';
import type { TemplateId } from './model.ts';
import { caseOf, footingOf } from './outcome.ts';
import { templates } from './templates.ts';

type Fits = (view: LetterView) => boolean;

const stepOf = ({
  service,
  state,
}: LetterView): LetterView['service']['value']['steps'][number] | undefined =>
  service.value.steps.find(({ id }) => id === state.step);

const carriedOut: readonly string[] = ['fulfil', 'sign', 'hand-over'];

/** Whatever judged it last found it wanting. */
const foundWanting: Fits = ({ timeline }) =>
  timeline.findLast(({ action }) => findings.includes(action ?? ''))?.action === 'fail';

const findings: readonly string[] = ['pass', 'fail', 'approve'];

/** A decision in favour was made, or nothing but carrying it out is left, its signature included: that may still be denied. */
const approved: Fits = (view) =>
  !foundWanting(view) &&
  (view.state.status === 'closed' ||
    (view.state.status === 'in-progress' &&
      (view.timeline.some(({ action }) => action === 'approve') ||
        carriedOut.includes(stepOf(view)?.kind ?? ''))));

/** What cannot be refused is not granted either: a complaint is answered, an announcement made. */
const mayBeRefused: Fits = ({ service }) => service.value.steps.some((step) => 'refuse' in step.outcomes);

const wasDisposed: Fits = ({ state }) => Object.values(state.addressees).some((posts) => posts.length > 0);

/** Somebody in particular has something to carry out now. */
const isCarriedOut: Fits = (view) => {
  const step = stepOf(view);
  return step?.assignedBy !== undefined || step?.kind === 'fulfil' || wasDisposed(view);
};

const fits: Readonly<Record<TemplateId, Fits>> = {
  granted: (view) => mayBeRefused(view) && approved(view),
  completed: (view) => !mayBeRefused(view) && (view.state.delivered || view.state.status === 'closed'),
  refused: ({ state }) => state.status === 'refused',
  returned: ({ state }) => state.status === 'returned',
  extended: ({ state }) => state.extensions.length > 0,
  apology: ({ state }) => state.overdue,
  'hand-over': (view) =>
    view.state.delivered || view.state.status === 'closed' || stepOf(view)?.kind === 'hand-over',
  assignment: (view) => view.state.status === 'in-progress' && isCarriedOut(view),
  disposition: (view) => view.state.agenda !== null || wasDisposed(view),
  receipt: () => true,
};

/** In the order of the table: decisions first. */
export const templatesFor = (view: LetterView): readonly TemplateId[] =>
  view.erased ? [] : templateIds.filter((id) => fits[id](view));

/** Papers that need no number and fit: printed from what stands in the request. */
export const sheetsFor = (view: LetterView): readonly TemplateId[] =>
  templatesFor(view).filter((id) => !templates[id].numbered);

/** Letters that a decision calls for where they fit; other papers are made when somebody wants them. */
const calledFor: Readonly<Partial<Record<TemplateId, Fits>>> = {
  // Before that it is a draft for whoever decides, begun only by somebody who wants it.
  granted: (view) => footingOf('granted', caseOf(view)) === 'decided',
  completed: () => true,
  refused: () => true,
  returned: () => true,
  extended: () => true,
  apology: () => true,
  // The standard has somebody hand it over, so somebody signs for it.
  'hand-over': ({ service }) => service.value.steps.some(({ kind }) => kind === 'hand-over'),
  // Whoever was chosen goes by a written order.
  assignment: (view) => stepOf(view)?.assignedBy !== undefined,
};

/** What happens more than once calls for a letter each time: the kind of entry it happens by. */
const eachTime: Readonly<Partial<Record<TemplateId, LetterView['timeline'][number]['kind']>>> = {
  returned: 'returned',
  extended: 'extended',
};

/** Which decision of its kind a letter that is begun now is about, counted from 1; 0 where there is but one. */
export const occasionOf = ({ timeline }: Pick<LetterView, 'timeline'>, id: TemplateId): number =>
  timeline.filter(({ kind }) => kind === eachTime[id]).length;

/** A letter there is, as far as this concerns it. */
interface Existing {
  readonly template: TemplateId;
  readonly state: string;
  readonly occasion: number;
  readonly created_at: Temporal.Instant;
}

/**
 * Whether a letter is about the last decision of its kind. When it was begun says so only of letters from before occasions were written
 * down: a machine's clock may have been set back since.
 */
function isAboutLast(view: LetterView, { template, occasion, created_at: begunAt }: Existing): boolean {
  const kind = eachTime[template];
  if (kind === undefined) return true;
  if (occasion > 0) return occasion === occasionOf(view, template);
  const since = view.timeline.findLast((item) => item.kind === kind)?.at;
  return since === undefined || Temporal.Instant.compare(begunAt, Temporal.Instant.from(since)) >= 0;
}

/** Letters that fit a request and have no draft: those that could be begun. */
export function templatesOpen(view: LetterView, letters: readonly Existing[]): readonly TemplateId[] {
  const drafts = letters.filter((one) => one.state === 'draft' && isAboutLast(view, one));
  return templatesFor(view).filter(
    (id) => templates[id].numbered && !drafts.some(({ template }) => template === id),
  );
}

/** Letters that the decisions of a request call for and that nobody has begun; a void one counts as none. */
export function templatesLacking(view: LetterView, letters: readonly Existing[]): readonly TemplateId[] {
  const begun = letters.filter((one) => one.state !== 'void' && isAboutLast(view, one));
  return templatesFor(view).filter(
    (id) => calledFor[id]?.(view) === true && !begun.some(({ template }) => template === id),
  );
}
