/** Codes by mail go only to whoever needs one now, and nobody can use up those of somebody else. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Client } from 'pg';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { fillExample } from '../../../test/support/form-example.ts';
import { Visitor } from '../../../test/support/visitor.ts';

const form = '/klaten/layanan/ruang-rapat/ajukan';
const ratna = { instansi: 'dinas-pendidikan', nama: 'Ratna Contoh', surel: 'ratna@contoh.go.id' };
const nothing = async (): Promise<void> => undefined;

let app: TestApp;
let owner: Client;

before(async () => {
  app = await startTestApp('proof', {
    demo: false,
    requestsPerHour: 20,
    mailer: { send: nothing, close: nothing },
  });
  owner = new Client(app.addresses.ownerUrl);
  await owner.connect();
});

after(async () => {
  await owner.end();
  await app.close();
});

beforeEach(() => owner.query('truncate pendopo.bucket'));

/** How many messages wait to leave. */
async function mailed(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail-draft-link'`,
  );
  return rows[0]?.n ?? 0;
}

async function flood(): Promise<void> {
  while ((await app.context.limiters.calm.take('klaten')).allowed);
}

/** A visitor from this address with all of the form filled in, in Ratna's name. */
async function atCheck(address: string): Promise<Visitor> {
  const visitor = new Visitor(app.server, address);
  await fillExample(app, visitor, form);
  const check = visitor.page.url;
  await visitor.open(check.replace('/periksa', '/isi/pemohon'));
  await visitor.submit({ ...ratna, telepon: '' });
  await visitor.open(check);
  assert.match(visitor.page.body, /ratna@contoh\.go\.id/);
  return visitor;
}

/** Asks for another code, on the page that asks for one. */
async function askAgain(visitor: Visitor): Promise<number> {
  const [draft] = /^.*\/ajukan\/[^/]+/.exec(visitor.page.url) ?? [];
  await visitor.open(`${draft}/bukti`);
  return (await visitor.submit({}, '/bukti/lagi')).status;
}

describe('another code', () => {
  test('is sent to nobody where none is needed now', async () => {
    const visitor = await atCheck('10.4.0.1');
    await askAgain(visitor);
    assert.equal(await mailed(), 0);
    assert.match(visitor.page.url, /\/periksa$/, 'sending is all that is left to do');
  });

  test('is sent to nobody for a form that says too little to be sent', async () => {
    await flood();
    const visitor = new Visitor(app.server, '10.4.0.2');
    await visitor.open(form);
    app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
    await visitor.submit({ surel: ratna.surel, lanjut: '', nanti: '' });
    await askAgain(visitor);
    assert.equal(await mailed(), 0);
  });

  test('is sent in a flood, also when a stranger elsewhere has asked for many in the same name', async () => {
    const stranger = await atCheck('10.4.0.3');
    const other = await atCheck('10.4.0.3');
    const own = await atCheck('10.4.0.4');
    await flood();
    const statuses: number[] = [];
    for (const visitor of [stranger, stranger, other, other, other]) statuses.push(await askAgain(visitor));
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
    assert.equal(await mailed(), 3);
    await own.submit({}, '/periksa');
    assert.match(own.page.url, /\/bukti$/);
    assert.equal(await mailed(), 4);
  });

  test('is not sent to one address without end, from however many places', async () => {
    const visitors: Visitor[] = [];
    for (let place = 0; place < 8; place += 1) visitors.push(await atCheck(`10.4.1.${place}`));
    const before = await mailed();
    await flood();
    for (const visitor of visitors) for (let time = 0; time < 3; time += 1) await askAgain(visitor);
    assert.equal((await mailed()) - before, 20);
  });
});
