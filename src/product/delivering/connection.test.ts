/** Which settings tell one server from another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allKinds } from '../kinds.ts';
import { markOf } from './connection.ts';
import type { AnyConnector } from './kinds.ts';

const connectors: readonly AnyConnector[] = Object.values(allKinds).flatMap(({ kind }) => kind.connectors);

function markBy(id: string, own: object): string {
  const connector = connectors.find((one) => one.id === id);
  assert.ok(connector);
  return markOf(connector, connector.form.schema.parse(own));
}

const directory = {
  host: 'ldap.klungkungkab.go.id',
  bindDn: 'cn=surat,dc=klungkungkab,dc=go,dc=id',
  password: 'rahasia',
  base: 'ou=surat,dc=klungkungkab,dc=go,dc=id',
};

test('settings that were never saved are the same server as those saved as they stand in the form', () => {
  assert.equal(markBy('dovecot-files', {}), markBy('dovecot-files', { mailRoot: '', dovecot: '2.3' }));
  assert.equal(markBy('directory', {}), markBy('directory', { uid: '', gid: '33' }));
  assert.equal(markBy('ldap', directory), markBy('ldap', { ...directory, port: '', markAttribute: '' }));
});

test('a newer version, a rotated CA, another hash or password is no other server', () => {
  assert.equal(markBy('dovecot-files', { dovecot: '2.3' }), markBy('dovecot-files', { dovecot: '2.4' }));
  assert.equal(markBy('directory', { uid: '33' }), markBy('directory', { uid: '1000' }));
  const rotated = {
    authority: '-----BEGIN CERTIFICATE-----\nbaru',
    hash: 'argon2id',
    password: 'lain',
    bindDn: 'cn=baru,dc=klungkungkab,dc=go,dc=id',
  };
  assert.equal(markBy('ldap', directory), markBy('ldap', { ...directory, ...rotated }));
});

test('another host, part of it, or mark by which ours are known is another server', () => {
  const marks = [
    {},
    { host: 'ldap2.klungkungkab.go.id' },
    { port: '1636' },
    { base: 'ou=baru,dc=klungkungkab,dc=go,dc=id' },
    { markAttribute: 'employeeNumber' },
  ].map((other) => markBy('ldap', { ...directory, ...other }));
  assert.equal(new Set(marks).size, marks.length);
});

test('every connector to a server elsewhere says which settings name it, and no secret is among them', () => {
  const naming = (connector: AnyConnector) => connector.form.fields.filter(({ namesServer }) => namesServer);
  const silent = connectors.filter(
    (one) => !one.embedded && one.byPeople !== true && naming(one).length === 0,
  );
  assert.deepEqual(
    silent.map(({ id }) => id),
    ['trial'],
    'the trial authority is its own counterpart',
  );
  assert.deepEqual(
    connectors.flatMap(naming).filter(({ type }) => type === 'secret'),
    [],
  );
});
