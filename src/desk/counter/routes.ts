import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formFields } from '../../platform/index.ts';
import { chartFor, lookUp } from '../../request/index.ts';
import type { FoundRequest } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';
import { bullets, emptyState, html, pageHeading, panel, errorSummary, columns } from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import { openDesk, sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { intakeActor, intakeServices, mayUseCounter } from './access.ts';
import { channelPaths } from './intake-form.ts';
import { notAtCounter, showIntake, takeIn } from './intake-routes.ts';
import type { Taking } from './intake-routes.ts';
import { foundTable, lookUpForm, readLookUp } from './look-up-page.ts';
import type { LookUpForm } from './look-up-page.ts';
import { counterWords } from './words.ts';

interface OfService {
  readonly Params: { readonly service: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** The counter: `/meja/loket`, taking in (`/meja/loket/:service`), looking up. */
export function addCounterRoutes(server: FastifyInstance, context: WebContext): void {
  server.get('/meja/loket', async (request, reply) =>
    showCounter(await openCounter(context, request, reply), {}),
  );
  server.post('/meja/loket/cari', async (request, reply) =>
    postLookUp(await openCounter(context, request, reply)),
  );
  server.get<OfService>('/meja/loket/:service', async (request, reply) => {
    const desk = await openCounter(context, request, reply);
    return showIntake(takingOf(desk, request.params.service, request.query['jalur']));
  });
  server.post<OfService>('/meja/loket/:service', { config: { multipart: true } }, async (request, reply) => {
    const desk = await openCounter(context, request, reply);
    return takeIn(takingOf(desk, request.params.service, request.query['jalur']));
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

function takingOf(desk: Desk, id: string, way: unknown): Taking {
  const { context, session } = desk;
  const service = context.catalogue.service(session.government, id).value;
  const chart = chartFor(context.catalogue, session.government);
  if (!intakeActor(session.standing, chart, service)) throw notAtCounter();
  return { desk, service, channel: way === channelPaths.letter ? 'letter' : 'counter' };
}

interface CounterPage extends Partial<LookUpForm> {
  readonly found?: readonly FoundRequest[];
  readonly status?: number;
}

function showCounter(
  desk: Desk,
  { found, status = 200, faults = [], typed = '' }: CounterPage,
): FastifyReply {
  const { context, session, request } = desk;
  const { lang } = request;
  const words = counterWords[lang];
  const chart = chartFor(context.catalogue, session.government);
  const services = intakeServices(session.standing, chart, servicesOf(desk));
  const results =
    found &&
    foundTable({
      lang,
      found,
      timeZone: context.catalogue.calendar(session.government).file.timeZone,
      serviceOf: ({ service, serviceVersion }) =>
        context.catalogue.service(session.government, service, serviceVersion).value,
    });
  return sendDesk(desk, {
    title: words.title,
    at: '/meja/loket',
    status,
    main: [
      errorSummary({ lang, faults }),
      columns({
        head: [pageHeading({ title: words.title, lead: words.lead }), results],
        main: servicesPanel(services, lang),
        side: lookUpForm({ lang, csrf: request.csrfToken(), typed, faults }),
        sideLabel: words.lookUp,
      }),
    ],
  });
}

function servicesPanel(services: readonly Service[], lang: Lang): Content {
  const words = counterWords[lang];
  if (services.length === 0) return emptyState({ title: words.noServices });
  return panel({
    title: words.choose,
    children: bullets(services.map((service) => serviceLinks(service, lang))),
  });
}

/** Both ways by which a request for a service may come. */
function serviceLinks({ id, title }: Service, lang: Lang): Html {
  const words = counterWords[lang];
  const link = (channel: 'counter' | 'letter'): Html =>
    html`<a href="/meja/loket/${id}?jalur=${channelPaths[channel]}">${words[channel]}<span class="unseen">: ${title[lang]}</span></a>`;
  return html`<strong>${title[lang]}</strong><br>${link('counter')} · ${link('letter')}`;
}

async function postLookUp(desk: Desk): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const typed = formFields(request)['dicari'];
  const text = typeof typed === 'string' ? typed.trim().slice(0, 200) : '';
  const read = readLookUp(text);
  if (!read.ok) return showCounter(desk, { typed: text, faults: read.fault.fields, status: 422 });
  const found = await lookUp(context, session.standing, session.government, read.value);
  return showCounter(desk, { typed: text, found });
}
