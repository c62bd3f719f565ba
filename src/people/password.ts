/** Passwords of officials: given by whoever runs the installation, demanded anew by an administrator, changed by themselves. */
import { Fault } from '../ground/index.ts';
import type { Clock } from '../ground/index.ts';
import { hashPassword, randomCrockford, verifyPassword } from '../platform/index.ts';
import type { Database, Tx } from '../platform/index.ts';
import { logAccess } from './access-log.ts';
import type { SignedIn, SignInDeps } from './deps.ts';
import { checkNewPassword } from './password-rules.ts';
import type { Device } from './device.ts';
import { removeSecondFactor } from './second-factor.ts';
import { endSessions, openSession } from './sessions.ts';
import type { FoundSession } from './sessions.ts';
import { findAccount } from './sign-in.ts';

/** Four groups of four: 80 bits, easy to read out, no letters that look like digits. */
const newPassword = (): string => Array.from({ length: 4 }, () => randomCrockford(4).toLowerCase()).join('-');

/**
 * Gives an official a new password for once and ends all their sessions; it is told only here, and whoever signs in with it
 * changes it first. With `withoutSecondFactor` their second factor is removed as well. Fault: `official-unknown`.
 */
export async function resetPassword(
  database: Database,
  clock: Clock,
  username: string,
  { by, withoutSecondFactor = false }: { readonly by: string; readonly withoutSecondFactor?: boolean },
): Promise<string> {
  const who = await getAccount(database, username);
  const password = newPassword();
  const hash = await hashPassword(password);
  await database.transaction({ government: who.government }, async (tx) => {
    await setPassword(tx, who, { password_hash: hash, password_once: true });
    await endSessions(tx, who, { except: null });
    const line = { at: clock.now(), actor: by, subject: who.official };
    await logAccess(tx, who.government, { ...line, act: 'password-reset' });
    if (withoutSecondFactor && (await removeSecondFactor(tx, who)))
      await logAccess(tx, who.government, { ...line, act: 'second-factor-reset' });
  });
  return password;
}

async function setPassword(
  tx: Tx,
  { government, official }: SignedIn,
  values: { readonly password_hash?: string; readonly password_once: boolean },
): Promise<void> {
  await tx
    .updateTable('official')
    .set(values)
    .where('government', '=', government)
    .where('id', '=', official)
    .execute();
}

/** From now on the official must change the password before anything else; whatever they have open stops there as well. */
export async function demandNewPassword(tx: Tx, who: SignedIn): Promise<void> {
  await setPassword(tx, who, { password_once: true });
}

/** Whether the official must change the password before anything else. */
export async function isPasswordDemanded(tx: Tx, { government, official }: SignedIn): Promise<boolean> {
  const row = await tx
    .selectFrom('official')
    .select('password_once')
    .where('government', '=', government)
    .where('id', '=', official)
    .executeTakeFirstOrThrow();
  return row.password_once;
}

/** Whether this is the official's password; null when they have none, because they sign in through a provider. */
export async function proveOwnPassword(
  { database }: Pick<SignInDeps, 'database'>,
  { government, official }: SignedIn,
  typed: string,
): Promise<boolean | null> {
  const row = await database.transaction({ government }, (tx) =>
    tx
      .selectFrom('official')
      .select('password_hash')
      .where('government', '=', government)
      .where('id', '=', official)
      .executeTakeFirstOrThrow(),
  );
  return row.password_hash === null ? null : verifyPassword(typed, row.password_hash);
}

/** Whether the official has a password at all. */
export async function hasPassword(tx: Tx, { government, official }: SignedIn): Promise<boolean> {
  const row = await tx
    .selectFrom('official')
    .select((eb) => eb('password_hash', 'is not', null).as('has'))
    .where('government', '=', government)
    .where('id', '=', official)
    .executeTakeFirstOrThrow();
  return Boolean(row.has);
}

const wrongPassword = (): Fault =>
  new Fault('invalid', 'password-wrong', {
    id: 'Kata sandi sekarang tidak cocok.',
    en: 'The present password does not match.',
  });

const samePassword = (): Fault =>
  new Fault('invalid', 'password-same', {
    id: 'Kata sandi baru harus lain dari yang sekarang.',
    en: 'The new password must differ from the present one.',
  });

/**
 * Changes the password of whoever is signed in, ends all their sessions and opens this one anew: gives its cookie. Faults:
 * `password-wrong`, `password-same` and those of `checkNewPassword`.
 */
export async function changePassword(
  deps: SignInDeps,
  session: FoundSession,
  { old, fresh, device }: { readonly old: string; readonly fresh: string; readonly device: Device },
): Promise<string> {
  const { government, official, via, secondFactor, username, hands } = session;
  const who = { government, official };
  if (!(await proveOwnPassword(deps, who, old))) throw wrongPassword();
  const checked = checkNewPassword(fresh, { name: hands.name, username, government });
  if (!checked.ok) throw checked.fault;
  if (old.normalize('NFKC') === fresh.normalize('NFKC')) throw samePassword();
  const hash = await hashPassword(checked.value);
  return deps.database.transaction({ government }, async (tx) => {
    await setPassword(tx, who, { password_hash: hash, password_once: false });
    await endSessions(tx, who, { except: null });
    await logAccess(tx, government, { at: deps.clock.now(), actor: official, act: 'password-changed' });
    return openSession(tx, deps, who, { via, secondFactor, device });
  });
}

async function getAccount(database: Database, username: string): Promise<SignedIn> {
  const found = await findAccount(database, username);
  if (found) return { government: found.government, official: found.official };
  throw new Fault('not-found', 'official-unknown', {
    id: `Tidak ada petugas aktif dengan nama pengguna ${username.slice(0, 100)}. Nama pengguna ada di Kelola → Petugas, misalnya budi@klaten.`,
    en: `There is no active official with the user name ${username.slice(0, 100)}. User names stand under Administration → Officials, such as budi@klaten.`,
  });
}
