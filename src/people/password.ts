/** Passwords of officials, set by whoever runs the installation. */
import { sql } from 'kysely';
import { Fault } from '../ground/index.ts';
import type { Clock } from '../ground/index.ts';
import { hashPassword, randomCrockford } from '../platform/index.ts';
import type { Database } from '../platform/index.ts';
import { logAccess } from './sign-in.ts';
import type { SignedIn } from './sign-in.ts';

/** Four groups of four: 80 bits, easy to read out, no letters that look like digits. */
const newPassword = (): string => Array.from({ length: 4 }, () => randomCrockford(4).toLowerCase()).join('-');

/**
 * Gives an official a new password and ends all their sessions; the password is told only here. Fault:
 * `official-unknown`.
 */
export async function resetPassword(
  database: Database,
  clock: Clock,
  username: string,
  by: string,
): Promise<string> {
  const { government, official } = await getAccount(database, username);
  const password = newPassword();
  const hash = await hashPassword(password);
  await database.transaction({ government }, async (tx) => {
    const own = { government, official };
    await tx
      .updateTable('official')
      .set({ password_hash: hash })
      .where('government', '=', own.government)
      .where('id', '=', own.official)
      .execute();
    await tx
      .deleteFrom('session')
      .where('government', '=', own.government)
      .where('official', '=', own.official)
      .execute();
    await logAccess(tx, government, { at: clock.now(), actor: by, act: 'password-reset', subject: official });
  });
  return password;
}

async function getAccount(database: Database, username: string): Promise<SignedIn> {
  const found = await database.withoutGovernment((tx) =>
    sql<SignedIn>`select government, official from find_sign_in(${username.trim().slice(0, 200)})`.execute(
      tx,
    ),
  );
  const [row] = found.rows;
  if (row) return row;
  throw new Fault('not-found', 'official-unknown', {
    id: `Tidak ada petugas aktif dengan nama pengguna ${username.slice(0, 100)}. Nama pengguna ada di Kelola → Petugas, misalnya budi@klaten.`,
    en: `There is no active official with the user name ${username.slice(0, 100)}. User names stand under Administration → Officials, such as budi@klaten.`,
  });
}
