import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formFields } from '../../platform/index.ts';
import { chartFor, lookUp } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { keepingTyped } from '../held/index.ts';
import { intakeActor, intakeServices, mayUseCounter } from './access.ts';
import { showCounter } from './counter-page.ts';
import type { CounterView } from './counter-page.ts';
import { channelPaths } from './intake-form.ts';
import { notAtCounter, showIntake, takeIn } from './intake-routes.ts';
import type { Taking } from './intake-routes.ts';
import { readLookUp } from './look-up-page.ts';
import { showReprint } from './reprint.ts';
import { matchingServices } from './service-search.ts';
import { addRoomRoutes } from './room-routes.ts';
import { addVisitRoutes } from './visit-routes.ts';
import { visitWords } from './visit-words.ts';

type Query = Readonly<Record<string, unknown>>;

interface OfService {
  readonly Params: { readonly service: string };
  readonly Querystring: Query;
}

interface OfNumber {
  readonly Params: { readonly number: string };
}

/** The counter: `/meja/loket` with its queue, taking in (`/meja/loket/:service`), looking up, receipts once more. */
export function addCounterRoutes(server: FastifyInstance, context: WebContext): void {
  const errorHandler = keepingTyped(context);
  addVisitRoutes(server, context);
  addRoomRoutes(server, context);
  server.get<OfService>('/meja/loket', async (request, reply) =>
    openService(await openCounter(context, request, reply), request.query),
  );
  server.post('/meja/loket/cari', async (request, reply) =>
    postLookUp(await openCounter(context, request, reply)),
  );
  server.get<OfNumber>('/meja/loket/tanda-terima/:number', async (request, reply) =>
    showReprint(await openCounter(context, request, reply), request.params.number),
  );
  server.get<OfService>('/meja/loket/:service', async (request, reply) => {
    const desk = await openCounter(context, request, reply);
    return showIntake(takingOf(desk, request.params.service, request.query));
  });
  const options = { config: { multipart: true }, errorHandler };
  server.post<OfService>('/meja/loket/:service', options, async (request, reply) => {
    const desk = await openCounter(context, request, reply);
    return takeIn(takingOf(desk, request.params.service, request.query), request.query['simpanan']);
  });
}

const servicesOf = ({ context, session }: Desk): readonly Service[] =>
  context.catalogue.services(session.government).map(({ value }) => value);

/** The desk for somebody to whom the counter is open. Fault: `counter-not-yours`. */
async function openCounter(context: WebContext, request: FastifyRequest, reply: FastifyReply): Promise<Desk> {
  const desk = await openDesk(context, request, reply);
  const chart = chartFor(context.catalogue, desk.session.government);
  if (!mayUseCounter(desk.session.standing, chart, servicesOf(desk))) throw notAtCounter();
  return desk;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 200) : '');

function takingOf(desk: Desk, id: string, query: Query): Taking {
  const { context, session } = desk;
  const service = context.catalogue.service(session.government, id).value;
  const chart = chartFor(context.catalogue, session.government);
  if (!intakeActor(session.standing, chart, service)) throw notAtCounter();
  const channel = query['jalur'] === channelPaths.letter ? 'letter' : 'counter';
  return { desk, service, channel, visit: textOf(query['kunjungan']) };
}

const ownServices = (desk: Desk): readonly Service[] => {
  const { context, session } = desk;
  const chart = chartFor(context.catalogue, session.government);
  return intakeServices(session.standing, chart, servicesOf(desk));
};

/** What was typed of a service opens its form when it can only mean one; otherwise the page with what it may mean. */
async function openService(desk: Desk, query: Query): Promise<FastifyReply> {
  const services = ownServices(desk);
  const view = viewOf(services, query);
  const typed = view.typedService;
  if (typed === '') return showCounter(desk, view);
  const matching = matchingServices(services, typed);
  const [only] = matching;
  if (only && matching.length === 1) {
    const visit = view.visit === '' ? '' : `&kunjungan=${encodeURIComponent(view.visit)}`;
    return desk.reply.redirect(`/meja/loket/${only.id}?jalur=${channelPaths.counter}${visit}`, 303);
  }
  const said = (words: (typeof visitWords)['id']): string =>
    matching.length === 0 ? words.noMatch(typed) : words.severalMatch(typed);
  const words = { id: said(visitWords.id), en: said(visitWords.en) };
  return showCounter(desk, {
    ...view,
    services: matching.length === 0 ? services : matching,
    faults: [{ path: 'layanan', words }],
    status: 422,
  });
}

const viewOf = (services: readonly Service[], query: Query): CounterView => ({
  services,
  counter: textOf(query['loket']),
  visit: textOf(query['kunjungan']),
  drawn: textOf(query['nomor']),
  typedService: textOf(query['layanan']),
  typedLookUp: '',
  faults: [],
});

async function postLookUp(desk: Desk): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const text = textOf(formFields(request)['dicari']);
  const read = readLookUp(text);
  const view = { ...viewOf(ownServices(desk), {}), typedLookUp: text };
  if (!read.ok) return showCounter(desk, { ...view, faults: read.fault.fields, status: 422 });
  const found = await lookUp(context, session.standing, session.government, read.value);
  return showCounter(desk, { ...view, found });
}
