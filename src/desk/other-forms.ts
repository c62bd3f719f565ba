/** The actions beside the step's own: returning, refusing, and what superiors and colleagues may do. */
import type { Offer } from '../request/index.ts';
import { dutiesOf, SILENCE_DUTY } from '../standard/index.ts';
import type { Step } from '../standard/index.ts';
import {
  bullets,
  button,
  buttonRow,
  checkboxesField,
  choiceField,
  deskWords,
  errorOf,
  folded,
  hiddenField,
  html,
  notice,
  pairs,
  panel,
  paragraphs,
  textArea,
} from '../ui/index.ts';
import type { ButtonKind, Content, Html } from '../ui/index.ts';
import { describePromise, formatInstant } from '../working-time/index.ts';
import { actionForm } from './action-form.ts';
import { formOf } from './action-names.ts';
import { classFields } from './class-fields.ts';
import { clockWords } from './clock-words.ts';
import { severalField } from './deliveries/delivery-form.ts';
import { valuesOf } from './read-action.ts';
import type { RequestPage } from './request-context.ts';
import { actionLabel, currentStep, lineLabel, postTitle } from './request-words.ts';
import { groundField, noteField, stepFields } from './step-form.ts';
import { pageWords } from './words.ts';

type Draw = (page: RequestPage, offer: Offer) => Content;

const LONGEST = 8000;

/** A text that the action needs. */
function wordsField(page: RequestPage, name: string, label: string, hint?: string): Html {
  return textArea({
    lang: page.lang,
    name,
    label,
    ...(hint === undefined ? {} : { hint }),
    rows: 4,
    maxLength: LONGEST,
    value: valuesOf(page.posted, name)[0] ?? '',
    error: errorOf(page.faults, name, page.lang),
  });
}

interface FoldedForm {
  readonly offer: Offer;
  readonly kind?: ButtonKind;
  readonly children: Content;
}

/** A form folded under the name of its action; open when it was tried and not carried out. */
function foldedForm(page: RequestPage, { offer, kind = 'quiet', children }: FoldedForm): Html {
  const { action, label } = offer;
  const words = actionLabel(action, label, page.lang);
  return folded({
    summary: words,
    id: `bentuk-${action}`,
    open: page.tried !== null && formOf(page.tried) === action,
    children: actionForm(page, {
      action,
      children: [children, buttonRow(button({ label: words, kind, wide: true }))],
    }),
  });
}

/** Everything that may be found missing: what applies to this request, the step's own lines, and "something else". */
function linesOf({ view }: RequestPage): readonly string[] {
  const step = currentStep(view);
  const own = step?.kind === 'check' ? step.checklist.map(({ id }) => id) : [];
  const brought = view.files.map(({ requirement }) => requirement);
  const asked = view.service.value.requirements
    .map(({ id }) => id)
    .filter((id) => view.state.demanded.includes(id) || brought.includes(id));
  return [...asked, ...own, 'other'];
}

const drawReturn: Draw = (page, offer) => {
  const { lang, view } = page;
  const words = pageWords[lang].act;
  return foldedForm(page, {
    offer,
    children: [
      view.state.returns > 0 && notice({ lang, kind: 'info', children: html`<p>${words.second}</p>` }),
      checkboxesField({
        lang,
        name: 'return.missing',
        label: words.missing,
        hint: words.missingHint,
        values: valuesOf(page.posted, 'return.missing'),
        error: errorOf(page.faults, 'return.missing', lang),
        options: linesOf(page).map((id) => ({
          value: id,
          label: lineLabel(view.service.value, id, lang),
        })),
      }),
      wordsField(page, 'return.message', words.message, words.messageHint),
    ],
  });
};

