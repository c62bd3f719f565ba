import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../ground/index.ts';
import { formFields } from '../platform/index.ts';
import { openFileForDesk, revealIdentity } from '../request/index.ts';
import type { DeskView } from '../request/index.ts';
import { describeAnswer, formQuestions } from '../standard/index.ts';
import type { PostedForm } from '../ui/index.ts';
import { sendFile } from '../web/index.ts';
import type { FileAnswer, WebContext } from '../web/index.ts';
import { act } from './act-on-request.ts';
import { openDesk } from './desk-page.ts';
import type { Desk } from './desk-page.ts';
import { keepingTyped } from './held/index.ts';
import { readPosted } from './posted-action.ts';
import type { RequestPage } from './request-context.ts';
import { getView, numberOf, showRequest } from './show-request.ts';

interface OfRequest {
  readonly Params: { readonly number: string; readonly file?: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** The page of one request, what is done on it, and its files. */
export function addRequestRoutes(server: FastifyInstance, context: WebContext): void {
  const base = '/meja/permohonan/:number';
  server.get<OfRequest>(base, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const view = await getView(desk, request.params.number);
    return showRequest(desk, view, { recorded: request.query['tercatat'] !== undefined });
  });
  const errorHandler = keepingTyped(context);
  server.post<OfRequest>(base, { config: { multipart: true }, errorHandler }, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const view = await getView(desk, request.params.number);
    return act(desk, view, await readPosted(desk, view.state.number, request.query['simpanan']));
  });
  server.post<OfRequest>(`${base}/identitas`, { errorHandler }, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return reveal(desk, await getView(desk, request.params.number), formFields(request));
  });
  server.get<OfRequest>(`${base}/berkas/:file`, async (request, reply) =>
    answerFile(await openDesk(context, request, reply), request.params, 'download'),
  );
  server.get<OfRequest>(`${base}/berkas/:file/lihat`, async (request, reply) =>
    answerFile(await openDesk(context, request, reply), request.params, 'view'),
  );
}

async function answerFile(
  { context, session, reply }: Desk,
  { number, file = '' }: OfRequest['Params'],
  how: FileAnswer,
): Promise<FastifyReply> {
  const { standing, government } = session;
  const opened = await openFileForDesk(context, standing, government, numberOf(number), file);
  return sendFile(context, reply, government, opened, how);
}

const INVALID = 422;

async function reveal(desk: Desk, view: DeskView, posted: PostedForm): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const reason = typeof posted['reveal.reason'] === 'string' ? posted['reveal.reason'] : '';
  try {
    const { number } = view.state;
    const found = await revealIdentity(context, session.standing, session.government, number, reason);
    return showRequest(desk, view, { identity: identityLines(view, found?.answers ?? {}, request.lang) });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'reason-missing') throw error;
    const faults = error.fields.map(({ path, words }) => ({ path: `reveal.${path}`, words }));
    return showRequest(desk, view, { faults, tried: 'reveal', status: INVALID });
  }
}

function identityLines(
  view: DeskView,
  answers: DeskView['answers'],
  lang: 'id' | 'en',
): NonNullable<RequestPage['identity']> {
  return formQuestions(view.service.value).flatMap((question) => {
    const answer = answers[question.id];
    return answer === undefined
      ? []
      : [{ label: question.label[lang], value: describeAnswer(question, answer, lang) }];
  });
}
