/** `/:gov/loket`: counters, their queues, and numbers that visitors take themselves. */
import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { countersOf, isVisitId, listOpenTickets, listSelfService, standingOf } from '../../visits/index.ts';
import { sendPage } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { momentOf } from '../moment.ts';
import { counterWords } from '../words/counters.ts';
import { openCounter, ticketPath } from './at-counter.ts';
import type { AtCounter, CounterParams, HeldTicket } from './at-counter.ts';
import { countersPage } from './counters-page.ts';
import type { CountersPageProps } from './counters-page.ts';
import { LOOK_AGAIN, TAKE, takePage } from './take-page.ts';
import type { Excess, Taking } from './take-page.ts';
import { mayTakeByPhone, postedCode, postedId, takeNumber, tryCode } from './take.ts';
import { ticketPage, ticketTitle } from './ticket-page.ts';

/** Which number this browser took last: whoever scans the poster again is shown it, instead of getting another. */
const COOKIE = 'antrean';
const HALF_A_DAY_SECONDS = 43_200;

interface OfCounter {
  readonly Params: CounterParams;
  readonly Querystring: Readonly<Record<string, unknown>>;
}
interface OfTicket {
  readonly Params: CounterParams & { readonly id: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

export function addCounterRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: { gov: string } }>('/:gov/loket', (request, reply) =>
    showCounters(context, request, reply),
  );
  server.get<OfCounter>('/:gov/loket/:counter', async (request, reply) => {
    const code = request.query[TAKE.code];
    const at = await openCounter(context, request, reply, heldIn(request));
    return showTaking(at, {
      code: typeof code === 'string' ? code.slice(0, 9) : '',
      id: randomUUIDv7(),
      faults: [],
    });
  });
  server.post<OfCounter>('/:gov/loket/:counter', async (request, reply) =>
    take(await openCounter(context, request, reply, heldIn(request))),
  );
  server.get<OfTicket>('/:gov/loket/:counter/nomor/:id', async (request, reply) => {
    const at = await openCounter(context, request, reply, request.params.id);
    return showTicket(at, getTicket(at), request.query['perbarui'] === 'sendiri');
  });
}

function heldIn(request: FastifyRequest): string | null {
  const held = request.ourCookie(COOKIE);
  return held !== undefined && isVisitId(held) ? held : null;
}

/** The number an address names. Fault: `number-not-found`. */
export function getTicket({ ticket }: AtCounter): HeldTicket {
  if (ticket) return ticket;
  throw new Fault('not-found', 'number-not-found', {
    id: counterWords.id.goneTitle,
    en: counterWords.en.goneTitle,
  });
}

async function showCounters(
  context: WebContext,
  request: FastifyRequest<{ Params: { gov: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { catalogue, clock } = context;
  const { lang } = request;
  const government = catalogue.government(request.params.gov);
  const moment = momentOf(catalogue.calendar(government.id), clock.now());
  const counters = await countersWithQueues(context, government.id, moment.local.toPlainDate());
  const words = counterWords[lang];
  return sendPage(context, request, reply, {
    government,
    title: words.title,
    description: words.description(government.name),
    main: countersPage({ lang, government, moment, counters }),
    at: `/${government.id}`,
  });
}

async function countersWithQueues(
  { catalogue, database }: WebContext,
  government: string,
  today: Temporal.PlainDate,
): Promise<CountersPageProps['counters']> {
  const counters = countersOf(catalogue.organisation(government));
  return database.transaction({ government }, async (tx) => {
    const open = await listSelfService(tx, government);
    const found: CountersPageProps['counters'][number][] = [];
    for (const counter of counters) {
      const taking = open.includes(counter.position);
      const tickets = taking
        ? await listOpenTickets(tx, { government, counter: counter.position }, today)
        : [];
      found.push({ ...counter, waiting: taking ? standingOf(tickets).waiting : null });
    }
    return found;
  });
}

const crumbs = ({ lang, government }: AtCounter): readonly { label: string; href: string }[] => [
  { label: counterWords[lang].title, href: `/${government.id}/loket` },
];

function showTaking(at: AtCounter, taking: Taking, status = 200): FastifyReply {
  const { context, request, reply, government, lang, counter } = at;
  return sendPage(context, request, reply.code(status), {
    government,
    title: `${counterWords[lang].take} – ${counter.title[lang]}`,
    main: takePage(at, taking),
    crumbs: crumbs(at),
    at: `/${government.id}`,
    indexed: false,
  });
}

async function take(at: AtCounter): Promise<FastifyReply> {
  const { ticket, selfService, isTaking } = at;
  const [id, code] = [postedId(at), postedCode(at)];
  const again = (more: Partial<Taking>, status: number): FastifyReply =>
    showTaking(at, { code, id, faults: [], ...more }, status);
  // One number a browser while it waits: from a hundred presses the office gets one visitor.
  if (ticket?.outcome === null) return at.reply.redirect(ticketPath(at, ticket.id), 303);
  if (!selfService || !isTaking) return again({}, 409);
  if (code === '') return again({ faults: [codeFault('codeMissing')] }, 422);
  const tried = await tryCode(at, code);
  if (tried === 'wrong') return again({ faults: [codeFault('codeWrong')] }, 422);
  const taken = tried === 'right' ? await takeByPhone(at, id) : tried;
  if (taken === 'closed') return again({}, 409);
  if (taken !== 'taken') return again({ excess: taken }, 429);
  at.reply.keepCookie(COOKIE, id, HALF_A_DAY_SECONDS);
  return at.reply.redirect(ticketPath(at, id), 303);
}

const takeByPhone = async (at: AtCounter, id: string): Promise<'taken' | 'closed' | Excess> =>
  (await mayTakeByPhone(at)) ? takeNumber(at, id, 'phone') : 'address';

const codeFault = (which: 'codeMissing' | 'codeWrong'): FieldFault => ({
  path: TAKE.code,
  words: { id: counterWords.id[which], en: counterWords.en[which] },
});

function showTicket(at: AtCounter, ticket: HeldTicket, repeats: boolean): FastifyReply {
  const { context, request, reply, government } = at;
  return sendPage(context, request, reply, {
    government,
    title: ticketTitle(at, ticket),
    main: ticketPage(at, ticket, repeats),
    crumbs: crumbs(at),
    indexed: false,
    ...(repeats ? { withoutScript: { seconds: LOOK_AGAIN } } : {}),
  });
}
