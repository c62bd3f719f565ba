/** A letter and the erasing of its request: nothing is left half done, and one that is wrong can be declared void for ever. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { official } from '../../../test/support/officer.ts';
import type { Officer } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import type { Database } from '../../platform/index.ts';
import { eraseRequest } from '../../request/index.ts';

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
