/** The waiting room of a counter: switching self-service on and off, its addresses, its poster. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { formFields } from '../../platform/index.ts';
import { journalNow, todayIn } from '../../request/index.ts';
import {
  closeSelfService,
  codeOfDay,
  findSelfService,
  openSelfService,
  screenKey,
} from '../../visits/index.ts';
import type { SelfService } from '../../visits/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { paperTools } from '../paper.ts';
import { placeOf } from './place.ts';
import type { ServedPlace } from './place.ts';
import { poster, ROOM_PATH, roomActs, roomPage } from './room-page.ts';
import type { Room } from './room-page.ts';
import { roomWords } from './room-words.ts';
import { counterWords } from './words.ts';

interface OfCounter {
  readonly Querystring: Readonly<Record<string, unknown>>;
}

export function addRoomRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfCounter>(ROOM_PATH, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return showRoom(desk, placeOf(desk, request.query['loket']));
  });
  server.post(ROOM_PATH, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    const { loket, tindakan } = formFields(request);
    return changeRoom(desk, placeOf(desk, loket), tindakan);
  });
  server.get<OfCounter>(`${ROOM_PATH}/poster`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return showPoster(desk, placeOf(desk, request.query['loket']));
  });
}

const addressOf = ({ context }: Desk, { government, counter }: ServedPlace, more = ''): URL =>
  new URL(`/${government}/loket/${counter}${more}`, context.publicUrl);

function roomOf(desk: Desk, place: ServedPlace, selfService: SelfService): Room {
  const { catalogue, clock, keys } = desk.context;
  const today = todayIn(catalogue, place.government, journalNow(clock));
  const key = screenKey(keys, selfService);
  return {
    code: codeOfDay(keys, selfService, today),
    screen: addressOf(desk, place, `/layar/${key}`).href,
    kiosk: addressOf(desk, place, `/mesin/${key}`).href,
  };
}

async function showRoom(desk: Desk, place: ServedPlace): Promise<FastifyReply> {
  const { context, request } = desk;
  const { government } = place;
  const selfService = await context.database.transaction({ government }, (tx) => findSelfService(tx, place));
  return sendDesk(desk, {
    title: roomWords[request.lang].title,
    at: '/meja/loket',
    crumbs: crumbsOf(desk, place),
    main: roomPage({
      lang: request.lang,
      csrf: request.csrfToken(),
      counter: place.at,
      room: selfService && roomOf(desk, place, selfService),
    }),
  });
}

const crumbsOf = (
  { request }: Desk,
  { counter }: ServedPlace,
): readonly { label: string; href: string }[] => [
  { label: counterWords[request.lang].title, href: `/meja/loket?loket=${counter}` },
];

async function changeRoom({ context, reply }: Desk, place: ServedPlace, act: unknown): Promise<FastifyReply> {
  await context.database.transaction({ government: place.government }, async (tx) => {
    if (act === roomActs.close) return closeSelfService(tx, place);
    // A window from before must not end the addresses that another has just given, nor open what another has just closed.
    const isOpen = (await findSelfService(tx, place)) !== null;
    const opens = isOpen ? act === roomActs.renew : act === roomActs.open;
    return opens ? openSelfService(tx, context, place) : undefined;
  });
  return reply.redirect(`${ROOM_PATH}?loket=${place.counter}`, 303);
}

function showPoster(desk: Desk, place: ServedPlace): FastifyReply {
  const { context, request } = desk;
  const { lang } = request;
  const words = roomWords[lang];
  const government = context.catalogue.government(place.government);
  return sendDesk(desk, {
    title: words.posterTitle,
    at: '/meja/loket',
    main: [
      paperTools(
        lang,
        { href: `${ROOM_PATH}?loket=${place.counter}`, label: counterWords[lang].back },
        { focused: true },
      ),
      poster(lang, government, place.at, addressOf(desk, place)),
    ],
  });
}
