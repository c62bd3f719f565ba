/** How far the program is with what it delivers, and what an official does where it stopped. */
import type { DeliveryProgress, DeliveryState } from '../../request/index.ts';
import {
  button,
  buttonRow,
  checkbox,
  choiceField,
  errorOf,
  folded,
  hiddenField,
  html,
  notice,
  pairs,
  panel,
  textArea,
} from '../../ui/index.ts';
import type { Content, Html, Pair } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import { actionForm } from '../action-form.ts';
import { valuesOf } from '../read-action.ts';
import type { RequestPage } from '../request-context.ts';
import { actionLabel } from '../request-words.ts';
import { STOPPED } from './stopped-routes.ts';
import { deliveryWords } from './words.ts';

const LONGEST = 8000;

/** The panel of all deliveries of a request; nothing where none was ever ordered. */
export function progressPanel(page: RequestPage): Content {
  const { view, lang, productTitle } = page;
  const ordered = view.state.deliveries ?? [];
  if (ordered.length === 0) return null;
  const words = deliveryWords[lang];
  const running = view.progress.some(({ state }) => ['ordered', 'calling', 'doubtful'].includes(state));
  return panel({
    title: words.progressTitle,
    id: 'penyerahan',
    children: [
      running && html`<p>${words.running}</p>`,
      ordered.map((one) => {
        const far = view.progress.find(({ delivery }) => delivery === one.delivery);
        return html`<h3>${productTitle(one.kind)[lang]}</h3>${pairs(lines(page, one, far))}`;
      }),
      stoppedForms(page),
    ],
  });
}

function lines(page: RequestPage, one: DeliveryState, far: DeliveryProgress | undefined): readonly Pair[] {
  const { lang, view } = page;
  const state = far?.state ?? one.status;
  const product = view.products.find(({ delivery }) => delivery === one.delivery);
  const facts = (product?.facts ?? []).map(({ label, value }) => ({
    term: label[lang],
    value: typeof value === 'string' ? value : value[lang],
  }));
  const status = { term: 'Status', value: deliveryWords[lang].state[state] ?? state };
  return [status, ...facts, ...(far?.cause ? troubleLines(page, far) : [])];
}

/** Why it is not done yet, how often it was tried, and when it is tried again. */
function troubleLines(
  { lang, view }: RequestPage,
  { cause, attempts, nextAt }: DeliveryProgress,
): readonly Pair[] {
  const words = deliveryWords[lang];
  return [
    ...(cause ? [{ term: words.cause, value: cause.words[lang] }] : []),
    ...(attempts > 0 ? [{ term: words.attempts, value: String(attempts) }] : []),
    ...(nextAt ? [{ term: words.nextAt, value: formatInstant(nextAt.toString(), view.timeZone, lang) }] : []),
  ];
}

/** The ways on from what stopped: again, by hand, or not at all. */
function stoppedForms(page: RequestPage): Content {
  const { view, lang } = page;
  const offer = view.offers.find(({ action }) => action === 'resume-delivery');
  if (!offer) return null;
  const stopped = offer.deliveries ?? [];
  const doubt = view.progress.some((far) => far.doubt && stopped.includes(far.delivery));
  const words = deliveryWords[lang];
  return [
    html`<p><a href="${STOPPED}">${words.stoppedAll}</a></p>`,
    doubt && notice({ lang, kind: 'warning', children: html`<p>${words.inDoubt}</p>` }),
    deliveryForm(page, 'resume-delivery', stopped, doubt && absentField(page, 'resume-delivery')),
    folded({
      summary: actionLabel('settle-delivery', undefined, lang),
      open: page.tried === 'settle-delivery',
      children: deliveryForm(page, 'settle-delivery', stopped, byHandFields(page, doubt)),
    }),
    folded({
      summary: actionLabel('cancel-delivery', undefined, lang),
      open: page.tried === 'cancel-delivery',
      children: deliveryForm(page, 'cancel-delivery', stopped, doubt && absentField(page, 'cancel-delivery')),
    }),
  ];
}

/** A form about one delivery; which one is asked only where there are several. */
export function deliveryForm(
  page: RequestPage,
  action: string,
  deliveries: readonly string[],
  children: Content,
): Html {
  const { lang } = page;
  return actionForm(page, {
    action,
    children: [
      whichField(page, action, deliveries),
      children,
      buttonRow(
        button({
          label: actionLabel(action, undefined, lang),
          kind: action === 'resume-delivery' ? 'primary' : 'quiet',
          wide: true,
        }),
      ),
    ],
  });
}

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

const tick = ({ lang, posted, faults }: RequestPage, name: string, label: string): Html =>
  checkbox({
    lang,
    name,
    value: 'yes',
    label,
    checked: valuesOf(posted, name).includes('yes'),
    error: errorOf(faults, name, lang),
  });

const absentField = (page: RequestPage, action: string): Html =>
  tick(page, `${action}.absent`, deliveryWords[page.lang].absent);

/** While it is in doubt, the program may have made what somebody makes by hand now: then they look first. */
function byHandFields(page: RequestPage, doubt: boolean): Content {
  const words = deliveryWords[page.lang];
  return [
    doubt && html`<p>${words.tryFirst}</p>`,
    evidenceField(page),
    doubt && tick(page, 'settle-delivery.looked', words.looked),
  ];
}

const evidenceField = ({ lang, posted, faults }: RequestPage): Html =>
  textArea({
    lang,
    name: 'settle-delivery.evidence.text',
    label: deliveryWords[lang].evidence,
    hint: deliveryWords[lang].evidenceHint,
    rows: 3,
    maxLength: LONGEST,
    value: valuesOf(posted, 'settle-delivery.evidence.text')[0] ?? '',
    error: errorOf(faults, 'settle-delivery.evidence.text', lang),
  });
