import { randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { errorCode, syncDirectory, writeDurably } from '../durable.ts';

const schema = z.object({
  format: z.literal(1),
  /** Names the places outside the folder that belong to it. */
  id: z.string().regex(/^[0-9a-f]{12}$/u),
  /** Where the embedded database was made: absolute, or relative to the data directory. */
  database: z.string().optional(),
});

/** What a data directory says about itself, in `installation.json`. */
export type Installation = z.output<typeof schema>;

const installationFile = 'installation.json';

/** The installation a data directory belongs to; undefined when it has none yet. */
export async function findInstallation(directory: string): Promise<Installation | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(join(directory, installationFile), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A new installation, not yet written. */
export function newInstallation(): Installation {
  return { format: 1, id: randomBytes(6).toString('hex') };
}

/** Writes it so that after a power cut the old or the new text is there, never half of one. */
export async function writeInstallation(directory: string, installation: Installation): Promise<void> {
  const unfinished = join(directory, `${installationFile}.unfinished`);
  await rm(unfinished, { force: true });
  await writeDurably(unfinished, `${JSON.stringify(installation, null, 2)}\n`);
  await rename(unfinished, join(directory, installationFile));
  await syncDirectory(directory);
}
