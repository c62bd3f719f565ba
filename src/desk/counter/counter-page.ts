/** The page of the counter: whom to serve, with what, the queue, looking up. */
import type { FastifyReply } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { todayIn } from '../../request/index.ts';
import type { FoundRequest } from '../../request/index.ts';
import type { Service } from '../../standard/index.ts';
import {
  bullets,
  button,
  buttonRow,
  columns,
  emptyState,
  errorOf,
  errorSummary,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  panel,
  queryForm,
  textField,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { isWorkingDay } from '../../working-time/index.ts';
import { counterHoursLine, isCounterOpen } from '../../web/index.ts';
import { countersAmong, findSelfService, listVisits, numberLabel } from '../../visits/index.ts';
import type { Counter, Visit } from '../../visits/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk } from '../desk-page.ts';
import { channelPaths } from './intake-form.ts';
import { foundTable, lookUpForm } from './look-up-page.ts';
import { QUEUE_PATH, queuePart, servedBy } from './queue-part.ts';
import { visitWords } from './visit-words.ts';
import { counterWords } from './words.ts';

/** What the page is asked to show. Texts are empty where nothing was asked. */
export interface CounterView {
  /** Services offered: all this official may take in, or those that fit what was typed. */
  readonly services: readonly Service[];
  /** Position of the counter, for officials who hold several. */
  readonly counter: string;
  /** The visit that is being served. */
  readonly visit: string;
  /** The visit whose number was just drawn. */
  readonly drawn: string;
  readonly typedService: string;
  readonly typedLookUp: string;
  readonly faults: readonly FieldFault[];
  readonly found?: readonly FoundRequest[];
  readonly status?: number;
}

/** The counter this official serves at, with its visitors of today; null for those who only take in. */
interface Queue {
  readonly counter: Counter;
  readonly others: readonly Counter[];
  readonly visits: readonly Visit[];
  /** Where the public sees this counter, if visitors take numbers there. */
  readonly publicPath: string | null;
}

export async function showCounter(desk: Desk, view: CounterView): Promise<FastifyReply> {
  const { request } = desk;
  const { lang } = request;
  const words = counterWords[lang];
  const queue = await readQueue(desk, view.counter);
  const { faults, typedLookUp } = view;
  return sendDesk(desk, {
    title: words.title,
    at: '/meja/loket',
    status: view.status ?? 200,
    main: [
      errorSummary({ lang, faults }),
      columns({
        head: [
          pageHeading({ title: words.title, lead: words.lead }),
          hoursPart(desk),
          queue && noticesOf(desk, view, queue),
          servePart(desk, view, queue),
          foundPart(desk, view),
        ],
        main: servicesPanel(desk, view),
        side: [
          queue && queuePart({ ...queuePropsOf(desk), ...queue }),
          queue && otherCounters(desk, queue),
          lookUpForm({ lang, csrf: request.csrfToken(), typed: typedLookUp, faults }),
        ],
        sideLabel: words.side,
      }),
    ],
  });
}

async function readQueue({ context, session }: Desk, asked: string): Promise<Queue | null> {
  const { government, standing } = session;
  const held = standing.held.map(({ position }) => position);
  const counters = countersAmong(context.catalogue.organisation(government), held);
  const counter = counters.find(({ position }) => position === asked) ?? counters[0];
  if (!counter) return null;
  const today = todayIn(context.catalogue, government, context.clock.now());
  const spot = { government, counter: counter.position };
  const { visits, selfService } = await context.database.transaction({ government }, async (tx) => ({
    visits: await listVisits(tx, context, spot, today),
    selfService: await findSelfService(tx, spot),
  }));
  const publicPath = selfService === null ? null : `/${government}/loket/${counter.position}`;
  return { counter, others: counters.filter((one) => one !== counter), visits, publicPath };
}

const timeZoneOf = ({ context, session }: Desk): string =>
  context.catalogue.calendar(session.government).file.timeZone;

const queuePropsOf = (
  desk: Desk,
): Pick<Parameters<typeof queuePart>[0], 'lang' | 'csrf' | 'official' | 'timeZone'> => ({
  lang: desk.request.lang,
  csrf: desk.request.csrfToken(),
  official: desk.session.standing.official,
  timeZone: timeZoneOf(desk),
});

/** Counter hours, and whether they are over: numbers may still be drawn for those who came in time. */
function hoursPart(desk: Desk): Html {
  const { context, session, request } = desk;
  const { lang } = request;
  const government = context.catalogue.government(session.government);
  const local = context.clock.now().toZonedDateTimeISO(timeZoneOf(desk));
  const { calendar } = context.catalogue.calendar(session.government);
  const open = isWorkingDay(calendar, local.toPlainDate()) && isCounterOpen(government, local);
  return html`<p>${counterHoursLine(government, lang)}${!open && html` <strong>${visitWords[lang].closedNow}</strong>`}</p>`;
}

/** What just happened in the queue: a number drawn, somebody called. */
function noticesOf({ request }: Desk, { drawn, visit }: CounterView, { counter, visits }: Queue): Content {
  const { lang } = request;
  const words = visitWords[lang];
  const labelOf = (id: string): string | null => {
    const found = visits.find((one) => one.id === id);
    return found ? numberLabel(counter, found.number) : null;
  };
  const [given, called] = [labelOf(drawn), labelOf(visit)];
  return [
    given !== null &&
      notice({
        lang,
        kind: 'success',
        title: words.drawn(given),
        announced: true,
        children: [
          html`<p>${words.drawnText}</p>`,
          linkButton({
            label: words.printNumber(given),
            href: `${QUEUE_PATH}/${drawn}/nomor?loket=${counter.position}`,
            kind: 'quiet',
          }),
        ],
      }),
    called !== null &&
      notice({
        lang,
        kind: 'info',
        title: words.called(called),
        announced: true,
        children: html`<p>${words.calledText}</p>`,
      }),
  ];
}

/** Who is served now: the visit asked for, or the only one this official has called. */
function visitServed({ session }: Desk, { visit }: CounterView, queue: Queue | null): string {
  if (visit !== '') return visit;
  const served = queue ? servedBy(queue.visits, session.standing.official) : [];
  return served.length === 1 ? (served[0]?.id ?? '') : '';
}

/** The officer's first stop: a part of the service's name and Enter. */
function servePart(desk: Desk, view: CounterView, queue: Queue | null): Html {
  const { lang } = desk.request;
  const words = visitWords[lang];
  const visit = visitServed(desk, view, queue);
  return panel({
    title: words.serve,
    id: 'layani',
    children: queryForm({
      action: '/meja/loket',
      children: [
        visit !== '' && hiddenField('kunjungan', visit),
        textField({
          lang,
          name: 'layanan',
          label: words.serveLabel,
          hint: words.serveHint,
          value: view.typedService,
          autocomplete: 'off',
          spellcheck: false,
          autofocus: true,
          error: errorOf(view.faults, 'layanan', lang),
        }),
        buttonRow(button({ label: words.serveButton })),
      ],
    }),
  });
}

function servicesPanel(desk: Desk, { services, visit }: CounterView): Content {
  const { lang } = desk.request;
  const words = counterWords[lang];
  if (services.length === 0) return emptyState({ title: words.noServices });
  const more = visit === '' ? '' : `&kunjungan=${encodeURIComponent(visit)}`;
  const links = services.map(({ id, title }) => {
    const link = (channel: 'counter' | 'letter'): Html =>
      html`<a href="/meja/loket/${id}?jalur=${channelPaths[channel]}${channel === 'counter' ? more : ''}">${words[channel]}<span class="unseen">: ${title[lang]}</span></a>`;
    return html`<strong>${title[lang]}</strong><br>${link('counter')} · ${link('letter')}`;
  });
  return panel({ title: words.choose, children: bullets(links) });
}

function otherCounters({ request }: Desk, { others }: Queue): Content {
  if (others.length === 0) return null;
  const links = others.map(
    ({ position, title }) => html`<a href="/meja/loket?loket=${position}">${title[request.lang]}</a>`,
  );
  return [html`<p>${visitWords[request.lang].another}</p>`, bullets(links)];
}

function foundPart(desk: Desk, { found }: CounterView): Content {
  if (found === undefined) return null;
  const { context, session, request } = desk;
  return foundTable({
    lang: request.lang,
    found,
    timeZone: timeZoneOf(desk),
    reprints: session.standing.roles.includes('counter'),
    serviceOf: ({ service, serviceVersion }) =>
      context.catalogue.service(session.government, service, serviceVersion).value,
  });
}
