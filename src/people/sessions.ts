/** Sessions of officials at the desk: opening, finding, listing, ending. */
import { sql } from 'kysely';
import { randomToken } from '../platform/index.ts';
import type { Keys, Tx } from '../platform/index.ts';
import type { SignedIn, SignInDeps } from './deps.ts';
import type { Device } from './device.ts';
import type { DatedHands } from './standing.ts';

/** A working day and the evening: long enough not to lose a form, short enough for a shared computer. */
const sessionLife = Temporal.Duration.from({ hours: 12 });
/** Without a page for this long the session is over. */
const sessionIdle = Temporal.Duration.from({ hours: 2 });

/** How somebody showed who they are. */
export type Via = 'password' | 'provider';

/** A session as it is found by its cookie, with what its official holds around this day. */
export interface FoundSession extends SignedIn {
  readonly id: string;
  readonly username: string;
  readonly via: Via;
  /** Opened with a second factor. */
  readonly secondFactor: boolean;
  /** The password was given by somebody else and is still to be changed. */
  readonly passwordOnce: boolean;
  readonly began: Temporal.Instant;
  readonly hands: DatedHands;
}

const sessionHash = (keys: Keys, cookie: string): Buffer => keys.mac('session', cookie);

export interface NewSession {
  readonly via: Via;
  readonly secondFactor: boolean;
  readonly device: Device;
}

/** Opens a session and gives its cookie, which is told nowhere else. */
export async function openSession(
  tx: Tx,
  { clock, keys }: SignInDeps,
  { government, official }: SignedIn,
  { via, secondFactor, device }: NewSession,
): Promise<string> {
  const cookie = randomToken(256);
  const now = clock.now();
  await tx
    .insertInto('session')
    .values({
      government,
      token_hash: sessionHash(keys, cookie),
      official,
      created_at: now,
      seen_at: now,
      expires_at: now.add(sessionIdle),
      via,
      second_factor: secondFactor,
      ...device,
    })
    .execute();
  return cookie;
}

interface SessionRow extends SignedIn {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly via: Via;
  readonly second_factor: boolean;
  readonly password_once: boolean;
  readonly created_at: Temporal.Instant;
  readonly seen_at: Temporal.Instant;
  readonly held: DatedHands['held'] | null;
  readonly competences: DatedHands['competences'] | null;
}

/** Whose session a cookie is, or null; keeps a session in use alive up to its longest life. */
export async function findSession(deps: SignInDeps, cookie: string): Promise<FoundSession | null> {
  const now = deps.clock.now();
  const hash = sessionHash(deps.keys, cookie);
  const found = await deps.database.ask(null, (tx) =>
    sql<SessionRow>`select * from find_session(${hash}, ${now})`.execute(tx),
  );
  const [row] = found.rows;
  if (!row) return null;
  if (row.seen_at.until(now).total('minutes') >= 5) await keepAlive(deps, row.government, hash);
  return sessionOf(row);
}

function sessionOf(row: SessionRow): FoundSession {
  const { government, official, id, name, username, via } = row;
  return {
    government,
    official,
    id,
    username,
    via,
    secondFactor: row.second_factor,
    passwordOnce: row.password_once,
    began: row.created_at,
    hands: { official, name, held: row.held ?? [], competences: row.competences ?? [] },
  };
}

/** A page moves the end of a session, at most every five minutes, and never beyond its longest life. */
async function keepAlive({ database, clock }: SignInDeps, government: string, hash: Buffer): Promise<void> {
  const now = clock.now();
  await database.transaction({ government }, (tx) =>
    sql`update session set seen_at = ${now}, expires_at = least(${now.add(sessionIdle)}::timestamptz, created_at + ${sessionLife.toString()}::interval)
        where government = ${government} and token_hash = ${hash}`.execute(tx),
  );
}

/** Ends the session of a cookie, whoever's it is. */
export async function signOut(deps: SignInDeps, { government }: SignedIn, cookie: string): Promise<void> {
  await deps.database.transaction({ government }, (tx) => endByCookie(tx, deps.keys, government, cookie));
}

async function endByCookie(tx: Tx, keys: Keys, government: string, cookie: string): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('government', '=', government)
    .where('token_hash', '=', sessionHash(keys, cookie))
    .execute();
}

export interface SessionRowShown extends Device {
  readonly id: string;
  readonly via: Via;
  readonly began: Temporal.Instant;
  /** To within five minutes. */
  readonly seen: Temporal.Instant;
}

/** Sessions of an official that are not over, the one in use last first. */
export async function listSessions(
  tx: Tx,
  { government, official }: SignedIn,
  now: Temporal.Instant,
): Promise<readonly SessionRowShown[]> {
  return tx
    .selectFrom('session')
    .select(['id', 'via', 'browser', 'system', 'created_at as began', 'seen_at as seen'])
    .where('government', '=', government)
    .where('official', '=', official)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/**
 * Ends sessions of an official: one by its id, all, or all but one. Gives how many were ended. Where all end, whoever was
 * about to show a second factor starts again as well.
 */
export async function endSessions(
  tx: Tx,
  { government, official }: SignedIn,
  which: { readonly only: string } | { readonly except: string | null },
): Promise<number> {
  const mine = tx.deleteFrom('session').where('government', '=', government).where('official', '=', official);
  if ('only' in which)
    return Number((await mine.where('id', '=', which.only).executeTakeFirst()).numDeletedRows);
  await tx
    .deleteFrom('sign_in_step')
    .where('government', '=', government)
    .where('official', '=', official)
    .execute();
  const { except } = which;
  const ended = await mine
    .$if(except !== null, (query) => query.where('id', '!=', except ?? ''))
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}
