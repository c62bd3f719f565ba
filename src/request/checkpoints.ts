/** Checkpoints of the journal: kept in the database, and beside it where whoever owns the database cannot reach. */
import type { Clock } from '../ground/index.ts';
import { journalTime, makeCheckpoint } from '../platform/index.ts';
import type { Checkpoint, Database, Keys, Round } from '../platform/index.ts';
import type { Catalogue } from '../standard/index.ts';
import { appendOutside } from './checkpoint-copy.ts';
import {
  findLastStored,
  lockCheckpoints,
  readMoved,
  readStoredLines,
  storeCheckpoint,
} from './checkpoint-store.ts';

export interface CheckpointDeps {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  /** Folder outside the database (DATA_DIR/checkpoints); back it up with the rest, or send it elsewhere. */
  readonly directory: string;
  /** Ends the work between two checkpoints; what is left is found by the next. */
  readonly signal?: AbortSignal;
}

/** Name of the folder of checkpoints in the data directory. */
export const CHECKPOINTS = 'checkpoints';

/** The key that checkpoints are signed with. */
export const CHECKPOINT_KEY = 'journal-checkpoint';

/** How much is done at once. */
export interface CheckpointBounds {
  /** Checkpoints of a government; what is left is found the next time. Default: until all is recorded. */
  readonly checkpoints?: number;
  /** Heads in one. More that have moved become further ones, and pages are answered between them. Default: 1000. */
  readonly heads?: number;
}

/** Lines of the copy outside that are held at a time. */
const LINES = 20;

/** Every hour checkpoints of each government. */
export function checkpointRound(
  deps: Omit<CheckpointDeps, 'database'> & { readonly catalogue: Catalogue },
): Round {
  return {
    at: '7 * * * *',
    run: (database) => takeCheckpoints({ ...deps, database }, deps.catalogue.governmentIds()),
  };
}

/**
 * Takes checkpoints of each government until all that has happened is recorded, and brings the copies outside up to date; also
 * at the end of the program, so that little is ever without one. The database must be opened as the worker: only it may write
 * checkpoints.
 */
export async function takeCheckpoints(
  deps: CheckpointDeps,
  governments: readonly string[],
  bounds: CheckpointBounds = {},
): Promise<void> {
  for (const government of governments) {
    await recordMoved(deps, government, bounds);
    // Committed first: a line outside that the database does not know would look like a database set back.
    await appendOutside(deps.directory, government, (skipped) =>
      deps.database.transaction({ government }, (tx) => readStoredLines(tx, government, skipped, LINES)),
    );
  }
}

async function recordMoved(
  deps: CheckpointDeps,
  government: string,
  { checkpoints = Infinity, heads = 1000 }: CheckpointBounds,
): Promise<void> {
  let last: Checkpoint | null = null;
  for (let count = 0; count < checkpoints && deps.signal?.aborted !== true; count += 1) {
    last = await takeCheckpoint(deps, government, last?.heads.at(-1)?.request ?? null, heads);
    if ((last?.heads.length ?? 0) < heads) return;
  }
}

/** One checkpoint of what has moved among the requests behind `after`, `most` at most, or null when nothing has. */
async function takeCheckpoint(
  { database, keys, clock }: CheckpointDeps,
  government: string,
  after: string | null,
  most: number,
): Promise<Checkpoint | null> {
  return database.transaction({ government }, async (tx) => {
    await lockCheckpoints(tx, government);
    const moved = await readMoved(tx, government, after, most);
    if (moved.length === 0) return null;
    const { n, last } = await findLastStored(tx, government);
    const now = { government, at: journalTime(clock.now()), moved };
    const taken = makeCheckpoint(now, last, keys.signingKey(CHECKPOINT_KEY));
    await storeCheckpoint(tx, government, n + 1, taken);
    return taken;
  });
}
