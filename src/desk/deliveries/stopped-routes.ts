/** `/meja/penyerahan`: deliveries that stopped, of the requests that this official may open. */
import type { FastifyInstance } from 'fastify';
import { listStopped } from '../../product/index.ts';
import type { StoppedDelivery } from '../../product/index.ts';
import { numbersOpenTo } from '../../request/index.ts';
import { emptyState, html, pageHeading, table } from '../../ui/index.ts';
import type { Column, Content, Lang } from '../../ui/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import { deliveryWords } from './words.ts';

export const STOPPED = '/meja/penyerahan';

export function addStoppedRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(STOPPED, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const { government, standing } = desk.session;
    const rows = await context.database.transaction({ government, viewer: standing.official }, async (tx) => {
      const stopped = await listStopped(tx, government);
      const numbers = stopped.map(({ number }) => number);
      const open = await numbersOpenTo(tx, context, standing, { government, numbers });
      return stopped.filter(({ number }) => open.has(number));
    });
    const { lang } = request;
    const { timeZone } = context.catalogue.calendar(government).file;
    return sendDesk(desk, {
      title: deliveryWords[lang].stoppedTitle,
      main: stoppedPage(rows, { lang, timeZone, titleOf: (kind) => context.products.titleOf(kind)[lang] }),
    });
  });
}

interface Telling {
  readonly lang: Lang;
  readonly timeZone: string;
  readonly titleOf: (kind: StoppedDelivery['kind']) => string;
}

function stoppedPage(rows: readonly StoppedDelivery[], { lang, timeZone, titleOf }: Telling): Content {
  const words = deliveryWords[lang];
  const columns: readonly Column<StoppedDelivery>[] = [
    {
      label: words.request,
      cell: ({ number }) => html`<a href="/meja/permohonan/${number}#penyerahan">${number}</a>`,
      names: true,
    },
    { label: words.product, cell: ({ kind }) => titleOf(kind) },
    { label: words.cause, cell: ({ words: cause }) => cause[lang] },
    { label: words.since, cell: ({ since }) => formatInstant(since.toString(), timeZone, lang) },
  ];
  return [
    pageHeading({ title: words.stoppedTitle, lead: words.stoppedLead }),
    rows.length === 0
      ? emptyState({ title: words.stoppedNone, text: words.stoppedNoneHint })
      : table<StoppedDelivery>({ caption: words.stoppedTitle, columns, groups: [{ rows }] }),
  ];
}
