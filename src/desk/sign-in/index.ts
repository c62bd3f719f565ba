/** Signing in and out of the desk, `/meja/masuk` and `/meja/keluar`. */
import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../../web/index.ts';
import { addCodeRoutes } from './code-routes.ts';
import { addProviderRoutes } from './provider-routes.ts';
import { addPasswordRoutes } from './routes.ts';

export { providerReturns } from './provider-routes.ts';

export function addSignInRoutes(server: FastifyInstance, context: WebContext): void {
  addPasswordRoutes(server, context);
  addCodeRoutes(server, context);
  if (context.provider) addProviderRoutes(server, context, context.provider);
}
