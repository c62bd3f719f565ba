import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { randomCrockford } from '../crypto/index.ts';
import { addAccessLog } from './access-log.ts';
import { addAssets } from './assets.ts';
import { addCompression } from './compression.ts';
import { addCookies } from './cookies.ts';
import { addCsrfProtection } from './csrf.ts';
import { errorHandler } from './error-handler.ts';
import { addSecurityHeaders } from './headers.ts';
import { addHealth } from './health.ts';
import { addLanguage } from './language.ts';
import { addNotFound } from './not-found.ts';
import { isSecure } from './options.ts';
import type { ServerOptions } from './options.ts';

const SECOND = 1000;
/** Ten files of 10 MB over a slow village line; a connection that stands still is dropped much sooner. */
const WHOLE_REQUEST_MS = 15 * 60 * SECOND;
const STANDSTILL_MS = 60 * SECOND;
const HEADERS_MS = 20 * SECOND;
/** For JSON and plain forms; files come as multipart, which is streamed and has limits of its own. */
const BODY_BYTES = 1024 * 1024;

/**
 * The HTTP server with everything that holds for each route: time limits, cookies, language, protection
 * against foreign forms, security headers, compression, the access log and the one answer to errors. Routes
 * are added by the caller, who also listens. `close()` lets running requests finish.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const secure = isSecure(options);
  const server = bareServer(options);
  await server.register(cookie);
  await server.register(formbody);
  // A file that is too large is noticed by `readMultipart`, which can say whose field it is.
  await server.register(multipart, { throwFileSizeLimit: false });
  server.removeContentTypeParser('text/plain');
  addCookies(server, secure);
  addLanguage(server);
  addCsrfProtection(server, options.keys);
  addSecurityHeaders(server, secure);
  addCompression(server);
  addAccessLog(server);
  addNotFound(server, options.clock, options.notFoundLimiter);
  addHealth(server, options.isReady);
  if (options.assets !== undefined) addAssets(server, options.assets);
  return server;
}

function bareServer(options: ServerOptions): FastifyInstance {
  const answerError = errorHandler(options);
  const server = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    bodyLimit: BODY_BYTES,
    requestTimeout: WHOLE_REQUEST_MS,
    connectionTimeout: STANDSTILL_MS,
    http: { headersTimeout: HEADERS_MS },
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    // The number a person quotes when something failed, so it is short and can be read aloud.
    genReqId: () => randomCrockford(10),
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  return server;
}
