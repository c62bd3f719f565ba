/** Notices over the real application and database: what ends is announced by mail, once, whoever works and whenever. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import {
  askForCertificate,
  certified,
  chooseTrial,
  deliverTrial,
  openWorker,
} from '../../../test/support/certificate-request.ts';
import type { Certified } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { official } from '../../../test/support/officer.ts';
import { continueExample, exampleFields, sendExample } from '../../../test/support/form-example.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import type { Sent } from '../../../test/support/visitor.ts';
import type { Database } from '../../platform/index.ts';
import { eraseRequest, trackRequest, Vault, verifyJournal } from '../../request/index.ts';
import { endingRound, tellEndingTask } from './round.ts';

const government = 'klungkung';

let app: TestApp;
let worker: Database;

before(async () => {
  app = await startTestApp('ending');
  worker = await openWorker(app);
  await chooseTrial(app);
});
after(async () => {
  await worker.close();
  await app.close();
});

const deps = () => ({ ...app.context.delivering, request: app.context });

/** The office's morning so many days before the end of a certificate that was issued on the application's first day. */
const daysBeforeEnd = (days: number): void => {
  const morning = Temporal.ZonedDateTime.from('2028-11-23T08:00:00+08:00[Asia/Makassar]');
  app.clock.moveTo(morning.subtract({ days }).toInstant());
};

/** 23 November of a year, as the parts of a date field. */
const november = (field: string, year: number): Readonly<Record<string, string>> => ({
  [`${field}-day`]: '23',
  [`${field}-month`]: '11',
  [`${field}-year`]: String(year),
});

/** What an officer types who had a certificate issued at BSrE's portal, for the end that `daysBeforeEnd` counts to. */
const madeByHand = {
  'hak-diperiksa': 'sudah',
  'ktp-diperiksa': 'sudah',
  'surat-diperiksa': 'sudah',
  'nik-akhir': '0001',
  'nomor-sertifikat': '61 0A 2C 55',
  ...november('tanggal-terbit', 2026),
  ...november('berlaku-sampai', 2028),
};

const erase = (number: string): Promise<void> =>
  eraseRequest(
    { ...app.context, database: worker },
    { government, number, actor: 'uji', reason: 'permintaan subjek data' },
  );

