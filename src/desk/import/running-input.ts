/** What a reviewer posted about how a service runs. */
import type { FieldFault } from '../../ground/index.ts';
import { DraftStepKind, findCommonService, idFrom, Running } from '../../standard/index.ts';
import type {
  DraftClass,
  DraftQuestion,
  DraftRequirement,
  DraftStep,
  Position,
} from '../../standard/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { typedText } from '../admin/official-input.ts';
import { valuesOf } from '../read-action.ts';
import { freeAddress, takenAddress } from './address-taken.ts';
import type { NamedService } from './address-taken.ts';
import { linesIn } from './review-input.ts';
import { RUN } from './running-fields.ts';
import { importWords } from './words.ts';
import type { ImportWords } from './words.ts';

export const BRINGS = ['file', 'file-or-letter-number', 'counter', 'none'] as const;
export const TYPES = ['text', 'long-text', 'nik', 'phone', 'email', 'date', 'agency'] as const;
export const STEP_KINDS = DraftStepKind.options;
export const KINDS = Running.shape.kinds.element.options;
export const STARTS = Running.shape.starts.options;
export const PRODUCTS = Running.shape.product.options;

const oneOf = <T extends string>(allowed: readonly T[], text: string): T | undefined =>
  allowed.find((one) => one === text);

/** The English of a step follows its kind unless its words were kept. */
function stepsIn(posted: PostedForm, before: Running): DraftStep[] {
  return before.steps.map((step, index) => {
    const title = typedText(posted, RUN.step(index, 'judul')) || step.title.id;
    const kind = oneOf(STEP_KINDS, typedText(posted, RUN.step(index, 'jenis'))) ?? step.kind;
    return {
      ...step,
      kind,
      title:
        kind === step.kind ? { ...step.title, id: title } : { id: title, en: importWords.en.stepKinds[kind] },
      position: typedText(posted, RUN.step(index, 'jabatan')) || step.position,
    };
  });
}

const classesIn = (posted: PostedForm, before: Running): DraftClass[] =>
  before.classes.map((one, index) => ({
    ...one,
    label: {
      id: typedText(posted, RUN.class(index, 'id')) || one.label.id,
      en: typedText(posted, RUN.class(index, 'en')) || one.label.en,
    },
  }));

const requirementsIn = (posted: PostedForm, before: Running): DraftRequirement[] =>
  before.requirements.map((requirement, index) => ({
    ...requirement,
    bring: oneOf(BRINGS, typedText(posted, RUN.requirement(index, 'cara'))) ?? requirement.bring,
    required: typedText(posted, RUN.requirement(index, 'wajib')) !== '',
    personal: typedText(posted, RUN.requirement(index, 'pribadi')) !== '',
  }));

const questionsIn = (posted: PostedForm, before: Running): DraftQuestion[] =>
  before.questions.map((question, index) => {
    const label = {
      id: typedText(posted, RUN.question(index, 'id')) || question.label.id,
      en: typedText(posted, RUN.question(index, 'en')) || question.label.en,
    };
    const type = oneOf(TYPES, typedText(posted, RUN.question(index, 'jenis'))) ?? question.type;
    const required = typedText(posted, RUN.question(index, 'wajib')) !== '';
    return { ...question, label, type, required };
  });

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

function swapped<T>(list: readonly T[], at: number, other: number): T[] {
  const [one, two] = [list[at], list[other]];
  if (one === undefined || two === undefined) return [...list];
  return list.map((item, index) => {
    if (index === at) return two;
    return index === other ? one : item;
  });
}

const freeId = (taken: readonly string[]): string => {
  let n = 1;
  while (taken.includes(`pertanyaan-${n}`)) n += 1;
  return `pertanyaan-${n}`;
};

function withStep(running: Running): Running {
  const last = running.steps.at(-1);
  const { id, en } = { id: importWords.id.stepKinds.assess, en: importWords.en.stepKinds.assess };
  const position = last?.position ?? '';
  return {
    ...running,
    steps: [...running.steps, { title: { id, en }, kind: 'assess', position, component: null }],
  };
}

const withQuestion = (running: Running): Running => ({
  ...running,
  questions: [
    ...running.questions,
    {
      id: freeId(running.questions.map(({ id }) => id)),
      label: { id: importWords.id.addQuestion, en: importWords.en.addQuestion },
      type: 'text',
      required: false,
    },
  ],
});

