import type { FastifyInstance } from 'fastify';
import type { TaskHandler } from '../platform/index.ts';
import type { WebContext } from '../web/index.ts';

export function addPortalRoutes(_server: FastifyInstance, _context: WebContext): void {}
export const portalTasks = (_context: WebContext): Record<string, TaskHandler> => ({});
