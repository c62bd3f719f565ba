/** The copy of checkpoints outside the database: a file a government, a line a checkpoint. */
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFrom } from './checkpoint-lines.ts';
import type { KeptCheckpoints } from './checkpoint-lines.ts';

const fileOf = (directory: string, government: string): string => join(directory, `${government}.jsonl`);

/** The checkpoints that lie outside the database, in order; none when there is no such file here. */
export async function readOutside(directory: string, government: string): Promise<KeptCheckpoints> {
  const text = await readFile(fileOf(directory, government), 'utf8').catch(() => '');
  // A last line without its end was cut off by a crash while it was written; it is written again.
  return keptFrom(text.split('\n').slice(0, -1));
}

export interface WholeLines {
  readonly count: number;
  /** Where the last of them ends, in bytes. */
  readonly end: number;
}

const LINE_END = 10;

/** Counts the whole lines without holding them; none when there is no such file, or none that can be read. */
export async function wholeLinesOutside(directory: string, government: string): Promise<WholeLines> {
  let [count, end, before] = [0, 0, 0];
  try {
    for await (const chunk of createReadStream(fileOf(directory, government)) as AsyncIterable<Buffer>) {
      for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) {
        count += 1;
        end = before + at + 1;
      }
      before += chunk.length;
    }
  } catch {
    return { count: 0, end: 0 };
  }
  return { count, end };
}

/** Lines of the series behind the first `skipped`, some at a time; none when that is all. */
export type MoreLines = (skipped: number) => Promise<readonly string[]>;

/** Adds the lines that the copy lacks. Whole lines are never touched, whatever the database says. */
export async function appendOutside(directory: string, government: string, more: MoreLines): Promise<void> {
  const { count, end } = await wholeLinesOutside(directory, government);
  let lines = await more(count);
  if (lines.length === 0) return;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const handle = await open(fileOf(directory, government), 'a', 0o600);
  try {
    await handle.truncate(end);
    for (let skipped = count; lines.length > 0; lines = await more(skipped)) {
      await handle.writeFile(lines.map((line) => `${line}\n`).join(''));
      skipped += lines.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}
