/** Forms about what the program delivers or gives back. */
import {
  button,
  buttonRow,
  checkbox,
  choiceField,
  errorOf,
  folded,
  hiddenField,
  textArea,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { actionForm } from '../action-form.ts';
import { valuesOf } from '../read-action.ts';
import type { RequestPage } from '../request-context.ts';
import { actionLabel } from '../request-words.ts';
import { deliveryWords } from './words.ts';

const LONGEST = 8000;

/** The ways on that are mostly right: they stand open, with a button that is seen first. */
const first: readonly string[] = ['resume-delivery', 'resume-withdrawal'];

/** A form about one delivery; which one is asked only where there are several. */
export function deliveryForm(
  page: RequestPage,
  action: string,
  deliveries: readonly string[],
  children: Content,
): Html {
  return actionForm(page, {
    action,
    children: [
      whichField(page, action, deliveries),
      children,
      buttonRow(
        button({
          label: actionLabel(action, undefined, page.lang),
          kind: first.includes(action) ? 'primary' : 'quiet',
          wide: true,
        }),
      ),
    ],
  });
}

/** The same, folded under the name of its action; open when it was tried and not carried out. */
export const foldedDeliveryForm = (
  page: RequestPage,
  action: string,
  deliveries: readonly string[],
  children: Content,
): Html =>
  folded({
    summary: actionLabel(action, undefined, page.lang),
    id: `bentuk-${action}`,
    open: page.tried === action,
    children: deliveryForm(page, action, deliveries, children),
  });

function whichField(page: RequestPage, action: string, deliveries: readonly string[]): Content {
  const { lang, view, posted, productTitle } = page;
  const name = `${action}.delivery`;
  const [only, ...more] = deliveries;
  if (more.length === 0) return hiddenField(name, only ?? '');
  return choiceField({
    lang,
    name,
    label: deliveryWords[lang].which,
    value: valuesOf(posted, name)[0] ?? only ?? null,
    options: (view.state.deliveries ?? [])
      .filter(({ delivery }) => deliveries.includes(delivery))
      .map(({ delivery, kind }) => ({ value: delivery, label: productTitle(kind)[lang] })),
  });
}

/** A statement that somebody makes by ticking it. */
export const tick = ({ lang, posted, faults }: RequestPage, name: string, label: string): Html =>
  checkbox({
    lang,
    name,
    value: 'yes',
    label,
    checked: valuesOf(posted, name).includes('yes'),
    error: errorOf(faults, name, lang),
  });

/** What was done by hand, in words; `optional` where fields say it. */
export const evidenceField = (
  { lang, posted, faults }: RequestPage,
  action: string,
  hint: string,
  optional = false,
): Html =>
  textArea({
    lang,
    optional,
    name: `${action}.evidence.text`,
    label: deliveryWords[lang].evidence,
    hint,
    rows: 3,
    maxLength: LONGEST,
    value: valuesOf(posted, `${action}.evidence.text`)[0] ?? '',
    error: errorOf(faults, `${action}.evidence.text`, lang),
  });
