/** The HTTP API for programs: the same commands and queries as the pages, and a description of itself. */
import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../web/index.ts';
import { mountRoutes } from './mount.ts';
import { openApiDocument } from './openapi.ts';
import { addApiPage } from './page.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { deskRoutes } from './routes/desk.ts';
import { submitRoutes } from './routes/submit.ts';
import { trackingRoutes } from './routes/tracking.ts';

const routes = [...catalogueRoutes, ...submitRoutes, ...trackingRoutes, ...deskRoutes];

/** Adds the API, its description for machines and its page for people. */
export function addApiRoutes(server: FastifyInstance, context: WebContext): void {
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
