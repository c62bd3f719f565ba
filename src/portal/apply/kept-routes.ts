/** A draft's own page: its link to come back by, copied or sent to oneself. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { formFields } from '../../platform/index.ts';
import { formQuestions, readAnswers } from '../../standard/index.ts';
import type { Question } from '../../standard/index.ts';
import { publicWords } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { linkMail, mailLink } from '../drafts/mail-link.ts';
import type { LinkMail } from '../drafts/mail-link.ts';
import { applyWords } from '../words/apply.ts';
import { sendForm } from './application.ts';
import type { DraftParams } from './application.ts';
import { keptPage, MAIL_TO, sentPage } from './kept-page.ts';
import type { Mailing } from './kept-page.ts';
import { nextUnfinished, openDraft } from './open-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import { CHECK } from './way.ts';

type DraftRequest = FastifyRequest<{ Params: DraftParams }>;

const BASE = '/:gov/layanan/:service/ajukan/:draft';

export function addKeptRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(BASE, async (request: DraftRequest, reply) => {
    const open = await openDraft(context, request);
    return show(open, reply, mailingOf(open));
  });

  if (!context.demo && !context.mailLeaves) return;
  server.post(`${BASE}/surel`, async (request: DraftRequest, reply) => {
    const open = await openDraft(context, request);
    if (open.draft.sent) return show(open, reply, null);
    const to = formFields(request)[MAIL_TO];
    return mail(open, reply, typeof to === 'string' ? to.trim() : '');
  });
}

/** What the form for sending the link begins with; none where no mail leaves. */
function mailingOf({ app, draft }: OpenDraft): Mailing | null {
  if (!app.context.demo && !app.context.mailLeaves) return null;
  const question = formQuestions(app.service).find(({ use }) => use === 'applicant-email');
  const typed = question && draft.typed[question.id];
  return { to: typed ?? '', faults: [] };
}

/** Read as any answer that is an address. */
const ADDRESS: Question = {
  id: MAIL_TO,
  type: 'email',
  label: { id: applyWords.id.apply.mailTo, en: applyWords.en.apply.mailTo },
  required: true,
  protected: false,
};

async function mail(open: OpenDraft, reply: FastifyReply, typed: string): Promise<FastifyReply> {
  const { context, reading } = open.app;
  const read = readAnswers([ADDRESS], { [MAIL_TO]: typed }, reading);
  if (!read.ok) return show(open, reply, { to: typed, faults: read.fault.fields });
  const address = read.value[MAIL_TO];
  const to = typeof address === 'string' ? address : typed;
  const wait = await waitFor(open, to);
  if (wait > 0) {
    reply.header('retry-after', wait);
    return show(open, reply, { to: typed, faults: [tooMany(wait)] }, 429);
  }
  const letter = letterFor(open, to);
  if (context.mailLeaves) {
    await context.database.transaction({ government: open.address.government }, (tx) =>
      mailLink(tx, context.keys, open.address.government, letter),
    );
  }
  return show(open, reply, { to, faults: [], sent: letter });
}

/** Seconds until the link may be sent again: neither a draft nor an address is to be a way of pestering somebody. */
async function waitFor({ app, draft }: OpenDraft, to: string): Promise<number> {
  const { linkMail: limiter, submit } = app.context.limiters;
  for (const take of [
    () => submit.take(app.request.site),
    () => limiter.take(`draft/${draft.id}`),
    () => limiter.take(`to/${to.toLowerCase()}`),
  ]) {
    const { allowed, retryAfterSeconds } = await take();
    if (!allowed) return retryAfterSeconds;
  }
  return 0;
}

const tooMany = (seconds: number): FieldFault => ({
  path: MAIL_TO,
  words: {
    id: applyWords.id.apply.mailedOften(Math.ceil(seconds / 60)),
    en: applyWords.en.apply.mailedOften(Math.ceil(seconds / 60)),
  },
});

function letterFor({ app, draft, base }: OpenDraft, to: string): LinkMail {
  const { lang, service, government, context, moment } = app;
  const until = draft.expiresAt.toZonedDateTimeISO(moment.timeZone).toPlainDate();
  const facts = {
    service: service.title[lang],
    office: government.office.name,
    link: `${context.publicUrl}${base}`,
    until: formatDate(until, lang),
  };
  return linkMail(to, facts, lang);
}

function show(open: OpenDraft, reply: FastifyReply, mailing: Mailing | null, status?: number): FastifyReply {
  const { app, draft } = open;
  if (draft.sent) {
    return sendForm(app, reply, { title: applyWords[app.lang].apply.sentTitle, main: sentPage(open) });
  }
  const main = keptPage(open, nextUnfinished(open) ?? CHECK, mailing);
  const title = publicWords[app.lang].apply.resumeTitle;
  const faults = mailing?.faults ?? [];
  return sendForm(app, reply, { title, main, faults, ...(status === undefined ? {} : { status }) });
}
