/** The second factor of an official: setting up an authenticator, proving it, taking it off. */
import { randomBytes } from 'node:crypto';
import { Fault } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import { logAccess } from './access-log.ts';
import type { SignedIn, SignInDeps } from './deps.ts';
import { enrolmentOf, readOneTimeCode, SECRET_BYTES, stepOfCode } from './one-time-code.ts';
import { countCodes, renewCodes, spendRecoveryCode } from './recovery-codes.ts';
import { endSessions } from './sessions.ts';

/** A secret that was shown and not confirmed is not shown again after this long. */
const enrolmentLife = Temporal.Duration.from({ minutes: 15 });

interface FactorRow {
  readonly sealed: Buffer;
  readonly created_at: Temporal.Instant;
  readonly confirmed_at: Temporal.Instant | null;
}

const findRow = async (tx: Tx, { government, official }: SignedIn): Promise<FactorRow | null> =>
  (await tx
    .selectFrom('second_factor')
    .select(['sealed', 'created_at', 'confirmed_at'])
    .where('government', '=', government)
    .where('official', '=', official)
    .executeTakeFirst()) ?? null;

/** Sealed bytes of one official open for no other. */
const placeOf = ({ government, official }: SignedIn): string => `second-factor/${government}/${official}`;

/** Whether signing in asks for a code. An authenticator that was never confirmed does not count. */
export async function hasSecondFactor(tx: Tx, who: SignedIn): Promise<boolean> {
  const row = await findRow(tx, who);
  return Boolean(row?.confirmed_at);
}

export interface SecondFactor {
  readonly since: Temporal.Instant;
  /** How many recovery codes are left. */
  readonly codesLeft: number;
}

/** The confirmed second factor of an official, or null. */
export async function findSecondFactor(tx: Tx, who: SignedIn): Promise<SecondFactor | null> {
  const row = await findRow(tx, who);
  return row?.confirmed_at ? { since: row.confirmed_at, codesLeft: await countCodes(tx, who) } : null;
}

const alreadyOn = (): Fault =>
  new Fault('conflict', 'second-factor-on', {
    id: 'Verifikasi dua langkah akun ini sudah aktif.',
    en: 'Two-step verification of this account is on already.',
  });

/** Makes a fresh secret that counts for nothing until it is confirmed. Fault: `second-factor-on`. */
export async function prepareSecondFactor(deps: SignInDeps, who: SignedIn): Promise<void> {
  const sealed = deps.keys.wrap(randomBytes(SECRET_BYTES), placeOf(who));
  await deps.database.transaction({ government: who.government }, async (tx) => {
    const fresh = { sealed, created_at: deps.clock.now(), confirmed_at: null, last_step: null };
    const result = await tx
      .insertInto('second_factor')
      .values({ ...who, ...fresh })
      .onConflict((conflict) =>
        conflict
          .columns(['government', 'official'])
          .doUpdateSet(fresh)
          .where('second_factor.confirmed_at', 'is', null),
      )
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows !== 1n) throw alreadyOn();
  });
}

/** What the app needs of a secret that waits to be confirmed; null when none does. */
export async function findEnrolment(
  tx: Tx,
  { keys, clock }: Pick<SignInDeps, 'keys' | 'clock'>,
  who: SignedIn,
  username: string,
): Promise<ReturnType<typeof enrolmentOf> | null> {
  const row = await findRow(tx, who);
  if (!row || row.confirmed_at || isStale(row, clock.now())) return null;
  return enrolmentOf(keys.unwrap(row.sealed, placeOf(who)), username);
}

const isStale = ({ created_at }: FactorRow, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(created_at.add(enrolmentLife), now) <= 0;

/**
 * Confirms the prepared secret by its first code: from now on it is asked for. The session that did it counts as proven,
 * all others end. Gives the recovery codes, which are told only here; null when the code is wrong.
 */
export async function confirmSecondFactor(
  deps: SignInDeps,
  who: SignedIn,
  { code, session }: { readonly code: string; readonly session: string },
): Promise<readonly string[] | null> {
  return deps.database.transaction({ government: who.government }, async (tx) => {
    const at = deps.clock.now();
    const row = await findRow(tx, who);
    if (row?.confirmed_at) throw alreadyOn();
    if (!row || isStale(row, at) || !(await spendOneTimeCode(tx, deps, who, { row, code }))) return null;
    await tx
      .updateTable('second_factor')
      .set({ confirmed_at: at })
      .where('government', '=', who.government)
      .where('official', '=', who.official)
      .execute();
    await tx
      .updateTable('session')
      .set({ second_factor: true })
      .where('government', '=', who.government)
      .where('id', '=', session)
      .execute();
    await endSessions(tx, who, { except: session });
    await logAccess(tx, who.government, { at, actor: who.official, act: 'second-factor-on' });
    return renewCodes(tx, deps.keys, who);
  });
}

/** Takes a code of the authenticator, or a recovery code. Each counts once. False when it is wrong or was used. */
export async function spendCode(tx: Tx, deps: SignInDeps, who: SignedIn, typed: string): Promise<boolean> {
  const row = await findRow(tx, who);
  if (!row?.confirmed_at) return false;
  if (await spendOneTimeCode(tx, deps, who, { row, code: typed })) return true;
  if (!(await spendRecoveryCode(tx, deps.keys, who, typed))) return false;
  const line = { at: deps.clock.now(), actor: who.official, act: 'recovery-code-used' };
  await logAccess(tx, who.government, line);
  return true;
}

async function spendOneTimeCode(
  tx: Tx,
  { keys, clock }: SignInDeps,
  who: SignedIn,
  { row, code: typed }: { readonly row: FactorRow; readonly code: string },
): Promise<boolean> {
  const code = readOneTimeCode(typed);
  const step = code && stepOfCode(keys.unwrap(row.sealed, placeOf(who)), code, clock.now());
  if (!step) return false;
  // One statement decides: of two that come with the same code at the same moment, one finds it used.
  const taken = await tx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('government', '=', who.government)
    .where('official', '=', who.official)
    .where('sealed', '=', row.sealed)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** New recovery codes against a code; the old ones are void. Null when the code is wrong. */
export async function renewRecoveryCodes(
  deps: SignInDeps,
  who: SignedIn,
  code: string,
): Promise<readonly string[] | null> {
  return deps.database.transaction({ government: who.government }, async (tx) => {
    if (!(await spendCode(tx, deps, who, code))) return null;
    const line = { at: deps.clock.now(), actor: who.official, act: 'recovery-codes-renewed' };
    await logAccess(tx, who.government, line);
    return renewCodes(tx, deps.keys, who);
  });
}

/** Takes the second factor off against a code, and ends all sessions but this one. False when the code is wrong. */
export async function switchOffSecondFactor(
  deps: SignInDeps,
  who: SignedIn,
  { code, session }: { readonly code: string; readonly session: string },
): Promise<boolean> {
  return deps.database.transaction({ government: who.government }, async (tx) => {
    if (!(await spendCode(tx, deps, who, code))) return false;
    await removeSecondFactor(tx, who);
    await endSessions(tx, who, { except: session });
    await logAccess(tx, who.government, {
      at: deps.clock.now(),
      actor: who.official,
      act: 'second-factor-off',
    });
    return true;
  });
}

/** Removes authenticator and recovery codes; false when there were none. */
export async function removeSecondFactor(tx: Tx, { government, official }: SignedIn): Promise<boolean> {
  const removed = await tx
    .deleteFrom('second_factor')
    .where('government', '=', government)
    .where('official', '=', official)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}
