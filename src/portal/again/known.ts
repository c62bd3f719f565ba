/** What a new request may take over from an earlier one: who asks and what about, not what was so only that time. Pure. */
import { formQuestions } from '../../standard/index.ts';
import type { Answer, Answers, Question, Service } from '../../standard/index.ts';

/** Of one letter and one case; the letter of a new request is another. */
const ofThatTime: readonly (Question['use'] | undefined)[] = [
  'letter-number',
  'letter-date',
  'srikandi-number',
  'attacked-request',
];

/** What is wanted is chosen anew: a first certificate is no renewal. */
const isAskedAnew = ({ type, use }: Question): boolean =>
  type === 'date' ||
  type === 'time-range' ||
  ofThatTime.includes(use) ||
  (type === 'choice' && use === 'subject');

/** An answer as it is typed into its field; null for one that the question of today would not take. */
function typedAs(question: Question, answer: Answer | undefined): string | null {
  if (typeof answer === 'number') return question.type === 'number' ? String(answer).replace('.', ',') : null;
  if (typeof answer !== 'string') return null;
  if (question.type !== 'choice') return answer;
  return question.options.some(({ value }) => value === answer) ? answer : null;
}

/** The fields of the service's form of today, filled in from the answers of an earlier request. */
export function typedFrom(service: Service, answers: Answers): Readonly<Record<string, string>> {
  const fields = formQuestions(service).flatMap((question): [string, string][] => {
    const typed = isAskedAnew(question) ? null : typedAs(question, answers[question.id]);
    return typed === null ? [] : [[question.id, typed]];
  });
  return Object.fromEntries(fields);
}
