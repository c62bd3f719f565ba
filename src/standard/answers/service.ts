import { ApplicantKind } from '../model/basics.ts';
import type { Question, Use } from '../model/questions.ts';
import type { Requirement, Service } from '../model/service.ts';
import type { Answers } from './answer.ts';
import { deliveryPath } from '../model/deliveries.ts';
import { applies } from './read.ts';

/** All questions of a service's form in their order. */
export function formQuestions(service: Service): Question[] {
  return service.form.flatMap(({ questions }) => questions);
}

/** The questions that are asked of someone who has given these answers so far. */
export function visibleQuestions(service: Service, answers: Answers): Question[] {
  return formQuestions(service).filter(({ when }) => applies(when, answers));
}

/** What must or may be brought with these answers; lines of the verifier's checklist, uploads where `bring` says so. */
export function requirementsFor(service: Service, answers: Answers): Requirement[] {
  return service.requirements.filter(({ when }) => applies(when, answers));
}

/** What no step delivers with these answers, each as "step.delivery". */
export const unwantedDeliveries = (service: Service, answers: Answers): readonly string[] =>
  service.steps.flatMap((step) =>
    (step.kind === 'fulfil' ? step.deliveries : []).flatMap(({ id, when }) =>
      applies(when, answers) ? [] : deliveryPath(step.id, id),
    ),
  );

/** Who asks and for what, as the officials' queue and the letters need it. Absent answers are null. */
export interface Applicant {
  readonly kind: ApplicantKind;
  /** Null where a reporter chose not to give a name. */
  readonly name: string | null;
  readonly nik: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Id of the asking agency. */
  readonly agency: string | null;
  /** Short description in Indonesian, for the queue; the service's title where the form asks for none. */
  readonly subject: string;
  /** Where the standard protects the reporter, only an express "no" is consent to show who it is. */
  readonly hideIdentity: boolean;
  /** Asked by somebody who holds a power of attorney of the applicant. */
  readonly represented: boolean;
}

/** The question that serves a use, among those asked with these answers. */
export function findQuestionFor(service: Service, use: Use, answers: Answers): Question | null {
  return visibleQuestions(service, answers).find((question) => question.use === use) ?? null;
}

function textFor(service: Service, use: Use, answers: Answers): string | null {
  const question = findQuestionFor(service, use, answers);
  const answer = question === null ? undefined : answers[question.id];
  if (question?.type === 'choice') {
    const option = question.options.find(({ value }) => value === answer);
    return use === 'subject' ? (option?.label.id ?? null) : (option?.value ?? null);
  }
  return typeof answer === 'string' ? answer : null;
}

/** Reads the applicant out of checked answers by the questions' uses. */
export function applicantOf(service: Service, answers: Answers): Applicant {
  const text = (use: Use): string | null => textFor(service, use, answers);
  const hide = text('hide-identity');
  const kind = ApplicantKind.safeParse(text('applicant-kind'));
  return {
    // The check makes sure that a service open to several kinds asks for the kind.
    kind: kind.success ? kind.data : (service.eligibility.kinds[0] ?? 'citizen'),
    name: text('applicant-name'),
    nik: text('applicant-nik'),
    email: text('applicant-email'),
    phone: text('applicant-phone'),
    agency: text('applicant-agency'),
    subject: text('subject') ?? service.title.id,
    hideIdentity: service.identityProtected ? hide !== 'no' : hide === 'yes',
    represented: text('representative') === 'other',
  };
}

/** Whether a reporter's identity lies apart: the standard protects it, or single answers of the form. */
export const keepsIdentityApart = (service: Service): boolean =>
  service.identityProtected || formQuestions(service).some((question) => question.protected);
