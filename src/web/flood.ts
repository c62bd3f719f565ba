/**
 * When many requests come that nobody may have meant: whoever sends one then shows that its e-mail address is theirs. On all
 * other days nobody is asked.
 */
import { isThisMachine } from '../platform/index.ts';
import { formQuestions } from '../standard/index.ts';
import type { Service } from '../standard/index.ts';
import type { WebContext } from './context.ts';

/** One new request, as far as a flood is told by it. */
export interface Arriving {
  readonly government: string;
  readonly service: Service;
  /** As typed; not read yet. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** The caller's network address. */
  readonly address: string;
}

/** Seconds until a new request needs no proof again; null when it needs none now. */
export async function proofNeeded(
  { limiters }: Pick<WebContext, 'limiters'>,
  { government, service, answers, address }: Arriving,
): Promise<number | null> {
  if (isThisMachine(address)) return null;
  const contacts = contactsIn(service, answers).map((contact) => limiters.contact.take(contact));
  const taken = await Promise.all([limiters.calm.take(government), ...contacts]);
  const refused = taken.filter(({ allowed }) => !allowed);
  if (refused.length === 0) return null;
  return Math.max(...refused.map(({ retryAfterSeconds }) => retryAfterSeconds));
}

/** How the applicant can be reached, each spelled one way only: what is typed differently is the same person. */
function contactsIn(service: Service, answers: Arriving['answers']): readonly string[] {
  return formQuestions(service).flatMap(({ id, use }) => {
    const typed = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (typeof typed !== 'string' || typed.trim() === '') return [];
    if (use === 'applicant-email') return [`email/${typed.trim().toLowerCase()}`];
    return use === 'applicant-phone' ? [`phone/${typed.replaceAll(/\D/g, '').replace(/^62/, '0')}`] : [];
  });
}

/** What was typed where the form asks for an e-mail address; null where there is none. */
export function emailIn(service: Service, answers: Arriving['answers']): string | null {
  const question = formQuestions(service).find(({ use }) => use === 'applicant-email');
  const typed = question && Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : null;
}
