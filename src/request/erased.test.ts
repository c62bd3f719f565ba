/** What is left of a request that was erased: a journal that still verifies, and nothing that leads to anybody. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { actAs, apiOf, codeOf, keyOf, readOnDesk, submitExample } from '../../test/support/api.ts';
import type { Api, Problem, Receipt } from '../../test/support/api.ts';
import { examplePdf } from '../example-document.ts';
import { openDatabase } from '../platform/index.ts';
import type { Database, FileStore } from '../platform/index.ts';
import { CHECKPOINTS, eraseRequest, Vault, verifyJournal } from './index.ts';

let app: TestApp;
let api: Api;
let worker: Database;
/** The owner of the tables: row-level security and grants do not bind them. */
let owner: Client;

before(async () => {
  app = await startTestApp('erased');
  api = await apiOf(app);
  worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
  owner = new Client({ connectionString: app.addresses.ownerUrl });
  await owner.connect();
  await owner.query('set search_path = pendopo');
});

after(async () => {
  await owner.end();
  await worker.close();
  await app.close();
});

/** A meeting room request that has been checked, and thus has several entries. */
async function request(): Promise<Receipt & { readonly id: string }> {
  const once = { 'idempotency-key': randomUUID() };
  const receipt = await submitExample(api, 'klaten', 'ruang-rapat', once);
  const desk = await readOnDesk(api, 'klaten', receipt.number, 'pengelola-ruang-rapat');
  const done = await actAs(api, await api.as('klaten', 'pengelola-ruang-rapat'), desk, 'complete');
  assert.equal(done.status, 200);
  const { rows } = await owner.query<{ id: string }>('select id from request where number = $1', [
    receipt.number,
  ]);
  const [row] = rows;
  assert.ok(row);
  return { ...receipt, id: row.id };
}

/** A file uploaded in answer to a return and not sent yet. */
async function heldFile(request: string): Promise<Parameters<FileStore['get']>[0]> {
  const { context, clock } = app;
  const government = 'klaten';
  return context.database.transaction({ government }, async (tx) => {
    const vault = await Vault.find(tx, context.keys, government, request);
    assert.ok(vault);
    const file = { government, id: randomUUID(), dataKey: vault.dataKey };
    const source = Readable.from([examplePdf('KTP')]);
    const { type, size, sha256 } = await context.files.put({ ...file, source });
    const row = { government, id: file.id, request: null, draft: request, requirement: 'ktp' };
    await tx
      .insertInto('file')
      .values({
        ...row,
        sealed_name: vault.seal('x', 'ktp.pdf'),
        type,
        size,
        sha256,
        given_by: 'applicant',
        for_applicant: true,
        personal: true,
        created_at: clock.now(),
        erased_at: null,
      })
      .execute();
    return file;
  });
}

describe('an erased request', () => {
  const act = { government: 'klaten', actor: 'uji', reason: 'Permintaan subjek data.' };

  test('must have ended, then loses every value and file, and still verifies, saying "erased"', async () => {
    const one = await request();
    const deps = { ...app.context, database: worker };
    await assert.rejects(eraseRequest(deps, { ...act, number: one.number }), { code: 'request-open' });
    const url = `/api/v1/requests/${one.number}`;
    assert.equal((await api.post(`${url}/withdrawal`, {}, keyOf(one))).status, 200);
    const { body } = await api.get<{ files: { id: string }[] }>(url, keyOf(one));
    const [file] = body.files;
    assert.ok(file);
    const held = await heldFile(one.id);
    await eraseRequest(deps, { ...act, number: one.number });
    await eraseRequest(deps, { ...act, number: one.number });
    const { findings, erased } = await verifyJournal(
      { ...app.context, directory: join(app.dataDirectory, CHECKPOINTS) },
      'klaten',
    );
    assert.deepEqual([findings, erased], [[], [one.number]]);
    for (const table of [
      'request_key',
      'request_value',
      'applicant',
      'contact_hash',
      'message',
      'secret',
      // The hash of a form, unsalted, is a means of guessing it.
      'idempotency',
    ]) {
      const { rowCount } = await owner.query(`select from ${table} where request = $1`, [one.id]);
      assert.equal(rowCount, 0, table);
    }
    const { rows: hashes } = await owner.query<{ sha256: Buffer }>(
      'select sha256 from file where request = $1',
      [one.id],
    );
    assert.ok(hashes.length > 0);
    for (const { sha256 } of hashes) assert.equal(sha256.length, 0, 'hash of a file that is gone');
    await assert.rejects(app.context.files.get(held), { code: 'file-not-found' });
    assert.equal((await owner.query('select from file where id = $1', [held.id])).rowCount, 0);
    const tracked = await api.get<{ erased: boolean; timeline: object[] }>(url, keyOf(one));
    assert.equal(tracked.body.erased, true);
    assert.equal(
      codeOf(await api.post<Problem>(`${url}/messages`, { text: 'x' }, keyOf(one))),
      '409 request-erased',
    );
    const download = await app.server.inject({ url: `${url}/files/${file.id}`, headers: keyOf(one) });
    assert.equal(download.statusCode, 404);
  });

  test('leaves a line in the access log that names nobody', async () => {
    const { rows } = await owner.query<{ actor: string; reason: string }>(
      "select actor, reason from access_log where act = 'erase'",
    );
    assert.deepEqual(rows, [{ actor: 'uji', reason: 'Permintaan subjek data.' }]);
  });
});
