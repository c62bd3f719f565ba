/** Who is signed in, as they stand today. */
import type { FastifyRequest } from 'fastify';
import { Fault } from '../ground/index.ts';
import { findSession, findStanding, readToken, standingOn } from '../people/index.ts';
import type { FoundSession, SignedIn, Standing } from '../people/index.ts';
import { chartFor, todayIn } from '../request/index.ts';
import type { WebContext } from './context.ts';

export const SESSION_COOKIE = 'sesi';

export interface OfficialSession {
  readonly government: string;
  readonly standing: Standing;
  /** What must be done before anything else; nothing in a session that `getOfficial` gave. */
  readonly unfinished?: Unfinished | null;
}

const signInFirst = (): Fault =>
  new Fault('unauthenticated', 'sign-in-needed', {
    id: 'Masuk dahulu untuk membuka halaman ini.',
    en: 'Sign in first to open this page.',
  });

async function standingOf(context: WebContext, who: SignedIn): Promise<Standing | null> {
  const today = todayIn(context.catalogue, who.government, context.clock.now());
  const chart = chartFor(context.catalogue, who.government);
  return context.database.transaction({ government: who.government }, (tx) =>
    findStanding(tx, who.government, who.official, today, chart),
  );
}

/** What must be done before anything else: change a password that somebody else knows, set up the second factor demanded. */
export type Unfinished = 'password' | 'second-factor';

/** A session of this browser, also one that may not do anything yet. */
export interface BrowserSession extends OfficialSession {
  readonly found: FoundSession;
  readonly unfinished: Unfinished | null;
}

/** The session of this browser, finished or not, or null. For pages that finish it; all others ask `getOfficial`. */
export async function findBrowserSession(
  context: WebContext,
  request: FastifyRequest,
): Promise<BrowserSession | null> {
  const cookie = request.ourCookie(SESSION_COOKIE);
  const found = cookie === undefined ? null : await findSession(context, cookie);
  if (!found) return null;
  const { government } = found;
  const today = todayIn(context.catalogue, government, context.clock.now());
  const standing = standingOn(today, found.hands, chartFor(context.catalogue, government));
  return { government, standing, found, unfinished: unfinishedOf(context, found, standing) };
}

function unfinishedOf(
  { secondFactor }: WebContext,
  found: FoundSession,
  { roles }: Standing,
): Unfinished | null {
  // A provider does not ask for the password that somebody else gave.
  if (found.passwordOnce && found.via === 'password') return 'password';
  const demanded =
    secondFactor === 'all' || (secondFactor === 'administrators' && roles.includes('administrator'));
  return demanded && !found.secondFactor ? 'second-factor' : null;
}

/** The official of this browser's session, or null. */
export async function findOfficial(
  context: WebContext,
  request: FastifyRequest,
): Promise<OfficialSession | null> {
  const session = await findBrowserSession(context, request);
  return session?.unfinished === null ? session : null;
}

/**
 * The official of this browser's session. Without one, or with one that is not finished, the fault `sign-in-needed`, which
 * leads to the sign-in page; that knows what is left to do.
 */
export async function getOfficial(context: WebContext, request: FastifyRequest): Promise<OfficialSession> {
  const session = await findOfficial(context, request);
  if (!session) throw signInFirst();
  return session;
}

/**
 * This browser's session for a page of the own account; `finishing` says what the page can finish, so that it opens for a
 * session which still has that to do. Fault: `sign-in-needed`.
 */
export async function getBrowserSession(
  context: WebContext,
  request: FastifyRequest,
  finishing: Unfinished | null,
): Promise<BrowserSession> {
  const session = await findBrowserSession(context, request);
  if (!session || (session.unfinished !== null && session.unfinished !== finishing)) throw signInFirst();
  return session;
}

/**
 * The official a bearer token speaks for. It acts in the one position it was made for, and only while the official
 * still holds it. Faults: `token-invalid`, `token-position`.
 */
export async function getBearer(context: WebContext, request: FastifyRequest): Promise<OfficialSession> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const who = scheme === 'Bearer' && token ? readToken(context.keys, context.clock, token) : null;
  if (!who) {
    throw new Fault('unauthenticated', 'token-invalid', {
      id: 'Token tidak sah atau kedaluwarsa. Buat token baru dengan "npx pendopo token".',
      en: 'The token is not valid or has expired. Make a new one with "npx pendopo token".',
    });
  }
  const standing = await standingOf(context, who);
  const held = standing?.held.filter(({ position }) => position === who.position) ?? [];
  if (!standing || held.length === 0) {
    throw new Fault('forbidden', 'token-position', {
      id: 'Pemegang token tidak lagi memegang jabatan itu hari ini.',
      en: "The token's official does not hold that position today.",
    });
  }
  const chart = chartFor(context.catalogue, who.government);
  const positions = held.map(({ position }) => position);
  return {
    government: who.government,
    standing: { ...standing, held, below: chart.below(positions), roles: chart.rolesOf(positions) },
  };
}
