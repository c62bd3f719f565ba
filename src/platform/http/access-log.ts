import type { FastifyInstance } from 'fastify';

/** Routes asked for so often that their lines would hide the others. */
const QUIET = /^\/(aset|sehat)\b/;

/**
 * One line for each answer. The route's pattern is logged, never the address itself: that may carry a tracking
 * key, a resume link or words someone searched for. No headers, no cookies, no network address.
 */
export function addAccessLog(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log[QUIET.test(route) ? 'debug' : 'info'](line, 'answered');
    done();
  });
}
