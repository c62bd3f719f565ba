import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';

import type { Words } from '../../../ground/index.ts';
import { checkLocal, type DataDirectory } from '../../data-directory/data-directory.ts';
import { databaseMissing } from '../../data-directory/faults.ts';
import { writeInstallation } from '../../data-directory/installation.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.ts';

/** Where root keeps the database: its own folders (a home, a data directory of mode 0700) are closed to PostgreSQL's user. */
const systemFolder = '/var/lib/pendopo';

/**
 * Starts the embedded PostgreSQL of a data directory. An ordinary user has it inside; for root it stands in
 * /var/lib/pendopo under the installation's id, so that moving the data directory does not lose it.
 */
export async function startOwnDatabase(
  directory: DataDirectory,
  progress: (words: Words) => void,
): Promise<EmbeddedPostgres> {
  const root = process.getuid?.() === 0;
  const { installation } = directory;
  const place = installation.database ?? (root ? join(systemFolder, installation.id) : 'postgres');
  const base = resolve(directory.path, place);
  if (installation.database !== undefined && !existsSync(join(base, 'cluster'))) throw databaseMissing(base);
  if (isAbsolute(place)) await openFolder(dirname(base));
  const postgres = await startEmbeddedPostgres({
    base,
    copies: root ? systemFolder : directory.path,
    progress,
  });
  if (installation.database === undefined) {
    await writeInstallation(directory.path, { ...installation, database: place });
  }
  return postgres;
}

/** Others may pass through, whatever the umask says: PostgreSQL's user has to reach its folder below. */
async function openFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await checkLocal(path);
  await chmod(path, 0o755);
}
