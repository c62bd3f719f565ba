import type { FastifyInstance } from 'fastify';
import { openQueue } from '../request/index.ts';
import type { QueueName } from '../request/index.ts';
import type { OfficialSession, WebContext } from '../web/index.ts';
import { openDesk, sendDesk } from './desk-page.ts';
import type { Desk } from './desk-page.ts';
import { queueNames, queuePage, queuePaths } from './queue-page.ts';
import { pageWords } from './words.ts';

/** Rows a page: a screen or two, so that the page stays quick. */
const PAGE_ROWS = 50;

type Query = Readonly<Record<string, unknown>>;

/** The queue of an official: `/meja?daftar=saya|semua|menunggu|selesai&cari=…&sesudah=…`. */
export function addQueueRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: Query }>('/meja', async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return showQueue(desk, request.query);
  });
}

/** Overseers have no steps of their own; their queue begins with everything they may see. */
function firstQueue({ standing }: OfficialSession): QueueName {
  const oversees = standing.roles.includes('auditor') || standing.roles.includes('evaluator');
  return oversees ? 'below' : 'mine';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '');

async function showQueue(desk: Desk, query: Query): Promise<unknown> {
  const { context, session, request } = desk;
  const { government } = session;
  const queue = queueNames.find((name) => queuePaths[name] === query['daftar']) ?? firstQueue(session);
  const [text, after] = [textOf(query['cari']), textOf(query['sesudah'])];
  const asked = { queue, text, limit: PAGE_ROWS, ...(after ? { after } : {}) };
  const { counts, ...page } = await openQueue(context, session.standing, government, asked);
  const { catalogue } = context;
  const { file, calendar } = catalogue.calendar(government);
  return sendDesk(desk, {
    title: pageWords[request.lang].queue.title,
    at: '/meja',
    main: queuePage({
      lang: request.lang,
      queue,
      text,
      page,
      counts,
      calendar,
      further: after !== '',
      now: context.clock.now(),
      timeZone: file.timeZone,
      organisation: catalogue.organisation(government),
      serviceOf: (id, version) => catalogue.service(government, id, version).value,
      official: session.standing.official,
    }),
  });
}
