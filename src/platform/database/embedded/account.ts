import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

import { Fault } from '../../../ground/index.ts';

const run = promisify(execFile);

/** The account PostgreSQL runs under. */
export interface Account {
  readonly name: string;
  /** Given only when it differs from the account the program itself runs under. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
}

/** The system user that is made for PostgreSQL when the program is started as root. */
const ownUser = 'pendopo-pg';

/**
 * Who shall run PostgreSQL: the user who starts the program, or, because PostgreSQL refuses root, a system user
 * of its own, made at the first start.
 */
export async function databaseAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return { name: currentUserName(), ids: undefined };
  const ids = (await findIds()) ?? (await createUser());
  return { name: ownUser, ids };
}

/** Name of the user who runs the program. PostgreSQL looks it up as well and does not start without one. */
export function currentUserName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new Fault('unavailable', 'user-without-name', {
      id: `Pengguna ${process.getuid?.()} tidak terdaftar di sistem. Daftarkan di /etc/passwd, atau pakai DATABASE_URL.`,
      en: `User ${process.getuid?.()} is not known to the system. Add it to /etc/passwd, or set DATABASE_URL.`,
    });
  }
}

async function findIds(): Promise<Account['ids']> {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', ownUser]), run('id', ['-g', ownUser])]);
    return { uid: Number(user.stdout), gid: Number(group.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<Account['ids']> {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  // Two first starts at once both try; whether the user is there afterwards is what counts.
  await run('useradd', [...options, '--shell', '/usr/sbin/nologin', ownUser], {
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  }).catch(() => undefined);
  const ids = await findIds();
  if (ids !== undefined) return ids;
  throw new Fault('unavailable', 'database-user-missing', {
    id: `PostgreSQL tidak boleh berjalan sebagai root dan pengguna ${ownUser} tidak dapat dibuat. Buat pengguna itu, jalankan Pendopo sebagai pengguna biasa, atau pakai DATABASE_URL.`,
    en: `PostgreSQL may not run as root and the user ${ownUser} could not be made. Make that user, run Pendopo as an ordinary user, or set DATABASE_URL.`,
  });
}
