/** `/meja/kelola/impor/<id>/<n>/pratinjau`: the service as it will be, and publishing it. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Fault, refused } from '../../ground/index.ts';
import type { FieldFault, Result } from '../../ground/index.ts';
import { logAccess } from '../../people/index.ts';
import { todayIn } from '../../request/index.ts';
import {
  checkTogetherEdited,
  composeService,
  definitionText,
  diffServices,
  postsOfSteps,
  publishTogether,
  saveReview,
  withPositions,
} from '../../standard/index.ts';
import type { DefinitionFault, Position, Service, Version } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { inGovernment, openToChange } from '../admin/admin-desk.ts';
import { PEOPLE } from '../admin/people-tabs.ts';
import type { Desk } from '../desk-page.ts';
import { IMPORT, previewHref } from './address.ts';
import { takenAddress } from './address-taken.ts';
import { sendImport } from './list-routes.ts';
import { openPage, previewPage, publishedPage } from './preview-page.ts';
import { openReview, savedIn } from './review-routes.ts';
import type { OfReview, OpenReview } from './review-routes.ts';
import { runningOf, servicesOf } from './running-routes.ts';
import { versionWords } from './version-words.ts';

const INVALID = 422;

export function addPreviewRoutes(server: FastifyInstance, context: WebContext): void {
  const address = `${IMPORT}/:id/:n/pratinjau`;
  server.get<OfReview>(address, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    const opened = await openReview(desk, request.params);
    return request.query['terbit'] === undefined ? show(desk, opened) : showPublished(desk, opened);
  });
  server.post<OfReview>(address, async (request, reply) => {
    const desk = await openToChange(context, request, reply);
    return publish(desk, await openReview(desk, request.params));
  });
}

interface Composed {
  readonly service: Service;
  /** The service, and the organisation where it gets new posts. */
  readonly edits: readonly {
    readonly kind: 'service' | 'organisation';
    readonly name: string;
    readonly text: string;
    readonly base?: number;
  }[];
}

/** The standard out of the review, with the text of every definition that changes. */
function composed(desk: Desk, opened: OpenReview): Result<Composed> {
  const { catalogue } = desk.context;
  const { government: id } = desk.session;
  const { office, contacts } = catalogue.government(id);
  const running = runningOf(desk, opened);
  const { decree } = opened.one;
  const taken = takenAddress(
    running,
    servicesOf(desk).map(({ value }) => value),
  );
  if (taken) return addressTaken(taken);
  const newest = running.follows === null ? null : newestVersion(desk, running.follows);
  const current = newest?.value ?? null;
  const result = composeService(
    { ...opened.review, running, decree, current },
    { office: current?.office ?? office.agency, contacts },
  );
  if (!result.ok) return result;
  const service = result.value;
  const text = definitionText('service', service);
  const edited = { kind: 'service', name: service.id, text, ...(newest && { base: newest.n }) } as const;
  // What goes on as it runs needs no posts that were proposed.
  const wanted = current && running.keeps ? [] : running.positions;
  const edits = [...organisationEdit(desk, wanted), edited];
  return { ok: true, value: { service, edits } };
}

/** Somebody gave another service that address since this one was saved. */
const addressTaken = (taken: FieldFault): Result<never> =>
  refused('conflict', 'service-address-taken', taken.words, [taken]);

/** The newest version of a service: what the next one is made from, also while it is not in force yet. */
const newestVersion = ({ context, session }: Desk, id: string): Version<'service'> | null =>
  context.catalogue.versions(session.government, 'service', id).at(-1) ?? null;

/** The organisation with the new posts that it does not have yet, below the head of the office. */
function organisationEdit(
  { context, session }: Desk,
  wanted: readonly { readonly id: string; readonly title: { readonly id: string; readonly en: string } }[],
): Composed['edits'] {
  const { catalogue } = context;
  const current = catalogue.version(session.government, 'organisation', 'organisation');
  const agency = catalogue.government(session.government).office.agency;
  const { positions } = current.value;
  const added = wanted.filter(({ id }) => !positions.some((position) => position.id === id));
  if (added.length === 0) return [];
  const inOffice = positions.filter((position) => position.agency === agency);
  const head = inOffice.find(({ superior }) => !inOffice.some(({ id }) => id === superior));
  const text = withPositions(
    current.text,
    added.map(({ id, title }) => ({ id, title, agency, superior: head?.id ?? null, roles: [] })),
  );
  return [{ kind: 'organisation', name: 'organisation', text, base: current.n }];
}

