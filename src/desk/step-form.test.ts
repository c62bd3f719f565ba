/** What an official finds in the form of a step: what the applicant proposed, until the official types something else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { act } from '../../test/support/desk.ts';
import { official, signedIn } from '../../test/support/officer.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';
import { Visitor } from '../../test/support/visitor.ts';
import { verifyJournal } from '../request/index.ts';

const government = 'klungkung';
let app: TestApp;
before(async () => void (app = await startTestApp('step-form')));
after(() => app.close());

const FIELD = 'step.fields.alamat-email';
const valueOf = (text: string): string | undefined =>
  new RegExp(`name="${FIELD.replaceAll('.', String.raw`\.`)}"[^>]* value="([^"]*)"`).exec(text)?.[1];

test('a field begins with what the applicant proposed; what the official made of it stays', async () => {
  const { number } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  const officer = await official(app, government, 'kasi-layanan-data');
  const address = `/meja/permohonan/${number}`;
  const page = await officer.get(address);
  assert.equal(valueOf(page.text), 'dinkes@klungkungkab.go.id');
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
  const typed = { version, action: 'plan', 'step.deliveries': 'kotak-surat' };
  const changed = await officer.post(address, { ...typed, [FIELD]: 'root@klungkungkab.go.id' });
  assert.equal(changed.status, 422, 'a name that is refused');
  assert.equal(valueOf(changed.text), 'root@klungkungkab.go.id');
  const emptied = await officer.post(address, { ...typed, [FIELD]: '' });
  assert.equal(emptied.status, 422, emptied.text);
  assert.equal(valueOf(emptied.text) ?? '', '');
});

test('an identity that does not agree stops a slip: who goes on says why, and officials read it in the history', async () => {
  const { number, trackingKey } = await submitExampleRequest(app, government, 'tanda-tangan-elektronik');
  await act(app, government, number, 'complete');
  const address = `/meja/permohonan/${number}`;
  const officer = await signedIn(app, 'kadek@klungkung');
  const page = await officer.get(address);
  const typed = {
    version: /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '',
    action: 'pass',
    'step.note': 'Berkas rapi.',
    'step.fields.kecocokan-identitas': 'tidak-cocok',
    'step.fields.status-bsre': 'belum-terdaftar',
  };
  assert.doesNotMatch(page.text, /Mengapa tetap dilanjutkan/, 'asked of nobody without need');
  const warned = await officer.post(address, typed);
  assert.equal(warned.status, 422, 'whatever else was noted');
  assert.match(
    warned.text,
    /error-summary[^]*href="#[^"]*despite[^]*Identitas pada surat dan KTP: Tidak cocok/,
  );
  assert.match(warned.text, /Mengapa tetap dilanjutkan/);
  assert.match((await officer.get(`${address}?lang=en`)).text, /Verify the applicant/);
  const inEnglish = await officer.post(address, typed);
  assert.match(inEnglish.text, /Identity in the letter and on the card: They do not agree[^]*Why it goes on/);
  await officer.get(`${address}?lang=id`);
  const reason = 'Beda ejaan; dicocokkan dengan kartu keluarga.';
  const done = await officer.post(address, { ...typed, 'step.despite': reason });
  assert.equal(done.status, 303, done.text);
  const history = (await officer.get(address)).text;
  assert.match(
    history,
    /id="riwayat"[^]*Tetap dilanjutkan, walaupun: Identitas pada surat dan KTP\.[^]*Beda ejaan/,
  );
  const visitor = new Visitor(app.server);
  await visitor.open(`/${government}/permohonan/${number}`);
  const { body } = await visitor.submit({ nomor: number, kunci: trackingKey });
  assert.match(body, /Verifikasi pemohon/);
  assert.doesNotMatch(body, /Beda ejaan|Tetap dilanjutkan/, 'no applicant reads it');
  const { findings } = await verifyJournal({ ...app.context, directory: app.dataDirectory }, government);
  assert.deepEqual(findings, []);
});

test('over the API too; where the finding agrees no reason is asked, and none is kept', async () => {
  const { number } = await submitExampleRequest(app, government, 'tanda-tangan-elektronik');
  await act(app, government, number, 'complete');
  const fields = { 'kecocokan-identitas': 'tidak-cocok', 'status-bsre': 'terdaftar' };
  await assert.rejects(act(app, government, number, 'pass', { fields }), { code: 'finding-unexplained' });
  await act(app, government, number, 'pass', {
    fields: { ...fields, 'kecocokan-identitas': 'cocok' },
    despite: 'Tidak perlu.',
  });
  const officer = await signedIn(app, 'kadek@klungkung');
  assert.doesNotMatch(
    (await officer.get(`/meja/permohonan/${number}`)).text,
    /Tetap dilanjutkan|Tidak perlu/,
  );
});
