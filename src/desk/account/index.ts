/** An official's own account: `/meja/akun`. */
import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../../web/index.ts';
import { addOverviewRoutes } from './overview.ts';
import { addPasswordRoutes } from './password.ts';
import { addSecondFactorRoutes } from './second-factor.ts';

export function addAccountRoutes(server: FastifyInstance, context: WebContext): void {
  addOverviewRoutes(server, context);
  addPasswordRoutes(server, context);
  addSecondFactorRoutes(server, context);
}
