/** The administrator's pages below `/meja/kelola`. */
import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../../web/index.ts';
import { addAccountAdminRoutes } from './account-routes.ts';
import {
  addCalendarEditRoutes,
  addCalendarImpactRoutes,
  addCalendarImportRoutes,
  addCalendarVersionRoutes,
} from './calendar-edit/index.ts';
import { addCalendarRoutes } from './calendar-routes.ts';
import { addConnectorRoutes } from '../connectors/routes.ts';
import { addCertaintyRoutes } from './certainty-routes.ts';
import { addJobRoutes } from './jobs-routes.ts';
import { addEndingRoutes } from './ending-routes.ts';
import { addHealthRoutes } from './health-routes.ts';
import { addHoldingEndingRoutes } from './holding-ending.ts';
import { addOfficialRoutes } from './official-routes.ts';
import { addOverviewRoutes } from './overview.ts';
import { addPeopleViewRoutes } from './people-view-routes.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { addRecordRoutes } from './record-routes.ts';
import { addStandardRoutes } from './standards-routes.ts';

export function addAdminRoutes(server: FastifyInstance, context: WebContext): void {
  addOverviewRoutes(server, context);
  addPeopleRoutes(server, context);
  addPeopleViewRoutes(server, context);
  addHoldingEndingRoutes(server, context);
  addOfficialRoutes(server, context);
  addEndingRoutes(server, context);
  addAccountAdminRoutes(server, context);
  addStandardRoutes(server, context);
  addCalendarRoutes(server, context);
  addCalendarEditRoutes(server, context);
  addCalendarImportRoutes(server, context);
  addCalendarImpactRoutes(server, context);
  addCalendarVersionRoutes(server, context);
  addCertaintyRoutes(server, context);
  addConnectorRoutes(server, context);
  addJobRoutes(server, context);
  addHealthRoutes(server, context);
  addRecordRoutes(server, context);
}
