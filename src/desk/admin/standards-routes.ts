import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import type { Words } from '../../ground/index.ts';
import { listOfficials, logAccess } from '../../people/index.ts';
import { formFields, readMultipart } from '../../platform/index.ts';
import { openByVersion, todayIn } from '../../request/index.ts';
import { assumptionsOf, checkEdited, isOpen, newestVerdicts, publishEdited } from '../../standard/index.ts';
import type { Assumption, Definition, DefinitionFault } from '../../standard/index.ts';
import { adminWords, html } from '../../ui/index.ts';
import type { Content } from '../../ui/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { keepingTyped } from '../held/index.ts';
import { inGovernment, mayChange, openToChange, openToRead, sendAdmin } from './admin-desk.ts';
import {
  BASE,
  confirmPage,
  editPanel,
  standardPage,
  STANDARDS,
  standardsPage,
  versionPage,
} from './standards-page.ts';
import type { ServiceVersion, StandardPage, StandardsPage } from './standards-page.ts';
import { kelolaWords } from './words.ts';

interface OfService {
  readonly Params: { readonly service: string; readonly n?: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const INVALID = 422;
const CONFLICT = 409;
/** A standard's file has some thirty kilobytes. */
const MOST_TEXT = 900_000;

/** `/meja/kelola/standar`: versions of standards, what they leave open, and publishing a new one. */
export function addStandardRoutes(server: FastifyInstance, context: WebContext): void {
  server.get(STANDARDS, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const services = context.catalogue.services(desk.session.government);
    return sendStandards(
      desk,
      adminWords[request.lang].standards.title,
      standardsPage(baseOf(desk), services, await openAssumptions(desk)),
    );
  });
  server.get<OfService>(`${STANDARDS}/:service`, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    const published = Number(request.query['terbit']);
    const page = await pageOf(desk, request.params.service);
    return sendStandards(
      desk,
      page.current.value.title[request.lang],
      standardPage({
        ...page,
        published: Number.isSafeInteger(published) && published > 0 ? published : null,
      }),
    );
  });
  server.get<OfService>(`${STANDARDS}/:service/versi/:n`, async (request, reply) => {
    const desk = await openToRead(context, request, reply);
    return showVersion(desk, request.params.service, Number(request.params.n));
  });
  const errorHandler = keepingTyped(context);
  server.post<OfService>(
    `${STANDARDS}/:service/periksa`,
    { config: { multipart: true }, errorHandler },
    async (request, reply) => check(await openToChange(context, request, reply), request.params.service),
  );
  server.post<OfService>(`${STANDARDS}/:service/ubah`, { errorHandler }, async (request, reply) =>
    editAgain(await openToChange(context, request, reply), request.params.service),
  );
  server.post<OfService>(`${STANDARDS}/:service/terbitkan`, { errorHandler }, async (request, reply) =>
    publish(await openToChange(context, request, reply), request.params.service),
  );
}

function sendStandards(desk: Desk, title: string, main: Content, status = 200): FastifyReply {
  const { lang } = desk.request;
  const crumbs = [{ label: adminWords[lang].standards.title, href: STANDARDS }];
  return sendAdmin(desk, { title, main, crumbs, status });
}

function baseOf(desk: Desk): StandardsPage {
  const { context, session, request } = desk;
  return {
    lang: request.lang,
    csrf: request.csrfToken(),
    timeZone: context.catalogue.calendar(session.government).file.timeZone,
    mayChange: mayChange(desk),
  };
}

/** How many assumptions of each service nobody has compared with their source. */
async function openAssumptions(desk: Desk): Promise<(service: string) => number> {
  const open = await findOpen(desk);
  return (service) => open.filter(({ kind, name }) => kind === 'service' && name === service).length;
}

async function findOpen(desk: Desk): Promise<readonly Assumption[]> {
  const verdicts = await inGovernment(desk, newestVerdicts);
  return assumptionsOf(desk.context.catalogue, desk.session.government).filter((one) =>
    isOpen(one, verdicts),
  );
}

/** What every page of one standard is drawn from. Fault: `service-not-found`. */
async function pageOf(desk: Desk, service: string): Promise<StandardPage> {
  const { context, session, request } = desk;
  const { government } = session;
  const versions = context.catalogue.versions(government, 'service', service);
  const current = context.catalogue.service(government, service);
  const newest = versions.at(-1) ?? current;
  const officials = await inGovernment(desk, listOfficials);
  const open = (await findOpen(desk)).filter(({ kind, name }) => kind === 'service' && name === service);
  const names = new Map(officials.map(({ id, name }) => [id, name]));
  const files = kelolaWords[request.lang].standards.byFiles;
  return {
    ...baseOf(desk),
    versions,
    newest,
    current,
    publisher: (by) => names.get(by) ?? (by === 'berkas' ? files : by),
    published: null,
    running: await inGovernment(desk, (tx) => openByVersion(tx, government, service)),
    isOpen: (text) => open.some((one) => one.text.id === text.id),
  };
}

