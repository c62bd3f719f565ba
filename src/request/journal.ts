/** The journal in the database: entries in their chain, and the row that keeps the state beside it. */
import { sql } from 'kysely';
import { chainHash, insertAll, journalSealer, journalTime } from '../platform/index.ts';
import type { JsonObject, Keys, RowsByTable, Tx } from '../platform/index.ts';
import type { ClockColumns } from './clock-columns.ts';
import { EVERYTHING } from './everything.ts';
import type { Entry, JournalActor, NewEntry } from './model/entries.ts';
import { evolve } from './model/evolve.ts';
import { isEnded } from './model/state.ts';
import type { RequestState } from './model/state.ts';

/** Where a chain ends: the hash of its last entry; null before the first. */
export interface Head {
  readonly state: RequestState | null;
  readonly hash: Buffer | null;
}

export interface JournalRow {
  readonly government: string;
  readonly request: string;
  readonly position: number;
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly actor: JsonObject;
  readonly data: JsonObject;
  readonly v: number;
  readonly prev: Buffer | null;
  readonly hash: Buffer;
}

/** New entries as rows, and the state and head they lead to. */
export interface Extended {
  readonly rows: readonly JournalRow[];
  readonly entries: readonly Entry[];
  readonly state: RequestState;
  readonly hash: Buffer;
  readonly seal: Buffer;
}

/** Where and under which name entries are put. */
export interface Place {
  readonly keys: Keys;
  readonly government: string;
  readonly request: string;
  readonly firstStep: string;
  readonly at: Temporal.Instant;
  readonly actor: JournalActor;
}

/** Links entries behind a head. At least one entry. */
export function extend(head: Head, entries: readonly NewEntry[], place: Place): Extended {
  const rows: JournalRow[] = [];
  const placed: Entry[] = [];
  let { state, hash } = head;
  for (const entry of entries) {
    const position = (state?.version ?? 0) + 1;
    const row = rowOf(entry, position, hash, place);
    rows.push(row);
    const at = journalTime(place.at);
    const next: Entry = { ...entry, position, at, actor: place.actor };
    placed.push(next);
    state = evolve(state, next, place.firstStep);
    hash = row.hash;
  }
  const last = rows.at(-1);
  if (!last || !state) throw new Error('a journal is extended by at least one entry');
  return { rows, entries: placed, state, hash: last.hash, seal: journalSealer(place.keys).seal(last.hash) };
}

function rowOf(entry: NewEntry, position: number, prev: Buffer | null, place: Place): JournalRow {
  const { government, request, at } = place;
  // Hashed is what will be read back: canonical bytes leave out what JSON leaves out (members without a value).
  const actor = place.actor as unknown as JsonObject;
  const data = entry.data as unknown as JsonObject;
  const { kind } = entry;
  const hash = chainHash({
    v: 1,
    government,
    request,
    position,
    at: journalTime(at),
    kind,
    actor,
    data,
    prev: prev?.toString('hex') ?? null,
  });
  return { government, request, position, at, kind, actor, data, v: 1, prev, hash };
}

/** What the state says to the columns that lists read. */
export function stateColumns(extended: Extended): {
  status: RequestState['status'];
  step: string | null;
  version: number;
  state: RequestState;
  head: Buffer;
  head_seal: Buffer;
  calendar_version: number;
  due_at: Temporal.Instant | null;
  overdue_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
} {
  const { state, hash, seal, entries } = extended;
  const overdue = entries.find((entry) => entry.kind === 'overdue');
  return {
    status: state.status,
    step: state.step,
    version: state.version,
    state,
    head: hash,
    head_seal: seal,
    calendar_version: state.calendarVersion,
    due_at: state.due === null ? null : Temporal.Instant.from(state.due),
    overdue_at: overdue ? Temporal.Instant.from(overdue.at) : null,
    closed_at: isEnded(state.status) && state.endedAt ? Temporal.Instant.from(state.endedAt) : null,
  };
}

