import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { Fault } from '../../../ground/index.ts';
import type { Account } from './account.ts';

/** Where one embedded PostgreSQL lives on disk. */
export interface ClusterPlace {
  /** PostgreSQL's data directory. */
  readonly cluster: string;
  /** Folder of the Unix socket. */
  readonly sockets: string;
  /** What the server writes about itself. */
  readonly logFile: string;
}

/** Unix sockets have room for 103 bytes on macOS, 107 on Linux, and PostgreSQL appends this. */
const longestSocketPath = 103;
const socketName = '/.s.PGSQL.5432';

/** The file that says which server listens at the socket. */
export const socketLockOf = ({ sockets }: ClusterPlace): string => `${sockets}${socketName}.lock`;

/** Makes the folders below `base` (absolute), owned by the account and closed to everybody else. */
export async function preparePlace(base: string, account: Account): Promise<ClusterPlace> {
  await mkdir(base, { recursive: true, mode: 0o700 });
  await giveTo(base, account);
  const beside = join(base, 'socket');
  const sockets = beside.length + socketName.length <= longestSocketPath ? beside : shortFolder(base);
  await makeSocketFolder(sockets, account);
  return { cluster: join(base, 'cluster'), sockets, logFile: join(base, 'postgresql.log') };
}

function shortFolder(base: string): string {
  return `/tmp/pendopo-${createHash('sha256').update(base).digest('hex').slice(0, 16)}`;
}

/** In /tmp anybody may have made the folder first, to listen in our place: then it is not used. */
async function makeSocketFolder(folder: string, account: Account): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await giveTo(folder, account);
  const found = await lstat(folder);
  const owner = account.ids?.uid ?? process.getuid?.();
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return;
  throw new Fault('unavailable', 'socket-folder-taken', {
    id: `Folder ${folder} dimiliki pengguna lain. Hapus folder itu, atau pilih DATA_DIR dengan nama lebih pendek.`,
    en: `The folder ${folder} belongs to somebody else. Remove it, or choose a shorter DATA_DIR.`,
  });
}

async function giveTo(path: string, account: Account): Promise<void> {
  if (account.ids !== undefined) await chown(path, account.ids.uid, account.ids.gid);
}
