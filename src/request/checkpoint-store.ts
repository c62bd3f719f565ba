/** Checkpoints in the database, and what they have recorded of each chain last. */
import { sql } from 'kysely';
import { checkpointLine, readCheckpoint } from '../platform/index.ts';
import type { Checkpoint, RecordedHead, Tx } from '../platform/index.ts';
import { keptFrom } from './checkpoint-lines.ts';
import type { KeptCheckpoints } from './checkpoint-lines.ts';

/** One at a time: two would give the same number. `shared`: none is taken while somebody reads what belongs together. */
export async function lockCheckpoints(tx: Tx, government: string, shared = false): Promise<void> {
  const key = sql`hashtextextended(${`checkpoint/${government}`}, 0)`;
  await (
    shared ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`
  ).execute(tx);
}

/** The checkpoints that the database holds, in order. */
export async function readStored(tx: Tx, government: string): Promise<KeptCheckpoints> {
  return keptFrom(await readStoredLines(tx, government, 0, null));
}

/** At most `most` lines behind the first `skipped`, all without a bound. */
export async function readStoredLines(
  tx: Tx,
  government: string,
  skipped: number,
  most: number | null,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('checkpoint')
    .select('body')
    .where('government', '=', government)
    .orderBy('n')
    .offset(skipped)
    .$if(most !== null, (query) => query.limit(most ?? 0))
    .execute();
  return rows.map(({ body }) => {
    const read = readCheckpoint(JSON.stringify(body));
    return read.ok ? checkpointLine(read.value) : JSON.stringify(body);
  });
}

/** The last checkpoint of a government that can be read, and the number of the last one; null and 0 before the first. */
export async function findLastStored(
  tx: Tx,
  government: string,
): Promise<{ readonly n: number; readonly last: Checkpoint | null }> {
  const rows = tx.selectFrom('checkpoint').where('government', '=', government);
  const { n } = await rows.select(({ fn }) => fn.max('n').as('n')).executeTakeFirstOrThrow();
  for (let below = (n ?? 0) + 1; below > 0;) {
    const row = await rows
      .select(['n', 'body'])
      .where('n', '<', below)
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) break;
    const read = readCheckpoint(JSON.stringify(row.body));
    if (read.ok) return { n: n ?? 0, last: read.value };
    // Tampered with, as `journal verify` says; the series goes on from what is left of it.
    below = row.n;
  }
  return { n: n ?? 0, last: null };
}

/**
 * Heads that no checkpoint has recorded as they are now, in the order of their requests from behind `after` (null: from the
 * first), at most so many. The database compares them, so that what has not moved costs this program nothing.
 */
export async function readMoved(
  tx: Tx,
  government: string,
  after: string | null,
  most: number,
): Promise<readonly RecordedHead[]> {
  const rows = await tx
    .selectFrom('request as r')
    .leftJoin('recorded_head as h', (join) =>
      join.onRef('h.government', '=', 'r.government').onRef('h.request', '=', 'r.id'),
    )
    .select(['r.id', 'r.version', 'r.head'])
    .where('r.government', '=', government)
    .whereRef('h.hash', 'is distinct from', 'r.head')
    .$if(after !== null, (query) => query.where('r.id', '>', after ?? ''))
    .orderBy('r.id')
    .limit(most)
    .execute();
  return rows.map(({ id, version, head }) => ({ request: id, version, hash: head.toString('hex') }));
}

/** Writes a checkpoint under its number, and what it recorded. */
export async function storeCheckpoint(
  tx: Tx,
  government: string,
  n: number,
  checkpoint: Checkpoint,
): Promise<void> {
  const at = Temporal.Instant.from(checkpoint.at);
  await tx
    .insertInto('checkpoint')
    .values({ government, n, at, body: checkpointLine(checkpoint) })
    .execute();
  await sql`
    insert into recorded_head (government, request, version, hash)
    select ${government}, request, version, decode(hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(checkpoint.heads)}::jsonb) as head(request uuid, version integer, hash text)
    on conflict (government, request) do update set version = excluded.version, hash = excluded.hash`.execute(
    tx,
  );
}

/** What the table says was recorded of each chain last: hashes in hex, by request. */
export async function readRecordedHashes(tx: Tx, government: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('recorded_head')
    .select(['request', 'hash'])
    .where('government', '=', government)
    .execute();
  return new Map(rows.map(({ request, hash }) => [request, hash.toString('hex')]));
}
