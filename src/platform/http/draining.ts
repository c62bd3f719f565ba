import type { FastifyInstance } from 'fastify';

/**
 * Lets go of each connection once its running request is answered, when the server is closing. Without this a
 * browser's idle connection would hold the server open until its keep-alive time is over.
 */
export function addDraining(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async () => {
    // For answers whose headers had gone out before: a file that was being downloaded.
    if (closing) setImmediate(() => server.server.closeIdleConnections());
  });
}
