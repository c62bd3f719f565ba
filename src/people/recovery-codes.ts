/** Ten codes that stand in for a lost authenticator, each once. Only keyed hashes of them are kept. */
import { randomCrockford } from '../platform/index.ts';
import type { Keys, Tx } from '../platform/index.ts';
import type { SignedIn } from './deps.ts';

const COUNT = 10;
const HALF = 5;

/** Replaces an official's codes by ten new ones (50 bits each), which are told only here. */
export async function renewCodes(tx: Tx, keys: Keys, who: SignedIn): Promise<readonly string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await tx
    .deleteFrom('recovery_code')
    .where('government', '=', who.government)
    .where('official', '=', who.official)
    .execute();
  const rows = codes.map((code) => ({ ...who, code_hash: codeHash(keys, who, letters(code)) }));
  await tx.insertInto('recovery_code').values(rows).execute();
  return codes;
}

/** Uses a code up; false when it is none of the official's. */
export async function spendRecoveryCode(tx: Tx, keys: Keys, who: SignedIn, typed: string): Promise<boolean> {
  const code = letters(typed);
  if (code.length !== 2 * HALF) return false;
  const spent = await tx
    .deleteFrom('recovery_code')
    .where('government', '=', who.government)
    .where('official', '=', who.official)
    .where('code_hash', '=', codeHash(keys, who, code))
    .executeTakeFirst();
  return spent.numDeletedRows === 1n;
}

/** How many codes an official has left. */
export async function countCodes(tx: Tx, who: SignedIn): Promise<number> {
  const row = await tx
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('government', '=', who.government)
    .where('official', '=', who.official)
    .executeTakeFirstOrThrow();
  return row.count;
}

const newCode = (): string => `${randomCrockford(HALF)}-${randomCrockford(HALF)}`.toLowerCase();

/** What was meant: capitals, without dashes and spaces, look-alikes put right (Crockford's alphabet has no O, I, L). */
const letters = (typed: string): string =>
  typed
    .slice(0, 40)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

/** For one official only, under a key that the database does not have. */
const codeHash = (keys: Keys, { government, official }: SignedIn, code: string): Buffer =>
  keys.mac('recovery-code', `${government}/${official}/${code}`);
