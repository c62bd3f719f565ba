/** The HTTP API for programs: the same commands and queries as the pages, and a description of itself. */
import type { FastifyInstance } from 'fastify';
import { databaseLimiter, isThisMachine, sparing } from '../web/index.ts';
import type { WebContext } from '../web/index.ts';
import { mountRoutes } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import { addApiPage } from './page.ts';
import type { ApiRoute } from './route.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { deskRoutes } from './routes/desk.ts';
import { submitRoutes } from './routes/submit.ts';
import { trackingRoutes } from './routes/tracking.ts';

/** An agency's own system may send a day's requests at once through one address; a flood may not come. */
const SUBMIT_SIZE = { capacity: 300, refillPerSecond: 1 };

/** Adds the API, its description for machines and its page for people. */
export function addApiRoutes(server: FastifyInstance, context: WebContext): void {
  const routes = apiRoutes(context);
  mountRoutes(server, context, routes);
  const document = JSON.stringify(openApiDocument(routes, context.publicUrl));
  server.get('/api/openapi.json', async (_request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(document),
  );
  addApiPage(server, context, routes);
}

function apiRoutes({ database, keys }: WebContext): readonly ApiRoute[] {
  // A proxy in front must be named in TRUST_PROXY; then nobody from outside comes with this machine's address.
  const submit = sparing(databaseLimiter(database, keys, 'api-submit', SUBMIT_SIZE), isThisMachine);
  return [...catalogueRoutes, ...submitRoutes({ submit }), ...trackingRoutes, ...deskRoutes];
}