async function showVersion(desk: Desk, service: string, n: number): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const versions: readonly ServiceVersion[] = context.catalogue.versions(
    session.government,
    'service',
    service,
  );
  const version = versions.find((one) => one.n === n);
  // The number is typed into an address, not taken from a request: what is not there was not published either.
  if (!version) throw versionNotFound();
  const before = versions.findLast((other) => other.n < n);
  const title = version.value.title[request.lang];
  return sendStandards(desk, title, versionPage(baseOf(desk), version, before ?? null));
}

const versionNotFound = (): Fault =>
  new Fault('not-found', 'version-not-found', {
    id: 'Versi standar ini tidak ada. Pilih dari daftar versinya.',
    en: 'There is no such version of the standard. Choose from the list of its versions.',
  });

/** The text that was pasted, or the file that was chosen instead. */
async function postedText(request: FastifyRequest): Promise<string> {
  const chunks: Buffer[] = [];
  const fields = await readMultipart(request, {
    limits: { files: 1, fileBytes: MOST_TEXT, fieldBytes: MOST_TEXT },
    onFile: async ({ content }) => {
      for await (const chunk of content) chunks.push(chunk);
    },
  });
  const uploaded = Buffer.concat(chunks).toString('utf8');
  return uploaded.trim() === '' ? textIn(fields['naskah']) : uploaded;
}

/** Browsers send line ends as CR LF; files here have LF, or every line would count as changed. */
const textIn = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '');

async function check(desk: Desk, service: string): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const text = await postedText(request);
  const page = await pageOf(desk, service);
  const edited = { kind: 'service', name: service, text } as const;
  const { definition, faults } = await checkEdited(
    context.database,
    session.government,
    edited,
    context.clock,
  );
  if (!definition) return showFaults(desk, page, text, faults);
  return showConfirm(desk, page, { text, definition, faults });
}

/** A text that can be published, and what the check says of it. */
interface Checked {
  readonly text: string;
  readonly definition: Definition<'service'>;
  readonly faults: readonly DefinitionFault[];
}

function showConfirm(
  desk: Desk,
  page: StandardPage,
  { text, definition: { value }, faults }: Checked,
  refused: Words | null = null,
): FastifyReply {
  const title = value.title[desk.request.lang];
  const next = { text, value, faults, from: laterThan(desk, value.validFrom) };
  return sendStandards(desk, title, confirmPage(page, next, refused), refused ? CONFLICT : 200);
}

/** The first day of a version that is not in force at once; one that is past already counts from its publication. */
function laterThan({ context, session }: Desk, validFrom: string): Temporal.PlainDate | null {
  const today = todayIn(context.catalogue, session.government, context.clock.now());
  const from = Temporal.PlainDate.from(validFrom);
  return Temporal.PlainDate.compare(from, today) > 0 ? from : null;
}

/** The text to be changed, and what is wrong with it. */
function showFaults(
  desk: Desk,
  page: StandardPage,
  text: string,
  faults: readonly DefinitionFault[],
): FastifyReply {
  const title = page.current.value.title[desk.request.lang];
  const main = [html`<h1>${title}</h1>`, editPanel(page, text, faults)];
  return sendStandards(desk, title, main, faults.length === 0 ? 200 : INVALID);
}

/** Back from the question whether to publish, to the text as it was. */
const editAgain = async (desk: Desk, service: string): Promise<FastifyReply> =>
  showFaults(desk, await pageOf(desk, service), textIn(formFields(desk.request)['naskah']), []);

async function publish(desk: Desk, service: string): Promise<FastifyReply> {
  const { context, session, request, reply } = desk;
  const { government, standing } = session;
  const fields = formFields(request);
  const text = textIn(fields['naskah']);
  const page = await pageOf(desk, service);
  const edited = { kind: 'service', name: service, text, base: Number(fields[BASE] ?? 0) } as const;
  const checked = await checkEdited(context.database, government, edited, context.clock);
  const { definition } = checked;
  if (!definition) return showFaults(desk, page, text, checked.faults);
  const publication = await unlessNewer(
    publishEdited(context.database, government, edited, { by: standing.official, clock: context.clock }),
  );
  if (publication instanceof Fault) {
    await context.catalogue.refresh();
    const refreshed = await pageOf(desk, service);
    return showConfirm(desk, refreshed, { ...checked, text, definition }, publication.words);
  }
  const { published, faults } = publication;
  if (faults.some(({ severity }) => severity === 'error')) return showFaults(desk, page, text, faults);
  await context.catalogue.refresh();
  const version = published.find(({ kind, name }) => kind === 'service' && name === service);
  if (!version) throw sameText();
  await context.database.transaction({ government, viewer: standing.official }, (tx) =>
    logAccess(tx, government, {
      at: context.clock.now(),
      actor: standing.official,
      act: 'standard-published',
      subject: `${service}/${version.n}`,
    }),
  );
  return reply.redirect(`${STANDARDS}/${service}?terbit=${version.n}`, 303);
}

/** What came of publishing, or the fault that somebody else was first: nothing is lost by it. */
async function unlessNewer<T>(publishing: Promise<T>): Promise<T | Fault> {
  try {
    return await publishing;
  } catch (error) {
    if (error instanceof Fault && error.code === 'definition-newer') return error;
    throw error;
  }
}

const sameText = (): Fault =>
  new Fault('conflict', 'standard-unchanged', {
    id: kelolaWords.id.standards.same,
    en: kelolaWords.en.standards.same,
  });
