/** `/meja/kelola/impor`: uploading a decree, waiting for it to be read, and the services found in it. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { readMultipart } from '../../platform/index.ts';
import {
  addDecreeImport,
  dropDecreeImport,
  findReading,
  getDecreeImport,
  listDecreeImports,
  listReviews,
  MOST_DECREE_BYTES,
  readDecreeAgain,
} from '../../standard/index.ts';
import type { Content } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { inGovernment, openToChange, recorded, sendAdmin } from '../admin/admin-desk.ts';
import type { Desk } from '../desk-page.ts';
import { IMPORT, importHref } from './address.ts';
import { failedPage, importsPage, servicesPage } from './list-page.ts';
import type { ImportsPage } from './list-page.ts';
import { hasStopped, waitingPage } from './waiting-page.ts';
import type { Waiting } from './waiting-page.ts';
import { waitingWords } from './waiting-words.ts';
import { importWords } from './words.ts';

interface OfImport {
  readonly Params: { readonly id: string };
}

const INVALID = 422;
/** Seconds between two looks of a page that waits. */
const LOOK_AGAIN = '3';

export function addImportListRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(IMPORT, async (request, reply) => showList(await openToChange(context, request, reply), []));
  server.post(IMPORT, { config: { multipart: true } }, async (request, reply) =>
    takeIn(await openToChange(context, request, reply)),
  );
  server.get<OfImport>(`${IMPORT}/:id`, async (request, reply) =>
    showOne(await openToChange(context, request, reply), request.params.id),
  );
  server.post<OfImport>(`${IMPORT}/:id/baca-lagi`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const { id } = request.params;
    await inGovernment(desk, (tx, government) => readDecreeAgain(tx, government, id));
    return reply.redirect(importHref(id), 303);
  });
  server.post<OfImport>(`${IMPORT}/:id/buang`, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const { id } = request.params;
    await recorded(desk, 'decree-dropped', async (tx, government) => {
      const { fileName } = await getDecreeImport(tx, government, id);
      await dropDecreeImport(tx, government, id);
      return { value: null, subject: fileName };
    });
    return reply.redirect(IMPORT, 303);
  });
}

function baseOf({ context, session, request }: Desk): ImportsPage {
  return {
    lang: request.lang,
    csrf: request.csrfToken(),
    timeZone: context.catalogue.calendar(session.government).file.timeZone,
  };
}

/** Sends a page below the list of imports. */
export function sendImport(desk: Desk, title: string, main: Content, status = 200): FastifyReply {
  const crumbs = [{ label: importWords[desk.request.lang].title, href: IMPORT }];
  return sendAdmin(desk, { title, main, crumbs, status });
}

async function showList(desk: Desk, faults: readonly FieldFault[]): Promise<FastifyReply> {
  const imports = await inGovernment(desk, listDecreeImports);
  return sendAdmin(desk, {
    title: importWords[desk.request.lang].title,
    main: importsPage(baseOf(desk), imports, faults),
    status: faults.length > 0 ? INVALID : 200,
  });
}

async function takeIn(desk: Desk): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const chunks: Buffer[] = [];
  let fileName = '';
  await readMultipart(request, {
    limits: { files: 1, fileBytes: MOST_DECREE_BYTES },
    onFile: async (file) => {
      ({ fileName } = file);
      for await (const chunk of file.content) chunks.push(chunk);
    },
  });
  const content = Buffer.concat(chunks);
  if (content.length === 0 || fileName === '') {
    return showList(desk, [
      { path: 'berkas', words: { id: importWords.id.noFile, en: importWords.en.noFile } },
    ]);
  }
  const id = await recorded(desk, 'decree-uploaded', async (tx, government) => ({
    value: await addDecreeImport(tx, {
      government,
      official: session.standing.official,
      fileName,
      content,
      at: context.clock.now(),
    }),
    subject: fileName,
  }));
  return reply.redirect(importHref(id), 303);
}

async function showOne(desk: Desk, id: string): Promise<FastifyReply> {
  const { lang } = desk.request;
  // The job first: it goes after what it read is there, so one that is neither read nor in the queue has been given up.
  const reading = await inGovernment(desk, (tx, government) => findReading(tx, government, id));
  const one = await inGovernment(desk, (tx, government) => getDecreeImport(tx, government, id));
  const base = baseOf(desk);
  if (one.state === 'waiting') return showWaiting(desk, { ...one, reading, now: desk.context.clock.now() });
  if (one.state === 'failed') return sendImport(desk, importWords[lang].failed, failedPage(base, one));
  const reviews = await inGovernment(desk, (tx, government) => listReviews(tx, government, id));
  return sendImport(desk, one.decree?.title ?? one.fileName, servicesPage(base, one, reviews));
}

/** While the job reads: the page asks again by itself, unless nobody reads any more. */
function showWaiting(desk: Desk, waiting: Waiting): FastifyReply {
  const { lang } = desk.request;
  const stopped = hasStopped(waiting.reading);
  if (!stopped) desk.reply.header('refresh', LOOK_AGAIN);
  const title = stopped ? waitingWords[lang].title : importWords[lang].reading;
  return sendImport(desk, title, waitingPage(baseOf(desk), waiting));
}
