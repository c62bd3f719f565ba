/**
 * The pages of a service's form. A group of questions is one page; where a question depends on an answer of the same
 * group, a new page begins, so that without scripts nobody is asked what does not concern them. Pure.
 */
import type { FieldFault, Result } from '../../ground/index.ts';
import { applies, formQuestions, readAnswers } from '../../standard/index.ts';
import type { AnswerContext, Answers, Question, QuestionGroup, Service } from '../../standard/index.ts';
import type { PostedForm } from '../../ui/index.ts';
import { rawAnswers } from '../../web/index.ts';

export interface Screen {
  /** Name in the address: the group's id, with a number from its second page on. */
  readonly id: string;
  readonly group: QuestionGroup;
  readonly questions: readonly Question[];
  /** The first page of its group carries the group's introduction. */
  readonly opensGroup: boolean;
}

/** All pages of the form in their order. */
export function screensOf(service: Service): readonly Screen[] {
  return service.form.flatMap((group) =>
    parted(group.questions).map((questions, index) => ({
      id: index === 0 ? group.id : `${group.id}.${index + 1}`,
      group,
      questions,
      opensGroup: index === 0,
    })),
  );
}

/** Questions in parts, none of which depends on an answer within its own part. */
function parted(questions: readonly Question[]): readonly (readonly Question[])[] {
  const parts: Question[][] = [[]];
  for (const question of questions) {
    const part = parts.at(-1);
    const depends = part?.some(({ id }) => id === question.when?.question) ?? false;
    if (depends || !part) parts.push([question]);
    else part.push(question);
  }
  return parts.filter((part) => part.length > 0);
}

/** The choices typed so far, as conditions see them: only those of questions that are asked. */
export function choicesTyped(service: Service, typed: PostedForm): Answers {
  const choices: Record<string, string> = {};
  for (const question of formQuestions(service)) {
    const value = typed[question.id];
    if (question.type === 'choice' && typeof value === 'string' && applies(question.when, choices)) {
      choices[question.id] = value;
    }
  }
  return choices;
}

/** The pages on which something is asked of someone who typed this, each with only those questions. */
export function screensFor(service: Service, typed: PostedForm): readonly Screen[] {
  const choices = choicesTyped(service, typed);
  return screensOf(service)
    .map((screen) => ({
      ...screen,
      questions: screen.questions.filter(({ when }) => applies(when, choices)),
    }))
    .filter((screen) => screen.questions.length > 0);
}

/** Everything typed, read as answers. */
export function readTyped(service: Service, typed: PostedForm, context: AnswerContext): Result<Answers> {
  const questions = formQuestions(service);
  return readAnswers(questions, rawAnswers(questions, typed), context);
}

/** What is wrong on one page. */
export function faultsOn(
  screen: Screen,
  service: Service,
  typed: PostedForm,
  context: AnswerContext,
): readonly FieldFault[] {
  const reading = readTyped(service, typed, context);
  if (reading.ok) return [];
  const asked = new Set(screen.questions.map(({ id }) => id));
  return reading.fault.fields.filter(({ path }) => asked.has(path));
}

/** The first page on which something is missing or wrong; null when all is in order. */
export function firstIncomplete(service: Service, typed: PostedForm, context: AnswerContext): Screen | null {
  const reading = readTyped(service, typed, context);
  if (reading.ok) return null;
  const wrong = new Set(reading.fault.fields.map(({ path }) => path));
  const screens = screensFor(service, typed);
  return screens.find(({ questions }) => questions.some(({ id }) => wrong.has(id))) ?? screens[0] ?? null;
}

/** Whether a posted field belongs to a question: its own name, or one of its parts (`waktu-day`). */
export function belongsTo(questions: readonly Question[]): (field: string) => boolean {
  const names = new Set(
    questions.flatMap(({ id, type }) => {
      if (type === 'date') return [id, ...DATE_PARTS.map((part) => `${id}-${part}`)];
      if (type === 'time-range') return [id, ...[...DATE_PARTS, 'from', 'to'].map((part) => `${id}-${part}`)];
      return [id];
    }),
  );
  return (field) => names.has(field);
}

const DATE_PARTS = ['day', 'month', 'year'] as const;
