/** Rules about what stands in the fields of a step when it begins: each field is there to be typed in, each answer is asked for. */
import { questionsIn } from '../../answers/beginnings.ts';
import type { Question, QuestionType } from '../../model/questions.ts';
import type { Service } from '../../model/service.ts';
import type { Step } from '../../model/steps.ts';
import { error } from '../../reading/fault.ts';
import type { PropertyPath, Remark } from '../../reading/fault.ts';
import type { ServiceRule } from '../rule.ts';

/** What is typed as it stands, on both sides. */
const typed: readonly QuestionType[] = ['text', 'long-text', 'email'];

/** Why this question cannot stand there; null: it can. */
function faultOf(source: string, question: Question | undefined): { id: string; en: string } | null {
  if (!question) return { id: `"${source}" tidak ditanyakan.`, en: `"${source}" is not asked.` };
  if (typed.includes(question.type)) return null;
  const types = typed.join(', ');
  return {
    id: `"${source}" berjenis ${question.type}; di sini hanya ${types}.`,
    en: `"${source}" is of type ${question.type}; only ${types} can stand here.`,
  };
}

function remarksOn(step: Step, form: readonly Question[], at: PropertyPath): Remark[] {
  return Object.entries(step.begins ?? {}).flatMap(([field, beginning]) => {
    const faults = [
      faultOf(
        `fields.${field}`,
        step.fields.find(({ id }) => id === field),
      ),
      ...questionsIn(beginning).map((answer) =>
        faultOf(
          `answers.${answer}`,
          form.find(({ id }) => id === answer),
        ),
      ),
    ];
    return faults.flatMap((fault) => (fault ? [error([...at, 'begins', field], fault.id, fault.en)] : []));
  });
}

const beginningsFit: ServiceRule = ({ steps, form }: Service) => {
  const questions = form.flatMap((group) => group.questions);
  return steps.flatMap((step, index) => remarksOn(step, questions, ['steps', index]));
};

export const beginningRules: readonly ServiceRule[] = [beginningsFit];
