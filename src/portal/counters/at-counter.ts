/** A counter that somebody has come to: what its pages are written from. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { Words } from '../../ground/index.ts';
import type { Government } from '../../standard/index.ts';
import type { Lang } from '../../ui/index.ts';
import {
  countAhead,
  countersOf,
  expectedWait,
  findSelfService,
  findTicket,
  isScreenKey,
  listCalls,
  listOpenTickets,
  standingOf,
} from '../../visits/index.ts';
import type { Counter, QueueStanding, SelfService, Ticket } from '../../visits/index.ts';
import type { WebContext } from '../../web/index.ts';
import { momentOf } from '../moment.ts';
import type { Moment } from '../moment.ts';
import { counterWords } from '../words/counters.ts';
import { mayTakeNumber, openToday } from './hours.ts';

/** Addresses of one counter. */
export interface CounterParams {
  readonly gov: string;
  readonly counter: string;
}

export interface AtCounter {
  readonly context: WebContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly lang: Lang;
  readonly government: Government;
  readonly counter: Counter;
  /** Where its pages are: `/klaten/loket/petugas-surat`. */
  readonly base: string;
  readonly moment: Moment;
  readonly today: Temporal.PlainDate;
  /** Null: only the officer draws numbers. */
  readonly selfService: SelfService | null;
  /** Whether numbers can be taken at this hour. */
  readonly isTaking: boolean;
  readonly queue: QueueStanding;
  /** Minutes that whoever takes a number now will wait; null where today cannot say. */
  readonly expected: number | null;
  /** The number that this page is about, or that this browser holds. */
  readonly ticket: HeldTicket | null;
}

export interface HeldTicket extends Ticket {
  readonly ahead: number;
  /** Minutes until it is called; null where today cannot say. */
  readonly expected: number | null;
}

const both = (pick: (words: (typeof counterWords)['id']) => string): Words => ({
  id: pick(counterWords.id),
  en: pick(counterWords.en),
});

/** Everything about a counter in one look at the database. Fault: `counter-not-found`. */
export async function openCounter(
  context: WebContext,
  request: FastifyRequest<{ Params: CounterParams }>,
  reply: FastifyReply,
  ticketId: string | null = null,
): Promise<AtCounter> {
  const { catalogue, clock, database } = context;
  const government = catalogue.government(request.params.gov);
  const counter = countersOf(catalogue.organisation(government.id)).find(
    ({ position }) => position === request.params.counter,
  );
  if (!counter)
    throw new Fault(
      'not-found',
      'counter-not-found',
      both((words) => words.noCounter),
    );
  const moment = momentOf(catalogue.calendar(government.id), clock.now());
  const today = moment.local.toPlainDate();
  const spot = { government: government.id, counter: counter.position };
  const { selfService, tickets, calls, ticket } = await database.transaction(
    { government: government.id },
    async (tx) => ({
      selfService: await findSelfService(tx, spot),
      tickets: await listOpenTickets(tx, spot, today),
      calls: await listCalls(tx, spot, today),
      ticket: ticketId === null ? null : await findTicket(tx, spot, ticketId),
    }),
  );
  const open = openToday(government, moment);
  const waitFor = (ahead: number): number | null => expectedWait(calls, ahead, moment.now, open);
  const [queue, ahead] = [standingOf(tickets), ticket ? countAhead(tickets, ticket.number) : 0];
  return {
    context,
    request,
    reply,
    lang: request.lang,
    government,
    counter,
    base: `/${government.id}/loket/${counter.position}`,
    moment,
    today,
    selfService,
    isTaking: mayTakeNumber(government, moment),
    queue,
    expected: waitFor(queue.waiting),
    ticket: ticket && { ...ticket, ahead, expected: waitFor(ahead) },
  };
}

/** The way in of screen and kiosk: only whoever was given the address by the office. Fault: `screen-closed`. */
export function checkedScreen(at: AtCounter, key: string): SelfService {
  const { selfService, context } = at;
  if (!selfService || !isScreenKey(context.keys, selfService, key))
    throw new Fault(
      'not-found',
      'screen-closed',
      both((words) => words.closed),
    );
  return selfService;
}

/** The page on which a number is followed. */
export const ticketPath = ({ base }: Pick<AtCounter, 'base'>, id: string): string => `${base}/nomor/${id}`;
