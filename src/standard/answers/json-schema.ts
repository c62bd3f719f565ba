import type { Agency } from '../model/government.ts';
import type { Condition, ProductName, Question, QuestionType } from '../model/questions.ts';
import type { Service } from '../model/service.ts';
import type { Step } from '../model/steps.ts';
import { formQuestions } from './service.ts';

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const DATE = { type: 'string', format: 'date', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` } as const;
const TIME = { type: 'string', pattern: String.raw`^([01]\d|2[0-3]):[0-5]\d$` } as const;
/** An answer of blanks is no answer, nor is one of letters that show nothing. */
const NOT_BLANK = String.raw`[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]`;

/** What JSON Schema can say of these names; which ones are reserved stands in the refusal. */
const NAMES: Readonly<Record<ProductName, JsonSchema>> = {
  mailbox: {
    pattern: String.raw`^(?!.*\.\.)[A-Za-z0-9]([A-Za-z0-9._\-]*[A-Za-z0-9])?$`,
    description: 'The part before the @; none reserved for those who run the mail, such as postmaster',
  },
  'dns-name': {
    pattern: String.raw`^(?![Xx][Nn]--)(?!..--)[A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?$`,
    description:
      'One name without its domain; none reserved for the network, such as www, and none unfit for an office',
  },
};

type SchemaOf<T extends QuestionType> = (
  question: Extract<Question, { type: T }>,
  agencies: readonly Agency[],
) => JsonSchema;

const schemas: { readonly [T in QuestionType]: SchemaOf<T> } = {
  text: ({ maxLength, names }) => ({
    type: 'string',
    minLength: 1,
    maxLength,
    ...(names ? NAMES[names] : { pattern: NOT_BLANK }),
  }),
  'long-text': ({ maxLength }) => ({ type: 'string', minLength: 1, maxLength, pattern: NOT_BLANK }),
  nik: () => ({ type: 'string', pattern: String.raw`^\d{16}$` }),
  phone: () => ({ type: 'string', examples: ['0812 3456 7890', '+6281234567890'] }),
  email: () => ({ type: 'string', format: 'email', maxLength: 254 }),
  date: ({ from, until }) => ({ ...DATE, ...bounds(from, until) }),
  'time-range': ({ from }) => ({
    type: 'object',
    properties: { date: { ...DATE, ...bounds(from, 'any') }, from: TIME, to: TIME },
    required: ['date', 'from', 'to'],
    additionalProperties: false,
  }),
  number: ({ min, max, decimals, unit }) => ({
    type: decimals === 0 ? 'integer' : 'number',
    minimum: min,
    maximum: max,
    $comment: unit,
  }),
  choice: ({ options }) => ({
    type: 'string',
    oneOf: options.map(({ value, label }) => ({ const: value, title: label.id, description: label.en })),
  }),
  agency: (_, agencies) =>
    agencies.length === 0
      ? { type: 'string' }
      : { type: 'string', oneOf: agencies.map(({ id, name }) => ({ const: id, title: name })) },
};

/** JSON Schema cannot say "today": it stands in the description. */
function bounds(from: 'today' | 'any', until: 'today' | 'any'): JsonSchema {
  if (from === 'today') return { description: 'Today or later' };
  return until === 'today' ? { description: 'Today or earlier' } : {};
}

function questionSchema(question: Question, agencies: readonly Agency[]): JsonSchema {
  const schemaOf = schemas[question.type] as (question: Question, agencies: readonly Agency[]) => JsonSchema;
  const schema = schemaOf(question, agencies);
  const words = [question.label.en, question.hint?.en, schema['description']].filter(Boolean).join('. ');
  return { ...schema, title: question.label.id, description: words };
}

/** "Asked only when": answered that way, required if it must be; answered otherwise, absent. */
function conditional({ id, required }: Question, { question, is }: Condition): JsonSchema {
  return {
    if: { properties: { [question]: { enum: is } }, required: [question] },
    // eslint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: required ? { required: [id] } : {},
    else: { not: { required: [id] } },
  };
}

function questionsSchema(questions: readonly Question[], agencies: readonly Agency[]): JsonSchema {
  const conditions = questions.flatMap((question) =>
    question.when === undefined ? [] : [conditional(question, question.when)],
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(
      questions.map((question) => [question.id, questionSchema(question, agencies)]),
    ),
    required: questions.filter(({ required, when }) => required && when === undefined).map(({ id }) => id),
    additionalProperties: false,
    ...(conditions.length > 0 && { allOf: conditions }),
  };
}

/** The JSON Schema of `answers` for a service, for programs that submit without the form. */
export function formJsonSchema(service: Service, agencies: readonly Agency[] = []): JsonSchema {
  return questionsSchema(formQuestions(service), agencies);
}

/** The JSON Schema of what an official records when making a step. */
export function fieldsJsonSchema(step: Step, agencies: readonly Agency[] = []): JsonSchema {
  return questionsSchema(step.fields, agencies);
}
