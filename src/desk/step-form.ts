/** The form of the step a request waits at: what it ticks, names, records and hands over, and the ways on from it. */
import { mandatoryLines } from '../request/index.ts';
import type { Offer } from '../request/index.ts';
import { addresseesOf } from '../request/index.ts';
import { beginningOf } from '../standard/index.ts';
import type { Question, Step } from '../standard/index.ts';
import {
  button,
  buttonRow,
  checkboxesField,
  choiceField,
  errorOf,
  fileField,
  html,
  notice,
  panel,
  selectField,
  textArea,
  textField,
} from '../ui/index.ts';
import type { Content, Html, Option } from '../ui/index.ts';
import { questionField } from '../web/index.ts';
import { actionForm } from './action-form.ts';
import { classFields } from './class-fields.ts';
import { byHandPart, orderPart } from './deliveries/order-part.ts';
import { valuesOf } from './read-action.ts';
import type { RequestPage } from './request-context.ts';
import { competenceTitle } from './request-history.ts';
import { actionLabel, lineHint, lineLabel, postTitle } from './request-words.ts';
import { pageWords } from './words.ts';
import { deskWords } from '../ui/index.ts';

const MAX_EVIDENCE_BYTES = 10 * 1024 * 1024;

/** The panel of the step with its forward actions; nothing when the official may not make it. */
export function stepPanel(page: RequestPage, step: Step, forward: readonly Offer[]): Content {
  if (forward.length === 0) return null;
  const { lang } = page;
  // Where nothing can be ordered all fields stand in the order of the standard.
  const orders = page.view.offers.some(({ action }) => action === 'deliver');
  const byHandOnly = orders ? recordFields(step) : new Set<string>();
  return panel({
    title: step.title[lang],
    id: 'langkah',
    decides: true,
    children: [
      competenceNotice(page, step),
      actionForm(page, {
        multipart: step.kind === 'fulfil' && step.evidence.includes('file'),
        children: [
          step.kind !== 'fulfil' && ownPart(page, step),
          stepFields(
            begun(page, step),
            step.fields.filter(({ id }) => !byHandOnly.has(id)),
            'step',
          ),
          step.kind !== 'classify' && noteField(page, 'step'),
          despiteField(page),
          orderPart(page, step),
          byHandPart(page, [
            stepFields(
              begun(page, step),
              step.fields.filter(({ id }) => byHandOnly.has(id)),
              'step',
            ),
            step.kind === 'fulfil' && ownPart(page, step),
            forwardButtons(page, forward),
          ]),
        ],
      }),
    ],
  });
}

/** With what the standard puts into fields from the applicant's answers, until the official types something else there. */
function begun(page: RequestPage, { begins = {} }: Step): RequestPage {
  const beginnings = Object.entries(begins).flatMap(([field, words]): [string, string][] => {
    const beginning = beginningOf(words, page.view.answers);
    return beginning === null ? [] : [[`step.fields.${field}`, beginning]];
  });
  return { ...page, posted: { ...Object.fromEntries(beginnings), ...page.posted } };
}

/** Fields that only say what was made by hand; what the program makes it finds out itself. */
function recordFields(step: Step): ReadonlySet<string> {
  const deliveries = step.kind === 'fulfil' ? step.deliveries : [];
  const ordered = new Set(deliveries.flatMap(({ order }) => Object.values(order)));
  const recorded = deliveries.flatMap(({ record = {} }) => Object.values(record));
  return new Set(
    recorded.filter((source) => !ordered.has(source)).map((source) => source.replace(/^fields\./, '')),
  );
}

/** The forward actions of the step, in the standard's own words; the first is what is mostly done. */
const forwardButtons = ({ lang, view }: RequestPage, forward: readonly Offer[]): Html => {
  const ordered = view.offers.some(({ action }) => action === 'deliver');
  return buttonRow(
    ...forward.map(({ action, label }, index) =>
      button({
        label: actionLabel(action, label, lang),
        name: 'action',
        value: action,
        kind: index === 0 && !ordered ? 'primary' : 'quiet',
        wide: true,
      }),
    ),
  );
};

/** Competences the standard names for the step and that are not recorded for this official today. */
function competenceNotice(page: RequestPage, step: Step): Content {
  const lacking = (step.competence?.codes ?? []).filter((code) => !page.standing.competences.includes(code));
  if (!step.competence || lacking.length === 0) return null;
  const { lang } = page;
  const names = lacking.map((code) => competenceTitle(page, code)).join('; ');
  const words = pageWords[lang].act;
  return notice({
    lang,
    kind: 'warning',
    children: html`<p>${step.competence.hard ? words.hard(names) : words.soft(names)}</p>`,
  });
}

/** What this kind of step asks beyond its recorded fields. */
function ownPart(page: RequestPage, step: Step): Content {
  if (step.kind === 'check') return checklistField(page, step);
  if (step.kind === 'classify') return classFields(page, 'step');
  if (step.kind === 'dispose') return disposeFields(page, step);
  return step.kind === 'fulfil' ? evidenceFields(page, step) : null;
}

