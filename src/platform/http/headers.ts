import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomToken } from '../crypto/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Allows inline script or style on the page answered here: `<style nonce="…">`. Asking for it permits it. */
    readonly nonce: string;
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
];

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  // Addresses here may carry a secret link; no other site gets to see them.
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const TWO_YEARS_SECONDS = 63_072_000;

/**
 * Security headers on every answer. A handler that set one of them itself (a stricter policy for a file) keeps
 * it. Answers are not stored by caches unless the handler says so: most show one person's affairs.
 */
export function addSecurityHeaders(server: FastifyInstance, secure: boolean): void {
  const nonces = new WeakMap<FastifyRequest, string>();
  server.decorateRequest('nonce', {
    getter(this: FastifyRequest): string {
      const nonce = nonces.get(this) ?? randomToken(128);
      nonces.set(this, nonce);
      return nonce;
    },
  });
  server.addHook('onSend', async (request, reply) => {
    const headers = {
      ...ALWAYS,
      'content-security-policy': policy(nonces.get(request), secure),
      'cache-control': 'no-store',
    };
    for (const [name, value] of Object.entries(headers))
      if (!reply.hasHeader(name)) reply.header(name, value);
    if (secure) reply.header('strict-transport-security', `max-age=${TWO_YEARS_SECONDS}`);
  });
}

function policy(nonce: string | undefined, secure: boolean): string {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    ...POLICY,
    `script-src ${own}`,
    `style-src ${own}`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
