import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Clock, Fault } from '../../ground/index.ts';
import type { Keys } from '../crypto/index.ts';
import type { ServedAsset } from './assets.ts';
import type { RateLimiter } from './rate-limit.ts';

/** How an error is answered: its status, and for unexpected ones the reference that also stands in the log. */
export interface ErrorAnswer {
  readonly status: number;
  readonly reference: string | undefined;
}

export interface ServerOptions {
  /** Address people use. When it is https, cookies are Secure and browsers are told to stay with https. */
  readonly publicUrl: string;
  /** Addresses or ranges of the proxies that may say who the caller is; empty for none. */
  readonly trustedProxies: readonly string[];
  readonly log: FastifyBaseLogger;
  readonly keys: Keys;
  readonly clock: Clock;
  /** The page that tells a person of a fault; problem+json for /api/ is made here. */
  readonly renderError: (fault: Fault, request: FastifyRequest, answer: ErrorAnswer) => string;
  /** Whether requests can be served now (database reachable); asked by /sehat. */
  readonly isReady: () => Promise<boolean>;
  /** Where to send a person who must sign in first to see a page; without it they get an error page. */
  readonly signInUrl?: (request: FastifyRequest) => string;
  /** Styles, scripts and fonts of the pages, served under `ASSET_BASE`. */
  readonly assets?: readonly ServedAsset[];
  /** Served at its own name at the root (`/favicon.ico`), which browsers ask for unasked. */
  readonly rootIcon?: ServedAsset;
  /** Milliseconds for headers to be complete, and for which nothing may move; otherwise 20 s and a minute. */
  readonly patience?: { readonly headers: number; readonly standstill: number };
  /** Most connections a caller may hold at a time; a few hundred by default, some thousands from this machine. */
  readonly connectionsOfOneAddress?: number;
  /** Limits guessing at addresses; by default one in memory. */
  readonly notFoundLimiter?: RateLimiter;
}

/** Whether the installation is reached over https. */
export function isSecure(options: Pick<ServerOptions, 'publicUrl'>): boolean {
  return new URL(options.publicUrl).protocol === 'https:';
}

/**
 * Whether a request is for a program: answered with JSON, never authenticated by a cookie; `/api` alone is a
 * page. The route decides, not the address as it was written: that could be spelled so that only one of the two
 * looks like /api/.
 */
export function isApi(request: Pick<FastifyRequest, 'url' | 'routeOptions'>): boolean {
  const path = request.routeOptions?.url ?? request.url;
  return path.startsWith('/api/');
}
