import type { FastifyInstance } from 'fastify';
import type { WebContext } from '../web/index.ts';

export function addApiRoutes(_server: FastifyInstance, _context: WebContext): void {}
