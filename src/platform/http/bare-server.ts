import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { randomCrockford } from '../crypto/index.ts';
import { errorHandler } from './error-handler.ts';
import { addMultipart } from './multipart.ts';
import type { ServerOptions } from './options.ts';
import { answerUnreadable } from './unreadable.ts';

const SECOND = 1000;
/** Ten files of 10 MB over a slow village line; a connection that stands still is dropped much sooner. */
const WHOLE_REQUEST_MS = 15 * 60 * SECOND;
const STANDSTILL_MS = 60 * SECOND;
const HEADERS_MS = 20 * SECOND;
/** How often it is looked for those that took longer. */
const LOOK_MS = 5 * SECOND;
/** For JSON and plain forms; files come as multipart, which is streamed and has limits of its own. */
const BODY_BYTES = 1024 * 1024;

/** Names, numbers and secrets in our addresses are all shorter, as they are written. */
const LONGEST_PART = 100;

/**
 * An address that can be decoded, as it is; any other becomes one that leads nowhere. The router would answer it before
 * anything else has run: without page, language and security headers.
 */
function readable(url: string): string {
  const [path = '', ...query] = url.split('?');
  if (isReadable(path)) return url;
  return [path.startsWith('/api/') ? '/api/-' : '/-/-', ...query].join('?');
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '' && path.split('/').every((part) => part.length <= LONGEST_PART);
  } catch {
    return false;
  }
}

/** Fastify with its limits, the kinds of bodies it reads, and the one answer to errors. */
export async function bareServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = limitedServer(options);
  await server.register(cookie);
  await server.register(formbody);
  addMultipart(server);
  server.removeContentTypeParser('text/plain');
  return server;
}

/** No route has a schema of Fastify's; its compilers of schemas are a hundred modules, and are not loaded. */
function noSchemas(): never {
  throw new Error('Routes read their input themselves (zod); a schema on a route is a mistake.');
}

function limitedServer(options: ServerOptions): FastifyInstance {
  const answerError = errorHandler(options);
  const server = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    bodyLimit: BODY_BYTES,
    requestTimeout: WHOLE_REQUEST_MS,
    connectionTimeout: options.patience?.standstill ?? STANDSTILL_MS,
    http: {
      headersTimeout: options.patience?.headers ?? HEADERS_MS,
      connectionsCheckingInterval: LOOK_MS,
    },
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_PART },
    rewriteUrl: ({ url = '/' }) => readable(url),
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    // The number a person quotes when something failed, so it is short and can be read aloud.
    genReqId: () => randomCrockford(10),
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  return server;
}
