import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const PATIENCE_MS = 3000;

/**
 * `/sehat/hidup`: the process answers (restart it when it does not). `/sehat`: it can serve requests now (send
 * it none when it cannot). While the server is closing, both are refused with 503.
 */
export function addHealth(server: FastifyInstance, isReady: () => Promise<boolean>): void {
  server.get('/sehat/hidup', async () => ({ status: 'ok' }));
  server.get('/sehat', async (_request, reply) => {
    if (await soon(isReady)) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable' });
  });
}

async function soon(isReady: () => Promise<boolean>): Promise<boolean> {
  const patience = new AbortController();
  const late = delay(PATIENCE_MS, false, { signal: patience.signal, ref: false });
  try {
    return await Promise.race([isReady(), late]);
  } catch {
    return false;
  } finally {
    late.catch(() => false);
    patience.abort();
  }
}
