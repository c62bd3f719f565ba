/** Answers to a service's form: its own example, with other people, dates and subjects. Pure. */
import { exampleFor, visibleQuestions } from '../standard/index.ts';
import type { Answers, Organisation, Service } from '../standard/index.ts';
import { inventPerson } from './people.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { inventSubject } from './subjects.ts';

/** What answers are invented from. */
export interface AnswerGround {
  readonly service: Service;
  readonly organisation: Organisation;
  /** The day on which they are given, on the office's wall. */
  readonly today: Temporal.PlainDate;
  /** Number of the request that an objection attacks; null for all else. */
  readonly attacks: string | null;
}

type Question = ReturnType<typeof visibleQuestions>[number];
type Invention = (question: Question, ground: AnswerGround, random: Random, person: Person) => unknown;

/** What replaces the example's answer, by what the program does with it. */
const byUse: { readonly [U in NonNullable<Question['use']>]?: Invention } = {
  'applicant-name': (_, __, ___, person) => person.name,
  'applicant-nik': (_, __, ___, person) => person.nik,
  'applicant-phone': (_, __, ___, person) => person.phone,
  'applicant-email': (_, __, ___, person) => person.email,
  subject: (question, { service }, random) =>
    question.type === 'choice' ? undefined : inventSubject(random, service.id),
  'letter-number': (_, { today }, random) =>
    `${random.between(1, 900)}.${random.between(1, 9)}/${random.between(1, 999)}/${today.year}`,
  'attacked-request': (_, { attacks }) => attacks ?? undefined,
};

/** And by the type of question; `undefined` keeps the example's answer. */
const byType: { readonly [T in Question['type']]?: Invention } = {
  agency: (_, { organisation }, random) => random.pick(organisation.agencies).id,
  date: (question, { today }, random) => dateFor(question, today, random)?.toString(),
  'time-range': (_, { today }, random) => {
    const from = random.between(8, 14);
    return {
      date: today.add({ days: random.between(2, 30) }).toString(),
      from: `${String(from).padStart(2, '0')}:00`,
      to: `${String(from + random.between(1, 2)).padStart(2, '0')}:00`,
    };
  },
};

function dateFor(
  question: Question,
  today: Temporal.PlainDate,
  random: Random,
): Temporal.PlainDate | undefined {
  if (question.type !== 'date') return undefined;
  return question.from === 'today'
    ? today.add({ days: random.between(0, 20) })
    : today.subtract({ days: random.between(0, 9) });
}

/** The first six digits of the NIK in a service's example, where people of that place live. */
const regionOf = (example: Readonly<Record<string, unknown>>): string =>
  Object.values(example)
    .find((value): value is string => typeof value === 'string' && /^\d{16}$/.test(value))
    ?.slice(0, 6) ?? '331001';

/** Raw answers as the API takes them, and the files of the example. */
export function inventAnswers(
  ground: AnswerGround,
  random: Random,
): {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: ReturnType<typeof exampleFor>['files'];
} {
  const { service, today } = ground;
  const example = exampleFor(service, today);
  const person = inventPerson(random, regionOf(example.answers));
  // Choices stay as they are in the example, so what is asked stays the same too.
  const asked = visibleQuestions(service, example.answers as Answers);
  const answers = asked.flatMap((question): [string, unknown][] => {
    const given = example.answers[question.id];
    if (given === undefined) return [];
    const invent = (question.use && byUse[question.use]) ?? byType[question.type];
    return [[question.id, invent?.(question, ground, random, person) ?? given]];
  });
  return { answers: Object.fromEntries(answers), files: example.files };
}
