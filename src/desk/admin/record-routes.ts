import type { FastifyInstance, FastifyReply } from 'fastify';
import { listAccess, listOfficials } from '../../people/index.ts';
import type { AccessLine, OfficialRow } from '../../people/index.ts';
import { requestNumbers } from '../../request/index.ts';
import type { Organisation } from '../../standard/index.ts';
import type { WebContext } from '../../web/index.ts';
import type { Desk } from '../desk-page.ts';
import { postTitle } from '../request-words.ts';
import { inGovernment, openToRead, sendAdmin } from './admin-desk.ts';
import { actsIn } from './record-acts.ts';
import type { ActGroup } from './record-acts.ts';
import { RECORD, recordPage } from './record-page.ts';
import type { RecordPage } from './record-page.ts';
import { recordWords } from './record-words.ts';

const A_PAGE = 50;

interface OfRecord {
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** `/meja/kelola/catatan`: the access log, for administrators and auditors. */
export function addRecordRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<OfRecord>(RECORD, async (request, reply) =>
    show(await openToRead(context, request, reply), request.query),
  );
}

async function show(desk: Desk, query: OfRecord['Querystring']): Promise<FastifyReply> {
  const { context, session, request } = desk;
  const { lang } = request;
  const { government } = session;
  const group = (['change', 'reading', 'account'] as const).find((one) => one === query['jenis']) ?? null;
  const officials = await inGovernment(desk, listOfficials);
  const actor = officials.find(({ id }) => id === query['oleh']) ?? null;
  const before = lineIn(query['sebelum']);
  const found = await inGovernment(desk, (tx) =>
    listAccess(tx, government, {
      ...(group ? actsOf(group) : {}),
      ...(actor ? { actor: actor.id } : {}),
      ...(before ? { before } : {}),
      limit: A_PAGE + 1,
    }),
  );
  const lines = found.slice(0, A_PAGE);
  return sendAdmin(desk, {
    title: recordWords[lang].title,
    main: recordPage({
      lang,
      timeZone: context.catalogue.calendar(government).file.timeZone,
      lines,
      group,
      actor,
      naming: await namingOf(desk, officials, lines),
      next: found.length > A_PAGE ? (lines.at(-1) ?? null) : null,
      first: before === null,
    }),
  });
}

/** Acts without words of their own count as changes: nothing may be hidden by being new. */
const actsOf = (group: ActGroup): { acts?: readonly string[]; without?: readonly string[] } =>
  group === 'change' ? { without: [...actsIn('reading'), ...actsIn('account')] } : { acts: actsIn(group) };

/** The line a page begins after, as our own links name it; null for anything else. */
function lineIn(value: unknown): Pick<AccessLine, 'at' | 'id'> | null {
  const [, at, id] =
    /^(\d{4}-[\d:.T-]+Z)_([0-9a-f-]{36})$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (at === undefined || id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    return null;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return null;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids that stand in the lines of this page, in words. */
async function namingOf(
  desk: Desk,
  officials: readonly OfficialRow[],
  lines: readonly AccessLine[],
): Promise<RecordPage['naming']> {
  const { context, session, request } = desk;
  const { government } = session;
  const organisation = context.catalogue.organisation(government);
  const known = new Map([
    [government, context.catalogue.government(government).name] as [string, string],
    ...context.catalogue
      .services(government)
      .map(({ value }): [string, string] => [value.id, value.title[request.lang]]),
    ...organisation.competences.map(({ id, title }): [string, string] => [id, title[request.lang]]),
    ...organisation.positions.map(({ id, title }): [string, string] => [id, title[request.lang]]),
    ...officials.flatMap((official) => namesOf(official, organisation, request.lang)),
  ]);
  const ids = lines.flatMap(({ subject }) =>
    (subject ?? '').split('/').filter((part) => UUID.test(part) && !known.has(part)),
  );
  const numbers = await inGovernment(desk, (tx) => requestNumbers(tx, government, ids));
  return (id) => known.get(id) ?? numbers.get(id) ?? null;
}

/** An official by name, and what they hold by post and name. */
const namesOf = (
  { id, name, holdings }: OfficialRow,
  organisation: Organisation,
  lang: RecordPage['lang'],
): readonly [string, string][] => [
  [id, name],
  ...holdings.map((holding): [string, string] => [
    holding.id,
    `${postTitle(organisation, holding.position, lang)}: ${name}`,
  ]),
];
