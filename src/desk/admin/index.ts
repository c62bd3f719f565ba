/** The administrator's pages below `/meja/kelola`. */
import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../../web/index.ts';
import { addCalendarRoutes } from './calendar-routes.ts';
import { addJobRoutes } from './jobs.ts';
import { addOverviewRoutes } from './overview.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { addStandardRoutes } from './standards-routes.ts';

export function addAdminRoutes(server: FastifyInstance, context: WebContext): void {
  addOverviewRoutes(server, context);
  addPeopleRoutes(server, context);
  addStandardRoutes(server, context);
  addCalendarRoutes(server, context);
  addJobRoutes(server, context);
}
