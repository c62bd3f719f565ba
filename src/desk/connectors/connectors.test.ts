/** The administrator's pages of connectors, and what waits for somebody, with a double behind them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act } from '../../../test/support/desk.ts';
import { official } from '../../../test/support/officer.ts';
import type { Officer, Page } from '../../../test/support/officer.ts';
import { MailDouble } from '../../../test/support/product-double.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { createLog, openDatabase } from '../../platform/index.ts';
import { DELIVER, deliverTask, testConnector } from '../../product/index.ts';

const government = 'klungkung';
const PAGE = '/meja/kelola/penyambung/mailbox';
const server = new MailDouble();
let app: TestApp;
let admin: Officer;

before(async () => {
  app = await startTestApp('connectors', { kinds: server.kinds });
  admin = await official(app, government, 'administrator');
});
after(() => app.close());

const remote = (more: Record<string, string> = {}): Record<string, string> => ({
  penyambung: 'remote',
  'kind.domain': 'klungkungkab.go.id',
  'own.host': 'surat.klungkungkab.go.id',
  'own.key': 'right',
  ...more,
});

test('the published facts of a government are enough for the embedded connector', async () => {
  const { text } = await admin.get('/meja/kelola/penyambung');
  assert.match(text, /Kotak surat percobaan/);
  assert.match(text, /Server tiruan/);
  assert.match(text, /Belum diuji/);
});

test('what is missing is told at its field, and everything typed but the secret stays', async () => {
  await admin.get(`${PAGE}?lewat=remote`);
  const { status, text } = await admin.post(PAGE, remote({ 'own.host': '', 'own.key': 'rahasia-sekali' }));
  assert.equal(status, 422);
  assert.match(text, /Isi nama server/);
  assert.match(text, /href="#f-own\.host"/);
  assert.match(text, /value="klungkungkab\.go\.id"/);
  assert.doesNotMatch(text, /rahasia-sekali/);
});

test('a secret is kept sealed, survives an empty field, and is never shown again', async () => {
  const wrong = await admin.post(PAGE, remote({ 'own.key': 'wrong-key-0815' }));
  assert.equal(wrong.location, `${PAGE}?tersimpan`);
  const failed = await admin.post(`${PAGE}/uji`);
  assert.match(failed.text, /Uji gagal/);
  assert.match(failed.text, /menolak akun atau kunci kami/);
  await admin.post(PAGE, remote());
  const again = await admin.post(PAGE, remote({ 'own.key': '' }));
  assert.equal(again.status, 303);
  const passed = await admin.post(`${PAGE}/uji`);
  assert.match(passed.text, /Uji berhasil/);
  assert.match(passed.text, /Sudah tersimpan/);
  const { rows } = await app.context.database.transaction({ government }, (tx) =>
    sql<{ whole: string }>`select c::text as whole from pendopo.connector c`.execute(tx),
  );
  assert.equal(rows.length, 1);
  const whole = rows[0]?.whole ?? '';
  for (const secret of ['right', 'wrong-key-0815']) {
    assert.ok(!whole.includes(secret) && !whole.includes(Buffer.from(secret).toString('hex')));
    assert.ok(!passed.text.includes(`value="${secret}"`));
  }
});

test('a kept secret is sent to no other server: whoever changes the address fills it in again', async () => {
  await admin.post(PAGE, remote());
  const elsewhere = { 'own.host': 'pencuri.example.org' };
  const moved = await admin.post(PAGE, remote({ ...elsewhere, 'own.key': '' }));
  assert.equal(moved.status, 422);
  assert.match(moved.text, /href="#f-own\.key"/);
  assert.match(moved.text, /Isi lagi kuncinya: sambungannya berubah/);
  const kept = await admin.get(PAGE);
  assert.match(kept.text, /surat\.klungkungkab\.go\.id/);
  assert.doesNotMatch(kept.text, /pencuri/);
  assert.equal((await admin.post(PAGE, remote(elsewhere))).status, 303, 'with the key it may');
});

test('by hand for a while: the connection and its secret are there when it is chosen again', async () => {
  await admin.post(PAGE, remote());
  assert.equal((await admin.post(PAGE, { penyambung: 'by-hand' })).status, 303);
  const shown = await admin.get(`${PAGE}?lewat=remote`);
  assert.match(shown.text, /value="surat\.klungkungkab\.go\.id"/);
  assert.match(shown.text, /value="klungkungkab\.go\.id"/);
  assert.match(shown.text, /Sudah tersimpan/);
  const elsewhere = await admin.post(PAGE, remote({ 'own.host': 'pencuri.example.org', 'own.key': '' }));
  assert.equal(elsewhere.status, 422, 'a way round by hand leads the secret nowhere else');
  assert.equal((await admin.post(PAGE, remote({ 'own.key': '' }))).status, 303);
  assert.match((await admin.post(`${PAGE}/uji`)).text, /Uji berhasil/);
});

test('the outcome of a test is not written onto settings that were saved while it ran', async () => {
  await admin.post(PAGE, remote());
  server.whileTesting = async () => {
    server.whileTesting = () => Promise.resolve();
    app.clock.moveTo('2026-11-23T02:00:01Z');
    await admin.post(PAGE, remote({ 'own.key': 'wrong' }));
  };
  const { text } = await admin.post(`${PAGE}/uji`);
  assert.match(text, /Uji berhasil/);
  assert.match((await admin.get(PAGE)).text, /Belum diuji/);
});

test('a connector that fails in a way of its own tells no secret on the page or in the log', async () => {
  await admin.post(PAGE, remote());
  server.whileTesting = () => Promise.reject(new TypeError('cannot sign in with "right-0815"'));
  const written: string[] = [];
  const log = createLog('debug', { write: (line: string) => void written.push(line) });
  const { database, delivering } = app.context;
  await testConnector(database, { ...delivering, log }, government, 'mailbox');
  const { text } = await admin.post(`${PAGE}/uji`);
  server.whileTesting = () => Promise.resolve();
  assert.match(text, /rinciannya ada di log program/);
  assert.match(written.join(''), /the test of a connector failed unexpectedly/);
  assert.doesNotMatch([...written, text].join(''), /right-0815/);
});

test('by hand is a choice too: then the step offers no order', async () => {
  const { number } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  const officer = await official(app, government, 'kasi-layanan-data');
  assert.match((await officer.get(`/meja/permohonan/${number}`)).text, /Diserahkan oleh sistem/);
  assert.equal((await admin.post(PAGE, { penyambung: 'by-hand' })).status, 303);
  assert.doesNotMatch((await officer.get(`/meja/permohonan/${number}`)).text, /Diserahkan oleh sistem/);
  await admin.post(PAGE, { penyambung: 'double', 'kind.domain': 'klungkungkab.go.id' });
});

test('nobody else changes a connector, and a kind that is none is not found', async () => {
  const officer = await official(app, government, 'kasi-layanan-data');
  assert.equal((await officer.get(PAGE)).status, 403);
  assert.equal((await officer.post(PAGE, remote())).status, 403);
  assert.equal((await admin.get('/meja/kelola/penyambung/constructor')).status, 404);
});

test('an officer sees the plan, confirms it, and finds what stopped on a page, with its cause', async () => {
  const { number } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  const officer = await official(app, government, 'kasi-layanan-data');
  const address = `/meja/permohonan/${number}`;
  const page = await officer.get(address);
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
  const typed = {
    version,
    'step.deliveries': 'kotak-surat',
    'step.fields.alamat-email': 'dinas@klungkungkab.go.id',
  };
  const foreign = await officer.post(address, {
    ...typed,
    action: 'plan',
    'step.fields.alamat-email': 'dinas@example.org',
  });
  assert.equal(foreign.status, 422);
  assert.match(foreign.text, /Alamat harus di domain kita/);
  const plan = await officer.post(address, {
    ...typed,
    action: 'plan',
    'step.evidence.secret': 'sandi-0815',
  });
  assert.match(plan.text, /Rencana penyerahan/);
  assert.match(plan.text, /dinas@klungkungkab\.go\.id/);
  assert.doesNotMatch(plan.text, /sandi-0815/);
  const stranger = await official(app, government, 'petugas-surat');
  const refused = await stranger.post(address, { ...typed, action: 'plan' });
  assert.equal(refused.status, 403, 'only who makes the step sees its plan');
  const confirmed = (seen: Page): Record<string, string> => ({
    ...typed,
    action: 'deliver',
    plan: /name="plan" value="(\w+)"/.exec(seen.text)?.[1] ?? '',
  });
  await admin.post(PAGE, remote());
  const changed = await officer.post(address, confirmed(plan));
  assert.match(changed.text, /Rencana berubah/, 'another server than the one that was seen');
  assert.match(changed.text, /Server jauh/);
  assert.equal(server.calls.length, 0);
  const done = await officer.post(address, confirmed(changed));
  assert.equal(done.status, 303, done.text);
  server.trouble = ['refused'];
  await deliverAll();
  assert.match((await officer.get('/meja')).text, /href="\/meja\/penyerahan"/);
  const stopped = await officer.get('/meja/penyerahan');
  assert.match(stopped.text, new RegExp(number));
  assert.match(stopped.text, /ditolak/);
  assert.equal((await stranger.get('/meja/penyerahan')).status, 200);
  const stuck = await officer.get(address);
  assert.match(stuck.text, /terhenti, perlu Anda/);
  assert.match(stuck.text, /Coba lagi/);
  assert.match(stuck.text, /href="\/meja\/penyerahan"/);
  assert.doesNotMatch(stuck.text, /settle-delivery\.looked/, 'nothing is in doubt');
  await doneByHandInDoubt(officer, number);
});

/** What the program may have made already is not called done by hand before somebody looked. */
async function doneByHandInDoubt(officer: Officer, number: string): Promise<void> {
  const address = `/meja/permohonan/${number}`;
  const valueIn = async (name: string): Promise<string> =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec((await officer.get(address)).text)?.[1] ?? '';
  const delivery = await valueIn('resume-delivery.delivery');
  const act = async (action: string, more: Record<string, string> = {}): Promise<Page> =>
    officer.post(address, {
      action,
      version: await valueIn('version'),
      [`${action}.delivery`]: delivery,
      ...more,
    });
  assert.equal((await act('resume-delivery')).status, 303);
  server.trouble = ['cut-after', 'cannot-ask'];
  await deliverAll();
  app.clock.moveTo(app.clock.now().add({ minutes: 2 }));
  await deliverAll();
  const evidence = { 'settle-delivery.evidence.text': 'dinas@klungkungkab.go.id sudah ada.' };
  const refused = await act('settle-delivery', evidence);
  assert.equal(refused.status, 422, refused.text);
  assert.match(refused.text, /href="#f-settle-delivery\.looked"/);
  assert.match(refused.text, /Tekan &quot;Coba lagi&quot; dulu|Tekan "Coba lagi" dulu/);
  const settled = await act('settle-delivery', { ...evidence, 'settle-delivery.looked': 'yes' });
  assert.equal(settled.status, 303, settled.text);
}

/** Does every delivery job that waits, as the worker would. */
async function deliverAll(): Promise<void> {
  const { context } = app;
  const database = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 2 });
  const { rows } = await context.database.transaction({ government }, (tx) =>
    sql<{ id: string }>`select id from pendopo.delivery where next_at is not null`.execute(tx),
  );
  assert.equal(DELIVER, 'deliver-product');
  const task = deliverTask({ ...context.delivering, request: context, log: createLog('silent') });
  for (const { id } of rows) await task({ delivery: id }, { government, database });
  await database.close();
}
