/** What a server that means ill, or another one than was meant, can do with a call. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import { CounterpartFault } from '../../contract.ts';
import { LARGEST_ANSWER, readRecords } from './api.ts';
import { powerDnsSettings } from './settings.ts';
import type { PowerDnsSettings } from './settings.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const form = { zone: 'bulungan.go.id', key: 'kunci-rahasia' };

async function served(answer: RequestListener): Promise<PowerDnsSettings> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return powerDnsSettings.schema.parse({ ...form, url: `http://127.0.0.1:${port}` });
}

async function faultOf(settings: PowerDnsSettings, milliseconds = 10_000): Promise<CounterpartFault> {
  const outcome = await readRecords(settings, 'a.bulungan.go.id', AbortSignal.timeout(milliseconds)).catch(
    (error: unknown) => error,
  );
  assert.ok(outcome instanceof CounterpartFault);
  return outcome;
}

test('nobody is followed elsewhere: the key would go there', async () => {
  let asked = 0;
  const settings = await served((_, response) => {
    asked += 1;
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
  });
  const fault = await faultOf(settings);
  assert.deepEqual([fault.code, fault.meaning.passing], ['counterpart-refused', false]);
  assert.equal(asked, 1);
});

test('an answer without end is given up once it is larger than any zone', async () => {
  let sent = 0;
  const settings = await served((_, response) => {
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const more = (): void => {
      while (!response.destroyed && response.write(piece)) sent += piece.length;
      sent += piece.length;
    };
    response.on('drain', more);
    more();
  });
  const fault = await faultOf(settings);
  assert.equal(fault.code, 'counterpart-unreachable');
  assert.ok(sent < 4 * LARGEST_ANSWER, `${sent} bytes were sent`);
});

test('an answer that comes drop by drop ends with the call', async () => {
  const settings = await served((_, response) => {
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  });
  const begun = performance.now();
  assert.equal((await faultOf(settings, 300)).code, 'counterpart-unreachable');
  assert.ok(performance.now() - begun < 5000);
});

test('a sentence of the server is shown only so far, and what is no answer at all is a fault of the contract', async () => {
  const long = JSON.stringify({ error: 'x'.repeat(5000) });
  const settings = await served((_, response) => response.writeHead(422).end(long));
  assert.ok((await faultOf(settings)).words.id.length < 500);
  server?.close();
  const other = await served((_, response) => response.end('<html>'));
  assert.equal((await faultOf(other)).meaning.done, 'none');
});

test('an address is a server of one’s own and carries nothing else', () => {
  const wrong = [
    'http://pengguna:sandi@ns1.bulungan.go.id:8081',
    'http://ns1.bulungan.go.id/?x=1',
    'http://ns1.bulungan.go.id/#x',
    'http://169.254.169.254/',
    'http://2852039166/',
    'http://[fe80::1]/',
    'ftp://ns1.bulungan.go.id',
    'file:///etc/passwd',
  ];
  for (const url of wrong) assert.ok(!powerDnsSettings.schema.safeParse({ ...form, url }).success, url);
  for (const id of ['..', '.', 'a/b'])
    assert.ok(
      !powerDnsSettings.schema.safeParse({ ...form, url: 'https://ns1.test', server: id }).success,
      id,
    );
});
