/** Queue numbers, calling, ending, the slip and the visitor book. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { logAccess } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import { journalNow, todayIn } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';
import {
  callNext,
  countAhead,
  countersAmong,
  drawNumber,
  endVisit,
  findVisit,
  listVisits,
  numberLabel,
} from '../../visits/index.ts';
import type { Counter, CounterPlace } from '../../visits/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { keepingTyped } from '../held/index.ts';
import { paperTools } from '../paper.ts';
import { valuesOf } from '../read-action.ts';
import { notAtCounter } from './intake-routes.ts';
import { chosenOutcomes, LONGEST, QUEUE_PATH } from './queue-part.ts';
import { placeOf } from './place.ts';
import type { ServedPlace } from './place.ts';
import { bookPage, slip } from './visit-pages.ts';
import { visitWords } from './visit-words.ts';
import { counterWords } from './words.ts';

interface OfVisit {
  readonly Params: { readonly id: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

export function addVisitRoutes(server: FastifyInstance, context: WebContext): void {
  const errorHandler = keepingTyped(context);
  server.post(QUEUE_PATH, { errorHandler }, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return draw(desk, placeOf(desk, formFields(request)['loket']));
  });
  server.post(`${QUEUE_PATH}/panggil`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return call(desk, placeOf(desk, formFields(request)['loket']));
  });
  server.post<OfVisit>(`${QUEUE_PATH}/:id/selesai`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return end(desk, placeOf(desk, formFields(request)['loket']), request.params.id);
  });
  server.get<OfVisit>(`${QUEUE_PATH}/:id/nomor`, async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return showSlip(desk, placeOf(desk, request.query['loket']), request.params.id);
  });
  server.get<OfVisit>('/meja/loket/buku-tamu', async (request, reply) => {
    const desk = await openDesk(context, request, reply);
    return showBook(desk, bookCounter(desk, request.query['loket']), request.query['tanggal']);
  });
}

/** A counter whose book the official may read: their own, or one below their post. */
function bookCounter({ context, session }: Desk, counter: unknown): Counter {
  const { held, below } = session.standing;
  const positions = [...held.map(({ position }) => position), ...below];
  const readable = countersAmong(context.catalogue.organisation(session.government), positions);
  const found = counter === undefined ? readable[0] : readable.find(({ position }) => position === counter);
  if (!found) throw notAtCounter();
  return found;
}

async function draw(desk: Desk, place: CounterPlace): Promise<FastifyReply> {
  const { context, request, reply } = desk;
  const posted = formFields(request);
  const text = (name: string, most: number): string =>
    (valuesOf(posted, name)[0] ?? '').trim().slice(0, most);
  const said = { purpose: text('keperluan', LONGEST.purpose), name: text('nama', LONGEST.name) };
  const id = await context.database.transaction({ government: place.government }, (tx) =>
    drawNumber(tx, context, place, said),
  );
  return reply.redirect(`/meja/loket?loket=${place.counter}&nomor=${id}`, 303);
}

async function call({ context, reply }: Desk, place: CounterPlace): Promise<FastifyReply> {
  const id = await context.database.transaction({ government: place.government }, (tx) =>
    callNext(tx, context, place),
  );
  const called = id === null ? '' : `&kunjungan=${id}`;
  return reply.redirect(`/meja/loket?loket=${place.counter}${called}`, 303);
}

const visitGone = (): Fault =>
  new Fault('conflict', 'visit-gone', { id: visitWords.id.gone, en: visitWords.en.gone });

async function end(
  { context, request, reply }: Desk,
  place: CounterPlace,
  id: string,
): Promise<FastifyReply> {
  const asked = valuesOf(formFields(request), 'hasil')[0];
  const outcome = chosenOutcomes.find((one) => one === asked);
  const ended =
    outcome !== undefined &&
    (await context.database.transaction({ government: place.government }, async (tx) =>
      (await findVisit(tx, context, place, id)) ? endVisit(tx, context, place, id, { outcome }) : false,
    ));
  if (!ended) throw visitGone();
  return reply.redirect(`/meja/loket?loket=${place.counter}`, 303);
}

async function showSlip(desk: Desk, place: ServedPlace, id: string): Promise<FastifyReply> {
  const { context, request } = desk;
  const { lang } = request;
  const { government } = place;
  const { visit, ahead } = await context.database.transaction({ government }, async (tx) => {
    const found = await findVisit(tx, context, place, id);
    if (!found) throw visitGone();
    const others = await listVisits(tx, context, place, found.day);
    return { visit: found, ahead: countAhead(others, found.number) };
  });
  return sendDesk(desk, {
    title: `${visitWords[lang].slipTitle} ${numberLabel(place.at, visit.number)}`,
    at: '/meja/loket',
    main: [
      paperTools(
        lang,
        { href: `/meja/loket?loket=${place.counter}`, label: counterWords[lang].back },
        { focused: true },
      ),
      slip({
        lang,
        government: context.catalogue.government(government),
        counter: place.at,
        visit,
        ahead,
        timeZone: context.catalogue.calendar(government).file.timeZone,
      }),
    ],
  });
}

/** Reading the book is reading personal data, so it is recorded. */
async function showBook(desk: Desk, counter: Counter, asked: unknown): Promise<FastifyReply> {
  const { context, request, session } = desk;
  const { government, standing } = session;
  const now = journalNow(context.clock);
  const today = todayIn(context.catalogue, government, now);
  const day = dayOf(asked) ?? today;
  const visits = await context.database.transaction({ government }, async (tx) => {
    const subject = `${counter.position}/${day.toString()}`;
    await logAccess(tx, government, { at: now, actor: standing.official, act: 'read-visits', subject });
    return listVisits(tx, context, { government, counter: counter.position }, day);
  });
  const { lang } = request;
  const { timeZone } = context.catalogue.calendar(government).file;
  return sendDesk(desk, {
    title: visitWords[lang].book,
    at: '/meja/loket',
    crumbs: [{ label: counterWords[lang].title, href: '/meja/loket' }],
    main: bookPage({ lang, counter, visits, day, today, timeZone }),
  });
}

function dayOf(asked: unknown): Temporal.PlainDate | null {
  // PostgreSQL has no year 0.
  if (typeof asked !== 'string' || !/^(?!0000)\d{4}-\d\d-\d\d$/.test(asked)) return null;
  try {
    return Temporal.PlainDate.from(asked);
  } catch {
    return null;
  }
}
