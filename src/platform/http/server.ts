import type { FastifyInstance } from 'fastify';
import { addAccessLog } from './access-log.ts';
import { addAssets, addRootIcon } from './assets.ts';
import { addCompression } from './compression.ts';
import { boundConnections } from './connections.ts';
import { addCookies } from './cookies.ts';
import { addCsrfProtection } from './csrf.ts';
import { addSecurityHeaders } from './headers.ts';
import { addDraining } from './draining.ts';
import { addHealth } from './health.ts';
import { addLanguage } from './language.ts';
import { addNetwork } from './network.ts';
import { addNotFound } from './not-found.ts';
import { isSecure } from './options.ts';
import type { ServerOptions } from './options.ts';
import { warnOfProxies } from './proxy-warning.ts';

/**
 * The HTTP server with everything that holds for each route: time limits, cookies, language, protection
 * against foreign forms, security headers, compression, the access log and the one answer to errors. Routes
 * are added by the caller, who also listens. `close()` lets running requests finish.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const secure = isSecure(options);
  // Loaded when needed: most commands of the program serve nothing.
  const { bareServer } = await import('./bare-server.ts');
  const server = await bareServer(options);
  boundConnections(server, options.trustedProxies, options.connectionsOfOneAddress);
  warnOfProxies(server, options.trustedProxies);
  addNetwork(server);
  addCookies(server, secure);
  addLanguage(server);
  addCsrfProtection(server, options.keys);
  addSecurityHeaders(server, secure);
  addCompression(server);
  addAccessLog(server);
  addDraining(server);
  addNotFound(server, options.clock, options.notFoundLimiter);
  addHealth(server, options.isReady);
  if (options.assets !== undefined) addAssets(server, options.assets);
  if (options.rootIcon !== undefined) addRootIcon(server, options.rootIcon);
  return server;
}
