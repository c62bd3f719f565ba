/** How far the program is with what it delivers, and what an official does where it stopped. */
import type { DeliveryProgress, DeliveryState, Offer } from '../../request/index.ts';
import { html, notice, pairs, panel } from '../../ui/index.ts';
import type { Content, Pair } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { Question } from '../../standard/index.ts';
import type { RequestPage } from '../request-context.ts';
import { stepFields } from '../step-form.ts';
import { deliveryForm, evidenceField, foldedDeliveryForm, tick } from './delivery-form.ts';
import { secretPart } from './secret-part.ts';
import { STOPPED } from './stopped-routes.ts';
import { deliveryWords } from './words.ts';

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
      stuckForms(page),
      secretPart(page),
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
  const words = deliveryWords[lang];
  const states: Readonly<Record<string, string>> = words.state;
  const status = { term: 'Status', value: (one.stuck ? words.stuck : states[state]) ?? state };
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

const offerOf = ({ view }: RequestPage, action: string): Offer | undefined =>
  view.offers.find((offer) => offer.action === action);

const isDoubtful = ({ view }: RequestPage, deliveries: readonly string[]): boolean =>
  view.progress.some((far) => far.doubt && deliveries.includes(far.delivery));

/** The ways on from what stopped: again, by hand, or not at all. */
function stoppedForms(page: RequestPage): Content {
  const { lang } = page;
  const offer = offerOf(page, 'resume-delivery');
  if (!offer) return null;
  const stopped = offer.deliveries ?? [];
  const doubt = isDoubtful(page, stopped);
  const words = deliveryWords[lang];
  const absent = (action: string): Content => doubt && tick(page, `${action}.absent`, words.absent);
  return [
    html`<p><a href="${STOPPED}">${words.stoppedAll}</a></p>`,
    doubt && notice({ lang, kind: 'warning', children: html`<p>${words.inDoubt}</p>` }),
    deliveryForm(page, 'resume-delivery', stopped, absent('resume-delivery')),
    foldedDeliveryForm(page, 'settle-delivery', stopped, [
      doubt && html`<p>${words.tryFirst}</p>`,
      recordPart(page),
      evidenceField(page, 'settle-delivery', words.evidenceHint, recordQuestions(page).length > 0),
      // The program may have made what somebody makes by hand now: then they look first.
      doubt && tick(page, 'settle-delivery.looked', words.looked),
    ]),
    foldedDeliveryForm(page, 'cancel-delivery', stopped, absent('cancel-delivery')),
  ];
}

/** What the standard keeps of a product that was made by hand: without it nobody would know until when it is valid. */
const recordQuestions = (page: RequestPage): readonly Question[] =>
  offerOf(page, 'settle-delivery')?.step?.fields ?? [];

function recordPart(page: RequestPage): Content {
  const questions = recordQuestions(page);
  if (questions.length === 0) return null;
  return [
    html`<p>${deliveryWords[page.lang].recordLead}</p>`,
    stepFields(page, questions, 'settle-delivery'),
  ];
}

/** The same for what cannot be given back: again now, by hand, or the product stays. */
function stuckForms(page: RequestPage): Content {
  const { lang } = page;
  const offer = offerOf(page, 'resume-withdrawal');
  if (!offer) return null;
  const stuck = offer.deliveries ?? [];
  const doubt = isDoubtful(page, stuck);
  // What people made is theirs to withdraw: the program has nothing to try.
  const tried = page.view.progress.flatMap(({ delivery, nextAt }) =>
    nextAt !== null && stuck.includes(delivery) ? delivery : [],
  );
  const words = deliveryWords[lang];
  return [
    html`<p><a href="${STOPPED}">${words.stoppedAll}</a></p>`,
    notice({
      lang,
      kind: 'warning',
      children: html`<p>${words.stillThere}${tried.length > 0 && ` ${words.stillTried}`}</p>`,
    }),
    tried.length > 0 && deliveryForm(page, 'resume-withdrawal', tried, null),
    foldedDeliveryForm(
      page,
      'settle-withdrawal',
      stuck,
      evidenceField(page, 'settle-withdrawal', words.withdrawnHint),
    ),
    foldedDeliveryForm(page, 'cancel-withdrawal', stuck, [
      html`<p>${words.keptText}</p>`,
      doubt && tick(page, 'cancel-withdrawal.looked', words.whole),
    ]),
  ];
}
