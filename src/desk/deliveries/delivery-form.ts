/** Forms about what the program delivers or gives back. */
import {
  button,
  buttonRow,
  checkbox,
  checkboxesField,
  choiceField,
  errorOf,
  folded,
  hiddenField,
  textArea,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import type { DeliveryState } from '../../request/index.ts';
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

/** Which of several an act is about, any number of them: at first those that their owner asked about. */
export function severalField(page: RequestPage, action: string, deliveries: readonly string[]): Html {
  const { lang, view, posted, faults } = page;
  const name = `${action}.deliveries`;
  const [only, ...more] = deliveries;
  if (more.length === 0) return hiddenField(name, only ?? '');
  const offered = (view.state.deliveries ?? []).filter(({ delivery }) => deliveries.includes(delivery));
  const asked = offered.flatMap((one) => (one.asked ? one.delivery : []));
  return checkboxesField({
    lang,
    name,
    label: deliveryWords[lang].several,
    hint: deliveryWords[lang].severalHint,
    values: page.tried === action ? valuesOf(posted, name) : asked,
    error: errorOf(faults, name, lang),
    options: offered.map((one) => ({ value: one.delivery, label: nameOf(page, one) })),
  });
}

/** What it is, with the first that is known of it: of two mailboxes one has to be told from the other. */
function nameOf({ lang, view, productTitle }: RequestPage, { delivery, kind }: DeliveryState): string {
  const [fact] = view.products.find((one) => one.delivery === delivery)?.facts ?? [];
  const title = productTitle(kind)[lang];
  if (!fact) return title;
  return `${title}: ${typeof fact.value === 'string' ? fact.value : fact.value[lang]}`;
}

function whichField(page: RequestPage, action: string, deliveries: readonly string[]): Content {
  const { lang, view, posted } = page;
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
      .map((one) => ({ value: one.delivery, label: nameOf(page, one) })),
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
