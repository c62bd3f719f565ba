/** What the program can make at a step: chosen here, planned on the next page, made after that. */
import type { Step } from '../../standard/index.ts';
import { button, buttonRow, checkboxesField, errorOf, folded } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import { valuesOf } from '../read-action.ts';
import type { RequestPage } from '../request-context.ts';
import { deliveryWords } from './words.ts';

/** The action of the button that shows the plan; it changes nothing. */
export const PLAN = 'plan';

/** The choice of what to deliver, with all of it chosen at first. */
export function orderPart({ view, lang, posted, faults, productTitle }: RequestPage, step: Step): Content {
  if (step.kind !== 'fulfil' || !view.offers.some(({ action }) => action === 'deliver')) return null;
  const words = deliveryWords[lang];
  const chosen = valuesOf(posted, 'step.deliveries');
  const all = view.deliverable.map(({ id }) => id);
  // Another form of the page that came back says nothing of this one.
  const came = Object.keys(posted).some((name) => name.startsWith('step.'));
  return [
    checkboxesField({
      lang,
      name: 'step.deliveries',
      label: words.byProgram,
      hint: words.byProgramHint,
      values: came ? chosen : all,
      error: errorOf(faults, 'step.deliveries', lang),
      options: view.deliverable.map(({ id, kind }) => ({ value: id, label: productTitle(kind)[lang] })),
    }),
    buttonRow(button({ label: words.showPlan, name: 'action', value: PLAN, wide: true })),
  ];
}

/** Delivering by hand folds away where the program can do it; open again when it was tried. */
export function byHandPart({ view, lang, tried, posted, faults }: RequestPage, children: Content): Content {
  if (!view.offers.some(({ action }) => action === 'deliver')) return children;
  const begun = Object.entries(posted).some(
    ([name, value]) => name.startsWith('step.evidence.') && value !== '',
  );
  const wrong = faults.some(({ path }) => path.startsWith('step.evidence'));
  return folded({
    summary: deliveryWords[lang].orByHand,
    id: 'dengan-tangan',
    open: tried === 'fulfil' || begun || wrong,
    children,
  });
}