const drawRefuse: Draw = (page, offer) => {
  const { lang, view } = page;
  const words = pageWords[lang].act;
  const { step } = offer;
  return foldedForm(page, {
    offer,
    kind: 'danger',
    children: [
      step && groundField(page, step),
      wordsField(page, 'refuse.reason', words.reason),
      step && findingsPart(page, step),
      html`<p class="soft">${words.remedies}</p>`,
      bullets(view.service.value.remedies.map((remedy) => remedy[lang])),
    ],
  });
};

/** A refusal may carry the figures it rests on; what is filled in is checked like any other. */
function findingsPart(page: RequestPage, step: Step): Content {
  return (
    step.fields.length > 0 &&
    folded({
      summary: pageWords[page.lang].act.refuseFields,
      open: page.faults.some(({ path }) => path.startsWith('refuse.fields.')),
      children: stepFields(page, step.fields, 'refuse'),
    })
  );
}

const drawComment: Draw = (page, offer) => {
  const { lang, posted } = page;
  const words = deskWords[lang].request;
  return foldedForm(page, {
    offer,
    children: [
      choiceField({
        lang,
        name: 'comment.audience',
        label: pageWords[lang].act.audience,
        value: valuesOf(posted, 'comment.audience')[0] ?? 'internal',
        options: [
          { value: 'internal', label: words.noteInternal },
          { value: 'applicant', label: words.noteToApplicant },
        ],
      }),
      wordsField(page, 'comment.text', pageWords[lang].act.text),
    ],
  });
};

const drawTakeOver: Draw = (page, { action, label }) =>
  actionForm(page, {
    action,
    children: [
      html`<p class="field-hint">${pageWords[page.lang].act.takeOverHint}</p>`,
      button({ label: actionLabel(action, label, page.lang), kind: 'quiet', wide: true }),
    ],
  });

const drawExtend: Draw = (page, offer) => {
  const { lang } = page;
  return foldedForm(page, {
    offer,
    children: [
      extensionRule(page),
      extensionPreview(page),
      wordsField(page, 'extend.ground', pageWords[lang].act.extendGround),
      html`<p class="soft">${clockWords[lang].extendTold}</p>`,
    ],
  });
};

/** How often and by how much, with the law: it counts days as the promise does. */
function extensionRule({ view, lang }: RequestPage): Content {
  const { lawful } = view.service.value.clock;
  if (!lawful?.extension) return null;
  const { days, law } = lawful.extension;
  const time = { basis: lawful.promise.basis, months: 0, days, hours: 0, minutes: 0 };
  return html`<p>${pageWords[lang].act.extendText(describePromise(time, lang), law)}</p>`;
}

/** Both deadlines side by side: whoever extends sees what it comes to. */
function extensionPreview({ view, lang }: RequestPage): Content {
  const { due } = view.state;
  if (due === null || view.dueIfExtended === null) return null;
  const words = clockWords[lang];
  return pairs([
    { term: words.extendFrom, value: formatInstant(due, view.timeZone, lang) },
    { term: words.extendTo, value: formatInstant(view.dueIfExtended, view.timeZone, lang) },
  ]);
}

const drawReclassify: Draw = (page, offer) => {
  const { lang, view } = page;
  const present = view.classes.find((one) => one.class.id === view.state.class);
  return foldedForm(page, {
    offer,
    children: [
      present && html`<p>${clockWords[lang].present}: <strong>${present.class.label[lang]}</strong></p>`,
      classFields(page, 'reclassify'),
    ],
  });
};

const drawCancel: Draw = (page, offer) =>
  foldedForm(page, {
    offer,
    kind: 'danger',
    children: wordsField(page, 'cancel.reason', pageWords[page.lang].act.cancelReason),
  });

const drawWithdrawProduct: Draw = (page, offer) =>
  foldedForm(page, {
    offer,
    children: [
      severalField(page, offer.action, offer.deliveries ?? []),
      wordsField(page, 'withdraw-product.reason', pageWords[page.lang].act.withdrawReason),
    ],
  });

