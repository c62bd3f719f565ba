/** The message with the code, to the address that the form itself names. */
import { takeOrRefuse } from '../../platform/index.ts';
import { emailIn } from '../../web/index.ts';
import type { Arriving } from '../../web/index.ts';
import { mailLink } from '../drafts/mail-link.ts';
import { proofWords } from '../words/proof.ts';
import type { OpenDraft } from './open-draft.ts';
import { codeFor } from './proof-code.ts';
import type { Proving } from './proof-code.ts';

/** What the code of a draft follows from; null where no address was given. */
export const provingOf = ({ app, draft }: OpenDraft): Proving | null => {
  const email = emailIn(app.service, draft.typed);
  const { keys, clock } = app.context;
  return email === null ? null : { keys, clock, draft: draft.id, email };
};

/** The draft as a request that may be part of a flood. */
export const arrivingOf = ({ app, address, draft }: OpenDraft): Arriving => ({
  government: address.government,
  service: app.service,
  answers: draft.typed,
  site: app.request.site,
});

/** Whether this draft can be proved: it names an address, and mail leaves (or the demo shows it). */
export const canProve = (open: OpenDraft): boolean =>
  provingOf(open) !== null && (open.app.context.mailLeaves || open.app.context.demo);

/** Sends a code to the draft's own address. Fault `too-many-attempts`: the address is not to be pestered. */
export async function mailCode(open: OpenDraft): Promise<void> {
  const { context, lang, government, request } = open.app;
  const proving = provingOf(open);
  if (!proving || !context.mailLeaves) return;
  const { linkMail, proofMail } = context.limiters;
  const to = proving.email.toLowerCase();
  await takeOrRefuse(linkMail, `proof/${open.draft.id}`);
  // Counted apart from links to drafts, and for each site: a stranger could else keep somebody from proving their address.
  await takeOrRefuse(linkMail, `proof-to/${to}/${request.site}`);
  await takeOrRefuse(proofMail, to);
  const { subject, text } = proofWords[lang].mail;
  const letter = { to: proving.email, subject, text: text(codeFor(proving), government.office.name) };
  await context.database.transaction({ government: government.id }, (tx) =>
    mailLink(tx, context.keys, government.id, letter),
  );
}
