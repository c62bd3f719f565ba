/** Puts operations on the server: what is accepted, who may call, and a clear answer to every other method. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../ground/index.ts';
import { MethodFault } from '../platform/index.ts';
import type { WebContext } from '../web/index.ts';
import type { ApiRoute, Body } from './route.ts';

const OTHER_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** The address as the server's router writes it. */
const pattern = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Adds all operations, and the answer 405 for methods their addresses do not know. */
export function mountRoutes(server: FastifyInstance, context: WebContext, routes: readonly ApiRoute[]): void {
  for (const route of routes) mountRoute(server, context, route);
  const byPath = Map.groupBy(routes, ({ operation }) => operation.path);
  for (const [path, known] of byPath) refuseOtherMethods(server, path, known);
}

function mountRoute(server: FastifyInstance, context: WebContext, route: ApiRoute): void {
  const { operation, access } = route;
  const callers = new WeakMap<FastifyRequest, unknown>();
  server.route({
    method: operation.method,
    url: pattern(operation.path),
    config: { multipart: operation.body?.form !== undefined },
    ...(operation.body?.limit === undefined ? {} : { bodyLimit: operation.body.limit }),
    // Before the body is read: strangers do not get to send us megabytes.
    onRequest: async (request) => {
      checkMedia(request, operation.body);
      callers.set(request, await access.admit(context, request));
    },
    handler: (request, reply) => answer(route, context, request, reply, callers.get(request)),
  });
}

async function answer(
  route: ApiRoute,
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: unknown,
): Promise<unknown> {
  const body = await route.run(context, request, reply, caller);
  // A handler that sends a file gives the reply, and awaiting a reply gives nothing once it is sent.
  return reply.sent ? reply : reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Other kinds of body have parsers for the pages' forms; here they are refused. */
function checkMedia(request: FastifyRequest, body: Body<unknown> | undefined): void {
  const type = request.headers['content-type'];
  if (!body || (type === undefined && body.optional)) return;
  const accepted = ['application/json', ...(body.form ? ['multipart/form-data'] : [])];
  if (accepted.includes((type ?? '').split(';')[0]?.trim().toLowerCase() ?? '')) return;
  throw new Fault('unsupported-media', 'media-unsupported', {
    id: `Kirim isi dengan Content-Type ${accepted.join(' atau ')}.`,
    en: `Send a body with Content-Type ${accepted.join(' or ')}.`,
  });
}

function refuseOtherMethods(server: FastifyInstance, path: string, known: readonly ApiRoute[]): void {
  const methods = known.map(({ operation }) => operation.method);
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  server.route({
    method: OTHER_METHODS.filter((method) => !methods.some((one) => one === method)),
    url: pattern(path),
    onRequest: async () => {
      throw new MethodFault(allowed);
    },
    handler: async () => undefined,
  });
}
