import { ok, refused } from '../../ground/index.ts';
import type { FieldFault, Result, Words } from '../../ground/index.ts';
import type { Condition, Question, QuestionType } from '../model/questions.ts';
import type { Answer, AnswerContext, Answers } from './answer.ts';
import { readDate, readTimeRange } from './read-date.ts';
import { readNik } from './read-nik.ts';
import { readName } from './read-name.ts';
import { readNumber } from './read-number.ts';
import { readEmail, readPhone, readText } from './read-text.ts';
import { accepted, wrong } from './reading.ts';
import type { Reading } from './reading.ts';
import { answerWords } from './words.ts';

type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

/** How each type of question is read; a new type is one line here and one in the model. */
const readers: {
  readonly [T in QuestionType]: (raw: unknown, question: QuestionOf<T>, context: AnswerContext) => Reading;
} = {
  text: (raw, { maxLength, names }) =>
    names ? readName(raw, maxLength, names) : readText(raw, maxLength, 'one'),
  'long-text': (raw, { maxLength }) => readText(raw, maxLength, 'several'),
  nik: readNik,
  phone: readPhone,
  email: readEmail,
  date: (raw, question, { today }) => readDate(raw, question, today),
  'time-range': (raw, question, { today }) => readTimeRange(raw, question, today),
  number: (raw, question, { mode }) => readNumber(raw, question, mode),
  choice: (raw, { options }) =>
    oneOf(
      raw,
      options.map(({ value }) => value),
      answerWords.option,
    ),
  agency: (raw, _, { agencies }) =>
    oneOf(
      raw,
      agencies.map(({ id }) => id),
      answerWords.agency,
    ),
};

function oneOf(raw: unknown, values: readonly string[], words: Words): Reading {
  return typeof raw === 'string' && values.includes(raw) ? accepted(raw) : wrong(words);
}

/** Whether something conditional applies: without a condition always; with one, when the earlier choice fits. */
export function applies(when: Condition | undefined, answers: Answers): boolean {
  if (when === undefined) return true;
  const answer = answers[when.question];
  return typeof answer === 'string' && when.is.includes(answer);
}

function isMissing(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  if (typeof raw === 'string') return raw.trim() === '';
  return typeof raw === 'object' && Object.values(raw).length > 0 && Object.values(raw).every(isMissing);
}

function wordsForMissing({ type }: Question): Words {
  if (type === 'choice' || type === 'agency') return answerWords.choose;
  return type === 'time-range' ? answerWords.timeRange : answerWords.required;
}

function readOne(question: Question, raw: unknown, context: AnswerContext): Reading {
  // TypeScript cannot see that the table's entry and the question share their type.
  const read = readers[question.type] as (
    raw: unknown,
    question: Question,
    context: AnswerContext,
  ) => Reading;
  return read(raw, question, context);
}

/**
 * Reads raw answers to questions in their order, so that a condition sees only answers already accepted.
 * Refuses with `invalid`/`answers` and one fault a field, all at once; never throws.
 * Used for the form of a service and for the fields of a step alike.
 */
export function readAnswers(
  questions: readonly Question[],
  raw: unknown,
  context: AnswerContext,
): Result<Answers> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refused('invalid', 'answers', answerWords.notObject);
  }
  const given = raw as Readonly<Record<string, unknown>>;
  const answers: Record<string, Answer> = {};
  const faults: FieldFault[] = [];
  for (const question of questions) {
    const words = answerOrWords(question, own(given, question.id), answers, context);
    if (words !== null) faults.push({ path: question.id, words });
  }
  if (context.mode === 'api') faults.push(...unknownKeys(given, questions));
  return faults.length === 0 ? ok(answers) : refused('invalid', 'answers', answerWords.all, faults);
}

const own = (given: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(given, key) ? given[key] : undefined;

/** Puts an accepted answer among `answers`; else the words of what is wrong, or null where nothing is. */
function answerOrWords(
  question: Question,
  raw: unknown,
  answers: Record<string, Answer>,
  context: AnswerContext,
): Words | null {
  if (!applies(question.when, answers)) {
    return context.mode === 'api' && !isMissing(raw) ? answerWords.notAsked : null;
  }
  if (isMissing(raw)) return question.required ? wordsForMissing(question) : null;
  const reading = readOne(question, raw, context);
  if (!reading.ok) return reading.words;
  answers[question.id] = reading.value;
  return null;
}

function unknownKeys(given: object, questions: readonly Question[]): FieldFault[] {
  const known = new Set(questions.map(({ id }) => id));
  return Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: key, words: answerWords.unknown }));
}
