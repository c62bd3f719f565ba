/** A request's own pages: looking, writing, withdrawing, fetching files, opening secrets. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { formFields, takeOrRefuse } from '../../platform/index.ts';
import { lettersForApplicant } from '../../product/index.ts';
import {
  isEnded,
  nameOnLetter,
  openFileForApplicant,
  openSecret,
  renewSecret,
  withdraw,
  writeToOffice,
} from '../../request/index.ts';
import { formWords, publicWords } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import { sendFile, sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { findShown } from '../certificate/owned.ts';
import { trackWords } from '../words/track.ts';
import { deadlineEntry, findDeadlineAhead } from './deadline-entry.ts';
import { askForKey, credentialsFor, openTracked, trackingBase } from './open-tracked.ts';
import type { OpenTracked, RequestParams, TriedForm } from './open-tracked.ts';
import { SHOW_NAME } from './letters-part.ts';
import { trackingPage } from './page.ts';
import type { News } from './page.ts';
import { secretPage, withdrawPage } from './single-pages.ts';
import { sendTrackForm } from './form-routes.ts';
import { forgetTracked } from './tracked.ts';
import { productOf } from './delivered.ts';

const BASE = '/:gov/permohonan/:number';

/** What was just done, in the address of the page it leads back to. */
const NEWS: Readonly<Record<string, News>> = {
  lengkap: 'completed',
  pesan: 'messageSent',
  tarik: 'withdrawn',
  sandi: 'secretAsked',
  cabut: 'withdrawalAsked',
  nama: 'nameKept',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function addTrackingRoutes(server: FastifyInstance, context: WebContext): void {
  addLooking(server, context);
  addWriting(server, context);
  addFetching(server, context);
  addNaming(server, context);
}

function addLooking(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: RequestParams; Querystring: { kabar?: unknown } }>(BASE, async (request, reply) => {
    const open = await openTracked(context, request);
    if (!open) {
      const government = context.catalogue.government(request.params.gov);
      return sendTrackForm(context, request, reply, { government, number: request.params.number });
    }
    const { kabar } = request.query;
    return showTracked(open, reply, {
      news: typeof kabar === 'string' && Object.hasOwn(NEWS, kabar) ? (NEWS[kabar] ?? null) : null,
    });
  });

  server.post<{ Params: RequestParams }>(`${BASE}/tutup`, (request, reply) => {
    const credentials = credentialsFor(context, request);
    if (credentials) forgetTracked(context, request, reply, credentials);
    return reply.redirect(`/${encodeURIComponent(request.params.gov)}`, 303);
  });
}

function addWriting(server: FastifyInstance, context: WebContext): void {
  server.post<{ Params: RequestParams }>(`${BASE}/pesan`, async (request, reply) => {
    const credentials = credentialsFor(context, request);
    if (!credentials) return askForKey(request, reply);
    const { text } = formFields(request);
    const message = typeof text === 'string' ? text : '';
    try {
      await takeOrRefuse(context.limiters.message, credentials.number);
      await writeToOffice(context, credentials, message);
    } catch (error) {
      const open = isFieldFault(error) ? await openTracked(context, request) : null;
      if (!open || !isFieldFault(error)) throw error;
      return showTracked(open, reply, { faults: error.fields, typed: { text: message } });
    }
    return reply.redirect(`${trackingBase(credentials)}?kabar=pesan`, 303);
  });

  server.get<{ Params: RequestParams }>(`${BASE}/tarik`, async (request, reply) => {
    const open = await openTracked(context, request);
    if (!open) return askForKey(request, reply);
    if (isEnded(open.view.state.status)) return reply.redirect(open.base, 303);
    return sendTracked(open, reply, publicWords[open.lang].track.withdraw, withdrawPage(open, '', []));
  });

  server.post<{ Params: RequestParams }>(`${BASE}/tarik`, async (request, reply) => {
    const credentials = credentialsFor(context, request);
    if (!credentials) return askForKey(request, reply);
    const { alasan } = formFields(request);
    const reason = typeof alasan === 'string' ? alasan : '';
    try {
      await withdraw(context, credentials, { version: null, reason });
    } catch (error) {
      const open = isFieldFault(error) ? await openTracked(context, request) : null;
      if (!open || !isFieldFault(error)) throw error;
      const page = withdrawPage(open, reason, error.fields);
      return sendTracked(open, reply.code(422), publicWords[open.lang].track.withdraw, page);
    }
    return reply.redirect(`${trackingBase(credentials)}?kabar=tarik`, 303);
  });
}

