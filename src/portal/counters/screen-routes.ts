/** Screen and kiosk of a counter, at addresses that the officer gives them (`/meja/loket/ruang-tunggu`). */
import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendPage } from '../../web/index.ts';
import type { PageContent, WebContext } from '../../web/index.ts';
import { counterWords } from '../words/counters.ts';
import { checkedScreen, openCounter } from './at-counter.ts';
import type { AtCounter, CounterParams } from './at-counter.ts';
import { getTicket } from './routes.ts';
import { KIOSK_SHOWS, kioskPage, kioskTicketPage, SCREEN_LOOKS_AGAIN, screenPage } from './screen-page.ts';
import { postedId, takeNumber } from './take.ts';
import type { Excess } from './take-page.ts';
import { ticketTitle } from './ticket-page.ts';

interface OfScreen {
  readonly Params: CounterParams & { readonly key: string };
}
interface OfKioskTicket {
  readonly Params: CounterParams & { readonly key: string; readonly id: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/**
 * Which number the kiosk shows now. Gone with the way back to its beginning: the next visitor who presses the browser's "Back" gets
 * the beginning, not the number of whoever stood there before them.
 */
const SHOWN = 'mesin';

const KIOSK = '/:gov/loket/:counter/mesin/:key';

export function addRoomRoutes(server: FastifyInstance, context: WebContext): void {
  const unattended = { config: { unattended: true } };
  server.get<OfScreen>('/:gov/loket/:counter/layar/:key', unattended, async (request, reply) => {
    const at = await openCounter(context, request, reply);
    const selfService = checkedScreen(at, request.params.key);
    return sendScreen(at, {
      title: counterWords[at.lang].screenTitle,
      main: screenPage(at, selfService),
      withoutScript: { seconds: SCREEN_LOOKS_AGAIN },
    });
  });
  server.get<OfScreen>(KIOSK, unattended, async (request, reply) =>
    showKiosk(await openCounter(context, request, reply), request.params.key),
  );
  server.post<OfScreen>(KIOSK, unattended, async (request, reply) =>
    takeAtKiosk(await openCounter(context, request, reply), request.params.key),
  );
  server.get<OfKioskTicket>(`${KIOSK}/:id`, unattended, async (request, reply) => {
    const { key, id } = request.params;
    const at = await openCounter(context, request, reply, id);
    checkedScreen(at, key);
    if (request.ourCookie(SHOWN) !== id) return reply.redirect(kioskPath(at, key), 303);
    return showKioskTicket(at, kioskPath(at, key), request.query['tahan'] !== undefined);
  });
}

const kioskPath = ({ base }: AtCounter, key: string): string => `${base}/mesin/${key}`;

function sendScreen(
  { context, request, reply, government }: AtCounter,
  content: Pick<PageContent, 'title' | 'main' | 'withoutScript'>,
): FastifyReply {
  return sendPage(context, request, reply, { ...content, government, variant: 'screen', indexed: false });
}

function showKiosk(at: AtCounter, key: string, excess: Excess | null = null): FastifyReply {
  checkedScreen(at, key);
  if (at.request.ourCookie(SHOWN) !== undefined) at.reply.dropCookie(SHOWN);
  return sendScreen(at, {
    title: counterWords[at.lang].kioskTitle,
    main: kioskPage(at, kioskPath(at, key), randomUUIDv7(), excess),
    withoutScript: { seconds: KIOSK_SHOWS, href: kioskPath(at, key) },
  });
}

async function takeAtKiosk(at: AtCounter, key: string): Promise<FastifyReply> {
  checkedScreen(at, key);
  if (!at.isTaking) return at.reply.redirect(kioskPath(at, key), 303);
  const id = postedId(at);
  const taken = await takeNumber(at, id, 'kiosk');
  if (taken === 'counter') return showKiosk({ ...at, reply: at.reply.code(429) }, key, taken);
  if (taken === 'closed') return at.reply.redirect(kioskPath(at, key), 303);
  at.reply.keepCookie(SHOWN, id);
  return at.reply.redirect(`${kioskPath(at, key)}/${id}`, 303);
}

/** The next visitor finds the kiosk as it was, in Indonesian. */
function showKioskTicket(at: AtCounter, kiosk: string, held: boolean): FastifyReply {
  const ticket = getTicket(at);
  const back = `${kiosk}?lang=id`;
  return sendScreen(at, {
    title: ticketTitle(at, ticket),
    main: kioskTicketPage(at, ticket, { back, held }),
    ...(held ? {} : { withoutScript: { seconds: KIOSK_SHOWS, href: back } }),
  });
}
