/** A letter and the erasing of its request: nothing is left half done, and one that is wrong can be declared void for ever. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { nobody, official } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import type { Database } from '../../platform/index.ts';
import { eraseRequest, verifyJournal } from '../../request/index.ts';

const government = 'klaten';
const scan = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
let app: TestApp;
let worker: Database;
let officer: Officer;

before(async () => {
  app = await startTestApp('letters_erased');
  worker = await openWorker(app);
  officer = await official(app, government, 'kasubbag-umum');
});
after(async () => {
  await worker.close();
  await app.close();
});

/** A request that has ended, and a letter over it that has its number and waits for a signature. */
async function numbered(): Promise<{ readonly number: string; readonly letter: string }> {
  const { number } = await submitExampleRequest(app, government, 'ruang-rapat');
  for (const action of ['complete', 'approve', 'fulfil']) await act(app, government, number, action);
  await officer.get(`/meja/permohonan/${number}`);
  const begun = await officer.post(`/meja/permohonan/${number}/surat`, { template: 'granted' });
  const letter = begun.location ?? '';
  assert.equal((await officer.post(letter, { action: 'number' })).status, 303);
  return { number, letter };
}

const erase = (number: string): Promise<void> =>
  eraseRequest(
    { ...app.context, database: worker },
    { government, number, actor: 'uji', reason: 'Permintaan subjek data.' },
  );

test('while a number waits for its signature nothing is erased', async () => {
  const { number, letter } = await numbered();
  await assert.rejects(erase(number), { code: 'letter-unsigned' });
  assert.equal((await officer.post(letter, { action: 'void', reason: 'Tidak jadi.' })).status, 303);
  await erase(number);
});

test('a letter that is found wrong after its request was erased is declared void, in no words, and the public page says so', async () => {
  const { number, letter } = await numbered();
  const part = { field: 'scan', fileName: 'pindai.pdf', content: scan };
  assert.equal((await officer.postFiles(letter, { action: 'by-hand' }, [part])).status, 303);
  await erase(number);
  assert.ok((await officer.get('/meja/surat-keluar')).text.includes(letter), 'the register leads there');
  const page = await officer.get(letter);
  assert.match(page.text, /sudah dihapus[^]*Nyatakan batal/);
  const verification = /href="(\/verifikasi\/[0-9A-Z]{16})"/.exec(page.text)?.[1] ?? '';
  const citizen = nobody(app);
  assert.match((await citizen.get(verification)).text, /Sah diterbitkan/);
  const stranger = await official(app, 'klungkung', 'kasi-persandian');
  assert.equal((await stranger.get(letter)).status, 404);
  for (const press of [1, 2])
    assert.equal((await officer.post(letter, { action: 'void' })).status, 303, `${press}`);
  assert.doesNotMatch((await citizen.get(verification)).text, /Sah diterbitkan/);
  assert.doesNotMatch((await officer.get(letter)).text, /<button[^>]*>Nyatakan batal/);
  const context = { ...app.context, directory: `${app.dataDirectory}/checkpoints` };
  assert.deepEqual((await verifyJournal(context, government)).findings, []);
});
