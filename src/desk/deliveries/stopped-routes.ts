/** `/meja/penyerahan`: deliveries that stopped, of the requests that this official may open. */
import type { FastifyInstance } from 'fastify';
import { listStopped, MOST_STOPPED } from '../../product/index.ts';
import type { StoppedDelivery } from '../../product/index.ts';
import { concerning, numbersOpenTo } from '../../request/index.ts';
import { emptyState, html, notice, pageHeading, table } from '../../ui/index.ts';
import type { Column, Content, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { deliveryWords } from './words.ts';

export const STOPPED = '/meja/penyerahan';

export function addStoppedRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(STOPPED, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const { government } = desk.session;
    const stopped = await stoppedFor(desk);
    const { lang } = request;
    const { timeZone } = context.catalogue.calendar(government).file;
    return sendDesk(desk, {
      title: deliveryWords[lang].stoppedTitle,
      main: stoppedPage(stopped, { lang, timeZone, titleOf: (kind) => context.products.titleOf(kind)[lang] }),
    });
  });
}

interface Stopped {
  readonly rows: readonly StoppedDelivery[];
  /** Whether there are others than these. */
  readonly more: boolean;
}

/** What stopped among the requests that the official may open. */
async function stoppedFor({ context, session }: Desk): Promise<Stopped> {
  const { government, standing } = session;
  const whose = concerning(context, standing, government);
  return context.database.transaction({ government, viewer: standing.official }, async (tx) => {
    const found = await listStopped(tx, government, whose);
    const stopped = found.slice(0, MOST_STOPPED);
    const numbers = stopped.map(({ number }) => number);
    const open = await numbersOpenTo(tx, context, standing, { government, numbers });
    const rows = stopped.filter(({ number }) => open.has(number));
    return { rows, more: found.length > MOST_STOPPED };
  });
}

/** For the front of the desk: how much stopped, with the way there; nothing where nothing did. */
export async function stoppedNotice(desk: Desk): Promise<Content> {
  const { lang } = desk.request;
  const { rows, more } = await stoppedFor(desk);
  if (rows.length === 0) return null;
  const words = deliveryWords[lang];
  return notice({
    lang,
    kind: 'warning',
    children: html`<p>
      ${words.stoppedCount(rows.length, more)} <a href="${STOPPED}">${words.stoppedShow}</a>
    </p>`,
  });
}

interface Telling {
  readonly lang: Lang;
  readonly timeZone: string;
  readonly titleOf: (kind: StoppedDelivery['kind']) => string;
}

function stoppedPage({ rows, more }: Stopped, { lang, timeZone, titleOf }: Telling): Content {
  const words = deliveryWords[lang];
  const columns: readonly Column<StoppedDelivery>[] = [
    {
      label: words.request,
      cell: ({ number }) => html`<a href="/meja/permohonan/${number}#penyerahan">${number}</a>`,
      names: true,
    },
    { label: words.product, cell: ({ kind }) => titleOf(kind) },
    {
      label: words.what,
      cell: ({ what }) => words.stoppedWhat[what],
    },
    { label: words.cause, cell: ({ words: cause }) => cause[lang] },
    { label: words.since, cell: ({ since }) => formatInstant(since.toString(), timeZone, lang) },
  ];
  return [
    pageHeading({ title: words.stoppedTitle, lead: words.stoppedLead }),
    more && notice({ lang, kind: 'info', children: html`<p>${words.stoppedMore(MOST_STOPPED)}</p>` }),
    rows.length === 0
      ? emptyState({ title: words.stoppedNone, text: words.stoppedNoneHint })
      : table<StoppedDelivery>({ caption: words.stoppedTitle, columns, groups: [{ rows }] }),
  ];
}
