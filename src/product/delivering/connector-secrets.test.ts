/** Keys and passwords of every connector, planted through its page and used: they stand nowhere in clear afterwards. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createLine } from 'node:net';
import type { AddressInfo, Server as Line } from 'node:net';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { everythingKept, writtenForms } from '../../../test/support/everything-kept.ts';
import { official } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';
import { createLog } from '../../platform/index.ts';
import { allKinds } from '../kinds.ts';

const government = 'bulungan';
const logged: string[] = [];
let app: TestApp;
let admin: Officer;
/** A counterpart that says back all it was told, as badly written ones do. */
let parrot: Server;
/** The same without HTTP. */
let echo: Line;

before(async () => {
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  app = await startTestApp('connector_secrets', { log });
  admin = await official(app, government, 'administrator');
  parrot = createServer((request, response) => {
    const error = `refused: ${JSON.stringify(request.headers)}`.slice(0, 299);
    response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
  }).listen(0, '127.0.0.1');
  echo = createLine((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await Promise.all([once(parrot, 'listening'), once(echo, 'listening')]);
});
after(async () => {
  parrot.close();
  echo.close();
  await app.close();
});

const portOf = (server: Server | Line): string => String((server.address() as AddressInfo).port);
const planted = (connector: string, name: string): string =>
  Buffer.from(`Rahasia tertanam ${connector} ${name} +/?`).toString('base64').replace(/=+$/, '');

const domain = 'bulungan.go.id';

/** What each connector is filled in with beside its secrets; `kind.…` and `own.…` as on its page. */
const filledIn = (): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  'mailbox/ldap': {
    'kind.domain': domain,
    'own.host': '127.0.0.1',
    'own.port': portOf(echo),
    'own.security': 'none',
    'own.bindDn': 'cn=pendopo,dc=bulungan',
    'own.base': 'ou=surat,dc=bulungan',
  },
  'dns-name/rfc2136': {
    'kind.zone': domain,
    'own.server': '127.0.0.1',
    'own.port': portOf(echo),
    'own.zone': domain,
    'own.keyName': 'pendopo',
  },
  'dns-name/powerdns': {
    'kind.zone': domain,
    'own.url': `http://127.0.0.1:${portOf(parrot)}`,
    'own.zone': domain,
  },
  'certificate/bsre': {
    'kind.organisation': 'Pemerintah Kabupaten Bulungan',
    'own.address': `http://127.0.0.1:${portOf(parrot)}`,
    'own.user': 'portal',
  },
});

const keepers = Object.entries(allKinds).flatMap(([kind, { kind: product }]) =>
  product.connectors.flatMap(({ id, form }) => {
    const secrets = form.fields.filter(({ type }) => type === 'secret').map(({ name }) => name);
    return secrets.length > 0 ? [{ kind, id, secrets }] : [];
  }),
);

for (const { kind, id, secrets } of keepers) {
  test(`${kind} through ${id}: kept and tested, its secrets are shown on no page`, async () => {
    const given = filledIn()[`${kind}/${id}`];
    assert.ok(given, 'a connector with secrets has its values here');
    const page = `/meja/kelola/penyambung/${kind}`;
    const values = Object.fromEntries(secrets.map((name) => [`own.${name}`, planted(id, name)]));
    await admin.get(`${page}?lewat=${id}`);
    const saved = await admin.post(page, { penyambung: id, ...given, ...values });
    assert.equal(saved.status, 303, saved.text);
    const tested = await admin.post(`${page}/uji`);
    assert.match(tested.text, /Uji gagal/);
    const shown = [tested, await admin.get(page), await admin.get('/meja/kelola/penyambung')];
    for (const { text } of shown)
      for (const value of Object.values(values))
        for (const form of writtenForms(value)) assert.ok(!text.includes(form));
  });
}

test('in database, queue, journal, files and log none of them stands in clear', async () => {
  const everywhere = [await everythingKept(app), ...logged].join('\n');
  assert.ok(everywhere.includes('cn=pendopo,dc=bulungan'), 'the search finds what is there');
  for (const { id, secrets } of keepers)
    for (const name of secrets)
      for (const form of writtenForms(planted(id, name)))
        assert.ok(!everywhere.includes(form), `${id}: ${name}`);
});

test('the search finds a secret however it stands', () => {
  const value = 'Rahasia+/tertanam';
  const places = [
    `Basic ${Buffer.from(`pengguna:${value}`).toString('base64')}`,
    Buffer.from(`a:${value}`).toString('base64url'),
    Buffer.from(`xyz${value}`).toString('hex'),
    `?key=${encodeURIComponent(value)}&x=1`,
    JSON.stringify({ value }),
  ];
  for (const place of places)
    assert.ok(
      writtenForms(value).some((form) => place.includes(form)),
      place,
    );
});
