/** The last step of every way of signing in: the cookies of whoever is in, and where they go. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf, findSession, signOut } from '../../people/index.ts';
import type { Device, Entered } from '../../people/index.ts';
import { SESSION_COOKIE } from '../../web/index.ts';
import type { WebContext } from '../../web/index.ts';
import { rememberThisDevice } from './limits.ts';

/** Holds who owes the second factor; no page but the one that asks for the code reads it. */
export const STEP_COOKIE = 'langkah';
const STEP_SECONDS = 5 * 60;

/** A request with its answer. */
export interface Exchange {
  readonly context: WebContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export const thisDevice = ({ request }: Pick<Exchange, 'request'>): Device =>
  deviceOf(request.headers['user-agent']);

/** Leads on after the first factor: in, or to the page that asks for the second. */
export async function leadOn(
  exchange: Exchange,
  entered: Entered,
  { username, returnTo }: { readonly username: string; readonly returnTo: string },
): Promise<FastifyReply> {
  if (entered.stage === 'in') return arrive(exchange, { cookie: entered.cookie, username, returnTo });
  return exchange.reply
    .keepCookie(STEP_COOKIE, entered.cookie, STEP_SECONDS)
    .redirect(`/meja/masuk/kode?ke=${encodeURIComponent(returnTo)}`, 303);
}

/**
 * Gives this browser its session: always a fresh one, and one it had before ends, so that nobody comes in on a session that
 * somebody else put there.
 */
export async function arrive(
  { context, request, reply }: Exchange,
  {
    cookie,
    username,
    returnTo,
  }: { readonly cookie: string; readonly username: string; readonly returnTo: string },
): Promise<FastifyReply> {
  const before = request.ourCookie(SESSION_COOKIE);
  const old = before === undefined ? null : await findSession(context, before);
  if (before !== undefined && old) await signOut(context, old, before);
  rememberThisDevice(context, { request, reply }, username);
  return reply.dropCookie(STEP_COOKIE).keepCookie(SESSION_COOKIE, cookie).redirect(returnTo, 303);
}
