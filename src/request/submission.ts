/** How a request came in, for officials: the letter it came with, what was only shown on paper, who brought it. Pure. */
import { findQuestionFor } from '../standard/index.ts';
import type { Answers, Service, Use } from '../standard/index.ts';
import type { Entry } from './model/entries.ts';

/** What is written on an incoming letter. */
export interface LetterFacts {
  readonly number?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly subject?: string;
  /** "Biasa", "Segera", "Rahasia". */
  readonly nature?: string;
  readonly srikandi?: string;
}

export interface SubmissionFacts {
  readonly representative: boolean;
  /** Requirements whose original was shown on paper and not uploaded. */
  readonly paper: readonly string[];
  readonly lateReason: string | null;
  readonly letter: LetterFacts;
}

/** Reads the first entry; `values` are the opened values of the request (none when it was erased). */
export function submissionOf(
  entries: readonly Entry[],
  values: ReadonlyMap<string, string>,
  service: Service,
  answers: Answers,
): SubmissionFacts {
  const first = entries.find((entry) => entry.kind === 'submitted');
  if (!first) return { representative: false, paper: [], lateReason: null, letter: {} };
  const { representative, paper, lateReason, letter } = first.data;
  const written = letter && values.get(letter.value);
  return {
    representative,
    paper: paper ?? [],
    lateReason: (lateReason && values.get(lateReason.value)) ?? null,
    letter: {
      ...letterInAnswers(service, answers),
      ...(written ? (JSON.parse(written) as LetterFacts) : {}),
    },
  };
}

/** What the form itself asks about the letter. */
function letterInAnswers(service: Service, answers: Answers): LetterFacts {
  const answer = (use: Use): string | undefined => {
    const question = findQuestionFor(service, use, answers);
    const value = question && answers[question.id];
    return typeof value === 'string' ? value : undefined;
  };
  const [number, date, srikandi] = [
    answer('letter-number'),
    answer('letter-date'),
    answer('srikandi-number'),
  ];
  return {
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(srikandi === undefined ? {} : { srikandi }),
  };
}