async function show(
  desk: Desk,
  opened: OpenReview,
  refusedBy: readonly DefinitionFault[] | null = null,
): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const { one, review } = opened;
  const at = { lang, importId: one.id, n: review.n };
  const result = composed(desk, opened);
  if (!result.ok) {
    const { title } = runningOf(desk, opened);
    return sendImport(desk, title[lang], openPage(at, title[lang], result.fault.fields));
  }
  const { service, edits } = result.value;
  const { catalogue, database, clock } = context;
  const { government } = session;
  const versions = catalogue.versions(government, 'service', service.id);
  const { agencies, positions } = catalogue.organisation(government);
  const named = new Map([...positions, ...runningOf(desk, opened).positions].map((post) => [post.id, post]));
  const page = previewPage({
    ...at,
    csrf: request.csrfToken(),
    saved: review.saved,
    service,
    faults: refusedBy ?? (await checkTogetherEdited(database, government, edits, clock)),
    ...changesSince(desk, versions.at(-1), service),
    version: (versions.at(-1)?.n ?? 0) + 1,
    agencies,
    titleOf: (position) => named.get(position)?.title[lang] ?? position,
  });
  return sendImport(desk, service.title[lang], page, refusedBy === null ? 200 : INVALID);
}

/** What is new against the newest version, and which one that is where its day is still to come. */
function changesSince(
  { context, session, request }: Desk,
  newest: Version<'service'> | undefined,
  service: Service,
): Pick<Parameters<typeof previewPage>[0], 'changes' | 'changesTitle'> {
  const words = versionWords[request.lang];
  if (!newest) return { changes: null, changesTitle: words.changes };
  const { n, value, validFrom } = newest;
  const changes = diffServices(value, service);
  if (Temporal.Instant.compare(validFrom, context.clock.now()) <= 0)
    return { changes, changesTitle: words.changes };
  const { timeZone } = context.catalogue.calendar(session.government).file;
  const day = validFrom.toZonedDateTimeISO(timeZone).toPlainDate();
  return { changes, changesTitle: words.changesFromLater(n, formatDate(day, request.lang)) };
}

async function publish(desk: Desk, opened: OpenReview): Promise<FastifyReply> {
  const { context, session, reply } = desk;
  const { government, standing } = session;
  const { one, review } = opened;
  const result = composed(desk, opened);
  if (!result.ok) return show(desk, opened);
  const { service, edits } = result.value;
  const at = context.clock.now();
  const key = { government, id: one.id, n: review.n, saved: savedIn(desk) };
  const { published, faults } = await publishTogether(context.database, government, edits, {
    by: standing.official,
    clock: context.clock,
    alongside: async (tx, n, kind) => {
      if (kind !== 'service') return;
      // Somebody published a service of that address in the same moment.
      if (n > 1 && runningOf(desk, opened).follows === null) throw newlyTaken();
      await saveReview(tx, key, { published: service.id, running: runningOf(desk, opened) }, at);
      const line = { at, actor: standing.official, act: 'standard-published', subject: `${service.id}/${n}` };
      await logAccess(tx, government, line);
    },
  });
  if (faults.some(({ severity }) => severity === 'error')) return show(desk, opened, faults);
  if (!published.some(({ kind }) => kind === 'service')) throw unchanged();
  await context.catalogue.refresh();
  return reply.redirect(`${previewHref(one.id, review.n)}?terbit`, 303);
}

const newlyTaken = (): Fault =>
  new Fault('conflict', 'service-address-taken', {
    id: 'Layanan lain baru saja terbit dengan alamat ini. Pilih alamat lain pada "Cara berjalan".',
    en: 'Another service was published under this address just now. Choose another one under “How it runs”.',
  });

const unchanged = (): Fault =>
  new Fault('conflict', 'standard-unchanged', {
    id: 'Layanan ini sama dengan versi terbarunya. Ubah sesuatu dahulu.',
    en: 'This service is the same as its newest version. Change something first.',
  });

async function showPublished(desk: Desk, opened: OpenReview): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { catalogue, clock } = context;
  const { government } = session;
  const { lang } = request;
  const { published } = opened.review;
  const version = published === null ? null : newestVersion(desk, published);
  if (published === null || version === null) return show(desk, opened);
  const { value: service, validFrom } = version;
  const { timeZone } = catalogue.calendar(government).file;
  const isLater = Temporal.Instant.compare(validFrom, clock.now()) > 0;
  const main = publishedPage({
    lang,
    service,
    from: isLater ? validFrom.toZonedDateTimeISO(timeZone).toPlainDate() : null,
    serviceHref: catalogue.findService(government, published) && `/${government}/layanan/${published}`,
    vacant: (await vacantPosts(desk, service)).map(({ title }) => title[lang]),
    postsHref: PEOPLE,
  });
  return sendImport(desk, service.title[lang], main);
}

/** Posts of its steps that nobody holds today or is going to hold. */
async function vacantPosts(desk: Desk, { steps }: Service): Promise<readonly Position[]> {
  const { catalogue, clock } = desk.context;
  return inGovernment(desk, async (tx, government) => {
    const rows = await tx
      .selectFrom('holding')
      .select(['position', 'to_date as to'])
      .where('government', '=', government)
      .execute();
    const today = todayIn(catalogue, government, clock.now());
    const lasting = rows.filter(({ to }) => to === null || Temporal.PlainDate.compare(to, today) >= 0);
    const held = new Set(lasting.map(({ position }) => position));
    const needed = postsOfSteps(steps);
    return catalogue
      .organisation(government)
      .positions.filter(({ id }) => !held.has(id) && needed.includes(id));
  });
}
