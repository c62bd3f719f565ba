/** Checkpoints of the journal: kept in the database, and beside it where whoever owns the database cannot reach. */
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { checkpointLine, journalTime, makeCheckpoint, readCheckpoint } from '../platform/index.ts';
import type { Checkpoint, Database, Keys, RecordedHead, Round, Tx } from '../platform/index.ts';
import type { Clock } from '../ground/index.ts';
import type { Catalogue } from '../standard/index.ts';

export interface CheckpointDeps {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  /** Folder outside the database (DATA_DIR/checkpoints); back it up with the rest, or send it elsewhere. */
  readonly directory: string;
}

/** Name of the folder of checkpoints in the data directory. */
export const CHECKPOINTS = 'checkpoints';

/** The key that checkpoints are signed with. */
export const CHECKPOINT_KEY = 'journal-checkpoint';

/** Lines of a checkpoint series as they are kept; what cannot be read stays in its place as null. */
export interface KeptCheckpoints {
  readonly lines: readonly string[];
  readonly checkpoints: readonly (Checkpoint | null)[];
}

const keptFrom = (lines: readonly string[]): KeptCheckpoints => ({
  lines,
  checkpoints: lines.map((line) => {
    const read = readCheckpoint(line);
    return read.ok ? read.value : null;
  }),
});

/**
 * Takes a checkpoint of a government when anything has happened since the last one, and brings the copy outside up to
 * date. Gives the new checkpoint, or null. The database must be opened as the worker: only it may write checkpoints.
 */
async function takeCheckpoint(deps: CheckpointDeps, government: string): Promise<Checkpoint | null> {
  const { taken, kept } = await deps.database.transaction({ government }, async (tx) => {
    // One at a time: two would give the same number.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`checkpoint/${government}`}, 0))`.execute(tx);
    const kept = await readStored(tx, government);
    const taken = await nextCheckpoint(tx, deps, government, kept);
    if (taken) await store(tx, government, kept.lines.length + 1, taken);
    return { taken, kept: taken ? keptFrom([...kept.lines, checkpointLine(taken)]) : kept };
  });
  // Committed first: a line outside that the database does not know would look like a database set back.
  await appendOutside(deps.directory, government, kept.lines);
  return taken;
}

/** Every hour a checkpoint of each government. */
export function checkpointRound(
  deps: Omit<CheckpointDeps, 'database'> & { readonly catalogue: Catalogue },
): Round {
  return {
    at: '7 * * * *',
    run: (database) => takeCheckpoints({ ...deps, database }, deps.catalogue.governmentIds()),
  };
}

/** A checkpoint of each government; also at the end of the program, so that little is ever without one. */
export async function takeCheckpoints(deps: CheckpointDeps, governments: readonly string[]): Promise<void> {
  for (const government of governments) await takeCheckpoint(deps, government);
}

async function nextCheckpoint(
  tx: Tx,
  { keys, clock }: CheckpointDeps,
  government: string,
  { checkpoints }: KeptCheckpoints,
): Promise<Checkpoint | null> {
  const earlier = checkpoints.filter((checkpoint) => checkpoint !== null);
  const now = { government, at: journalTime(clock.now()), heads: await readHeads(tx, government) };
  const next = makeCheckpoint(now, earlier, keys.signingKey(CHECKPOINT_KEY));
  return next.heads.length > 0 ? next : null;
}

async function readHeads(tx: Tx, government: string): Promise<readonly RecordedHead[]> {
  const rows = await tx
    .selectFrom('request')
    .select(['id', 'version', 'head'])
    .where('government', '=', government)
    .execute();
  return rows.map(({ id, version, head }) => ({ request: id, version, hash: head.toString('hex') }));
}

/** The checkpoints that the database holds, in order. */
export async function readStored(tx: Tx, government: string): Promise<KeptCheckpoints> {
  const rows = await tx
    .selectFrom('checkpoint')
    .select(['n', 'body'])
    .where('government', '=', government)
    .orderBy('n')
    .execute();
  const lines = rows.map(({ body }) => {
    const read = readCheckpoint(JSON.stringify(body));
    return read.ok ? checkpointLine(read.value) : JSON.stringify(body);
  });
  return keptFrom(lines);
}

async function store(tx: Tx, government: string, n: number, checkpoint: Checkpoint): Promise<void> {
  const at = Temporal.Instant.from(checkpoint.at);
  await tx
    .insertInto('checkpoint')
    .values({ government, n, at, body: checkpointLine(checkpoint) })
    .execute();
}

const fileOf = (directory: string, government: string): string => join(directory, `${government}.jsonl`);

/** The checkpoints that lie outside the database, in order; none when there is no such file here. */
export async function readOutside(directory: string, government: string): Promise<KeptCheckpoints> {
  return keptFrom(wholeLines(await textOutside(directory, government)));
}

const textOutside = (directory: string, government: string): Promise<string> =>
  readFile(fileOf(directory, government), 'utf8').catch(() => '');

/** A last line without its end was cut off by a crash while it was written; it is written again. */
const wholeLines = (text: string): readonly string[] => text.split('\n').slice(0, -1);

/** Adds the lines that the copy outside lacks. Whole lines are never touched, whatever the database says. */
async function appendOutside(directory: string, government: string, lines: readonly string[]): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const text = await textOutside(directory, government);
  const whole = wholeLines(text);
  if (lines.length <= whole.length) return;
  const handle = await open(fileOf(directory, government), 'a', 0o600);
  try {
    await handle.truncate(Buffer.byteLength(whole.map((line) => `${line}\n`).join('')));
    await handle.writeFile(
      lines
        .slice(whole.length)
        .map((line) => `${line}\n`)
        .join(''),
    );
    await handle.sync();
  } finally {
    await handle.close();
  }
}
