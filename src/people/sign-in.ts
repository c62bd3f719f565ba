/** Signing in: the first factor, then the second where there is one, then a session. */
import { sql } from 'kysely';
import { Fault } from '../ground/index.ts';
import { hashPassword, randomToken, verifyPassword } from '../platform/index.ts';
import type { Database, Tx } from '../platform/index.ts';
import { logAccess } from './access-log.ts';
import type { SignedIn, SignInDeps } from './deps.ts';
import type { Device } from './device.ts';
import { hasSecondFactor, spendCode } from './second-factor.ts';
import { openSession } from './sessions.ts';
import type { Via } from './sessions.ts';

/** Long enough to find the telephone; nobody should come back to a half sign-in after lunch. */
const stepLife = Temporal.Duration.from({ minutes: 5 });

const refusedSignIn = (): Fault =>
  new Fault('unauthenticated', 'sign-in-refused', {
    id: 'Nama pengguna atau kata sandi tidak cocok.',
    en: 'User name or password do not match.',
  });

/** No user name has a control character, and PostgreSQL takes no NUL in a text. */
export const spelledUsername = (username: string): string =>
  username
    .trim()
    .slice(0, 200)
    .replaceAll(/\p{Cc}/gu, ' ');

let decoy: Promise<string> | undefined;

/**
 * Who has this user name and password. Unknown names, and officials without a password, cost as much time as wrong passwords,
 * so that names cannot be guessed by the clock. Fault: `sign-in-refused`, the same for all of them.
 */
export async function checkPassword(
  database: Database,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<SignedIn> {
  const row = await findAccount(database, username);
  decoy ??= hashPassword(randomToken(128));
  const right = await verifyPassword(password, row?.password_hash ?? (await decoy));
  if (!row?.password_hash || !right) throw refusedSignIn();
  return { government: row.government, official: row.official };
}

/** The active official of a user name, with the hash of their password, or null. */
export async function findAccount(
  database: Database,
  username: string,
): Promise<(SignedIn & { readonly password_hash: string | null }) | null> {
  const found = await database.withoutGovernment((tx) =>
    sql<SignedIn & { password_hash: string | null }>`
      select * from find_sign_in(${spelledUsername(username)})`.execute(tx),
  );
  return found.rows[0] ?? null;
}

/** How somebody comes in. */
export interface Entry {
  readonly via: Via;
  /** The provider says that it asked for more than one factor itself. */
  readonly secondFactor: boolean;
  readonly device: Device;
}

/** Either in, with the cookie of a session, or one step from it, with the cookie of that step. */
export interface Entered {
  readonly stage: 'in' | 'second-factor';
  readonly cookie: string;
}

/** Lets an official in whose first factor was right: opens a session, or the step to the second factor they have set up. */
export async function enter(deps: SignInDeps, who: SignedIn, entry: Entry): Promise<Entered> {
  return deps.database.transaction({ government: who.government }, async (tx) => {
    const owes = !entry.secondFactor && (await hasSecondFactor(tx, who));
    if (owes) return { stage: 'second-factor', cookie: await openStep(tx, deps, who, entry.via) };
    return { stage: 'in', cookie: await openLoggedSession(tx, deps, who, entry) };
  });
}

async function openLoggedSession(tx: Tx, deps: SignInDeps, who: SignedIn, entry: Entry): Promise<string> {
  const cookie = await openSession(tx, deps, who, entry);
  await logAccess(tx, who.government, {
    at: deps.clock.now(),
    actor: who.official,
    act: 'sign-in',
    reason: entry.secondFactor ? `${entry.via}, second factor` : entry.via,
  });
  return cookie;
}

async function openStep(tx: Tx, deps: SignInDeps, who: SignedIn, via: Via): Promise<string> {
  const cookie = randomToken(256);
  const values = {
    ...who,
    token_hash: stepHash(deps, cookie),
    via,
    expires_at: deps.clock.now().add(stepLife),
  };
  await tx.insertInto('sign_in_step').values(values).execute();
  return cookie;
}

/** A key of its own: the cookie of a step is no session even where somebody puts it in a session's place. */
const stepHash = ({ keys }: SignInDeps, cookie: string): Buffer => keys.mac('sign-in-step', cookie);

export interface FoundStep extends SignedIn {
  readonly username: string;
  readonly via: Via;
}

/** Who owes the second factor in the browser with this cookie, or null when the step is over. */
export async function findStep(deps: SignInDeps, cookie: string): Promise<FoundStep | null> {
  const found = await deps.database.withoutGovernment((tx) =>
    sql<FoundStep>`select * from find_sign_in_step(${stepHash(deps, cookie)}, ${deps.clock.now()})`.execute(
      tx,
    ),
  );
  return found.rows[0] ?? null;
}

/** Ends a step and, when the code is right, opens a session; null when it is wrong. Logged either way. */
export async function completeStep(
  deps: SignInDeps,
  step: FoundStep,
  given: { readonly cookie: string; readonly code: string; readonly device: Device },
): Promise<string | null> {
  const { government, official, via } = step;
  const who = { government, official };
  return deps.database.transaction({ government }, async (tx) => {
    if (!(await spendCode(tx, deps, who, given.code))) {
      const line = { at: deps.clock.now(), actor: official, act: 'second-factor-refused' };
      await logAccess(tx, government, line);
      return null;
    }
    const ended = await tx
      .deleteFrom('sign_in_step')
      .where('government', '=', government)
      .where('token_hash', '=', stepHash(deps, given.cookie))
      .executeTakeFirst();
    // A step leads to one session: whoever comes second with the same cookie has another code, but no step.
    if (ended.numDeletedRows !== 1n) return null;
    return openLoggedSession(tx, deps, who, { via, secondFactor: true, device: given.device });
  });
}
