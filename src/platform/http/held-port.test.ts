import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';

import { holdFreePort } from './held-port.ts';

const host = '127.0.0.1';

/** Listens on a port as another program does; gives the code of what went wrong, or null. */
async function tryListening(port: number): Promise<string | null> {
  const server = createServer().listen({ host, port });
  try {
    await once(server, 'listening');
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'other';
  } finally {
    server.close();
  }
}

test('a held port is nobody else’s until it is let go', async () => {
  const held = await holdFreePort(host);
  assert.ok(held.port > 0);
  assert.equal(await tryListening(held.port), 'EADDRINUSE');
  await held.release();
  await held.release();
  assert.equal(await tryListening(held.port), null);
});
