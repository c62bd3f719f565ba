/** From a decree to running services: upload, review, how it runs, preview, publishing. Administrators only. */
import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../../web/index.ts';
import { addImportListRoutes } from './list-routes.ts';
import { addPreviewRoutes } from './preview-routes.ts';
import { addReviewRoutes } from './review-routes.ts';
import { addRunningRoutes } from './running-routes.ts';

export function addImportRoutes(server: FastifyInstance, context: WebContext): void {
  addImportListRoutes(server, context);
  addReviewRoutes(server, context);
  addRunningRoutes(server, context);
  addPreviewRoutes(server, context);
}
