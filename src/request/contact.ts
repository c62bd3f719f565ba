/** How the applicant is reached, and which answers are kept apart as a protected identity. Pure. */
import { formQuestions } from '../standard/model.ts';
import type { Answers, Applicant, Service, Use } from '../standard/model.ts';
import type { Lang } from '../working-time/index.ts';

export interface Contact {
  readonly lang: Lang;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** The identity is protected: name, e-mail and phone lie apart and every reading of them is logged. */
  readonly hidden: boolean;
}

export function contactOf(applicant: Applicant, lang: Lang, hidden: boolean): Contact {
  const { name, email, phone } = applicant;
  return hidden
    ? { lang, name: null, email: null, phone: null, hidden }
    : { lang, name, email, phone, hidden };
}

const tellsWho = (use: Use | undefined): boolean =>
  use === 'applicant-name' ||
  use === 'applicant-nik' ||
  use === 'applicant-email' ||
  use === 'applicant-phone';

/** What is sealed apart of a protected reporter. */
export interface ProtectedIdentity {
  readonly answers: Answers;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * Divides answers into those that go with the case and those that would tell who a protected reporter is. Where the
 * standard protects identity, its protected questions stay apart (Perpres 76/2013); only the case itself goes around.
 */
export function splitProtected(
  service: Service,
  answers: Answers,
): { readonly open: Answers; readonly hidden: Answers } {
  const apart = new Set(
    formQuestions(service)
      .filter((question) => question.protected || (service.identityProtected && tellsWho(question.use)))
      .map((question) => question.id),
  );
  const entries = Object.entries(answers);
  return {
    open: Object.fromEntries(entries.filter(([id]) => !apart.has(id))),
    hidden: Object.fromEntries(entries.filter(([id]) => apart.has(id))),
  };
}
