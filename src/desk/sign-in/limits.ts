/** How often passwords and codes may be tried, and how that is told. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Words } from '../../ground/index.ts';
import { findKnownDevice, KNOWN_DEVICE_DAYS, rememberDevice } from '../../people/index.ts';
import type { SignedIn } from '../../people/index.ts';
import type { WebContext } from '../../web/index.ts';
import { signInWords } from './words.ts';

const DEVICE_COOKIE = 'perangkat';
const DAY_SECONDS = 24 * 60 * 60;

/** Told to whoever must wait, and for how many seconds. */
export interface Wait {
  readonly seconds: number;
  readonly words: Words;
}

export const waitFor = (seconds: number, known: boolean): Wait => {
  const say = (lang: 'id' | 'en'): string => {
    const words = signInWords[lang].wait;
    return known ? words.known(words.time(seconds)) : words.unknown(words.time(seconds));
  };
  return { seconds, words: { id: say('id'), en: say('en') } };
};

/**
 * Takes one attempt at a password; gives how long to wait when there is none left. A browser in which this official has signed
 * in before counts for itself: strangers who try the name without end, or fill the office's address, do not lock it out. All
 * other browsers share a bucket per address (nobody tries a thousand names) and one per name (nobody tries a thousand passwords
 * on one). The address comes first: each new name takes a bucket of its own, and a flood of names must not become a flood of rows.
 */
export async function takePasswordAttempt(
  context: WebContext,
  request: FastifyRequest,
  username: string,
): Promise<Wait | null> {
  const { guess, signIn } = context.limiters;
  const device = findKnownDevice(context, request.ourCookie(DEVICE_COOKIE), username);
  if (device !== null) return refusedBy(await guess.take(`sign-in/device/${device}`), true);
  const byAddress = await signIn.take(`sign-in/address/${request.network}`);
  return (
    refusedBy(byAddress, false) ??
    refusedBy(await guess.take(`sign-in/name/${username.toLowerCase()}`), false)
  );
}

/** Takes one attempt at a code; only whoever knew the password comes here, so each official has a bucket of their own. */
export async function takeCodeAttempt(context: WebContext, who: SignedIn): Promise<Wait | null> {
  const bucket = `code/${who.government}/${who.official}`;
  return refusedBy(await context.limiters.secondFactor.take(bucket), true);
}

const refusedBy = (
  { allowed, retryAfterSeconds }: { readonly allowed: boolean; readonly retryAfterSeconds: number },
  known: boolean,
): Wait | null => (allowed ? null : waitFor(retryAfterSeconds, known));

/** Marks this browser as one in which the official has signed in, every factor shown. */
export function rememberThisDevice(
  context: WebContext,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  username: string,
): void {
  const cookie = rememberDevice(context, request.ourCookie(DEVICE_COOKIE), username);
  reply.keepCookie(DEVICE_COOKIE, cookie, KNOWN_DEVICE_DAYS * DAY_SECONDS);
}
