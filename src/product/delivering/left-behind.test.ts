/** A request that ends before all of it is done leaves what was delivered until then: whoever answers for that is told. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { official } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { createLog } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { withdraw } from '../../request/index.ts';
import { deliverTask } from './runner.ts';

const government = 'bulungan';
let app: TestApp;
let worker: Database;
before(async () => {
  app = await startTestApp('left_behind');
  worker = await openWorker(app);
});
after(async () => {
  await worker.close();
  await app.close();
});

let n = 0;

/** A request at the step that makes three things. */
async function atStep(): Promise<{ readonly number: string; readonly trackingKey: string }> {
  const asked = await submitExampleRequest(app, government, 'hosting-subdomain-email');
  await act(app, government, asked.number, 'complete');
  n += 1;
  return asked;
}

/** Has the mailbox made; the rest of the step waits. */
async function deliverMailbox(number: string): Promise<string> {
  const { deliveries } = await act(app, government, number, 'deliver', {
    deliveries: ['kotak-surat'],
    fields: { 'alamat-email': `tersisa${n}@bulungan.go.id` },
  });
  const delivery = deliveries?.at(-1)?.delivery ?? '';
  const deps = { ...app.context.delivering, request: app.context, log: createLog('silent') };
  await deliverTask(deps)({ delivery }, { government, database: worker });
  return delivery;
}

const toldOf = async (number: string): Promise<readonly string[]> => {
  const rows = await app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('notice as n')
      .innerJoin('request as r', (join) =>
        join.onRef('r.government', '=', 'n.government').onRef('r.id', '=', 'n.request'),
      )
      .select('n.position')
      .where('r.number', '=', number)
      .where('n.rule', '=', 'product-left')
      .execute(),
  );
  return rows.map(({ position }) => position);
};

test('an applicant who withdraws leaves a mailbox: the post that made it is told, and can take it back', async () => {
  const asked = await atStep();
  const delivery = await deliverMailbox(asked.number);
  await withdraw(app.context, { government, ...asked }, { version: null });
  assert.deepEqual(await toldOf(asked.number), ['staf-egov']);
  const mails = (await app.server.inject('/peragaan/kotak-surat')).body;
  assert.ok(mails.includes(`Produk masih ada: ${asked.number}`));
  const page = await (await official(app, government, 'staf-egov')).get(`/meja/permohonan/${asked.number}`);
  assert.match(page.text, /Cabut produk layanan/);
  assert.ok(page.text.includes(delivery));
});

test('where nothing was delivered, or all of it was taken back, nobody is told', async () => {
  const nothing = await atStep();
  await withdraw(app.context, { government, ...nothing }, { version: null });
  assert.deepEqual(await toldOf(nothing.number), []);
  const back = await atStep();
  const delivery = await deliverMailbox(back.number);
  await act(app, government, back.number, 'withdraw-product', {
    deliveries: [delivery],
    reason: 'Salah nama.',
  });
  await withdraw(app.context, { government, ...back }, { version: null });
  assert.deepEqual(await toldOf(back.number), []);
});
