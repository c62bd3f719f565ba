/** Which official somebody is whom a provider vouches for. Nobody is created: officials come in with the organisation. */
import { sql } from 'kysely';
import { Fault } from '../ground/index.ts';
import type { Database } from '../platform/index.ts';
import type { SignedIn } from './deps.ts';
import type { ProvenIdentity } from './identity-provider.ts';
import { findAccount, spelledUsername } from './sign-in.ts';

/**
 * The active official with this e-mail address, or, for any other claim, with this user name. Fault: `identity-unknown`, also
 * for an address that several officials share: it does not say which of them it is.
 */
export async function getIdentified(
  database: Database,
  identity: ProvenIdentity,
): Promise<SignedIn & { readonly username: string }> {
  const found =
    identity.claim === 'email'
      ? await findByEmail(database, identity.value)
      : await findByUsername(database, identity.value);
  if (!found) throw unknownIdentity(identity.value);
  return found;
}

async function findByUsername(
  database: Database,
  username: string,
): Promise<(SignedIn & { username: string }) | null> {
  const account = await findAccount(database, username);
  return account && { government: account.government, official: account.official, username };
}

async function findByEmail(
  database: Database,
  email: string,
): Promise<(SignedIn & { username: string }) | null> {
  const found = await database.withoutGovernment((tx) =>
    sql<SignedIn>`select government, official from find_official_by_email(${spelledUsername(email)})`.execute(
      tx,
    ),
  );
  const [row, ...more] = found.rows;
  if (!row || more.length > 0) return null;
  const { username } = await database.transaction({ government: row.government }, (tx) =>
    tx
      .selectFrom('official')
      .select('username')
      .where('government', '=', row.government)
      .where('id', '=', row.official)
      .executeTakeFirstOrThrow(),
  );
  return { ...row, username };
}

const unknownIdentity = (value: string): Fault => {
  const shown = value.slice(0, 100);
  return new Fault('forbidden', 'identity-unknown', {
    id: `${shown} bukan petugas di sini. Bila Anda petugas, minta administrator memeriksa alamat surel atau nama pengguna Anda.`,
    en: `${shown} is no official here. If you are one, ask an administrator to check your e-mail address or user name.`,
  });
};
