/** What the printed sheets of a request say, from what is known of it. */
import { runningPromise } from '../request/index.ts';
import type { ReceiptView } from '../request/index.ts';
import { keepsIdentityApart } from '../standard/index.ts';
import type { CalendarVersion, Service } from '../standard/index.ts';
import { computeDeadline } from '../working-time/index.ts';
import type { Desk } from './desk-page.ts';
import type { PaperFacts } from './paper.ts';
import type { ReceiptProps } from './receipt-sheet.ts';
import { agencyName } from './request-words.ts';
import { pageWords } from './words.ts';

/** The lines on top of every sheet. */
export function factsOf({ context, session, request }: Desk, view: ReceiptView): PaperFacts {
  const { lang } = request;
  const organisation = context.catalogue.organisation(session.government);
  const { name, agency } = view.applicant;
  const named = [name, agency === null ? null : agencyName(organisation, agency)];
  const who = named.filter((part) => part !== null).join(', ');
  const unnamed = keepsIdentityApart(view.service.value) ? pageWords[lang].queue.protected : '–';
  return {
    lang,
    government: view.government,
    organisation,
    timeZone: view.timeZone,
    standing: session.standing,
    now: context.clock.now(),
    number: view.state.number,
    service: view.service.value.title[lang],
    applicant: who || unnamed,
    state: view.state,
    letter: view.submission.letter,
  };
}

/** The requirements demanded of this request or brought for it, and in what form. */
export function broughtFor(
  view: ReceiptView,
): Pick<ReceiptProps, 'standard' | 'deadline' | 'requirements' | 'files' | 'paper'> {
  const { paper } = view.submission;
  const concerned = new Set([
    ...view.state.demanded,
    ...paper,
    ...view.files.map(({ requirement }) => requirement),
  ]);
  const standard = view.service.value;
  return {
    standard,
    deadline: { derivation: view.derivation, calendar: view.calendar },
    requirements: standard.requirements.filter(({ id, bring }) => bring !== 'none' && concerned.has(id)),
    files: view.files,
    paper,
  };
}

/** How the deadline of a request was found that was just taken in: nothing has stopped or extended it yet. */
export function deadlineAtIntake(
  service: Service,
  { due, receivedAt }: PaperFacts['state'],
  { calendar }: CalendarVersion,
): ReceiptProps['deadline'] {
  const found = computeDeadline(calendar, { received: receivedAt, promise: runningPromise(service) });
  return { derivation: due !== null && found.ok ? found.value.derivation : [], calendar };
}

/** The key was shown once and is not known any more. */
export const trackingFor = (
  { context }: Desk,
  { government }: ReceiptView,
): { readonly trackingKey: null; readonly trackAt: string } => ({
  trackingKey: null,
  trackAt: `${context.publicUrl}/${government.id}/permohonan`,
});
