import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { FieldFault } from '../../ground/index.ts';
import { listOfficials, logAccess } from '../../people/index.ts';
import { formFields } from '../../platform/index.ts';
import {
  addVerdict,
  assumptionsOf,
  listVerdicts,
  lockVerdicts,
  newestVerdicts,
} from '../../standard/index.ts';
import type { Assumption, Verdict } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { valuesOf } from '../read-action.ts';
import { mayChange, openToChange, openToRead, sendAdmin } from './admin-desk.ts';
import { CERTAINTY, certaintyPage, judgePage } from './certainty-page.ts';
import type { Naming } from './certainty-page.ts';
import { certaintyWords } from './certainty-words.ts';

const INVALID = 422;
const MOST_BASIS = 500;

interface OfAssumption {
  readonly Params: { readonly sha256: string };
}

interface OfList {
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** `/meja/kelola/kepastian`: what definitions assume, and the act of confirming it, with name, date and basis. */
export function addCertaintyRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfList>(CERTAINTY, async (request, reply) =>
    showList(await openToRead(context, request, reply), request.query),
  );
  server.get<OfAssumption>(`${CERTAINTY}/:sha256`, async (request, reply) =>
    showOne(await openToChange(context, request, reply), request.params.sha256),
  );
  server.post<OfAssumption>(`${CERTAINTY}/:sha256`, async (request, reply) =>
    judge(await openToChange(context, request, reply), request.params.sha256),
  );
}

const inside = <T>(
  { context, session }: Desk,
  read: Parameters<typeof context.database.transaction<T>>[1],
): Promise<T> => context.database.transaction({ government: session.government }, read);

async function namingOf(desk: Desk): Promise<Naming> {
  const { context, session, request } = desk;
  const { government } = session;
  const officials = await inside(desk, (tx) => listOfficials(tx, government));
  const names = new Map(officials.map(({ id, name }) => [id, name]));
  return {
    lang: request.lang,
    timeZone: context.catalogue.calendar(government).file.timeZone,
    nameOf: (id) => names.get(id) ?? id,
    serviceTitle: (id) => context.catalogue.service(government, id).value.title[request.lang],
  };
}

async function showList(desk: Desk, query: OfList['Querystring']): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { government } = session;
  const done = (['confirmed', 'reopened'] as const).find((verdict) => query['hasil'] === verdict);
  return sendAdmin(desk, {
    title: certaintyWords[request.lang].title,
    main: certaintyPage({
      ...(await namingOf(desk)),
      assumptions: assumptionsOf(context.catalogue, government),
      verdicts: await inside(desk, (tx) => newestVerdicts(tx, government)),
      view: query['sudah'] === undefined ? 'open' : 'done',
      mayChange: mayChange(desk),
      done: done ?? null,
    }),
  });
}

const gone = (): Fault =>
  new Fault('not-found', 'assumption-not-found', {
    id: certaintyWords.id.gone,
    en: certaintyWords.en.gone,
  });

function getAssumption({ context, session }: Desk, sha256: string): Assumption {
  const found = assumptionsOf(context.catalogue, session.government).find((one) => one.sha256 === sha256);
  if (!found) throw gone();
  return found;
}

interface Typed {
  readonly typed: string;
  readonly faults: readonly FieldFault[];
}

async function showOne(
  desk: Desk,
  sha256: string,
  { typed, faults }: Typed = { typed: '', faults: [] },
): Promise<FastifyReply> {
  const { session, request } = desk;
  const item = getAssumption(desk, sha256);
  const words = certaintyWords[request.lang];
  return sendAdmin(desk, {
    title: words.confirmTitle,
    crumbs: [{ label: words.title, href: CERTAINTY }],
    status: faults.length > 0 ? INVALID : 200,
    main: judgePage({
      ...(await namingOf(desk)),
      csrf: request.csrfToken(),
      item,
      verdicts: await inside(desk, (tx) => listVerdicts(tx, session.government, sha256)),
      typed,
      faults,
      documentHref: documentOf(item),
    }),
  });
}

function documentOf({ kind, name, at }: Assumption): string | null {
  if (kind === 'service') return `/meja/kelola/standar/${name}`;
  return kind === 'calendar' ? `/meja/kelola/kalender?tahun=${at.replace(/^closed\./, '')}` : null;
}

async function judge(desk: Desk, sha256: string): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const item = getAssumption(desk, sha256);
  const posted = formFields(request);
  const basis = (valuesOf(posted, 'dasar')[0] ?? '').trim().slice(0, MOST_BASIS);
  const verdict = posted['putusan'] === 'reopened' ? ('reopened' as const) : ('confirmed' as const);
  if (basis === '') {
    const words = { id: certaintyWords.id.needed, en: certaintyWords.en.needed };
    return showOne(desk, sha256, { typed: '', faults: [{ path: 'dasar', words }] });
  }
  const { standing } = session;
  await record(desk, item, { sha256, verdict, basis, official: standing.official, at: context.clock.now() });
  return reply.redirect(`${CERTAINTY}?hasil=${verdict}`, 303);
}

const already = (): Fault =>
  new Fault('conflict', 'assumption-judged', {
    id: certaintyWords.id.already,
    en: certaintyWords.en.already,
  });

/** Only a verdict that changes something is written: of two who press at the same time the second is told. */
async function record({ context, session }: Desk, item: Assumption, verdict: Verdict): Promise<void> {
  const { government, standing } = session;
  await context.database.transaction({ government, viewer: standing.official }, async (tx) => {
    await lockVerdicts(tx, government);
    const last = (await listVerdicts(tx, government, item.sha256)).at(-1)?.verdict ?? 'reopened';
    if (last === verdict.verdict) throw already();
    await addVerdict(tx, government, item, verdict);
    await logAccess(tx, government, {
      at: verdict.at,
      actor: standing.official,
      act: `assumption-${verdict.verdict}`,
      subject: `${item.kind}/${item.name}/${item.at}`,
      reason: verdict.basis,
    });
  });
}
