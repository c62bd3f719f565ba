/** Queues and search for officials. Cost depends on what is shown, not on how many requests there are. */
import { sql } from 'kysely';
import { readRequestNumber } from '../platform/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Standing } from '../people/index.ts';
import type { RequestDeps } from './deps.ts';
import { overseenServices } from './model/access.ts';
import type { Status } from './model/state.ts';

/**
 * Which part of the work: `mine` waits at a position I hold; `below` waits anywhere I or the posts below me have a part;
 * `returned` waits for the applicant; `done` has ended.
 */
export type QueueName = 'mine' | 'below' | 'returned' | 'done';

export interface QueueQuery {
  readonly queue: QueueName;
  readonly text?: string;
  readonly limit: number;
  /** Cursor of the page before: what its last row gave as `cursor`. */
  readonly after?: string;
}

export interface QueueRow {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly serviceVersion: number;
  readonly status: Status;
  readonly step: string | null;
  readonly waiting: boolean;
  readonly due: Temporal.Instant | null;
  readonly receivedAt: Temporal.Instant;
  readonly overdue: boolean;
  readonly name: string | null;
  readonly agency: string | null;
  readonly subject: string | null;
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  readonly version: number;
  readonly cursor: string;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  /** Cursor for the next page, or null on the last. */
  readonly next: string | null;
}

interface Key {
  readonly request: string;
  readonly due_at: Temporal.Instant | null;
  readonly due_text: string;
}

/** Positions whose requests belong in this queue. */
function positionsFor(actor: Standing, queue: QueueName): readonly string[] {
  const held = actor.held.map(({ position }) => position);
  return queue === 'mine' ? held : [...held, ...actor.below];
}

/** The cursor is the sort key of the last row: deadline (text, `infinity` for none) and id. */
function readCursor(after: string | undefined): { due: string; id: string } | null {
  if (after === undefined) return null;
  const [due, id] = Buffer.from(after, 'base64url').toString().split('|');
  if (due === undefined || id === undefined || !UUID.test(id)) return null;
  return due === 'infinity' || isInstant(due) ? { due, id } : null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the database would read it as well: a cursor comes from outside. */
function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text).epochNanoseconds > 0n;
  } catch {
    return false;
  }
}

const writeCursor = (key: Key): string => Buffer.from(`${key.due_text}|${key.request}`).toString('base64url');

/**
 * The next keys of a queue: for each position a short scan of its own index, then merged. `limit + 1` of each is enough,
 * because no position can contribute more to the page.
 */