/** Lines that must be ticked, and optional requirements that were brought all the same. */
function checklistField(page: RequestPage, step: Step): Content {
  const { view, lang, posted, faults } = page;
  const mandatory = mandatoryLines(step, view.state);
  const brought = view.service.value.requirements
    .map(({ id }) => id)
    .filter((id) => !mandatory.includes(id) && view.files.some(({ requirement }) => requirement === id));
  const lines = [...mandatory, ...brought];
  if (lines.length === 0) return null;
  return checkboxesField({
    lang,
    name: 'step.checklist',
    label: pageWords[lang].act.checklist,
    hint: pageWords[lang].act.checklistHint,
    error: errorOf(faults, 'step.checklist', lang),
    values: valuesOf(posted, 'step.checklist'),
    options: lines.map((id): Option => {
      const hint = lineHint(view.service.value, id)?.[lang];
      return { value: id, label: lineLabel(view.service.value, id, lang), ...(hint ? { hint } : {}) };
    }),
  });
}

function disposeFields(page: RequestPage, step: Step & { kind: 'dispose' }): Content {
  const { lang, organisation, posted, faults } = page;
  const words = pageWords[lang].act;
  const options = addresseesOf(step, organisation.agencies).map((position) => ({
    value: position,
    label: postTitle(organisation, position, lang),
  }));
  const chosen = valuesOf(posted, 'step.addressees');
  const common = {
    lang,
    name: 'step.addressees',
    label: words.addressees,
    error: errorOf(faults, 'step.addressees', lang),
    options,
  };
  const only = options.length === 1 ? (options[0]?.value ?? null) : null;
  return [
    step.several
      ? checkboxesField({ ...common, values: chosen })
      : choiceField({ ...common, value: chosen[0] ?? only }),
    checkboxesField({
      lang,
      name: 'step.instructions',
      label: words.instructions,
      optional: true,
      values: valuesOf(posted, 'step.instructions'),
      options: organisation.instructions.map((instruction, n) => ({
        value: String(n),
        label: instruction[lang],
      })),
    }),
  ];
}

function evidenceFields(page: RequestPage, step: Step & { kind: 'fulfil' }): Content {
  const kinds: readonly string[] = step.evidence;
  const recorded = step.deliveries.some(({ record }) => record);
  const { lang, faults, posted } = page;
  const words = pageWords[lang].act;
  const typed = (name: string): string => valuesOf(posted, name)[0] ?? '';
  const [kept] = page.kept?.files ?? [];
  const optional = recorded || kinds.length > 1;
  return [
    html`<p>${recorded ? words.evidenceBeside : words.evidenceLead}</p>`,
    kinds.includes('text') &&
      textArea({
        lang,
        optional,
        name: 'step.evidence.text',
        label: words.evidenceText,
        hint: words.evidenceTextHint,
        value: typed('step.evidence.text'),
        rows: 3,
        maxLength: 8000,
        error: errorOf(faults, 'step.evidence.text', lang),
      }),
    kinds.includes('file') &&
      fileField({
        lang,
        optional,
        name: 'step.evidence.file',
        label: words.evidenceFile,
        accept: ['application/pdf', 'image/jpeg', 'image/png'],
        kinds: 'PDF, JPG, PNG',
        maxSize: MAX_EVIDENCE_BYTES,
        kept: kept ?? null,
        error: errorOf(faults, 'step.evidence.file', lang),
      }),
    kinds.includes('secret') &&
      textField({
        lang,
        optional,
        name: 'step.evidence.secret',
        label: words.evidenceSecret,
        hint: words.evidenceSecretHint,
        value: typed('step.evidence.secret'),
        autocomplete: 'off',
        spellcheck: false,
        error: errorOf(faults, 'step.evidence.secret', lang),
      }),
  ];
}

/** The figures and findings of a step, under the name of the form they stand in. */
export function stepFields(page: RequestPage, fields: readonly Question[], form: string): Content {
  const { lang, posted, faults, organisation } = page;
  return fields.map((question) => {
    const name = `${form}.fields.${question.id}`;
    return questionField({
      lang,
      question,
      name,
      posted,
      error: errorOf(faults, name, lang),
      agencies: organisation.agencies,
    });
  });
}

/** Why they go on although what they recorded speaks against it: asked once it does, and then kept until it is sent. */
function despiteField({ lang, posted, faults }: RequestPage): Content {
  const name = 'step.despite';
  const error = errorOf(faults, name, lang);
  const value = valuesOf(posted, name)[0] ?? '';
  if (!error && value === '') return null;
  const words = pageWords[lang].act;
  return textArea({
    lang,
    name,
    label: words.despite,
    hint: words.despiteHint,
    rows: 2,
    maxLength: 8000,
    value,
    error,
  });
}

/** A remark for officials that goes with an action. */
export function noteField(page: RequestPage, form: string, label?: string): Html {
  const { lang, posted, faults } = page;
  const name = `${form}.note`;
  return textArea({
    lang,
    name,
    label: label ?? deskWords[lang].request.note,
    hint: deskWords[lang].request.noteInternal,
    optional: true,
    rows: 2,
    maxLength: 8000,
    value: valuesOf(posted, name)[0] ?? '',
    error: errorOf(faults, name, lang),
  });
}

/** A ground of refusal: buttons to read, or a list where there are many. */
export const groundField = (page: RequestPage, step: Step): Html =>
  selectField({
    lang: page.lang,
    name: 'refuse.ground',
    label: pageWords[page.lang].act.ground,
    error: errorOf(page.faults, 'refuse.ground', page.lang),
    value: valuesOf(page.posted, 'refuse.ground')[0] ?? '',
    options: step.grounds.map(({ id, text, law }) => ({
      value: id,
      label: law === undefined ? text[page.lang] : `${text[page.lang]} (${law})`,
    })),
  });
