/** A certificate that an officer had issued at BSrE's portal, over the real application: recorded, shown, watched, revoked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../../test/support/app.ts';
import type { TestApp } from '../../../../test/support/app.ts';
import { askForCertificate, openWorker } from '../../../../test/support/certificate-request.ts';
import { act } from '../../../../test/support/desk.ts';
import { official, signedIn } from '../../../../test/support/officer.ts';
import { Visitor } from '../../../../test/support/visitor.ts';
import { createLog } from '../../../platform/index.ts';
import type { Database } from '../../../platform/index.ts';
import { askWithdrawal, trackRequest, verifyJournal } from '../../../request/index.ts';
import { listEnding } from '../../ending/listing.ts';
import { saveConnector } from '../../delivering/settings.ts';
import { deliverTask } from '../../delivering/runner.ts';

const government = 'klungkung';
let app: TestApp;
let worker: Database;
before(async () => {
  app = await startTestApp('certificate_by_hand');
  worker = await openWorker(app);
});
after(async () => {
  await worker.close();
  await app.close();
});

const record = {
  'hak-diperiksa': 'sudah',
  'ktp-diperiksa': 'sudah',
  'surat-diperiksa': 'sudah',
  'nik-akhir': '0001',
  'nomor-sertifikat': '61 0A 2C 55',
  'tanggal-terbit': '2026-11-23',
  'berlaku-sampai': '2028-11-22',
};
const recorded = (number: string, fields: object = {}) =>
  act(app, government, number, 'fulfil', { evidence: [], fields: { ...record, ...fields } });

const track = ({ number, trackingKey }: { readonly number: string; readonly trackingKey: string }) =>
  trackRequest(app.context, { government, number, trackingKey });

const ending = (day: string): Promise<readonly string[]> =>
  app.context.database.transaction({ government }, async (tx) =>
    (await listEnding(tx, government, Temporal.PlainDate.from(day))).map(({ number }) => number),
  );

test('is recorded at the step, shown to its owner, and watched until its end', async () => {
  const asked = await askForCertificate(app);
  const state = await recorded(asked.number);
  assert.equal(state.step, 'bimbingan');
  const [product] = (await track(asked)).products;
  const facts = Object.fromEntries((product?.facts ?? []).map(({ label, value }) => [label.id, value]));
  assert.equal(facts['Nomor seri'], '610A2C55');
  assert.equal(facts['NIK'], '············0001');
  assert.match(JSON.stringify(facts['Berlaku sampai']), /22 November 2028/);
  assert.ok(product?.use.some(({ id }) => id.includes('frasa sandi')));
  assert.deepEqual(await ending('2028-09-01'), [asked.number]);
  assert.deepEqual(await ending('2028-08-01'), []);
  const { findings } = await verifyJournal({ ...app.context, directory: app.dataDirectory }, government);
  assert.deepEqual(findings, []);
});

test('an overseer reads who issued it and until when, in facts and history, and nothing that leads to its owner', async () => {
  const { number } = await askForCertificate(app);
  await recorded(number);
  const read = async (position: string): Promise<string> =>
    (await (await official(app, government, position)).get(`/meja/permohonan/${number}`)).text;
  const [handling, overseeing] = [await read('kasi-persandian'), await read('auditor')];
  for (const text of [handling, overseeing]) {
    assert.match(text, /Balai Sertifikasi Elektronik/);
    assert.match(text, /Berlaku sampai[^]{0,80}22 November 2028/);
  }
  for (const leads of ['610A2C55', '61 0A 2C 55', '············', 'Empat angka terakhir NIK']) {
    assert.ok(handling.includes(leads), leads);
    assert.ok(!overseeing.includes(leads), leads);
  }
});

test('is refused with what is wrong at its field, and nothing is recorded', async () => {
  const { number } = await askForCertificate(app);
  for (const [field, value] of [
    ['ktp-diperiksa', 'belum'],
    ['nik-akhir', '001'],
    ['nik-akhir', '1000'],
    ['nomor-sertifikat', 'terlampir'],
    ['berlaku-sampai', '2026-11-23'],
  ] as const)
    await assert.rejects(
      recorded(number, { [field]: value }),
      (fault: { code: string; fields: object[] }) => {
        assert.equal(fault.code, 'record-input');
        assert.deepEqual(
          fault.fields.map((one) => (one as { path: string }).path),
          [`fields.${field}`],
        );
        return true;
      },
    );
  assert.equal((await recorded(number)).deliveries?.length, 1);
});

test('has no order where people do it, also where the portal of BSrE is chosen', async () => {
  await app.context.database.transaction({ government }, (tx) =>
    saveConnector(
      tx,
      app.context.delivering,
      government,
      {
        kind: 'certificate',
        connector: 'by-hand-bsre',
        settings: { organisation: 'Pemerintah Kabupaten Klungkung' },
        own: {},
      },
      'uji',
    ),
  );
  const { number } = await askForCertificate(app);
  await assert.rejects(act(app, government, number, 'deliver', { fields: {} }), { code: 'not-connected' });
  const officer = await signedIn(app, 'kadek@klungkung');
  const page = await officer.get(`/meja/permohonan/${number}`);
  assert.match(page.text, /Empat angka terakhir NIK pemilik/);
  assert.doesNotMatch(page.text, /Diserahkan oleh sistem/);
});

test('is revoked by hand: ordered with the reason, left to people, recorded with evidence', async () => {
  const asked = await askForCertificate(app);
  const { deliveries } = await recorded(asked.number);
  const delivery = deliveries?.[0]?.delivery ?? '';
  // Its owner asks; that alone withdraws nothing.
  const credentials = { government, ...asked };
  await assert.rejects(askWithdrawal(app.context, credentials, { delivery, reason: ' ' }), {
    code: 'reason-empty',
  });
  const { state: after } = await askWithdrawal(app.context, credentials, {
    delivery,
    reason: 'Lupa frasa sandi.',
  });
  assert.equal(after.deliveries?.[0]?.status, 'delivered');
  await assert.rejects(askWithdrawal(app.context, credentials, { delivery, reason: 'Lagi.' }), {
    code: 'withdrawal-asked-already',
  });
  const told = await app.context.database.transaction({ government }, (tx) =>
    tx.selectFrom('notice').select(['rule', 'position']).where('rule', '=', 'withdrawal-asked').execute(),
  );
  assert.deepEqual(told, [{ rule: 'withdrawal-asked', position: 'analis-persandian' }]);
  await act(app, government, asked.number, 'withdraw-product', {
    deliveries: [delivery],
    reason: 'Lupa frasa sandi.',
  });
  const deps = { ...app.context.delivering, request: app.context, log: createLog('silent') };
  await deliverTask(deps)({ delivery }, { government, database: worker });
  const officer = await official(app, government, 'kasi-persandian');
  const page = await officer.get(`/meja/permohonan/${asked.number}`);
  assert.match(page.text, /dicabut dengan tangan/);
  // Nothing is tried, so nothing is told of tries.
  assert.doesNotMatch(page.text, /Sistem tetap mencoba|Percobaan gagal|Coba cabut lagi/);
  const state = await act(app, government, asked.number, 'settle-withdrawal', {
    delivery,
    evidence: [{ type: 'text', text: 'Dicabut di Portal BSrE, tiket 4711.' }],
  });
  assert.equal(state.deliveries?.[0]?.status, 'withdrawn');
  assert.equal((await track(asked)).products.length, 0);
  assert.deepEqual(await ending('2028-10-01').then((all) => all.includes(asked.number)), false);
});

test('is asked back by its owner with a reason as long as the browser lets through; what was typed is not lost', async () => {
  const asked = await askForCertificate(app);
  await recorded(asked.number);
  const visitor = new Visitor(app.server);
  await visitor.open(`/${government}/permohonan/${asked.number}`);
  await visitor.submit({ nomor: asked.number, kunci: asked.trackingKey });
  const reason = `${'a\r\n'.repeat(997)}akhir.`;
  const long = await visitor.submit({ reason: `${reason}!` }, '/minta-cabut');
  assert.equal(long.status, 422);
  assert.match(long.body, /<a href="#f-reason">Terlalu panjang: 2001 huruf, paling banyak 2000/);
  assert.match(long.body, /<details[^>]* open[^>]*>[^]*a\nakhir\.!<\/textarea>/);
  const sent = await visitor.submit({ reason }, '/minta-cabut');
  assert.match(sent.body, /Permintaan pencabutan Anda sudah sampai/);
});