async function queueKeys(
  tx: Tx,
  government: string,
  positions: readonly string[],
  query: QueueQuery,
): Promise<Key[]> {
  const cursor = readCursor(query.after) ?? { due: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
  const filter = filters[query.queue];
  const found = await sql<Key>`
    select distinct on (due_at, request) request, nullif(due_at, 'infinity') as due_at, due_at::text as due_text
      from unnest(${[...positions]}::text[]) p
      cross join lateral (
        select v.request, v.due_at from request_viewer v
         where v.government = ${government} and v.position = p and ${filter}
           and (v.due_at, v.request) > (${cursor.due}::timestamptz, ${cursor.id}::uuid)
         order by v.due_at, v.request limit ${query.limit + 1}) own
     order by due_at, request limit ${query.limit + 1}`.execute(tx);
  return found.rows;
}

const filters: Readonly<Record<QueueName, ReturnType<typeof sql>>> = {
  mine: sql`v.open and v.acts`,
  below: sql`v.open`,
  // A clock that has not started stands as well; only the status says that the applicant is waited for.
  returned: sql`v.open and v.due_at = 'infinity' and exists (select from request r
    where r.government = v.government and r.id = v.request and r.status = 'returned')`,
  done: sql`not v.open`,
};

const ofServices = (services: readonly string[] | 'all'): ReturnType<typeof sql> =>
  services === 'all' ? sql`true` : sql`r.service = any (${[...services]}::text[])`;

const overseenFilters: Readonly<Record<QueueName, ReturnType<typeof sql>>> = {
  mine: sql`r.closed_at is null`,
  below: sql`r.closed_at is null`,
  returned: sql`r.closed_at is null and r.status = 'returned'`,
  done: sql`r.closed_at is not null`,
};

/** Keys of everything an overseer may see, by deadline. */
async function overseenKeys(
  tx: Tx,
  government: string,
  services: readonly string[] | 'all',
  query: QueueQuery,
): Promise<Key[]> {
  const cursor = readCursor(query.after) ?? { due: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
  const found = await sql<Key>`
    select r.id as request, r.due_at, coalesce(r.due_at, 'infinity')::text as due_text from request r
     where r.government = ${government} and ${overseenFilters[query.queue]} and ${ofServices(services)}
       and (coalesce(r.due_at, 'infinity'), r.id) > (${cursor.due}::timestamptz, ${cursor.id}::uuid)
     order by coalesce(r.due_at, 'infinity'), r.id limit ${query.limit + 1}`.execute(tx);
  return found.rows;
}

/** Words as a prefix query: every word must begin some word of name, subject or agency. */
function textQuery(text: string): string | null {
  const words =
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 8) ?? [];
  return words.length > 0 ? words.map((word) => `${word}:*`).join(' & ') : null;
}

async function searchKeys(
  tx: Tx,
  actor: Standing,
  services: readonly string[] | 'all',
  query: QueueQuery,
): Promise<Key[]> {
  const text = query.text ?? '';
  const number = readRequestNumber(text);
  const words = textQuery(text);
  const found = await sql<Key>`
    select s.request, r.due_at, coalesce(r.due_at, 'infinity')::text as due_text
      from search_requests(${[...positionsFor(actor, 'below')]}::text[], ${services === 'all' ? [] : [...services]}::text[],
             ${services === 'all'}, ${words}::tsquery, ${number.ok ? number.value.number : null},
             ${query.queue !== 'done'}, ${query.limit + 1}) s
      join request r on r.government = current_government() and r.id = s.request
     order by r.due_at nulls last, r.id`.execute(tx);
  return found.rows;
}

const overseenBy = (deps: RequestDeps, actor: Standing, government: string): readonly string[] | 'all' =>
  overseenServices(
    actor,
    deps.catalogue.services(government).map((version) => version.value),
  );

async function keysFor(
  tx: Tx,
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<Key[]> {
  const services = overseenBy(deps, actor, government);
  if (query.text?.trim()) return searchKeys(tx, actor, services, query);
  if (query.queue !== 'mine' && services === 'all') return overseenKeys(tx, government, services, query);
  const own = await queueKeys(tx, government, positionsFor(actor, query.queue), query);
  if (query.queue === 'mine' || services.length === 0) return own;
  return merged(own, await overseenKeys(tx, government, services, query), query.limit + 1);
}

/** Whoever oversees some services may have a part in others: both, each once, by deadline. */
function merged(one: readonly Key[], other: readonly Key[], most: number): Key[] {
  const byRequest = new Map([...one, ...other].map((key) => [key.request, key]));
  return [...byRequest.values()].sort(byDeadline).slice(0, most);
}

/** The order of the database: no deadline last, then by id. */
function byDeadline(one: Key, other: Key): number {
  const ids = one.request < other.request ? -1 : 1;
  if (one.due_at === null || other.due_at === null)
    return one.due_at === other.due_at ? ids : Number(one.due_at === null) - Number(other.due_at === null);
  return Temporal.Instant.compare(one.due_at, other.due_at) || ids;
}

async function rowsFor(tx: Tx, government: string, keys: readonly Key[]): Promise<readonly QueueRow[]> {
  if (keys.length === 0) return [];
  const found = await sql<Omit<QueueRow, 'cursor'>>`
    select r.id, r.number, r.service, r.service_version as "serviceVersion", r.status, r.step, r.version,
           r.status = 'in-progress' as waiting, r.due_at as due, r.received_at as "receivedAt",
           r.overdue_at is not null as overdue, a.name, a.agency, a.subject,
           r.state ->> 'takenBy' as "takenBy", o.name as "takenByName"
      from request r
      left join applicant a on a.government = r.government and a.request = r.id
      left join official o on o.government = r.government and o.id = (r.state ->> 'takenBy')::uuid
     where r.government = ${government} and r.id = any (${keys.map((key) => key.request)}::uuid[])`.execute(
    tx,
  );
  const byId = new Map(found.rows.map((row) => [row.id, row]));
  return keys.flatMap((key) => {
    const row = byId.get(key.request);
    return row ? { ...row, cursor: writeCursor(key) } : [];
  });
}

/** One page of a queue or of search results, by time left. Search results are one page only. */
export async function listQueue(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<QueuePage> {
  return deps.database.transaction({ government, viewer: actor.official }, (tx) =>
    readPage(tx, deps, actor, government, query),
  );
}

async function readPage(
  tx: Tx,
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<QueuePage> {
  const keys = await keysFor(tx, deps, actor, government, query);
  const rows = await rowsFor(tx, government, keys.slice(0, query.limit));
  const more = keys.length > query.limit && !query.text?.trim();
  return { rows, next: more ? (rows.at(-1)?.cursor ?? null) : null };
}

/** Beyond this a count says "999+": counting stops there, so that tabs cost the same in a large office. */
export const countCeiling = 1000;

/** How many open requests stand in each queue, up to `countCeiling`. */
export type QueueCounts = Readonly<Record<'mine' | 'below' | 'returned', number>>;

/** A page of a queue and the counts of all, in one transaction: what the desk's first page needs. */
export async function openQueue(
  deps: RequestDeps,
  actor: Standing,
  government: string,
  query: QueueQuery,
): Promise<QueuePage & { readonly counts: QueueCounts }> {
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => ({
    ...(await readPage(tx, deps, actor, government, query)),
    counts: await countIn(tx, deps, actor, government),
  }));
}

async function countIn(tx: Tx, deps: RequestDeps, actor: Standing, government: string): Promise<QueueCounts> {
  const services = overseenBy(deps, actor, government);
  const mine = await countOf(tx, actor, government, 'mine');
  if (services === 'all' || services.length > 0) {
    return { mine, ...(await countOverseen(tx, government, services)) };
  }
  const [below, returned] = [
    await countOf(tx, actor, government, 'below'),
    await countOf(tx, actor, government, 'returned'),
  ];
  return { mine, below, returned };
}

async function countOf(
  tx: Tx,
  actor: Standing,
  government: string,
  queue: 'mine' | 'below' | 'returned',
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(distinct request)::int as n from unnest(${[...positionsFor(actor, queue)]}::text[]) p
      cross join lateral (select v.request from request_viewer v
        where v.government = ${government} and v.position = p and ${filters[queue]} limit ${countCeiling}) own`.execute(
    tx,
  );
  return Math.min(found.rows[0]?.n ?? 0, countCeiling);
}

async function countOverseen(
  tx: Tx,
  government: string,
  services: readonly string[] | 'all',
): Promise<Omit<QueueCounts, 'mine'>> {
  const found = await sql<{ below: number; returned: number }>`
    select count(*)::int as below, count(*) filter (where status = 'returned')::int as returned
      from (select r.status from request r where r.government = ${government} and r.closed_at is null
             and ${ofServices(services)} limit ${countCeiling}) own`.execute(tx);
  return found.rows[0] ?? { below: 0, returned: 0 };
}
