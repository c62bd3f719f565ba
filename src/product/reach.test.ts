import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { once } from 'node:events';
import { test } from 'node:test';
import { assertOpen, isClosed, openLookup } from './reach.ts';

test('what hands out credentials of the machine is no server, however its address is written', () => {
  const written = [
    '169.254.169.254',
    '169.254.170.2',
    new URL('http://2852039166/').hostname,
    new URL('http://0xa9.0xfe.0xa9.0xfe/').hostname,
    new URL('http://[::ffff:169.254.169.254]/').hostname,
    '::ffff:a9fe:a9fe',
    'fe80::1',
    'fe80::1%eth0',
    '[fd00:ec2::254]',
    '100.100.100.200',
    '0.0.0.0',
    '::',
    '239.1.1.1',
    '255.255.255.255',
  ];
  for (const host of written) {
    assert.ok(isClosed(host), host);
    assert.throws(() => assertOpen(host), { code: 'counterpart-closed' });
  }
});

test('inner servers, this machine and everybody else may be connected to', () => {
  for (const host of [
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '192.168.1.2',
    'fd12::1',
    '103.20.30.40',
    'ns1.contoh.go.id',
  ])
    assert.ok(!isClosed(host), host);
});

test('a name that leads to a closed address is found out when the connection is made', async () => {
  const lookedUp = (name: string, all: boolean): Promise<string> =>
    new Promise((resolve) => {
      openLookup(name, { all }, (error, address) => resolve(error?.code ?? JSON.stringify(address)));
    });
  // Looked up, an address is itself: it stands for a name that leads there.
  for (const all of [true, false]) {
    assert.equal(await lookedUp('169.254.169.254', all), 'counterpart-closed');
    assert.match(await lookedUp('localhost', all), /127\.0\.0\.1|::1/);
  }
  assert.equal(await lookedUp('tidak-ada.invalid', false), 'ENOTFOUND');
  const socket = connect({
    host: 'nama.contoh',
    port: 80,
    lookup: (_, options, done) => openLookup('169.254.169.254', options, done),
  });
  await assert.rejects(once(socket, 'connect'), { code: 'counterpart-closed' });
});