/** Whether everybody who checks a letter is told the applicant's name: by their tick, which they may take out again. */
function addNaming(server: FastifyInstance, context: WebContext): void {
  server.post<{ Params: RequestParams & { letter: string } }>(
    `${BASE}/surat/:letter/nama`,
    async (request, reply) => {
      const credentials = credentialsFor(context, request);
      if (!credentials) return askForKey(request, reply);
      const { letter } = request.params;
      const shown = formFields(request)[`${SHOW_NAME}-${letter}`] !== undefined;
      // Each change is an entry of the journal for ever.
      await takeOrRefuse(context.limiters.message, credentials.number);
      await nameOnLetter(context, credentials, { letter, shown });
      return reply.redirect(`${trackingBase(credentials)}?kabar=nama`, 303);
    },
  );
}

/** What is wrong with words that were typed: shown where they stand, and they with it. */
export const isFieldFault = (error: unknown): error is Fault =>
  error instanceof Fault && error.fields.length > 0;

function addFetching(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: RequestParams }>(`${BASE}/tenggat.ics`, async (request, reply) => {
    const open = await openTracked(context, request);
    if (!open) return askForKey(request, reply);
    const due = findDeadlineAhead(open.view);
    return due === null ? reply.redirect(open.base, 303) : sendEntry(open, due, reply);
  });

  server.get<{ Params: RequestParams & { file: string } }>(`${BASE}/berkas/:file`, async (request, reply) => {
    const credentials = credentialsFor(context, request);
    if (!credentials) return askForKey(request, reply);
    const opened = await openFileForApplicant(context, credentials, request.params.file);
    return sendFile(context, reply, credentials.government, opened);
  });

  server.post<{ Params: RequestParams & { delivery: string } }>(
    `${BASE}/sandi-baru/:delivery`,
    async (request, reply) => {
      const credentials = credentialsFor(context, request);
      if (!credentials) return askForKey(request, reply);
      await takeOrRefuse(context.limiters.message, credentials.number);
      await renewSecret(context, credentials, request.params.delivery);
      return reply.redirect(`${trackingBase(credentials)}?kabar=sandi`, 303);
    },
  );

  server.post<{ Params: RequestParams & { secret: string } }>(
    `${BASE}/rahasia/:secret`,
    async (request, reply) => {
      const open = await openTracked(context, request);
      if (!open) return askForKey(request, reply);
      const { secret } = request.params;
      const known = UUID.test(secret) && open.view.openSecrets.includes(secret);
      try {
        const words = await openSecret(context, open.credentials, known ? secret : NO_SECRET);
        const page = secretPage(open, words, productOf(open, secret));
        return await sendTracked(open, reply, trackWords[open.lang].secretOpened, page);
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'secret-gone') throw error;
        // Opened by another press meanwhile, perhaps not by its owner: told where it stood.
        const now = (await openTracked(context, request)) ?? open;
        return showTracked(now, reply.code(GONE), { news: 'secretGone' });
      }
    },
  );
}

/** The deadline for the applicant's own calendar. */
function sendEntry(
  { lang, view, context, base, moment }: OpenTracked,
  due: string,
  reply: FastifyReply,
): FastifyReply {
  const { number, version } = view.state;
  const entry = deadlineEntry({
    lang,
    number,
    due,
    service: view.service.value.title[lang],
    office: view.government.office.name,
    timeZone: view.timeZone,
    address: `${context.publicUrl}${base}`,
    now: moment.now,
    version,
  });
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', `attachment; filename="${number}.ics"`)
    .send(entry);
}

/** Asked for in place of what is no secret of this request, so that all of them are answered alike. */
const NO_SECRET = '00000000-0000-0000-0000-000000000000';

/** Told alike of what was opened, what ran out and what never was. */
const GONE = 404;

interface Shown extends Partial<TriedForm> {
  readonly news?: News | null;
}

/** Sends the page of a request; with faults as an answer to a form of it that cannot be accepted. */
export async function showTracked(
  open: OpenTracked,
  reply: FastifyReply,
  { faults = [], typed = {}, news = null }: Shown,
): Promise<FastifyReply> {
  const { lang, view } = open;
  const name = `${view.state.number} – ${view.service.value.title[lang]}`;
  const title = faults.length > 0 ? `${formWords[lang].errorPrefix} ${name}` : name;
  const owned = await findShown(open);
  const letters = await lettersForApplicant(open.context, view);
  if (faults.length > 0) reply.code(422);
  return sendTracked(open, reply, title, trackingPage({ open, owned, letters, news, faults, typed }));
}

/** Sends a page of a request; nobody else's business, so it is not indexed. */
export function sendTracked(
  open: OpenTracked,
  reply: FastifyReply,
  title: string,
  main: Content,
): FastifyReply {
  const { context, request, view, base } = open;
  return sendPage(context, request, reply, {
    government: view.government,
    title,
    main,
    indexed: false,
    crumbs: request.routeOptions.url === BASE ? [] : [{ label: view.state.number, href: base }],
  });
}
