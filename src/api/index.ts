/** The HTTP API for programs: the same commands and queries as the pages, and a description of itself. */
import type { FastifyInstance } from 'fastify';
import { databaseLimiter } from '../web/index.ts';
import type { WebContext } from '../web/index.ts';
import { mountRoutes } from './mount.ts';
import type { ApiRoute } from './route.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { deskRoutes } from './routes/desk.ts';
import { submitRoutes } from './routes/submit.ts';
import { trackingRoutes } from './routes/tracking.ts';

/** An agency's own system may send a day's requests at once through one address; a flood may not come. */
const SUBMIT_SIZE = { capacity: 300, refillPerSecond: 1 };

/** Adds the API and its description to the server. */
export function addApiRoutes(server: FastifyInstance, context: WebContext): void {
  mountRoutes(server, context, apiRoutes(context));
}

function apiRoutes({ database, keys }: WebContext): readonly ApiRoute[] {
  const submit = databaseLimiter(database, keys, 'api-submit', SUBMIT_SIZE);
  return [...catalogueRoutes, ...submitRoutes({ submit }), ...trackingRoutes, ...deskRoutes];
}
