/** Signing in with a password, sessions by cookie, and bearer tokens of the command line. */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { Fault } from '../ground/index.ts';
import type { Clock } from '../ground/index.ts';
import { hashPassword, randomToken, verifyPassword } from '../platform/index.ts';
import type { Database, Keys, Tx } from '../platform/index.ts';

/** A working day and the evening: long enough not to lose a form, short enough for a shared computer. */
const sessionLife = Temporal.Duration.from({ hours: 12 });
/** Without a page for this long the session is over. */
const sessionIdle = Temporal.Duration.from({ hours: 2 });
const tokenLife = Temporal.Duration.from({ hours: 1 });

export interface SignedIn {
  readonly government: string;
  readonly official: string;
}

const refusedSignIn = (): Fault =>
  new Fault('unauthenticated', 'sign-in-refused', {
    id: 'Nama pengguna atau kata sandi tidak cocok.',
    en: 'User name or password do not match.',
  });

/** No user name has a control character, and PostgreSQL takes no NUL in a text. */
const spelled = (username: string): string =>
  username
    .trim()
    .slice(0, 200)
    .replaceAll(/\p{Cc}/gu, ' ');

let decoy: Promise<string> | undefined;

/**
 * Checks a user name and password and opens a session; gives the cookie's secret. Unknown names cost as much time as
 * wrong passwords, so that names cannot be guessed by the clock. Fault: `sign-in-refused`.
 */
export async function signIn(
  database: Database,
  clock: Clock,
  credentials: { readonly username: string; readonly password: string },
  keys: Keys,
): Promise<SignedIn & { readonly cookie: string }> {
  const found = await database.withoutGovernment((tx) =>
    sql<{ government: string; official: string; password_hash: string | null }>`
      select * from find_sign_in(${spelled(credentials.username)})`.execute(tx),
  );
  const [row] = found.rows;
  decoy ??= hashPassword(randomToken(128));
  const right = await verifyPassword(credentials.password, row?.password_hash ?? (await decoy));
  if (!row?.password_hash || !right) throw refusedSignIn();
  const cookie = randomToken(256);
  const now = clock.now();
  await database.transaction({ government: row.government }, async (tx) => {
    await tx
      .insertInto('session')
      .values({
        government: row.government,
        token_hash: sessionHash(keys, cookie),
        official: row.official,
        created_at: now,
        seen_at: now,
        expires_at: now.add(sessionIdle),
      })
      .execute();
    await logAccess(tx, row.government, { at: now, actor: row.official, act: 'sign-in' });
  });
  return { government: row.government, official: row.official, cookie };
}

const sessionHash = (keys: Keys, cookie: string): Buffer => keys.mac('session', cookie);

/** Whose session a cookie is, or null; keeps a session in use alive up to its longest life. */
export async function findSession(
  database: Database,
  clock: Clock,
  cookie: string,
  keys: Keys,
): Promise<SignedIn | null> {
  const now = clock.now();
  const hash = sessionHash(keys, cookie);
  const found = await database.withoutGovernment((tx) =>
    sql<SignedIn & { seen_at: Temporal.Instant }>`select * from find_session(${hash}, ${now})`.execute(tx),
  );
  const [row] = found.rows;
  if (!row) return null;
  if (row.seen_at.until(now).total('minutes') >= 5) await keepAlive(database, row.government, hash, now);
  return { government: row.government, official: row.official };
}

/** A page moves the end of a session, at most every five minutes, and never beyond its longest life. */
async function keepAlive(
  database: Database,
  government: string,
  hash: Buffer,
  now: Temporal.Instant,
): Promise<void> {
  await database.transaction({ government }, (tx) =>
    sql`update session set seen_at = ${now}, expires_at = least(${now.add(sessionIdle)}::timestamptz, created_at + ${sessionLife.toString()}::interval)
        where government = ${government} and token_hash = ${hash}`.execute(tx),
  );
}

export async function signOut(
  database: Database,
  signedIn: SignedIn,
  cookie: string,
  keys: Keys,
): Promise<void> {
  await database.transaction({ government: signedIn.government }, (tx) =>
    tx
      .deleteFrom('session')
      .where('government', '=', signedIn.government)
      .where('token_hash', '=', sessionHash(keys, cookie))
      .execute(),
  );
}

/** One line of the access log: who read or did what, with ids only. */
export async function logAccess(
  tx: Tx,
  government: string,
  line: {
    readonly at: Temporal.Instant;
    readonly actor: string;
    readonly act: string;
    readonly subject?: string;
    readonly reason?: string;
  },
): Promise<void> {
  await tx
    .insertInto('access_log')
    .values({ government, id: randomUUIDv7(), subject: null, reason: null, ...line })
    .execute();
}

interface TokenBody extends SignedIn {
  readonly position: string;
  /** Seconds since 1970. */
  readonly until: number;
}

/** A bearer token for one hour: signed, not stored; acts in one position only. */
export function issueToken(
  keys: Keys,
  clock: Clock,
  holder: SignedIn & { readonly position: string },
): string {
  const body: TokenBody = {
    ...holder,
    until: Math.floor(clock.now().add(tokenLife).epochMilliseconds / 1000),
  };
  const text = Buffer.from(JSON.stringify(body)).toString('base64url');
  return `pendopo.${text}.${keys.mac('bearer-token', text).toString('base64url')}`;
}

/** Who a bearer token speaks for, or null when it is forged, broken or over. */
export function readToken(
  keys: Keys,
  clock: Clock,
  token: string,
): (SignedIn & { readonly position: string }) | null {
  const [word, text, mac, ...rest] = token.split('.');
  if (word !== 'pendopo' || text === undefined || mac === undefined || rest.length > 0) return null;
  if (!keys.verifyMac('bearer-token', text, Buffer.from(mac, 'base64url'))) return null;
  const body = JSON.parse(Buffer.from(text, 'base64url').toString()) as TokenBody;
  const { until, ...holder } = body;
  return until * 1000 > clock.now().epochMilliseconds ? holder : null;
}
