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
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
  server.addHook('onResponse', (_request, _reply, done) => {
    // For answers whose headers had gone out before: a file that was being downloaded.
    if (closing) setImmediate(() => server.server.closeIdleConnections());
    done();
  });
}
