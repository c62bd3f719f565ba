/** Where an answer leads, told to our own script: a redirect that it followed itself would lose the place on the page. */
import type { FastifyInstance } from 'fastify';

const SEE_OTHER = 303;
const NO_CONTENT = 204;

/**
 * A form that the script sent (`sent-by: script`) gets its redirect as a header, `leads-to`, and the browser goes there as it would
 * have gone without a script, fragment included.
 */
export function addLeadsTo(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    const location = reply.getHeader('location');
    const isScript = request.headers['sent-by'] === 'script';
    if (isScript && reply.statusCode === SEE_OTHER && typeof location === 'string')
      reply.code(NO_CONTENT).removeHeader('location').header('leads-to', location);
    done();
  });
}
