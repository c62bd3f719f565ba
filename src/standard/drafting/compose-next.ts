/** The next version of a service: what the new decree says, over the way in which the service runs already. */
import { isUploaded } from '../model/service.ts';
import type { Question } from '../model/questions.ts';
import type { Requirement, Service } from '../model/service.ts';
import type { Step } from '../model/steps.ts';
import { readDoing } from './actors.ts';
import { matchItems } from './match-items.ts';
import { distinct } from './wording.ts';

/** What was assumed about the words of the decree is assumed anew with the new one. */
const ABOUT_DECREE = /^(?:promise|fee|title|components)\b/;

/** From the number of an item to its number in the next decree; nothing where it is gone. */
type Move = (component: number | undefined) => { readonly component?: number };

function moveBetween(before: readonly string[], after: readonly string[]): Move {
  const places = matchItems(before, after);
  return (component) => {
    const place = component === undefined ? null : (places[component - 1] ?? null);
    return place === null ? {} : { component: place + 1 };
  };
}

function movedStep({ component, ...step }: Step, move: Move): Step {
  return { ...step, ...move(component) };
}

function movedQuestion({ component, ...question }: Question, move: Move): Question {
  return { ...question, ...move(component) };
}

/** Those that are still demanded, with all that was set for them; then what the decree demands now for the first time. */
function nextRequirements(
  kept: readonly Requirement[],
  proposed: readonly Requirement[],
  move: Move,
): Requirement[] {
  const still = kept.flatMap((requirement) => {
    const { component } = move(requirement.component);
    return component === undefined ? [] : [{ ...requirement, component }];
  });
  const fresh = proposed.filter((one) => !still.some(({ component }) => component === one.component));
  const all = [...still, ...fresh];
  const ids = distinct(all.map(({ id }) => id));
  return all.map((requirement, index) => ({ ...requirement, id: ids[index] ?? requirement.id }));
}

/** The form stays: where it asks for no letter number, a letter is uploaded. */
const uploadable = (requirement: Requirement, { form }: Service): Requirement =>
  requirement.bring === 'file-or-letter-number' &&
  !form.some(({ questions }) => questions.some(({ use }) => use === 'srikandi-number'))
    ? { ...requirement, bring: 'file' }
    : requirement;

const sameFee = (one: Service['fee'], other: Service['fee']): boolean => {
  const sums = (fee: Service['fee']): string =>
    fee.free ? '' : fee.amounts.map(({ idr, times }) => `${times}x${idr}`).join(' ');
  return sums(one) === sums(other);
};

/** What the new procedure has the office do, and no step of the old one carries out. */
function withoutStep(steps: readonly Step[], procedure: readonly string[]): Service['assumptions'] {
  const carried = new Set(steps.map(({ component }) => component));
  const left = procedure
    .filter((item, index) => !carried.has(index + 1) && !readDoing(item).isApplicant)
    .map((item) => `“${item}”`);
  return left.length === 0
    ? []
    : [
        {
          at: 'steps.procedure',
          text: {
            id: `Tahapan tetap seperti versi sebelumnya; butir prosedur ini tidak dijalankan tahapan tersendiri: ${left.join('; ')}.`,
            en: `The steps stay as in the version before; no step of its own carries out these items of the procedure: ${left.join('; ')}.`,
          },
        },
      ];
}

/**
 * The next version of `current` by the decree that `fresh` was put together from: components, time, fee and decree are the
 * new ones; form, steps, delivery and all that was set by hand stay, and rest on the items they rested on. Pure.
 */
export function composeNext(current: Service, fresh: Service): Service {
  const { requirements: before, procedure: steps } = current.components;
  const { requirements: after, procedure } = fresh.components;
  const demanded = moveBetween(before.items, after.items);
  const carriedOut = moveBetween(steps.items, procedure.items);
  const requirements = nextRequirements(
    current.requirements,
    fresh.requirements.map((one) => uploadable(one, current)),
    demanded,
  );
  const nextSteps = current.steps.map((step) => movedStep(step, carriedOut));
  const stays = (at: string): boolean => !ABOUT_DECREE.test(at);
  return {
    ...current,
    decree: fresh.decree,
    validFrom: fresh.validFrom,
    components: fresh.components,
    promise: fresh.promise,
    fee: sameFee(current.fee, fresh.fee) ? current.fee : fresh.fee,
    form: current.form.map((group) => ({
      ...group,
      questions: group.questions.map((question) => movedQuestion(question, demanded)),
    })),
    requirements,
    steps: nextSteps,
    survey: fresh.survey,
    assumptions: [
      ...current.assumptions.filter(({ at }) => stays(at) && at !== 'steps.procedure'),
      ...fresh.assumptions.filter(({ at }) => !stays(at)),
      ...withoutStep(nextSteps, procedure.items),
    ],
    findings: fresh.findings,
    example: { ...current.example, files: exampleFiles(current, requirements) },
  };
}

/** Files of requirements that are gone are not sent any more; new ones that are demanded are. */
function exampleFiles(
  { example }: Service,
  requirements: readonly Requirement[],
): Service['example']['files'] {
  const files = example.files.filter(({ requirement }) => requirements.some(({ id }) => id === requirement));
  const isSent = (id: string): boolean => files.some(({ requirement }) => requirement === id);
  const fresh = requirements.filter(
    (one) => isUploaded(one) && one.required && one.when === undefined && !isSent(one.id),
  );
  const added = fresh.map(({ id }) => ({
    requirement: id,
    fileName: `${id}.pdf`,
    contentType: 'application/pdf',
  }));
  return [...files, ...added];
}
