/** Who is signed in, as they stand today. */
import type { FastifyRequest } from 'fastify';
import { Fault } from '../ground/index.ts';
import { findSession, findStanding, readToken } from '../people/index.ts';
import type { SignedIn, Standing } from '../people/index.ts';
import { chartFor, todayIn } from '../request/index.ts';
import type { WebContext } from './context.ts';

export const SESSION_COOKIE = 'sesi';

export interface OfficialSession {
  readonly government: string;
  readonly standing: Standing;
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

/** The official of this browser's session, or null. */
export async function findOfficial(
  context: WebContext,
  request: FastifyRequest,
): Promise<OfficialSession | null> {
  const cookie = request.ourCookie(SESSION_COOKIE);
  if (cookie === undefined) return null;
  const who = await findSession(context.database, context.clock, cookie, context.keys);
  const standing = who && (await standingOf(context, who));
  return who && standing ? { government: who.government, standing } : null;
}

/** The official of this browser's session; the fault `sign-in-needed` without one. */
export async function getOfficial(context: WebContext, request: FastifyRequest): Promise<OfficialSession> {
  const session = await findOfficial(context, request);
  if (!session) throw signInFirst();
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