const drawFinishDuty: Draw = (page, { action, label, duties: own = [] }) => {
  const { lang, view } = page;
  const words = pageWords[lang].act;
  const duties = dutiesOf(view.service.value).filter(({ id }) => own.includes(id));
  const ofLaw = duties.every(({ id }) => id === SILENCE_DUTY.id);
  return panel({
    title: ofLaw ? clockWords[lang].silenceTitle : pageWords[lang].request.dutyOpen,
    children: actionForm(page, {
      action,
      children: [
        choiceField({
          lang,
          name: 'finish-duty.duty',
          label: words.duty,
          value: valuesOf(page.posted, 'finish-duty.duty')[0] ?? duties[0]?.id ?? null,
          options: duties.map(({ id, title }) => ({ value: id, label: title[lang] })),
        }),
        // Once the data are erased no words are kept.
        !view.erased && noteField(page, 'finish-duty', words.dutyNote),
        buttonRow(button({ label: actionLabel(action, label, lang), kind: 'quiet', wide: true })),
      ],
    }),
  });
};

/** The word of a superior on a second demand: what was proposed, by whom, and the two answers. */
export function proposalPanel(page: RequestPage, offers: readonly Offer[]): Content {
  const { lang, view, organisation } = page;
  const proposed = view.state.proposedReturn;
  if (!proposed || !offers.some(({ action }) => action === 'allow-return')) return null;
  const words = pageWords[lang].act;
  const message = view.timeline.findLast(({ kind }) => kind === 'return-proposed')?.text ?? null;
  return panel({
    title: words.proposed,
    id: 'usulan',
    children: [
      html`<p>${words.proposedFrom(postTitle(organisation, proposed.position, lang))}</p>`,
      bullets(proposed.missing.map((id) => lineLabel(view.service.value, id, lang))),
      message !== null && paragraphs(message),
      actionForm(page, {
        action: 'allow-return',
        children: buttonRow(button({ label: actionLabel('allow-return', undefined, lang), wide: true })),
      }),
      actionForm(page, {
        action: 'deny-return',
        children: [
          noteField(page, 'deny-return', words.denyNote),
          buttonRow(
            button({ label: actionLabel('deny-return', undefined, lang), kind: 'quiet', wide: true }),
          ),
        ],
      }),
    ],
  });
}

/** How each action beside the step's own is drawn; those with a panel of their own are not here. */
const draws: Readonly<Record<string, Draw>> = {
  return: drawReturn,
  refuse: drawRefuse,
  'take-over': drawTakeOver,
  extend: drawExtend,
  reclassify: drawReclassify,
  'finish-duty': drawFinishDuty,
  comment: drawComment,
  cancel: drawCancel,
  'withdraw-product': drawWithdrawProduct,
};

/** Drawn elsewhere: beside what they answer. */
const hidden = new Set([
  'allow-return',
  'deny-return',
  'contact',
  'deliver',
  'resume-delivery',
  'settle-delivery',
  'cancel-delivery',
  'resume-withdrawal',
  'settle-withdrawal',
  'cancel-withdrawal',
  'renew-secret',
]);

/** Drawn unfolded, so they stand before the folds and not between them. */
const unfolded = new Set(['finish-duty', 'take-over']);

/** All further actions open to the official, in the order of the offers. */
export function otherForms(page: RequestPage, offers: readonly Offer[]): Content {
  const further = offers.filter(({ action, kind }) => kind !== 'forward' && !hidden.has(action));
  const first = further.filter(({ action }) => unfolded.has(action));
  const folds = further.filter(({ action }) => !unfolded.has(action));
  return [...first, ...folds].map((offer) => draws[offer.action]?.(page, offer) ?? plainForm(page, offer));
}

/** An action without a form of its own: one button. */
const plainForm: Draw = (page, { action, label }) =>
  actionForm(page, {
    children: [
      hiddenField('action', action),
      button({ label: actionLabel(action, label, page.lang), kind: 'quiet' }),
    ],
  });
