/** How checkpoints stand, without reading them all: for the page of the system's health. */
import type { Tx } from '../platform/index.ts';
import { wholeLinesOutside } from './checkpoint-copy.ts';

export interface CheckpointStanding {
  /** How many there are in the database. */
  readonly taken: number;
  readonly last: Temporal.Instant;
  /** How many lie outside the database too. Fewer: the copy there was lost or cannot be written. */
  readonly outside: number;
}

/** Null when none was ever taken: nothing has happened yet, or no worker runs. */
export async function readCheckpointStanding(
  tx: Tx,
  government: string,
  directory: string,
): Promise<CheckpointStanding | null> {
  const row = await tx
    .selectFrom('checkpoint')
    .select(['n', 'at'])
    .where('government', '=', government)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { count } = await wholeLinesOutside(directory, government);
  return { taken: row.n, last: row.at, outside: count };
}
