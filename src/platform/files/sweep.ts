import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the given ids, those that a row of this government knows. */
export type KnownFiles = (government: string, ids: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Removes what crashes and broken-off uploads left behind; gives how many files. `olderThan` must lie further back
 * than the longest upload and transaction: a file is on disk before its row is.
 */
export async function sweepOrphans(
  directory: string,
  isKnown: KnownFiles,
  olderThan: Temporal.Instant,
): Promise<number> {
  let orphans = 0;
  for (const government of await foldersIn(directory)) {
    for (const folder of await foldersIn(join(directory, government))) {
      orphans += await sweepFolder(join(directory, government, folder), olderThan, (ids) =>
        isKnown(government, ids),
      );
    }
  }
  return orphans;
}

async function sweepFolder(
  folder: string,
  olderThan: Temporal.Instant,
  isKnown: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const old: string[] = [];
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name));
    if (mtimeMs < olderThan.epochMilliseconds) old.push(name);
  }
  if (old.length === 0) return 0;
  const known = await isKnown(old);
  const orphans = old.filter((name) => !known.has(name));
  await Promise.all(orphans.map((name) => rm(join(folder, name), { force: true })));
  return orphans.length;
}

async function foldersIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