/** The change that a button of the form asks for; the same running for none. */
function changed(running: Running, act: string): Running {
  const [what = '', number = ''] = act.split(':');
  const at = Number(number);
  const { steps, questions } = running;
  switch (what) {
    case 'naik':
      return { ...running, steps: swapped(steps, at, at - 1) };
    case 'turun':
      return { ...running, steps: swapped(steps, at, at + 1) };
    case 'hapus-langkah':
      return { ...running, steps: without(steps, at) };
    case 'hapus-kelas':
      // One class alone is no choice.
      return { ...running, classes: running.classes.length > 2 ? without(running.classes, at) : [] };
    case 'hapus-tanya':
      return { ...running, questions: without(questions, at) };
    case 'tambah-langkah':
      return withStep(running);
    case 'tambah-tanya':
      return withQuestion(running);
    default:
      return running;
  }
}

/** New posts by their titles; one that is named like a post of the government is that post. */
function positionsIn(posted: PostedForm, before: Running, known: readonly Position[]): Running['positions'] {
  return linesIn(posted, RUN.positions).flatMap((title) => {
    const old = before.positions.find((one) => one.title.id === title);
    const id = old?.id ?? idFrom(title, 'jabatan');
    return known.some((position) => position.id === id)
      ? []
      : [old ?? { id, title: { id: title, en: title } }];
  });
}

const wrong = (path: string, say: (words: ImportWords['runFaults']) => string): FieldFault => ({
  path,
  words: { id: say(importWords.id.runFaults), en: say(importWords.en.runFaults) },
});

const FIELD_OF: Readonly<Record<string, FieldFault>> = {
  id: wrong(RUN.id, (words) => words.id),
  validFrom: wrong(RUN.validFrom, (words) => words.validFrom),
  kinds: wrong(RUN.kinds, (words) => words.kinds),
};

/** What `follows` posts for a service that is no next version of another. */
export const NEW = 'baru';
/** What `keeps` posts: as before, or put together from this decree. */
export const KEEPS = ['tetap', 'susun-ulang'] as const;
/** What `form` posts where the form showed nothing but these and the date, since all else stays as it runs. */
export const SHORT = 'ringkas';

type Following = Pick<Running, 'id' | 'follows' | 'keeps' | 'validFrom'>;

/** Of which service this is the next version, and whether it goes on as that does. A service that is not there is none. */
function followingIn(posted: PostedForm, before: Running, services: readonly NamedService[]): Following {
  const chosen = typedText(posted, RUN.follows);
  const follows = services.find(({ id }) => id === chosen)?.id ?? null;
  // Whoever turns the next version of a service into a new one has seen no address yet.
  const typed = typedText(posted, RUN.id).toLowerCase() || freeAddress(before.id, services);
  return {
    id: follows ?? typed,
    follows,
    keeps: typedText(posted, RUN.keeps) !== KEEPS[1],
    validFrom: typedText(posted, RUN.validFrom),
  };
}

/** What a form is read against. */
export interface Known {
  readonly positions: readonly Position[];
  /** Services that are there, also those not yet in force. */
  readonly services: readonly NamedService[];
}

export interface RunningInput {
  /** What was posted, also where it is wrong. */
  readonly running: Running;
  readonly faults: readonly FieldFault[];
}

/** A posted form about how a service runs, with the change its button asked for. */
export function readRunning(posted: PostedForm, before: Running, known: Known): RunningInput {
  const following = followingIn(posted, before, known.services);
  const isShort = typedText(posted, RUN.form) === SHORT;
  const running = isShort ? { ...before, ...following } : wholeForm(posted, before, following, known);
  const after = changed(running, typedText(posted, RUN.act));
  const parsed = Running.safeParse(after);
  const taken = takenAddress(after, known.services);
  if (parsed.success) return { running: after, faults: taken ? [taken] : [] };
  const paths = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const faults = [...paths].map((path) => FIELD_OF[path] ?? wrong(RUN.titleId, (words) => words.text));
  return { running: after, faults };
}

function wholeForm(posted: PostedForm, before: Running, following: Following, known: Known): Running {
  const text = (name: string, otherwise: string): string => typedText(posted, name) || otherwise;
  const { title, summary } = before;
  const ticked = (name: string): readonly string[] => valuesOf(posted, name);
  return {
    ...following,
    title: { id: text(RUN.titleId, title.id), en: text(RUN.titleEn, title.en) },
    summary: { id: text(RUN.summaryId, summary.id), en: text(RUN.summaryEn, summary.en) },
    sameAs: ticked(RUN.sameAs).filter((id) => findCommonService(id) !== null),
    kinds: KINDS.filter((kind) => ticked(RUN.kinds).includes(kind)),
    starts: oneOf(STARTS, typedText(posted, RUN.starts)) ?? before.starts,
    requirements: requirementsIn(posted, before),
    questions: questionsIn(posted, before),
    steps: stepsIn(posted, before),
    classes: classesIn(posted, before),
    positions: positionsIn(posted, before, known.positions),
    supervisors: known.positions.map(({ id }) => id).filter((id) => ticked(RUN.supervisors).includes(id)),
    product: oneOf(PRODUCTS, typedText(posted, RUN.product)) ?? before.product,
  };
}
