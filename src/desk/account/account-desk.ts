/** The door to an official's own account. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldFault } from '../../ground/index.ts';
import { proveOwnPassword } from '../../people/index.ts';
import type { SignedIn } from '../../people/index.ts';
import { getBrowserSession, rememberSession } from '../../web/index.ts';
import type { BrowserSession, Unfinished, WebContext } from '../../web/index.ts';
import { sendDesk } from '../desk-page.ts';
import type { Desk, DeskPage } from '../desk-page.ts';
import type { Wait } from '../sign-in/limits.ts';
import { waitFor } from '../sign-in/limits.ts';
import { accountWords } from './words.ts';

export const HOME = '/meja/akun';

export interface AccountDesk extends Desk {
  readonly session: BrowserSession;
}

/** Opens a page of the own account; `finishing` names what it can finish for a session that may do nothing else yet. */
export async function openAccount(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  finishing: Unfinished | null = null,
): Promise<AccountDesk> {
  const session = await getBrowserSession(context, request, finishing);
  rememberSession(request, session);
  return { context, request, reply, session };
}

export const ownAccount = ({ session }: AccountDesk): SignedIn => ({
  government: session.government,
  official: session.standing.official,
});

/** Sends a page of the account, with the way back to its first one where there is one to go to. */
export function sendAccount(desk: AccountDesk, page: DeskPage): FastifyReply {
  const home = { label: accountWords[desk.request.lang].title, href: HOME };
  const crumbs = desk.session.unfinished === null ? [home] : [];
  return sendDesk(desk, { crumbs, ...page });
}

/** What is wrong with a form of the account, and whether it was tried too often. */
export interface Refusal {
  readonly status: 422 | 429;
  readonly faults: readonly FieldFault[];
  readonly retryAfter?: number;
}

export const refusedField = (path: string, words: FieldFault['words']): Refusal => ({
  status: 422,
  faults: [{ path, words }],
});

export const refusedForNow = (path: string, { words, seconds }: Wait): Refusal => ({
  status: 429,
  faults: [{ path, words }],
  retryAfter: seconds,
});

/** Takes an attempt at the own password: a session left open must not let a stranger guess it. */
export async function takeOwnPasswordAttempt(desk: AccountDesk): Promise<Wait | null> {
  const { government, official } = ownAccount(desk);
  const taken = await desk.context.limiters.guess.take(`own-password/${government}/${official}`);
  return taken.allowed ? null : waitFor(taken.retryAfterSeconds, true);
}

/** Whether the password typed in `path` is the official's own; null when it is, or they have none. */
export async function refuseWrongPassword(
  desk: AccountDesk,
  path: string,
  typed: string,
): Promise<Refusal | null> {
  const wait = await takeOwnPasswordAttempt(desk);
  if (wait) return refusedForNow(path, wait);
  const right = await proveOwnPassword(desk.context, ownAccount(desk), typed);
  if (right !== false) return null;
  return refusedField(path, wrongPassword);
}

const wrongPassword = { id: 'Kata sandi ini tidak cocok.', en: 'This password does not match.' };
