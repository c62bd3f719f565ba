/** Who turned out to be signed in while a request was served, for the page that may have to tell of a fault afterwards. */
import type { FastifyRequest } from 'fastify';
import type { OfficialSession } from './session.ts';

const sessions = new WeakMap<FastifyRequest, OfficialSession>();

/** Keeps the session with its request; forgotten together with it. */
export function rememberSession(request: FastifyRequest, session: OfficialSession): OfficialSession {
  sessions.set(request, session);
  return session;
}

/** The session of a request that got as far as asking for it, or null. */
export const rememberedSession = (request: FastifyRequest): OfficialSession | null =>
  sessions.get(request) ?? null;
