/** Pages for everybody: governments, catalogue, service, application, receipt, tracking, pledge, personal data. */
import type { FastifyInstance } from 'fastify';
import type { TaskHandler } from '../platform/index.ts';
import type { WebContext } from '../web/index.ts';
import { addFrontRoutes } from './front/routes.ts';
import { addServiceRoutes } from './service/routes.ts';

export function addPortalRoutes(server: FastifyInstance, context: WebContext): void {
  addFrontRoutes(server, context);
  addServiceRoutes(server, context);
}

export const portalTasks = (_context: WebContext): Record<string, TaskHandler> => ({});
