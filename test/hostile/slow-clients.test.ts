/**
 * Clients that begin and do not go on: each is given up after a bounded time, holds a bounded number of connections, and
 * everybody else is served meanwhile.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { StandingClock } from '../../src/ground/index.ts';
import { createServer, keysFrom } from '../../src/platform/index.ts';

/** Callers of the test hold fewer than real ones may. */
const connectionsOfOneAddress = 20;
const SLOW = 12;
const LARGE = Buffer.alloc(50_000_000, 'a');

const server = await createServer({
  publicUrl: 'http://localhost',
  trustedProxies: [],
  connectionsOfOneAddress,
  // The real ones are held by a test of the server (server.test.ts); nobody has to sit through them.
  patience: { headers: 4000, standstill: 4000 },
  log: pino({ level: 'silent' }),
  clock: new StandingClock('2026-11-23T02:00:00Z'),
  keys: keysFrom(Buffer.alloc(32, 7)),
  isReady: async () => true,
  renderError: (fault) => fault.words.id,
});
server.post('/api/v1/isi', async () => ({ ok: true }));
server.get('/api/v1/berkas', async (_request, reply) => reply.type('application/octet-stream').send(LARGE));

let port: number;
let sockets: Socket[] = [];

before(async () => {
  await server.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = server.server.address() as AddressInfo);
});

after(async () => {
  for (const socket of sockets) socket.destroy();
  await server.close();
});

/** A connection on which this much was sent; reads what comes, unless told not to. */
async function begin(text: string, reads = true): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(text);
  if (reads) socket.resume();
  return socket;
}

/** Seconds until the server ended all of them; fails when it has not within the time given. */
async function endedWithin(all: readonly Socket[], seconds: number): Promise<number> {
  const from = performance.now();
  const ended = Promise.all(all.map(async (socket) => socket.closed || once(socket, 'close')));
  const late = pause(seconds * 1000, 'late' as const, { ref: false });
  assert.notEqual(await Promise.race([ended, late]), 'late', `still open after ${seconds} s`);
  return (performance.now() - from) / 1000;
}

/** Somebody else asks now and then while `during` goes on, and is answered each time. */
async function othersServed<T>(during: Promise<T>): Promise<T> {
  const state = { over: false };
  const done = during.finally(() => (state.over = true));
  while (!state.over) {
    const answer = await fetch(`http://127.0.0.1:${port}/sehat`, { signal: AbortSignal.timeout(10_000) });
    assert.equal(answer.status, 200);
    await Promise.race([done.catch(() => undefined), pause(1000)]);
  }
  return done;
}

describe('slow clients', { timeout: 120_000 }, () => {
  test('that dribble headers are given up, though they never stand still', async () => {
    const slow = await Promise.all(
      Array.from({ length: SLOW }, () => begin('GET / HTTP/1.1\r\nhost: x\r\n')),
    );
    const dribbling = setInterval(
      () => slow.forEach((socket) => socket.writable && socket.write('x-a: b\r\n')),
      2000,
    );
    const took = await othersServed(endedWithin(slow, 40)).finally(() => clearInterval(dribbling));
    assert.ok(took > 3, 'not before their time');
  });

  test('that stop in the middle of a body, or do not read their answer, are given up', async () => {
    const body =
      'POST /api/v1/isi HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{';
    const halves = await Promise.all(Array.from({ length: SLOW / 2 }, () => begin(body)));
    const unread = await Promise.all(
      Array.from({ length: SLOW / 2 }, () => begin('GET /api/v1/berkas HTTP/1.1\r\nhost: x\r\n\r\n', false)),
    );
    const before = process.memoryUsage().rss;
    // The server's side ends first; who does not read learns of it only by looking.
    const gone = async (): Promise<void> => {
      const openNow = (): Promise<number> =>
        new Promise((done, fail) =>
          server.server.getConnections((error, count) => (error ? fail(error) : done(count))),
        );
      for (let waited = 0; (await openNow()) > 2; waited += 1) {
        assert.ok(waited < 60, `${await openNow()} connections are still held`);
        await pause(1000);
      }
    };
    await othersServed(gone());
    assert.ok(process.memoryUsage().rss - before < 300_000_000, 'what nobody reads is not copied for each');
    for (const socket of [...halves, ...unread]) socket.destroy();
  });

  test('may hold so many connections and no more', async () => {
    sockets = [];
    const all = await Promise.all(
      Array.from({ length: connectionsOfOneAddress + 10 }, () => begin('GET / HTTP/1.1\r\n')),
    );
    await pause(500);
    const left = all.filter((socket) => !socket.closed).length;
    assert.ok(left <= connectionsOfOneAddress, `${left} are open`);
    assert.ok(left >= connectionsOfOneAddress - 3, 'and those within the measure stay');
    for (const socket of all) socket.destroy();
    await pause(200);
    assert.equal((await fetch(`http://127.0.0.1:${port}/sehat`)).status, 200, 'who lets go may come again');
  });
});
