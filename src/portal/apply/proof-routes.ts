/** While a flood of requests comes in: a code by mail, before an official is bothered. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { formFields, takeOrRefuse } from '../../platform/index.ts';
import { needsProof } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { proofWords } from '../words/proof.ts';
import { sendForm } from './application.ts';
import type { DraftParams } from './application.ts';
import { sendDraft } from './check-routes.ts';
import { leadToReceipt, nextUnfinished, openDraft } from './open-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import { codeFor, isCodeFor } from './proof-code.ts';
import { arrivingOf, mailCode, provingOf } from './proof-mail.ts';
import { CODE, proofPage } from './proof-page.ts';
import { CHECK, PROOF } from './way.ts';

type DraftRequest = FastifyRequest<{ Params: DraftParams }>;

const PATH = `/:gov/layanan/:service/ajukan/:draft/${PROOF}`;

/** `…/ajukan/:draft/bukti` */
export function addProofRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(PATH, async (request: DraftRequest, reply) => {
    const open = await openDraft(context, request);
    if (open.draft.sent) return leadToReceipt(open, reply);
    return show(open, reply, []);
  });

  server.post(`${PATH}/lagi`, async (request: DraftRequest, reply) => {
    const open = await openDraft(context, request);
    const missing = nextUnfinished(open);
    if (open.draft.sent) return leadToReceipt(open, reply);
    if (missing) return reply.redirect(`${open.base}/${missing}`, 303);
    await takeOrRefuse(context.limiters.submit, request.site);
    // Only who cannot send without a code gets one: else it would be a way of having mail sent to somebody.
    if (!(await needsProof(context, arrivingOf(open)))) return reply.redirect(`${open.base}/${CHECK}`, 303);
    await mailCode(open);
    return reply.redirect(`${open.base}/${PROOF}`, 303);
  });

  server.post(PATH, async (request: DraftRequest, reply) => {
    const open = await openDraft(context, request, 'lock');
    const missing = nextUnfinished(open);
    if (open.draft.sent) return leadToReceipt(open, reply);
    if (missing) return reply.redirect(`${open.base}/${missing}`, 303);
    // A million codes, one right at a time: ten attempts and two a minute leave nothing to try for.
    await takeOrRefuse(context.limiters.guess, `proof/${open.draft.id}`);
    const proving = provingOf(open);
    const typed = formFields(request)[CODE];
    if (proving && typeof typed === 'string' && isCodeFor(proving, typed)) return sendDraft(open, reply);
    return show(open, reply, [wrong]);
  });
}

const wrong: FieldFault = { path: CODE, words: { id: proofWords.id.wrong, en: proofWords.en.wrong } };

function show(open: OpenDraft, reply: FastifyReply, faults: readonly FieldFault[]): FastifyReply {
  const { app } = open;
  const proving = provingOf(open);
  if (!proving) return reply.redirect(open.base, 303);
  const shown = app.context.mailLeaves ? null : codeFor(proving);
  const main = proofPage({ open, email: proving.email, faults, shown });
  return sendForm(app, reply, { title: proofWords[app.lang].title, main, faults });
}
