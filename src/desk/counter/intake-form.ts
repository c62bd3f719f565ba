/** The whole form of a service on one page, for an officer who enters it for somebody else. */
import type { FieldFault } from '../../ground/index.ts';
import { formQuestions, isUploaded } from '../../standard/index.ts';
import type { Agency, Condition, Question, Requirement, Service } from '../../standard/index.ts';
import {
  button,
  buttonRow,
  checkbox,
  choiceField,
  dateField,
  errorOf,
  errorSummary,
  fileField,
  folded,
  form,
  hiddenField,
  html,
  notice,
  pageHeading,
  readDateParts,
  section,
  selectField,
  textArea,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang, PostedForm } from '../../ui/index.ts';
import { namedFaults, questionField } from '../../web/index.ts';
import type { KeptForm } from '../held/index.ts';
import { valuesOf } from '../read-action.ts';
import { counterWords } from './words.ts';

/** How the request reached the office. */
export type IntakeChannel = 'counter' | 'letter';

export const channelPaths: Readonly<Record<IntakeChannel, string>> = { counter: 'langsung', letter: 'surat' };

export interface IntakeForm {
  readonly lang: Lang;
  readonly csrf: string;
  readonly service: Service;
  readonly channel: IntakeChannel;
  readonly government: string;
  readonly agencies: readonly Agency[];
  /** Makes a repeated sending harmless. */
  readonly idempotencyKey: string;
  readonly posted: PostedForm;
  readonly faults: readonly FieldFault[];
  /** The visit that is being served; empty for one without a number. */
  readonly visit: string;
  /** The form as it came back, with the files that need not be chosen again. */
  readonly kept: KeptForm | null;
  /** What this form held before is a request already, and other than what stands in it now. */
  readonly taken?: boolean;
}

const MAX_FILE_BYTES = 10 * 1024 * 1024;

const typed = (props: IntakeForm, name: string): string => valuesOf(props.posted, name)[0] ?? '';

export function intakePage(props: IntakeForm): Content {
  const { lang, service } = props;
  const words = counterWords[lang];
  return html`<div class="narrow">${[
    pageHeading({ title: words.intakeTitle(service.title[lang]), above: words[props.channel] }),
    errorSummary({ lang, faults: summaryFaults(props) }),
    props.taken &&
      notice({
        lang,
        kind: 'warning',
        title: words.takenAlready,
        children: html`<p>${words.takenAlreadyText}</p>`,
        announced: true,
      }),
    form({
      lang,
      csrf: props.csrf,
      action: actionOf(props),
      multipart: true,
      askBeforeLeaving: true,
      children: [
        hiddenField('pengiriman', props.idempotencyKey),
        privacyPart(props),
        props.channel === 'letter' && [arrivalPart(props), letterPart(props)],
        service.form.map((group, at) =>
          section({
            title: group.title[lang],
            children: group.questions.map((question, n) => askedField(props, question, at === 0 && n === 0)),
          }),
        ),
        documentsPart(props),
        props.channel === 'letter' ? representativePart(props) : seldomPart(props),
        buttonRow(button({ label: words.submit })),
      ],
    }),
  ]}</div>`;
}

/** "Fill in this part" and "upload this file" say nothing beside each other without what they are about. */
function summaryFaults({ faults, service }: IntakeForm): readonly FieldFault[] {
  const named = namedFaults(faults, formQuestions(service), 'isian.');
  return named.map(({ path, words }) => {
    const label = service.requirements.find(({ id }) => path === `berkas.${id}`)?.label;
    return label
      ? { path, words: { id: `${label.id}: ${words.id}`, en: `${label.en}: ${words.en}` } }
      : { path, words };
  });
}

/** Where the form of a service is sent by each way in; the same for a form that came back. */
export const intakePlace = (service: Service, channel: IntakeChannel): string =>
  `/meja/loket/${service.id}?jalur=${channelPaths[channel]}`;

function actionOf({ service, channel, visit, kept }: IntakeForm): string {
  const more = [visit !== '' && `&kunjungan=${encodeURIComponent(visit)}`, kept && `&simpanan=${kept.id}`];
  return `${intakePlace(service, channel)}${more.filter(Boolean).join('')}`;
}

/** UU 27/2022 art. 21: whoever gives a NIK or KTP is told why; at the counter the officer does it. */
function privacyPart({ lang, service, government }: IntakeForm): Content {
  const asksWho = formQuestions(service).some(({ type }) => type === 'nik');
  if (!asksWho && !service.requirements.some(({ personal }) => personal)) return null;
  const words = counterWords[lang];
  return notice({
    lang,
    kind: 'info',
    title: words.privacyTitle,
    children: html`<p>${words.privacyText} <a href="/${government}/data-pribadi">${words.privacyLink}</a></p>`,
  });
}

