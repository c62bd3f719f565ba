import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../ground/index.ts';
import type { FieldFault } from '../ground/index.ts';
import { formFields, readMultipart, readRequestNumber } from '../platform/index.ts';
import {
  actAsOfficial,
  openFileForDesk,
  readForDesk,
  requestNotFound,
  revealIdentity,
  StaleFault,
} from '../request/index.ts';
import type { DeskView } from '../request/index.ts';
import { describeAnswer, formQuestions } from '../standard/index.ts';
import type { PostedForm } from '../ui/index.ts';
import { sendFile } from '../web/index.ts';
import type { FileAnswer, WebContext } from '../web/index.ts';
import { formFaults, formOf } from './action-names.ts';
import { openDesk, sendDesk } from './desk-page.ts';
import type { Desk } from './desk-page.ts';
import { readAction } from './read-action.ts';
import type { PostedFile } from './read-action.ts';
import type { RequestPage } from './request-context.ts';
import { requestPage } from './request-page.ts';
import { pageWords } from './words.ts';

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
  server.post<OfRequest>(base, { config: { multipart: true } }, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return act(desk, await getView(desk, request.params.number), await readPosted(request));
  });
  server.post<OfRequest>(`${base}/identitas`, async (request, reply) => {
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

/** A number as people type it; what is none is told like a request that is not there. */
function numberOf(given: string): string {
  const read = readRequestNumber(given);
  if (!read.ok) throw requestNotFound();
  return read.value.number;
}

/** A request of the signed-in official's government, as they may see it. Fault: `request-not-found`. */
export async function getView({ context, session }: Desk, number: string): Promise<DeskView> {
  return readForDesk(context, session.standing, session.government, numberOf(number));
}

interface Posted {
  readonly fields: PostedForm;
  readonly files: readonly PostedFile[];
}

const MOST_FILES = 5;

async function readPosted(request: FastifyRequest): Promise<Posted> {
  if (!request.isMultipart()) return { fields: formFields(request), files: [] };
  const files: PostedFile[] = [];
  const fields = await readMultipart(request, {
    limits: { files: MOST_FILES },
    onFile: async ({ fileName, content }) => {
      const chunks: Buffer[] = [];
      for await (const chunk of content) chunks.push(chunk);
      files.push({ fileName, content: Buffer.concat(chunks) });
    },
  });
  return { fields: files.length > 0 ? { ...fields, 'step.had-file': 'yes' } : fields, files };
}

/** Draws the page; what is left out is as on a fresh one. */
function showRequest(
  desk: Desk,
  view: DeskView,
  more: Partial<RequestPage> & { readonly status?: number } = {},
): FastifyReply {
  const { context, request, session } = desk;
  const { lang } = request;
  const { status = 200, ...given } = more;
  const page: RequestPage = {
    lang,
    csrf: request.csrfToken(),
    view,
    organisation: context.catalogue.organisation(session.government),
    publicUrl: context.publicUrl,
    standing: session.standing,
    now: context.clock.now(),
    posted: {},
    faults: [],
    tried: null,
    staleSince: null,
    recorded: false,
    identity: null,
    ...given,
  };
  return sendDesk(desk, {
    title: `${view.state.number} · ${view.service.value.title[lang]}`,
    main: requestPage(page),
    crumbs: [{ label: pageWords[lang].request.queue, href: '/meja' }],
    status,
  });
}

const INVALID = 422;
const CONFLICT = 409;
const FORBIDDEN = 403;

async function act(desk: Desk, view: DeskView, { fields, files }: Posted): Promise<FastifyReply> {
  const { context, session, reply } = desk;
  const action = typeof fields['action'] === 'string' ? fields['action'] : '';
  const { input, faults } = readAction(view, action, fields, files);
  const version = Number(fields['version']);
  const { number } = view.state;
  // Whoever acts on an old page first learns what changed; what they typed is looked at after that.
  if (faults.length > 0 && version === view.state.version) {
    return showRequest(desk, view, { posted: fields, faults, tried: action, status: INVALID });
  }
  const { government, standing } = session;
  try {
    await actAsOfficial(context, {
      government,
      number,
      actor: standing,
      action,
      version,
      input,
      mode: 'form',
    });
    return reply.redirect(`/meja/permohonan/${number}?tercatat`, 303);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return showRefused(desk, { number, action, fields, fault: error });
  }
}

interface Refused {
  readonly number: string;
  readonly action: string;
  readonly fields: PostedForm;
  readonly fault: Fault;
}

const statuses: Readonly<Partial<Record<Fault['kind'], number>>> = {
  invalid: INVALID,
  conflict: CONFLICT,
  forbidden: FORBIDDEN,
  'too-large': 413,
  'unsupported-media': 415,
};

/** The page as it stands now, with what was typed and why it was not carried out. */
async function showRefused(desk: Desk, { number, action, fields, fault }: Refused): Promise<FastifyReply> {
  const status = statuses[fault.kind];
  if (status === undefined || fault.code === 'request-not-found') throw fault;
  const view = await getView(desk, number);
  const typed = { posted: fields, tried: action, status };
  if (fault instanceof StaleFault) return showRequest(desk, view, { ...typed, staleSince: fault.seen });
  const { lang } = desk.request;
  const offered = view.offers.some((offer) => formOf(offer.action) === formOf(action));
  const faults: readonly FieldFault[] = offered
    ? formFaults(fault, action)
    : [{ path: 'langkah', words: fault.words }];
  desk.request.log.debug({ fault: fault.code, lang }, 'action refused');
  return showRequest(desk, view, { ...typed, faults });
}

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
