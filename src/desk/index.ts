import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../web/index.ts';

export function addDeskRoutes(_server: FastifyInstance, _context: WebContext): void {}
