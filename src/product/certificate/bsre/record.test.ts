/** A certificate that is watched through the Esign Client, over the real application: its last day becomes known, whoever tells it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../../test/support/app.ts';
import type { TestApp } from '../../../../test/support/app.ts';
import { BsreDouble } from '../../../../test/support/bsre-double.ts';
import { askForCertificate, openWorker } from '../../../../test/support/certificate-request.ts';
import { act } from '../../../../test/support/desk.ts';
import { official } from '../../../../test/support/officer.ts';
import { createLog } from '../../../platform/index.ts';
import type { Database } from '../../../platform/index.ts';
import { deliverTask } from '../../delivering/runner.ts';
import { saveConnector } from '../../delivering/settings.ts';
import { listEnding } from '../../ending/listing.ts';

const government = 'klungkung';
let app: TestApp;
let worker: Database;
let bsre: BsreDouble;

before(async () => {
  [app, bsre] = await Promise.all([startTestApp('bsre_record'), BsreDouble.start()]);
  worker = await openWorker(app);
  const connector = {
    kind: 'certificate',
    connector: 'bsre',
    settings: { organisation: 'Pemerintah Kabupaten Klungkung' },
    own: bsre.settings('v2'),
  } as const;
  await app.context.database.transaction({ government }, (tx) =>
    saveConnector(tx, app.context.delivering, government, connector, 'uji'),
  );
  // All who ask below are registered, and chose their passphrase.
  for (const n of [1, 2, 3])
    bsre.people.set(`3310010101${String(n).padStart(2, '0')}0001`, { status: 'ISSUE', passphrase: '' });
});
after(async () => {
  await worker.close();
  await bsre.close();
  await app.close();
});

/** What an official reads at BSrE's portal. */
const record = {
  'hak-diperiksa': 'sudah',
  'ktp-diperiksa': 'sudah',
  'surat-diperiksa': 'sudah',
  'nik-akhir': '0001',
  'nomor-sertifikat': '61 0A 2C 55',
  'tanggal-terbit': '2026-11-23',
  'berlaku-sampai': '2028-11-22',
};

/** Orders it with these fields, and looks at BSrE as a worker would. */
async function watched(fields: object): Promise<{ readonly number: string; readonly delivery: string }> {
  const { number } = await askForCertificate(app);
  const { deliveries } = await act(app, government, number, 'deliver', { fields });
  const delivery = deliveries?.at(-1)?.delivery ?? '';
  const deps = { ...app.context.delivering, request: app.context, log: createLog('silent') };
  await deliverTask(deps)({ delivery }, { government, database: worker });
  return { number, delivery };
}

const ending = (): Promise<readonly string[]> =>
  app.context.database.transaction({ government }, async (tx) =>
    (await listEnding(tx, government, Temporal.PlainDate.from('2028-10-01'))).map(({ number }) => number),
  );

test('an end that was filled in with the order is shown, and announced before it comes', async () => {
  const { number } = await watched(record);
  const page = await (await official(app, government, 'analis-persandian')).get(`/meja/permohonan/${number}`);
  assert.match(page.text, /610A2C55/);
  assert.ok((await ending()).includes(number));
});

test('where nobody has told the end yet, who delivers is asked for it once the certificate is there', async () => {
  const { number, delivery } = await watched({ 'ktp-diperiksa': 'sudah' });
  const officer = await official(app, government, 'analis-persandian');
  const stopped = (await officer.get(`/meja/permohonan/${number}`)).text;
  assert.match(stopped, /Sertifikat sudah terbit, tetapi BSrE tidak memberi tahu/);
  assert.match(stopped, /settle-delivery\.fields\.berlaku-sampai/);
  assert.ok(!(await ending()).includes(number));
  const state = await act(app, government, number, 'settle-delivery', {
    delivery,
    evidence: [],
    fields: record,
  });
  assert.equal(state.step, 'bimbingan');
  assert.ok((await ending()).includes(number));
});

test('the record of somebody else is told at its field, and nothing is ordered', async () => {
  const { number } = await askForCertificate(app);
  const fields = { ...record, 'nik-akhir': '9999' };
  await assert.rejects(
    act(app, government, number, 'deliver', { fields }),
    (fault: { fields: { path: string }[] }) => {
      assert.deepEqual(
        fault.fields.map(({ path }) => path),
        ['fields.nik-akhir'],
      );
      return true;
    },
  );
});
