/** The road itself: a connector is only as well tried as the faults are real. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';

import { Proxy } from './proxy.ts';

let server: Server;
let proxy: Proxy;
let heard = '';

before(async () => {
  // Answers each line with its length.
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data: Buffer) => {
      heard += data.toString();
      socket.write(`${data.length}\n`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await Proxy.to((server.address() as AddressInfo).port);
});

after(async () => {
  await proxy.close();
  server.close();
});

/** What comes back for some bytes, until the other side hangs up or `patience` milliseconds are over. */
async function said(bytes: string, patience = 200): Promise<string> {
  heard = '';
  const socket = connect(proxy.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const timer = setTimeout(() => socket.end(), patience);
  const answer = await text(socket).catch(() => '');
  clearTimeout(timer);
  return answer;
}

test('passes what comes, and counts it', async () => {
  await proxy.pass();
  assert.equal(await said('hello'), '5\n');
  assert.deepEqual(proxy.passed, { to: [5], from: [2] });
});

test('cuts off what goes to the server after so many bytes', async () => {
  proxy.cut('to', 3);
  await said('hello');
  assert.equal(heard, 'hel');
});

test('cuts off the answer, though the server has heard everything', async () => {
  proxy.cut('from', 1);
  assert.equal(await said('hello'), '5');
  assert.equal(heard, 'hello');
  proxy.cut('from', 0);
  assert.equal(await said('hello'), '');
  assert.equal(heard, 'hello');
});

test('swallows everything', async () => {
  proxy.swallow();
  assert.equal(await said('hello'), '');
  assert.equal(heard, '');
});

test('refuses, and takes up again at the same port', async () => {
  const { port } = proxy;
  await proxy.refuse();
  await assert.rejects(said('hello'), /ECONNREFUSED/);
  await proxy.pass();
  assert.equal(proxy.port, port);
  assert.equal(await said('hello'), '5\n');
});

test('comes late', async () => {
  proxy.delay(50);
  const start = performance.now();
  assert.equal(await said('hello', 400), '5\n');
  assert.ok(performance.now() - start >= 100, 'there and back');
  await proxy.pass();
});
