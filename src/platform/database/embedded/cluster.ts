import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Fault } from '../../../ground/index.ts';
import { currentUserName, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { accessRules, serverConfiguration } from './configuration.ts';
import type { ClusterPlace } from './place.ts';

const run = promisify(execFile);

/** The major version of the binaries; a cluster of another one cannot be opened with them. */
const major = '18';

/** Makes the cluster at the first start (about 1.5 s), and writes its configuration at every start. */
export async function prepareCluster(
  place: ClusterPlace,
  binaries: Binaries,
  account: Account,
): Promise<void> {
  if (!existsSync(place.cluster)) await createCluster(place.cluster, binaries, account);
  await checkMajor(place.cluster);
  const access = accessRules([...new Set([currentUserName(), account.name])]);
  await writeFiles(place.cluster, account, {
    'postgresql.conf': serverConfiguration(place.sockets),
    'pg_hba.conf': access.hba,
    'pg_ident.conf': access.ident,
  });
}

/** Made beside and renamed when whole: a crash in the middle leaves nothing that stops the next start. */
async function createCluster(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await run(join(binaries.directory, 'bin', 'initdb'), initdbArguments(unfinished), {
    ...account.ids,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  await rename(unfinished, cluster);
}

function initdbArguments(directory: string): readonly string[] {
  const access = ['--username', 'postgres', '--auth', 'peer'];
  // The same order of letters on every system and after every update of it: indexes depend on it.
  const letters = ['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'];
  return ['--pgdata', directory, ...access, ...letters, '--locale', 'C'];
}

async function checkMajor(cluster: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (found === major) return;
  throw new Fault('unavailable', 'cluster-of-other-version', {
    id: `Basis data di ${cluster} dibuat dengan PostgreSQL ${found}; versi ini memakai ${major}. Pindahkan dengan pg_upgrade, atau pakai DATABASE_URL.`,
    en: `The database in ${cluster} was made with PostgreSQL ${found}; this version uses ${major}. Move it with pg_upgrade, or set DATABASE_URL.`,
  });
}

async function writeFiles(
  folder: string,
  account: Account,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    if (account.ids !== undefined) await chown(path, account.ids.uid, account.ids.gid);
  }
}
