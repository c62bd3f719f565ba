import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomToken } from '../crypto/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Allows inline script or style on the page answered here: `<style nonce="…">`. Asking for it permits it. */
    readonly nonce: string;
  }
  interface FastifyReply {
    /**
     * Permits one inline style by the hash of its text (SHA-256 in base64): for a page that everybody gets alike, which
     * can hold no nonce.
     */
    allowStyle(hash: string): FastifyReply;
  }
}

const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // A document looked at inside a page; our own pages let nobody frame them.
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TWO_YEARS_SECONDS = 63_072_000;

/** Those that are the same on every answer. */
const ALWAYS = [
  ['x-content-type-options', 'nosniff'],
  // Addresses here may carry a secret link; no other site gets to see them.
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['cache-control', 'no-store'],
] as const;

/** What an answer permits inline beyond our own files. */
interface Permitted {
  readonly nonce?: string;
  readonly style?: string;
}

/**
 * Security headers on every answer. A handler that set one of them itself (a stricter policy for a file) keeps
 * it. Answers are not stored by caches unless the handler says so: most show one person's affairs.
 */
export function addSecurityHeaders(server: FastifyInstance, secure: boolean): void {
  const permitted = new WeakMap<FastifyRequest, Permitted>();
  server.decorateRequest('nonce', {
    getter(this: FastifyRequest): string {
      const nonce = permitted.get(this)?.nonce ?? randomToken(128);
      permitted.set(this, { ...permitted.get(this), nonce });
      return nonce;
    },
  });
  server.decorateReply('allowStyle', function (this: FastifyReply, hash: string) {
    permitted.set(this.request, { ...permitted.get(this.request), style: `'sha256-${hash}'` });
    return this;
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    for (const [name, value] of ALWAYS) if (!reply.hasHeader(name)) reply.header(name, value);
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', policy(permitted.get(request) ?? {}, secure));
    if (secure) reply.header('strict-transport-security', `max-age=${TWO_YEARS_SECONDS}`);
    done();
  });
}

function policy({ nonce, style = '' }: Permitted, secure: boolean): string {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  const upgrade = secure ? '; upgrade-insecure-requests' : '';
  return `${POLICY}; script-src ${own}; style-src ${own}${style && ` ${style}`}${upgrade}`;
}
