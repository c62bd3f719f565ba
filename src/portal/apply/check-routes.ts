/** Checking and sending. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault, valueOf } from '../../ground/index.ts';
import { TooManyFault } from '../../platform/index.ts';
import { destroyFiles, releaseHeldFiles, submitRequest } from '../../request/index.ts';
import type { Receipt, SubmitInput } from '../../request/index.ts';
import { formQuestions } from '../../standard/index.ts';
import { publicWords } from '../../ui/index.ts';
import { countRequest, rawAnswers } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { draftChanged, markSent } from '../drafts/drafts.ts';
import { keepTracked } from '../tracking/tracked.ts';
import { applyWords } from '../words/apply.ts';
import { proofWords } from '../words/proof.ts';
import { sendForm } from './application.ts';
import type { DraftParams } from './application.ts';
import { checkPage } from './check-page.ts';
import { leadToReceipt, nextUnfinished, openDraft } from './open-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import { arrivingOf, canProve, mailCode } from './proof-mail.ts';
import { readTyped } from './screens.ts';
import { CHECK, PROOF, uploadsFor } from './way.ts';

type DraftRequest = FastifyRequest<{ Params: DraftParams }>;

const BASE = '/:gov/layanan/:service/ajukan/:draft';

export function addCheckRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(`${BASE}/${CHECK}`, async (request: DraftRequest, reply) => {
    const open = await openDraft(context, request);
    if (open.draft.sent) return leadToReceipt(open, reply);
    const missing = nextUnfinished(open);
    return missing ? reply.redirect(`${open.base}/${missing}`, 303) : showCheck(open, reply, null, 200);
  });

  server.post(`${BASE}/${CHECK}`, async (request: DraftRequest, reply) => {
    const open = await openDraft(context, request, 'lock');
    const { sent } = open.draft;
    if (sent) return toReceipt(open, reply, sent);
    const missing = nextUnfinished(open);
    if (missing) return reply.redirect(`${open.base}/${missing}`, 303);
    const { allowed, retryAfterSeconds } = await context.limiters.submit.take(request.site);
    if (!allowed) {
      reply.header('retry-after', retryAfterSeconds);
      return showCheck(open, reply, applyWords[open.app.lang].apply.limited(retryAfterSeconds), 429);
    }
    try {
      return await sendDraft(open, reply, () => countRequest(context, arrivingOf(open)));
    } catch (error) {
      if (error instanceof TooManyFault) return askForProof(open, reply, error.retryAfterSeconds);
      throw error;
    }
  });
}

/** While a flood comes in: a code by mail. Whoever gave no address waits, and keeps everything. */
async function askForProof(open: OpenDraft, reply: FastifyReply, wait: number): Promise<FastifyReply> {
  if (!canProve(open)) {
    reply.header('retry-after', wait);
    return showCheck(open, reply, proofWords[open.app.lang].flooded(Math.ceil(wait / 60)), 429);
  }
  await mailCode(open);
  return reply.redirect(`${open.base}/${PROOF}`, 303);
}

function showCheck(
  open: OpenDraft,
  reply: FastifyReply,
  warning: string | null,
  status: number,
): FastifyReply {
  const { app, draft } = open;
  const answers = valueOf(readTyped(app.service, draft.typed, app.reading));
  const main = checkPage(open, answers, warning);
  return sendForm(app, reply, { title: publicWords[app.lang].apply.checkTitle, main, status });
}

/** Sends the draft as a request, if `admit` lets it pass; when it changed meanwhile, it is shown again. */
export async function sendDraft(
  open: OpenDraft,
  reply: FastifyReply,
  admit?: SubmitInput['admit'],
): Promise<FastifyReply> {
  try {
    return toReceipt(open, reply, await submit(open.app.context, open, admit));
  } catch (error) {
    if (error instanceof Fault && error.code === 'draft-changed') {
      return showCheck(open, reply, error.words[open.app.lang], 409);
    }
    throw error;
  }
}

/** The draft's id is the request's and its idempotency key: pressed twice, it is one request. */
async function submit(context: WebContext, open: OpenDraft, admit: SubmitInput['admit']): Promise<Receipt> {
  const { app, address, draft, held } = open;
  const asked = new Set(uploadsFor(app.service, draft.typed).map(({ id }) => id));
  const submitted = await submitRequest(context, {
    submission: { request: draft.id, dataKey: draft.dataKey },
    government: address.government,
    service: address.service,
    answers: rawAnswers(formQuestions(app.service), draft.typed),
    mode: 'form',
    files: held.filter(({ requirement }) => asked.has(requirement)),
    channel: 'portal',
    lang: app.lang,
    idempotencyKey: draft.id,
    ...(admit ? { admit } : {}),
    alongside: async (tx, receipt) => {
      await markSent(tx, context, address, draft, receipt);
      if (!(await releaseHeldFiles(tx, draft, held))) throw draftChanged();
    },
  });
  // What was uploaded for an answer that was changed later is nobody's any more.
  const left = held.filter(({ requirement }) => !asked.has(requirement)).map(({ id }) => id);
  await destroyFiles(context.files, address.government, left);
  return submitted;
}

/** The receipt carries the key; it travels in a sealed cookie, never in an address. */
function toReceipt({ app, address }: OpenDraft, reply: FastifyReply, receipt: Receipt): FastifyReply {
  const { number, trackingKey } = receipt;
  keepTracked(app.context, app.request, reply, { government: address.government, number, trackingKey });
  return reply.redirect(`/${address.government}/permohonan/${number}/tanda-terima`, 303);
}
