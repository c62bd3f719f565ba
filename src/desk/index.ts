/** Officials' and administrators' pages. */
import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../web/index.ts';
import { addAccountRoutes } from './account/index.ts';
import { addAdminRoutes } from './admin/index.ts';
import { addImportRoutes } from './import/index.ts';
import { addCounterRoutes } from './counter/routes.ts';
import { addStoppedRoutes } from './deliveries/stopped-routes.ts';
import { addEndingRoutes } from './ending/routes.ts';
import { addHeldRoutes } from './held/routes.ts';
import { addLetterRoutes } from './letters/routes.ts';
import { addQueueRoutes } from './queue-routes.ts';
import { addRequestRoutes } from './request-routes.ts';
import { addSheetRoutes } from './sheet-routes.ts';
import { addSignInRoutes } from './sign-in/index.ts';

export { providerReturns } from './sign-in/index.ts';

/** Adds every page below `/meja`. */
export function addDeskRoutes(server: FastifyInstance, context: WebContext): void {
  addSignInRoutes(server, context);
  addAccountRoutes(server, context);
  addQueueRoutes(server, context);
  addCounterRoutes(server, context);
  addAdminRoutes(server, context);
  addImportRoutes(server, context);
  addRequestRoutes(server, context);
  addSheetRoutes(server, context);
  addStoppedRoutes(server, context);
  addEndingRoutes(server, context);
  addLetterRoutes(server, context);
  addHeldRoutes(server, context);
}