/**
 * Writes a chain's extension and the row's new state; the row must have been locked by `lockRequest`. Without `clock` the
 * columns of the clock stay as they are.
 */
export async function writeExtension(
  tx: Tx,
  government: string,
  request: string,
  extended: Extended,
  clock: ClockColumns | null = null,
): Promise<void> {
  await insertAll(tx, { journal: extended.rows });
  const { overdue_at, ...columns } = stateColumns(extended);
  await tx
    .updateTable('request')
    .set({
      ...columns,
      ...clock,
      state: JSON.stringify(columns.state),
      ...(overdue_at ? { overdue_at } : {}),
    })
    .where('government', '=', government)
    .where('id', '=', request)
    .execute();
}

export interface LockedRequest {
  readonly id: string;
  readonly number: string;
  readonly state: RequestState;
  readonly head: Buffer;
}

/** The request's row, locked until the transaction ends; null when there is none of that number here. */
export async function lockRequest(tx: Tx, government: string, number: string): Promise<LockedRequest | null> {
  const row = await tx
    .selectFrom('request')
    .select(['id', 'number', 'state', 'head'])
    .where('government', '=', government)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, state: row.state as RequestState } : null;
}

/** A whole journal in order. */
export async function readJournal(tx: Tx, government: string, request: string): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom('journal')
    .select(['position', 'at', 'kind', 'actor', 'data'])
    .where('government', '=', government)
    .where('request', '=', request)
    .orderBy('position')
    .execute();
  // Written by this program under a hash chain; `journal verify` is what finds a row that is not.
  return rows.map((row) => ({ ...row, at: journalTime(row.at) }) as unknown as Entry);
}

/** Kinds of the entries behind a version of a request, whose journal has an entry for each. */
export async function kindsSince(
  tx: Tx,
  government: string,
  request: string,
  version: number,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('journal')
    .select('kind')
    .where('government', '=', government)
    .where('request', '=', request)
    .where('position', '>', version)
    .execute();
  return rows.map(({ kind }) => kind);
}

export interface ViewerPositions {
  readonly involved: readonly string[];
  readonly waiting: readonly string[];
}

/** The queue rows of a request, as it stands in `state`. */
export function viewerRows(
  government: string,
  request: string,
  state: RequestState,
  { involved, waiting }: ViewerPositions,
): Required<RowsByTable>['request_viewer'] {
  return [...involved, EVERYTHING].map((position) => ({
    government,
    position,
    request,
    service: state.service,
    open: !isEnded(state.status),
    acts: waiting.includes(position),
    due_at: state.due === null ? 'infinity' : Temporal.Instant.from(state.due),
    step: state.step,
    channel: state.channel,
    taken_by: state.takenBy,
    returned: state.status === 'returned',
  }));
}

/**
 * Which positions the request concerns and whether it waits at them, for the queues. Rows of posts that it concerns no longer
 * go: they would list what their holders may not open, and as open for ever.
 */
export async function writeViewers(
  tx: Tx,
  government: string,
  request: string,
  state: RequestState,
  { involved, waiting }: ViewerPositions,
): Promise<void> {
  const positions = [...involved, EVERYTHING];
  await sql`
    with gone as (
      delete from request_viewer
       where government = ${government} and request = ${request}::uuid and position <> all (${positions}::text[]))
    insert into request_viewer
        (government, position, request, service, open, acts, due_at, step, channel, taken_by, returned)
    select ${government}, p, ${request}::uuid, ${state.service}, ${!isEnded(state.status)}, p = any (${[...waiting]}::text[]),
           coalesce(${state.due}::timestamptz, 'infinity'), ${state.step}, ${state.channel}, ${state.takenBy}::uuid,
           ${state.status === 'returned'}
      from unnest(${positions}::text[]) p
    on conflict (government, position, request) do update
      set open = excluded.open, acts = excluded.acts, due_at = excluded.due_at, step = excluded.step,
          taken_by = excluded.taken_by, returned = excluded.returned`.execute(tx);
}
