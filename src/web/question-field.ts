/** A question of a standard as a field of a form, and what was posted as raw answers. Used wherever questions are asked. */
import type { FieldFault } from '../ground/index.ts';
import type { Agency, Question, QuestionType } from '../standard/index.ts';
import {
  agencyField,
  choiceField,
  dateField,
  emailField,
  nikField,
  numberField,
  phoneField,
  readDateParts,
  readTimeRangeParts,
  textArea,
  textField,
  timeRangeField,
} from '../ui/index.ts';
import type { AgencyGroup, Content, DateParts, Html, Lang, PostedForm } from '../ui/index.ts';
import { agencyKinds } from './words.ts';

export interface QuestionFieldProps<Q extends Question = Question> {
  readonly lang: Lang;
  readonly question: Q;
  /** Name in the posted form: the question's id, or `fields.<id>` for what a step records. */
  readonly name: string;
  /** What was typed before (also when wrong), or `postedOf` stored answers. */
  readonly posted: PostedForm;
  readonly error: string | null;
  readonly agencies: readonly Agency[];
  /** Stands in place of the question's own hint. */
  readonly hint?: Content;
  /** The officer begins here; questions answered by typing only. */
  readonly autofocus?: boolean;
}

/** Texts longer than this are asked for with a field as wide as the form. */
const SHORT_TEXT = 40;
const ROWS = 4;

const textOf = (posted: PostedForm, name: string): string => {
  const value = posted[name];
  return typeof value === 'string' ? value : '';
};

type Asked<T extends QuestionType> = QuestionFieldProps<Extract<Question, { type: T }>>;

const common = (
  props: QuestionFieldProps,
): {
  lang: Lang;
  name: string;
  label: string;
  optional: boolean;
  error: string | null;
  hint?: Content;
} => {
  const hint = props.hint ?? props.question.hint?.[props.lang];
  return {
    lang: props.lang,
    name: props.name,
    label: props.question.label[props.lang],
    optional: !props.question.required,
    error: props.error,
    ...(hint === undefined ? {} : { hint }),
  };
};

const withText = (
  props: QuestionFieldProps,
): ReturnType<typeof common> & { value: string; autofocus: boolean } => ({
  ...common(props),
  value: textOf(props.posted, props.name),
  autofocus: props.autofocus ?? false,
});

/** One line a type of question; a new type is one line here, one in the model and one among the readers. */
const fields: { readonly [T in QuestionType]: (props: Asked<T>) => Html } = {
  text: (props) => {
    const { maxLength } = props.question;
    return textField({ ...withText(props), maxLength, width: maxLength <= SHORT_TEXT ? 'medium' : 'full' });
  },
  'long-text': (props) => textArea({ ...withText(props), rows: ROWS, maxLength: props.question.maxLength }),
  nik: (props) => nikField(withText(props)),
  phone: (props) => phoneField(withText(props)),
  email: (props) => emailField({ ...withText(props), own: props.question.use === 'applicant-email' }),
  date: (props) => dateField({ ...common(props), value: readDateParts(props.posted, props.name) }),
  'time-range': (props) =>
    timeRangeField({ ...common(props), value: readTimeRangeParts(props.posted, props.name) }),
  number: (props) => numberField({ ...withText(props), unit: props.question.unit }),
  choice: (props) =>
    choiceField({
      ...withText(props),
      options: props.question.options.map(({ value, label }) => ({ value, label: label[props.lang] })),
    }),
  agency: (props) => agencyField({ ...withText(props), groups: agencyGroups(props.agencies, props.lang) }),
};

/** A question as a labelled field with what was typed before and what is wrong with it. */
export function questionField(props: QuestionFieldProps): Html {
  // TypeScript cannot see that the table's entry and the question share their type.
  const field = fields[props.question.type] as (props: QuestionFieldProps) => Html;
  return field(props);
}

/** Agencies in groups by their kind, in the order of `agencyKinds`; outside bodies do not ask for services. */
export function agencyGroups(agencies: readonly Agency[], lang: Lang): readonly AgencyGroup[] {
  const kinds = ['agency', 'technical-unit', 'district', 'village-government'] as const;
  return kinds
    .map((kind) => ({
      label: agencyKinds[lang][kind],
      agencies: agencies.filter((agency) => agency.kind === kind),
    }))
    .filter((group) => group.agencies.length > 0);
}

/** What was posted for these questions, as `readAnswers` takes it in form mode. */
export function rawAnswers(
  questions: readonly Question[],
  posted: PostedForm,
  prefix = '',
): Record<string, unknown> {
  return Object.fromEntries(
    questions.map((question) => [question.id, rawAnswer(question, posted, `${prefix}${question.id}`)]),
  );
}

function rawAnswer(question: Question, posted: PostedForm, name: string): unknown {
  if (question.type === 'date') return isoOf(readDateParts(posted, name));
  if (question.type !== 'time-range') return textOf(posted, name);
  const parts = readTimeRangeParts(posted, name);
  return { date: isoOf(parts), from: parts.from ?? '', to: parts.to ?? '' };
}

/** The parts in ISO order. What is no date stays visibly none, so that the reader says so. */
function isoOf({ day = '', month = '', year = '' }: DateParts): string {
  if (day === '' && month === '' && year === '') return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Faults as the summary on top of a page tells them: beside each other "fill in this part" needs the name of its question. The
 * path of a fault is `prefix` and the question's id.
 */
export function namedFaults(
  faults: readonly FieldFault[],
  questions: readonly Question[],
  prefix = '',
): readonly FieldFault[] {
  return faults.map(({ path, words }) => {
    const label = questions.find(({ id }) => path === `${prefix}${id}`)?.label;
    if (!label) return { path, words };
    return { path, words: { id: `${label.id}: ${words.id}`, en: `${label.en}: ${words.en}` } };
  });
}
