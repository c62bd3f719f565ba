/** What stopped and was then made by hand, with words alone to show for it, is a product like any other: it can be given back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { official } from '../../../test/support/officer.ts';
import { MailDouble } from '../../../test/support/product-double.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import { createLog } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { trackRequest } from '../../request/index.ts';
import { deliverTask } from './runner.ts';

const government = 'klungkung';
let app: TestApp;
let worker: Database;
let server: MailDouble;
before(async () => {
  server = new MailDouble();
  app = await startTestApp('settled_by_hand', { kinds: server.kinds });
  worker = await openWorker(app);
});
after(async () => {
  await worker.close();
  await app.close();
});

interface Settled {
  readonly number: string;
  readonly trackingKey: string;
  readonly delivery: string;
}

const run = (delivery: string): Promise<void> =>
  deliverTask({ ...app.context.delivering, request: app.context, log: createLog('silent') })(
    { delivery },
    { government, database: worker },
  );

/** A mailbox that the program could not make and an official made. */
async function settled(): Promise<Settled> {
  const { number, trackingKey } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  const ordered = await act(app, government, number, 'deliver', {
    deliveries: ['kotak-surat'],
    fields: { 'alamat-email': 'bagian@klungkungkab.go.id' },
  });
  const delivery = ordered.deliveries?.at(-1)?.delivery ?? '';
  server.trouble = ['refused'];
  await run(delivery);
  const evidence = [{ type: 'text', text: 'Dibuat di konsol server surat.' }];
  await act(app, government, number, 'settle-delivery', { delivery, evidence });
  return { number, trackingKey, delivery };
}

const standingOf = async ({ number, trackingKey }: Settled) =>
  (await trackRequest(app.context, { government, number, trackingKey })).state;

test('its owner asks to have it withdrawn, the office withdraws it by hand, and it counts no longer', async () => {
  const mailbox = await settled();
  const visitor = new Visitor(app.server, '10.4.0.3');
  const base = `/${government}/permohonan/${mailbox.number}`;
  await visitor.open(base);
  await visitor.submit({ nomor: mailbox.number, kunci: mailbox.trackingKey });
  await visitor.open(base);
  await visitor.submit({ delivery: mailbox.delivery, reason: 'Tidak dipakai lagi.' }, '/minta-cabut');
  assert.equal((await standingOf(mailbox)).deliveries?.[0]?.asked, true);

  const officer = await official(app, government, 'kasi-layanan-data');
  const page = `/meja/permohonan/${mailbox.number}`;
  const press = async (action: string, values: Readonly<Record<string, string>>): Promise<void> => {
    assert.ok((await officer.get(page)).text.includes(`value="${action}"`), action);
    const version = String((await standingOf(mailbox)).version);
    const answer = await officer.post(page, { action, version, ...values });
    assert.equal(answer.status, 303, answer.text);
  };
  await press('withdraw-product', {
    'withdraw-product.deliveries': mailbox.delivery,
    'withdraw-product.reason': 'Diminta pemiliknya.',
  });
  await run(mailbox.delivery);
  assert.ok(!server.calls.includes('withdraw'), 'the server knows nothing of it');
  await press('settle-withdrawal', {
    'settle-withdrawal.delivery': mailbox.delivery,
    'settle-withdrawal.evidence.text': 'Dihapus di konsol server surat.',
  });
  const { state } = await app.context.database.transaction({ government }, (tx) =>
    tx.selectFrom('delivery').select('state').where('id', '=', mailbox.delivery).executeTakeFirstOrThrow(),
  );
  assert.equal(state, 'withdrawn');
  assert.match((await visitor.open(base)).body, /Kotak surat percobaan: sudah dicabut/);
});
