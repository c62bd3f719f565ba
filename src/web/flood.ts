/**
 * When many requests come that nobody may have meant: whoever sends one then shows that its e-mail address is theirs. On all
 * other days nobody is asked.
 */
import { isThisMachine, TooManyFault } from '../platform/index.ts';
import type { Allowance } from '../platform/index.ts';
import { formQuestions } from '../standard/index.ts';
import type { Service } from '../standard/index.ts';
import type { WebContext } from './context.ts';

/** One new request, as far as a flood is told by it. */
export interface Arriving {
  readonly government: string;
  readonly service: Service;
  /** As typed. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Where it comes from. */
  readonly site: string;
}

type Looking = Pick<WebContext, 'limiters'>;

/**
 * Counts a request that is about to be written. Fault `too-many-attempts` in a flood: it needs a proof now, or must wait.
 * Not for what is not yet known to be a request: who sends nonsense would else bring the flood about.
 */
export async function countRequest(context: Looking, arriving: Arriving): Promise<void> {
  const wait = await waitFor(context, arriving, 1);
  if (wait > 0) throw new TooManyFault(wait);
}

/** Whether a request that came now would need a proof; counts nothing. */
export const needsProof = async (context: Looking, arriving: Arriving): Promise<boolean> =>
  (await waitFor(context, arriving, 0)) > 0;

/** Seconds until the request needs no proof; 0 when it needs none now. */
async function waitFor({ limiters }: Looking, arriving: Arriving, cost: 0 | 1): Promise<number> {
  const { government, service, answers, site } = arriving;
  if (isThisMachine(site)) return 0;
  // Counted apart for each site: a stranger elsewhere cannot use up what somebody is allowed.
  const contacts = contactsIn(service, answers).map((contact) =>
    limiters.contact.take(`${contact}/${site}`, cost),
  );
  const refused = (await Promise.all(contacts)).filter(({ allowed }) => !allowed);
  if (refused.length > 0) return Math.max(...refused.map(({ retryAfterSeconds }) => retryAfterSeconds));
  return waitOf(await takeOfGovernment(limiters, government, site, cost));
}

/**
 * Whoever is within the share of one site has all that the government's bucket holds; a site that many share, or one that
 * floods, goes on while the bucket is more than half full. So no site alone asks anybody else for a proof.
 */
async function takeOfGovernment(
  { share, calm, crowd }: WebContext['limiters'],
  government: string,
  site: string,
  cost: 0 | 1,
): Promise<Allowance> {
  const own = await share.take(`${government}/${site}`, cost);
  return own.allowed ? calm.take(government, cost) : crowd.take(government, cost);
}

const waitOf = ({ allowed, retryAfterSeconds }: Allowance): number =>
  allowed ? 0 : Math.max(retryAfterSeconds, 1);

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
