/** How checkpoints stand, without reading them all: for the page of the system's health. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from '../platform/index.ts';

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
  return { taken: row.n, last: row.at, outside: await countLines(join(directory, `${government}.jsonl`)) };
}

const LINE_END = 10;

async function countLines(file: string): Promise<number> {
  let lines = 0;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
      for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) lines += 1;
  } catch {
    // Not there, or not to be read: for whoever looks both mean that there is no copy.
    return 0;
  }
  return lines;
}
