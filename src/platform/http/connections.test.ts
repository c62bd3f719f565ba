import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { boundConnections } from './connections.ts';

/** How many of so many connections of one address are left open. */
function leftOpen(remoteAddress: string, count: number, trustedProxies: readonly string[] = []): number {
  const server = new EventEmitter();
  boundConnections({ server } as unknown as FastifyInstance, trustedProxies);
  let left = 0;
  for (let n = 0; n < count; n += 1) {
    left += 1;
    const socket = Object.assign(new EventEmitter(), { remoteAddress, destroy: () => (left -= 1) });
    server.emit('connection', socket);
  }
  return left;
}

describe('connections of one address', () => {
  it('are bounded, and those of this machine, which may bring everybody, much later', () => {
    assert.equal(leftOpen('203.0.113.7', 300), 256);
    for (const own of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) {
      assert.equal(leftOpen(own, 1000), 1000);
      assert.equal(leftOpen(own, 5000), 4096);
    }
  });

  it('are not counted for a proxy that is named', () => {
    assert.equal(leftOpen('10.0.0.5', 5000, ['10.0.0.0/8']), 5000);
  });
});