/** The stamp, when it is earlier than the entry, and the language of messages. */
function arrivalPart(props: IntakeForm): Html {
  const { lang, faults } = props;
  const words = counterWords[lang];
  return section({
    title: words.about,
    children: [
      dateField({
        lang,
        name: 'terima',
        label: words.received,
        hint: words.receivedHint,
        optional: true,
        value: readDateParts(props.posted, 'terima'),
        error: errorOf(faults, 'terima', lang),
      }),
      textField({
        lang,
        name: 'terima-pukul',
        label: words.receivedTime,
        hint: words.timeHint,
        optional: true,
        width: 'short',
        value: typed(props, 'terima-pukul'),
        error: errorOf(faults, 'terima-pukul', lang),
      }),
      textArea({
        lang,
        name: 'alasan',
        label: words.lateReason,
        hint: words.lateHint,
        optional: true,
        rows: 2,
        maxLength: 1000,
        value: typed(props, 'alasan'),
        error: errorOf(faults, 'alasan', lang),
      }),
      choiceField({
        lang,
        name: 'bahasa-kabar',
        label: words.language,
        value: typed(props, 'bahasa-kabar') || 'id',
        options: [
          { value: 'id', label: words.indonesian },
          { value: 'en', label: words.english },
        ],
      }),
    ],
  });
}

/** Only what the form itself does not ask. */
function letterPart(props: IntakeForm): Html {
  const { lang, service, faults } = props;
  const words = counterWords[lang];
  const uses = new Set(formQuestions(service).map(({ use }) => use));
  const line = (name: string, label: string, optional: boolean): Html =>
    textField({
      lang,
      name,
      label,
      optional,
      maxLength: 200,
      value: typed(props, name),
      error: errorOf(faults, name, lang),
    });
  return section({
    title: words.letterPart,
    children: [
      !uses.has('letter-number') && line('surat-nomor', words.letterNumber, true),
      !uses.has('letter-date') &&
        dateField({
          lang,
          name: 'surat-tanggal',
          label: words.letterDate,
          optional: true,
          value: readDateParts(props.posted, 'surat-tanggal'),
          error: errorOf(faults, 'surat-tanggal', lang),
        }),
      line('surat-perihal', words.letterSubject, true),
      selectField({
        lang,
        name: 'surat-sifat',
        label: words.letterNature,
        optional: true,
        value: typed(props, 'surat-sifat'),
        options: Object.entries(words.natures).map(([value, label]) => ({ value, label })),
      }),
      !uses.has('srikandi-number') && line('surat-srikandi', words.srikandi, true),
    ],
  });
}

/** Without scripts every question stands on the page; one behind a condition says when it is meant. */
function askedField(props: IntakeForm, question: Question, first: boolean): Html {
  const { lang, service } = props;
  const name = `isian.${question.id}`;
  const when = question.when && conditionWords(service, question.when, lang);
  const hint = [when, question.hint?.[lang]].filter(Boolean).join(' ');
  return questionField({
    lang,
    question: when ? { ...question, required: false } : question,
    name,
    posted: props.posted,
    error: errorOf(props.faults, name, lang),
    agencies: props.agencies,
    autofocus: first && props.faults.length === 0,
    ...(hint === '' ? {} : { hint }),
  });
}

function conditionWords(service: Service, when: Condition, lang: Lang): string {
  const question = formQuestions(service).find(({ id }) => id === when.question);
  const options = question?.type === 'choice' ? question.options : [];
  const values = when.is.map((value) => options.find((one) => one.value === value)?.label[lang] ?? value);
  return counterWords[lang].onlyWhen(question?.label[lang] ?? when.question, values.join(', '));
}

function documentsPart(props: IntakeForm): Content {
  const asked = props.service.requirements.filter(({ bring }) => bring !== 'none');
  if (asked.length === 0) return null;
  return section({
    title: counterWords[props.lang].documents,
    children: asked.map((requirement) => documentFields(props, requirement)),
  });
}

/** A scan, or the original shown, for one requirement. */
function documentFields(props: IntakeForm, requirement: Requirement): Content {
  const { lang, service, posted, faults, kept } = props;
  const name = `berkas.${requirement.id}`;
  const when = requirement.when && conditionWords(service, requirement.when, lang);
  const label = when
    ? html`${requirement.label[lang]}<br><span class="soft">${when}</span>`
    : requirement.label[lang];
  return [
    fileField({
      lang,
      name,
      label,
      optional: !requirement.required || when !== undefined || !isUploaded(requirement),
      accept: ['application/pdf', 'image/jpeg', 'image/png'],
      kinds: 'PDF, JPG, PNG',
      maxSize: MAX_FILE_BYTES,
      kept: kept?.files.find((file) => file.requirement === requirement.id) ?? null,
      error: errorOf(faults, name, lang),
    }),
    checkbox({
      lang,
      name: `asli.${requirement.id}`,
      label: html`${counterWords[lang].paperSeen}<span class="unseen">: ${requirement.label[lang]}</span>`,
      checked: valuesOf(posted, `asli.${requirement.id}`).length > 0,
    }),
  ];
}

/** Folded for a walk-in: seldom needed, and each field costs the officer a key and the queue its time. */
function seldomPart(props: IntakeForm): Html {
  const concerned = ['terima', 'terima-pukul', 'alasan'];
  const filled = ['terima-day', 'terima-pukul', 'alasan', 'wakil'].some((name) => typed(props, name) !== '');
  return folded({
    summary: counterWords[props.lang].aboutFolded,
    open: filled || props.faults.some(({ path }) => concerned.includes(path)),
    children: [arrivalPart(props), representativePart(props)],
  });
}

const representativePart = (props: IntakeForm): Html =>
  section({
    title: counterWords[props.lang].representative,
    children: checkbox({
      lang: props.lang,
      name: 'wakil',
      label: counterWords[props.lang].representativeLabel,
      checked: typed(props, 'wakil') !== '',
    }),
  });
