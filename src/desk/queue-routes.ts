import type { FastifyInstance } from 'fastify';
import { openDuties, openPosts, openQueue } from '../request/index.ts';
import type { QueueCounts, QueueName } from '../request/index.ts';
import type { Content } from '../ui/index.ts';
import type { OfficialSession, WebContext } from '../web/index.ts';
import { stoppedNotice } from './deliveries/stopped-routes.ts';
import { openDesk, sendDesk } from './desk-page.ts';
import type { Desk } from './desk-page.ts';
import { isQueue, readAddress } from './queue-address.ts';
import type { QueueAddress, View } from './queue-address.ts';
import { dutiesTable, postsTable } from './queue-beside.ts';
import { queueFrame, queuePage, wayOn } from './queue-page.ts';
import type { QueueFrame, QueueProps } from './queue-page.ts';
import type { QueueGround } from './queue-table.ts';
import { queueWords } from './queue-words.ts';

/** Rows a page: a screen or two, so that the page stays quick. */
const PAGE_ROWS = 50;

type Query = Readonly<Record<string, unknown>>;

/** The lists of an official: `/meja?daftar=saya|semua|menunggu|selesai|jabatan|kewajiban`, narrowed by what else the address says. */
export function addQueueRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Querystring: Query }>('/meja', async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const address = readAddress(request.query, firstView(desk.session));
    const stopped = await stoppedNotice(desk);
    return sendDesk(desk, {
      title: queueWords[request.lang].title,
      at: '/meja',
      main: await showQueue({ ...desk, stopped }, address),
    });
  });
}

/** Overseers have no steps of their own; their queue begins with everything they may see. */
function firstView({ standing }: OfficialSession): View {
  const oversees = standing.roles.includes('auditor') || standing.roles.includes('evaluator');
  return oversees ? 'below' : 'mine';
}

function groundOf({ context, session, request }: Desk): QueueGround {
  const { catalogue } = context;
  const { government, standing } = session;
  const { file, calendar } = catalogue.calendar(government);
  return {
    lang: request.lang,
    now: context.clock.now(),
    timeZone: file.timeZone,
    calendar,
    organisation: catalogue.organisation(government),
    serviceOf: (id, version) => catalogue.service(government, id, version).value,
    official: standing.official,
  };
}

/** The desk with what stands above every list. */
interface QueueDesk extends Desk {
  readonly stopped: Content;
}

function frameOf(
  { session, request, stopped }: QueueDesk,
  address: QueueAddress,
  counts: QueueCounts,
): QueueFrame {
  return { lang: request.lang, address, counts, leads: session.standing.below.length > 0, stopped };
}

/** The inside of the page that an address asks for. A search is answered by a list, wherever it was typed. */
async function showQueue(desk: QueueDesk, address: QueueAddress): Promise<Content> {
  const { context, session } = desk;
  const { view, text } = address;
  const [who, ground] = [[context, session.standing, session.government] as const, groundOf(desk)];
  if (view === 'posts' && text === '') {
    const { posts, counts } = await openPosts(...who);
    return queueFrame(frameOf(desk, address, counts), postsTable(ground, posts));
  }
  if (view === 'duties' && text === '') {
    const { after } = address;
    const { duties, counts } = await openDuties(...who, { limit: PAGE_ROWS, ...(after ? { after } : {}) });
    const inside = [dutiesTable(ground, duties.rows), wayOn(ground.lang, address, duties.next)];
    return queueFrame(frameOf(desk, address, counts), inside);
  }
  return showRequests(desk, address, ground, isQueue(view) ? view : 'below');
}

async function showRequests(
  desk: QueueDesk,
  address: QueueAddress,
  ground: QueueGround,
  queue: QueueName,
): Promise<Content> {
  const { context, session } = desk;
  const { text, filter, after } = address;
  const asked = { queue, text, filter, anywhere: true, limit: PAGE_ROWS, ...(after ? { after } : {}) };
  const { counts, facets, facetsComplete, ...page } = await openQueue(
    context,
    session.standing,
    session.government,
    asked,
  );
  return queuePage({
    ...frameOf(desk, address, counts),
    ground,
    queue,
    page,
    facets: text === '' ? facets : [],
    facetsComplete,
    limit: PAGE_ROWS,
    titles: titlesOf(desk),
  });
}

/** Titles of the services as they stand today; what has left the catalogue is called by its id. */
function titlesOf({ context, session, request }: Desk): QueueProps['titles'] {
  const find = (id: string) => context.catalogue.findService(session.government, id)?.value;
  return {
    serviceTitle: (id) => find(id)?.title[request.lang] ?? id,
    stepTitle: (service, step) =>
      find(service)?.steps.find(({ id }) => id === step)?.title[request.lang] ?? step,
  };
}
