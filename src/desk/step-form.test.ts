/** What an official finds in the form of a step: what the applicant proposed, until the official types something else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { act } from '../../test/support/desk.ts';
import { official } from '../../test/support/officer.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';

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
