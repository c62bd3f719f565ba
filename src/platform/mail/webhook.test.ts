import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { StandingClock } from '../../ground/index.ts';
import { isPublicAddress } from './public-address.ts';
import { webhookSender, webhookSignature } from './webhook.ts';
import type { CloudEvent } from './webhook.ts';

const clock = new StandingClock('2026-11-21T08:00:00Z');
const event: CloudEvent = {
  specversion: '1.0',
  id: '01989e2c-0000-7000-8000-000000000001',
  source: '/klaten/permohonan',
  type: 'id.pendopo.request.decided',
  subject: 'KLT-2026-7F3K9Q',
  time: '2026-11-21T08:00:00Z',
  datacontenttype: 'application/json',
  data: { state: 'closed' },
};
const received: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 202;
async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  received.push({ headers: request.headers, body: await text(request) });
  response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end();
}

const server = createServer((request, response) => void take(request, response));
let port: number;
before(async () => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
after(() => void server.close());

const trusting = webhookSender({ clock, allowPlain: true, mayConnect: () => true });
const hook = (host: string) => ({ url: `http://${host}:${port}/hook`, secret: 'rahasia' });

describe('webhooks', () => {
  it('carry the event as CloudEvents JSON, signed with its time', async () => {
    await trusting.send(hook('localhost'), event);
    const { headers, body } = received.at(-1)!;
    assert.deepEqual(JSON.parse(body), event);
    assert.equal(headers['content-type'], 'application/cloudevents+json; charset=utf-8');
    assert.equal(headers['webhook-timestamp'], '1795248000');
    const signed = `${event.id}.1795248000.${body}`;
    assert.equal(headers['webhook-signature'], `v1,${webhookSignature('rahasia', signed)}`);
  });

  it('are tried again after an error or a redirect, and not after 410', async () => {
    for (const bad of [500, 404, 302]) {
      status = bad;
      await assert.rejects(trusting.send(hook('127.0.0.1'), event), {
        code: 'webhook-failed',
        kind: 'unavailable',
      });
    }
    status = 410;
    await assert.rejects(trusting.send(hook('127.0.0.1'), event), { code: 'webhook-gone', kind: 'invalid' });
    status = 202;
    await assert.rejects(trusting.send({ url: 'http://127.0.0.1:1/', secret: 'x' }, event), {
      code: 'webhook-failed',
    });
  });

  it('never reach into our own network, by address or by name', async () => {
    const guarded = webhookSender({ clock, allowPlain: true });
    const before = received.length;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '0x7f000001',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
    ]) {
      await assert.rejects(guarded.send(hook(host), event), { code: 'webhook-forbidden' }, host);
    }
    assert.equal(received.length, before);
  });

  it('need https, and no password in the address', async () => {
    const strict = webhookSender({ clock, mayConnect: () => true });
    for (const url of [
      `http://localhost:${port}/`,
      'ftp://x',
      'file:///etc/passwd',
      'no url',
      'https://u:p@contoh.id/',
    ]) {
      await assert.rejects(strict.send({ url, secret: 'x' }, event), { code: 'webhook-forbidden' }, url);
    }
  });
});

describe('public addresses', () => {
  it('are told from all others', () => {
    const open = ['8.8.8.8', '103.150.0.1', '172.32.0.1', '2404:6800:4003::1', '2606:4700::1111'];
    const closed = [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1',
      'fd00::1',
      'ff02::1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'contoh.id',
      '',
    ];
    for (const address of open) assert.equal(isPublicAddress(address), true, address);
    for (const address of closed) assert.equal(isPublicAddress(address), false, address);
  });
});
