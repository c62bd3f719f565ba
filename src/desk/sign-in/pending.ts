/** What a browser that was sent to the identity provider must bring back: sealed in a cookie of its own, for ten minutes. */
import { z } from 'zod';
import type { Exchange } from './arrival.ts';

export const PENDING_COOKIE = 'penyedia';
const LIFE_SECONDS = 10 * 60;
const PLACE = 'identity-provider';

const Pending = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** Seconds since 1970. */
  until: z.number(),
});

type Kept = Omit<z.infer<typeof Pending>, 'until'>;

const nowSeconds = ({ context }: Exchange): number => context.clock.now().epochMilliseconds / 1000;

/** Gives the browser its part; an earlier one that it did not finish is void. */
export function keepPending(exchange: Exchange, kept: Kept): void {
  const text = JSON.stringify({ ...kept, until: nowSeconds(exchange) + LIFE_SECONDS });
  const sealed = exchange.context.keys.wrap(Buffer.from(text), PLACE).toString('base64url');
  exchange.reply.keepCookie(PENDING_COOKIE, sealed, LIFE_SECONDS);
}

/** What this browser began and has not let run out; null for anything else. */
export function findPending(exchange: Exchange): Kept | null {
  const cookie = exchange.request.ourCookie(PENDING_COOKIE);
  if (cookie === undefined) return null;
  try {
    const text = exchange.context.keys.unwrap(Buffer.from(cookie, 'base64url'), PLACE).toString();
    const { until, ...kept } = Pending.parse(JSON.parse(text));
    return until > nowSeconds(exchange) ? kept : null;
  } catch {
    // Made up, or sealed by another installation.
    return null;
  }
}