/** Which deliveries the round gives a job. */
async function found(): Promise<readonly string[]> {
  await endingRound(deps()).run(worker);
  const queue = new pg.Client({ connectionString: app.addresses.ownerUrl });
  await queue.connect();
  try {
    const { rows } = await queue.query<{ payload: { payload: { delivery: string } } }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = 'tell-ending' returning j.payload`,
    );
    return rows.map(({ payload }) => payload.payload.delivery);
  } finally {
    await queue.end();
  }
}

const tell = (delivery: string): Promise<void> =>
  tellEndingTask(deps())({ delivery }, { government, database: worker });

/** Subjects of the messages that announce an end, the oldest first. */
const told = ({ number }: Certified): Promise<readonly { subject: string; text: string }[]> =>
  app.context.database.transaction({ government }, async (tx) => {
    const rows = await tx
      .selectFrom('message')
      .innerJoin('request', (join) =>
        join
          .onRef('request.government', '=', 'message.government')
          .onRef('request.id', '=', 'message.request'),
      )
      .select(['message.id', 'message.request', 'message.sealed'])
      .where('message.government', '=', government)
      .where('request.number', '=', number)
      .where('message.template', '=', 'ending')
      .orderBy('message.created_at')
      .execute();
    const [first] = rows;
    const vault = first && (await Vault.find(tx, app.context.keys, government, first.request));
    return rows.map(
      ({ id, sealed }) => JSON.parse(vault?.open(`message/${id}`, sealed).toString() ?? '{}') as never,
    );
  });

test('is announced 90, 30 and 7 days before, once each, with the day and what to do', async () => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  const one = await certified(app, worker);
  daysBeforeEnd(91);
  assert.deepEqual(await found(), []);
  for (const [days, count] of [
    [90, 1],
    [89, 1],
    [30, 2],
    [7, 3],
    [0, 3],
    [-1, 3],
  ] as const) {
    daysBeforeEnd(days);
    const jobs = await found();
    // Two workers with the same job, and the job once more after a crash.
    await Promise.all([tell(one.delivery), tell(one.delivery)]);
    await tell(one.delivery);
    assert.equal((await told(one)).length, count, `${days} days before`);
    assert.deepEqual(jobs, [90, 30, 7].includes(days) ? [one.delivery] : [], `${days} days before`);
  }
  const [{ subject, text } = { subject: '', text: '' }] = await told(one);
  assert.match(subject, /^Sertifikat elektronik \(TTE\) berakhir .*23 November 2028/);
  assert.match(text, /90 hari lagi/);
  assert.match(text, /Ajukan lagi dengan data ini/);
  assert.match(text, new RegExp(`/klungkung/permohonan/${one.number}`));
  assert.doesNotMatch(text, /3310010101|Kunci lacak: /);
});

test('of what was missed while the program stood still only the newest is sent', async () => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  const late = await certified(app, worker);
  daysBeforeEnd(3);
  assert.deepEqual(await found(), [late.delivery]);
  await tell(late.delivery);
  const messages = await told(late);
  assert.deepEqual(
    messages.map(({ text }) => /(\d+) hari lagi/.exec(text)?.[1]),
    ['3'],
  );
});

test('what stopped and was made by hand is recorded, shown and announced like what was made by hand from the beginning', async () => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  const asked = await askForCertificate(app);
  const register = join(app.dataDirectory, 'products', government, 'certificate', 'trial.json');
  const whole = await readFile(register);
  await writeFile(register, '{');
  const { deliveries, version } = await deliverTrial(app, worker, asked.number);
  await writeFile(register, whole);
  const delivery = deliveries?.at(-1)?.delivery ?? '';
  const officer = await official(app, government, 'analis-persandian');
  const address = `/meja/permohonan/${asked.number}`;
  const page = (await officer.get(address)).text;
  assert.match(page, /Isian di bawah menjadi catatan produk/);
  assert.doesNotMatch(page, /Anda dapat membaca/, 'it is hers to settle');
  const form = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
    action: 'settle-delivery',
    version: String(version + 1),
    'settle-delivery.delivery': delivery,
    ...Object.fromEntries(
      Object.entries(fields).map(([id, typed]) => [`settle-delivery.fields.${id}`, typed]),
    ),
  });
  const unsaid = await officer.post(address, form({}));
  assert.equal(unsaid.status, 422);
  const wrong = await officer.post(address, form({ ...madeByHand, 'nik-akhir': '001' }));
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /error-summary[^]*href="#f-settle-delivery\.fields\.nik-akhir"/);
  const settled = await officer.post(address, form(madeByHand));
  assert.equal(settled.status, 303, settled.text);

  const { state, products } = await trackRequest(app.context, { government, ...asked });
  assert.equal(state.step, 'bimbingan', 'the step is made by it');
  const facts = new Map(products.flatMap((one) => one.facts).map(({ label, value }) => [label.id, value]));
  assert.equal(facts.get('Nomor seri'), '610A2C55');
  assert.match((await officer.get(address)).text, /610A2C55/);
  daysBeforeEnd(30);
  assert.deepEqual(await found(), [delivery]);
  await tell(delivery);
  assert.equal((await told({ ...asked, delivery })).length, 1);
  const { findings } = await verifyJournal({ ...app.context, directory: app.dataDirectory }, government);
  assert.deepEqual(findings, []);
});

test('what was given shortly before its end has a job only once something of it is owed, by the date at the office', async () => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  const one = await certified(app, worker);
  const orderedAt = (at: string): Promise<unknown> =>
    worker.transaction({ government }, (tx) =>
      tx
        .updateTable('delivery')
        .set({ ordered_at: Temporal.Instant.from(at) })
        .where('id', '=', one.delivery)
        .execute(),
    );
  // The 30th day before the end is 24 October, which has begun at the office and not yet at Greenwich.
  await orderedAt('2028-10-23T16:30:00Z');
  daysBeforeEnd(29);
  assert.equal((await found()).includes(one.delivery), false);
  await tell(one.delivery);
  assert.equal((await told(one)).length, 0);
  await orderedAt('2028-10-23T15:30:00Z');
  assert.equal((await found()).includes(one.delivery), true);
  await orderedAt('2028-10-23T16:30:00Z');
  daysBeforeEnd(7);
  assert.equal((await found()).includes(one.delivery), true);
  await tell(one.delivery);
  assert.equal((await told(one)).length, 1);
  assert.equal((await found()).includes(one.delivery), false);
});

test('after erasure nobody is told', async () => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  const gone = await certified(app, worker);
  await act(app, government, gone.number, 'hand-over');
  await erase(gone.number);
  daysBeforeEnd(30);
  assert.deepEqual(await found(), []);
  await tell(gone.delivery);
  assert.deepEqual(await told(gone), []);
  const register = join(app.dataDirectory, 'products', government, 'certificate', 'trial.json');
  const { entries } = JSON.parse(await readFile(register, 'utf8')) as {
    entries: { owner: string; holder: string }[];
  };
  const kept = entries.filter(({ holder }) => holder === '').map(({ owner }) => owner);
  assert.deepEqual(
    kept,
    [`delivery/${gone.delivery}`],
    'its register forgets whom it was for, and nobody else',
  );
});

test('the office sees what ends within three months, and only its own', async () => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  const one = await certified(app, worker);
  daysBeforeEnd(20);
  await tell(one.delivery);
  const verifier = await official(app, government, 'analis-persandian');
  const list = await verifier.get('/meja/segera-berakhir');
  assert.equal(list.status, 200);
  assert.match(list.text, new RegExp(`/meja/permohonan/${one.number}`));
  assert.match(list.text, /20 hari lagi/);
  assert.match(list.text, /Dikirim \(30 hari sebelumnya\)/);
  const elsewhere = await official(app, 'klaten', 'kabid-informatika');
  assert.match((await elsewhere.get('/meja/segera-berakhir')).text, /Tidak ada yang berakhir/);
  const apart = await official(app, government, 'kasi-layanan-data');
  assert.ok(!(await apart.get('/meja/segera-berakhir')).text.includes(one.number));
  daysBeforeEnd(91);
  assert.ok(!(await verifier.get('/meja/segera-berakhir')).text.includes(one.number));
});

test('the end of what was renewed concerns nobody: once the new one is delivered, and as long as it is there', async () => {
  app.clock.moveTo('2026-11-23T02:00:00Z');
  const old = await certified(app, worker);
  await act(app, government, old.number, 'hand-over');
  daysBeforeEnd(60);
  const owner = new Visitor(app.server, '10.2.0.1');
  await owner.open(`/${government}/permohonan/${old.number}`);
  await owner.submit({ nomor: old.number, kunci: old.trackingKey });
  const renew = async (change: Sent = {}): Promise<string> => {
    await owner.open(`/${government}/permohonan/${old.number}`);
    await owner.submit({}, '/ajukan-lagi');
    const [, nik = ''] = /name="nik"[^>]* value="(\d{16})"/.exec(owner.page.body) ?? [];
    await owner.submit({ ...exampleFields(app, owner.page), nik, ...change });
    await owner.submit({ ...exampleFields(app, owner.page), 'jenis-permohonan': 'perpanjangan' });
    await continueExample(app, owner);
    const { number } = await sendExample(owner);
    await act(app, government, number, 'complete');
    await act(app, government, number, 'pass');
    return number;
  };
  const verifier = await official(app, government, 'analis-persandian');
  const listed = async (): Promise<boolean> =>
    (await verifier.get('/meja/segera-berakhir')).text.includes(old.number);

  // Begun from the old page, and then changed to ask for somebody else.
  const colleague = await renew({ nik: '3310010101990001' });
  await deliverTrial(app, worker, colleague);
  assert.deepEqual([await found(), await listed()], [[old.delivery], true], 'a colleague renews nothing');
  await act(app, government, colleague, 'hand-over');
  await erase(colleague);
  assert.deepEqual([await found(), await listed()], [[old.delivery], true], 'nor one whose name is gone');
  const renewal = await renew();
  assert.deepEqual([await found(), await listed()], [[old.delivery], true], 'asked for is not delivered');
  const { deliveries } = await deliverTrial(app, worker, renewal);
  assert.deepEqual([await found(), await listed()], [[], false]);
  await tell(old.delivery);
  assert.deepEqual(await told(old), [], 'nor by a job from before');

  const [{ delivery } = { delivery: '' }] = deliveries ?? [];
  await act(app, government, renewal, 'withdraw-product', {
    deliveries: [delivery],
    reason: 'Salah nama.',
  });
  assert.deepEqual([await found(), await listed()], [[old.delivery], true], 'the old one counts again');
  await tell(old.delivery);
  assert.equal((await told(old)).length, 1);
});
