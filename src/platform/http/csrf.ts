import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../ground/index.ts';
import { randomToken } from '../crypto/index.ts';
import type { Keys } from '../crypto/index.ts';
import { isApi } from './options.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads multipart/form-data with `readMultipart`; others refuse that kind of body. */
    multipart?: boolean;
  }
  interface FastifyRequest {
    /** The token for the hidden field `CSRF_FIELD` of every form on the page answered here. */
    csrfToken(): string;
    /** Throws Fault 'form-expired' unless `token` was made for this browser. */
    checkCsrf(token: unknown): void;
    /** The form's own secret of this browser, once known. */
    formSecret: string | undefined;
    /** Whether this request has shown that it comes from a form of ours, or cannot come from a browser. */
    csrfPassed: boolean;
  }
}

/** Name of the hidden field; in multipart forms it must stand before the first file. */
export const CSRF_FIELD = '_csrf';
const HEADER = 'csrf-token';
const COOKIE = 'formulir';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses form posts that other sites cause. A secret in a cookie, and in the form an HMAC over it: another
 * site can neither read the one nor make the other. Each token starts with a fresh nonce, so that a page's
 * compressed length tells nothing about it (BREACH). Under /api/ cookies are taken away instead, so there is
 * nothing for another site to ride on.
 */
export function addCsrfProtection(server: FastifyInstance, keys: Keys): void {
  server.decorateRequest('formSecret', undefined);
  server.decorateRequest('csrfPassed', false);
  server.decorateRequest('csrfToken', function (this: FastifyRequest) {
    this.formSecret ??= this.ourCookie(COOKIE) ?? randomToken(128);
    return newToken(keys, this.formSecret);
  });
  server.decorateRequest('checkCsrf', function (this: FastifyRequest, token: unknown) {
    if (!isToken(keys, this.ourCookie(COOKIE), token)) throw expired();
    this.csrfPassed = true;
  });
  server.addHook('onRequest', (request, _reply, done) => {
    if (isApi(request)) request.cookies = {};
    done();
  });
  server.addHook('preValidation', (request, _reply, done) => {
    if (!needsToken(request)) request.csrfPassed = true;
    else checkBeforeHandler(request);
    done();
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    const { formSecret } = request;
    if (formSecret !== undefined && formSecret !== request.ourCookie(COOKIE))
      reply.keepCookie(COOKIE, formSecret);
    done();
  });
}

/** A browser adds no Authorization header to what another site makes it send, so a bearer token needs no more. */
function needsToken(request: FastifyRequest): boolean {
  const bearer = request.headers.authorization?.startsWith('Bearer ') === true;
  return !SAFE.has(request.method) && !isApi(request) && !bearer && !request.is404;
}

/** A multipart form is streamed: its token is checked by `readMultipart`, before the first file is taken. */
function checkBeforeHandler(request: FastifyRequest): void {
  if (isForeign(request)) throw expired();
  const token = request.headers[HEADER] ?? fieldOf(request.body);
  const later =
    token === undefined && request.routeOptions.config.multipart === true && request.isMultipart();
  if (!later) request.checkCsrf(token);
}

/** What the browser itself says about where the request comes from; older ones say nothing. */
function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

function fieldOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && CSRF_FIELD in body ? body[CSRF_FIELD] : undefined;
}

function newToken(keys: Keys, secret: string): string {
  const nonce = randomToken(72);
  return `${nonce}.${keys.mac('csrf', `${nonce}.${secret}`).toString('base64url')}`;
}

function isToken(keys: Keys, secret: string | undefined, token: unknown): boolean {
  if (secret === undefined || typeof token !== 'string') return false;
  const [nonce = '', mac = ''] = token.split('.');
  return keys.verifyMac('csrf', `${nonce}.${secret}`, Buffer.from(mac, 'base64url'));
}

const expired = (): Fault =>
  new Fault('forbidden', 'form-expired', {
    id: 'Formulir ini sudah kedaluwarsa atau bukan dari situs ini. Muat ulang halamannya, lalu kirim lagi.',
    en: 'This form has expired or is not from this site. Load its page again, then send it.',
  });
