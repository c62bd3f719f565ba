/** What does not go on without an official: who is told, where it stands, and the ways out. Over the real application. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { apiOf, codeOf } from '../../../test/support/api.ts';
import type { Problem } from '../../../test/support/api.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act } from '../../../test/support/desk.ts';
import { official } from '../../../test/support/officer.ts';
import type { FormValues, Officer, Page } from '../../../test/support/officer.ts';
import { MailDouble } from '../../../test/support/product-double.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { createLog, openDatabase } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { eraseRequest, trackRequest, verifyJournal } from '../../request/index.ts';
import { deliverTask, deliveryRound } from './runner.ts';
import { saveConnector } from './settings.ts';

const government = 'klungkung';
const POST = 'kasi-layanan-data';
const log = createLog('silent');
let app: TestApp;
let worker: Database;
let server: MailDouble;
let officer: Officer;

before(async () => {
  server = new MailDouble();
  app = await startTestApp('stuck', { kinds: server.kinds, now: '2026-11-23T02:00:00.123456789Z' });
  worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 3 });
  officer = await official(app, government, POST);
});
after(async () => {
  await worker.close();
  await app.close();
});
beforeEach(() => {
  server.boxes.clear();
  server.calls.length = 0;
  server.trouble = [];
  server.whileMaking = () => Promise.resolve();
});

let n = 0;

interface Ordered {
  readonly number: string;
  readonly trackingKey: string;
  readonly address: string;
  readonly delivery: string;
}

/** A request whose mailbox is ordered and not made yet. */
async function ordered(): Promise<Ordered> {
  n += 1;
  const { number, trackingKey } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  const address = `bagian${n}@klungkungkab.go.id`;
  const state = await act(app, government, number, 'deliver', {
    deliveries: ['kotak-surat'],
    fields: { 'alamat-email': address },
  });
  const delivery = state.deliveries?.at(-1)?.delivery;
  assert.ok(delivery !== undefined);
  return { number, trackingKey, address, delivery };
}

async function run({ delivery }: Ordered): Promise<void> {
  const { context } = app;
  await deliverTask({ ...context.delivering, request: context, log })(
    { delivery },
    { government, database: worker },
  );
}

const later = (minutes: number): void => app.clock.moveTo(app.clock.now().add({ minutes }));

const rowOf = ({ delivery }: Ordered) =>
  app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('delivery')
      .selectAll()
      .where('government', '=', government)
      .where('id', '=', delivery)
      .executeTakeFirstOrThrow(),
  );

const stateOf = async ({ number, trackingKey }: Ordered) =>
  (await trackRequest(app.context, { government, number, trackingKey })).state;

/** Posts one form of the request's page, as the post that delivers. */
async function press(request: Ordered, action: string, values: FormValues): Promise<Page> {
  const address = `/meja/permohonan/${request.number}`;
  await officer.get(address);
  const { version } = await stateOf(request);
  return officer.post(address, {
    action,
    version: String(version),
    [`${action}.${action === 'withdraw-product' ? 'deliveries' : 'delivery'}`]: request.delivery,
    ...values,
  });
}

/** A mailbox that is there, and that the office wants back. */
async function givenBack(): Promise<Ordered> {
  const request = await ordered();
  await run(request);
  const answer = await press(request, 'withdraw-product', { 'withdraw-product.reason': 'Pindah tugas.' });
  assert.equal(answer.status, 303, answer.text);
  return request;
}

const mails = async (): Promise<string> => (await app.server.inject('/peragaan/kotak-surat')).body;
const timesIn = (text: string, words: string): number => text.split(words).length - 1;

const stuckPage = async (): Promise<string> => (await officer.get('/meja/penyerahan')).text;

const setHost = (own: Readonly<Record<string, string>>): Promise<void> =>
  app.context.database.transaction({ government }, (tx) =>
    saveConnector(
      tx,
      app.context.delivering,
      government,
      { kind: 'mailbox', connector: 'double', settings: { domain: 'klungkungkab.go.id' }, own },
      'uji',
    ),
  );

test('a delivery that stops is told by mail to whoever can act on it, once a stop, without a word of the cause', async () => {
  const request = await ordered();
  server.make(request.address, 'somebody else', null);
  await run(request);
  const subject = `Penyerahan terhenti: ${request.number}`;
  assert.equal(timesIn(await mails(), subject), 1);
  const rows = await app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('notice')
      .select(['rule', 'position', 'official'])
      .where('government', '=', government)
      .where('rule', '=', 'delivery-stopped')
      .execute(),
  );
  assert.deepEqual(
    rows.map(({ position, official: told }) => [position, told !== null]),
    [[POST, true]],
  );
  assert.ok(!(await mails()).includes(request.address), 'a name that is taken may be that of a person');
  later(1);
  await act(app, government, request.number, 'resume-delivery', { delivery: request.delivery });
  await run(request);
  assert.equal(timesIn(await mails(), subject), 2, 'stopped again, told again');
});

test('the front of the desk counts what stopped, for those who may open it', async () => {
  const request = await ordered();
  server.trouble = ['refused'];
  await run(request);
  const front = (await officer.get('/meja')).text;
  assert.match(front, /\d+ penyerahan terhenti dan perlu seseorang bertindak/);
  assert.match(front, /href="\/meja\/penyerahan"[^>]*>Lihat yang terhenti/);
  assert.match(await stuckPage(), new RegExp(request.number));
  const stranger = await official(app, government, 'kasi-persandian');
  assert.doesNotMatch((await stranger.get('/meja')).text, /perlu seseorang bertindak/);
});

test('a withdrawal that is refused stands on the page with its cause, is told once, and succeeds when it can', async () => {
  const request = await givenBack();
  server.trouble = ['refused'];
  await run(request);
  const page = await stuckPage();
  assert.match(page, new RegExp(`${request.number}[\\s\\S]*pencabutan[\\s\\S]*ditolak`));
  const own = (await officer.get(`/meja/permohonan/${request.number}`)).text;
  assert.match(own, /Sistem tetap mencoba setiap jam[^]*Coba cabut lagi/);
  assert.equal(timesIn(await mails(), `Pencabutan belum berhasil: ${request.number}`), 1);
  server.trouble = ['refused'];
  later(61);
  await run(request);
  assert.equal(timesIn(await mails(), `Pencabutan belum berhasil: ${request.number}`), 1);
  assert.equal((await press(request, 'resume-withdrawal', {})).status, 303);
  assert.equal((await rowOf(request)).stuck_since, null);
  await run(request);
  assert.equal((await rowOf(request)).state, 'withdrawn');
  assert.doesNotMatch(await stuckPage(), new RegExp(request.number));
});

test('a withdrawal done by hand needs words, which officials read and the applicant does not', async () => {
  const request = await givenBack();
  server.trouble = ['refused'];
  await run(request);
  assert.equal((await press(request, 'settle-withdrawal', {})).status, 422);
  const text = 'Dihapus di konsol server surat.';
  const answer = await press(request, 'settle-withdrawal', { 'settle-withdrawal.evidence.text': text });
  assert.equal(answer.status, 303, answer.text);
  assert.equal((await rowOf(request)).state, 'withdrawn');
  assert.equal((await stateOf(request)).deliveries?.[0]?.status, 'withdrawn');
  assert.ok((await officer.get(`/meja/permohonan/${request.number}`)).text.includes(text));
  const { number, trackingKey } = request;
  const told = await trackRequest(app.context, { government, number, trackingKey });
  assert.ok(!JSON.stringify(told.timeline).includes(text));
});

test('a withdrawal is taken back, and the applicant told; where part may be gone somebody looks first', async () => {
  const request = await givenBack();
  server.trouble = ['cut-before', 'refused'];
  await run(request);
  later(1);
  await run(request);
  const refused = await press(request, 'cancel-withdrawal', {});
  assert.equal(refused.status, 409);
  assert.match(refused.text, /Belum pasti apakah produk masih utuh/);
  const answer = await press(request, 'cancel-withdrawal', { 'cancel-withdrawal.looked': 'yes' });
  assert.equal(answer.status, 303, answer.text);
  assert.deepEqual(
    [(await rowOf(request)).state, (await stateOf(request)).deliveries?.[0]?.status],
    ['delivered', 'delivered'],
  );
  assert.match(await mails(), new RegExp(`Hasil permohonan ${request.number} tetap berlaku`));
  assert.equal(
    (await press(request, 'withdraw-product', { 'withdraw-product.reason': 'Lagi.' })).status,
    303,
  );
  const found = await verifyJournal({ ...app.context, directory: app.dataDirectory }, government);
  assert.deepEqual(found.findings, []);
});

test('nobody decides about a withdrawal while a worker speaks to the counterpart', async () => {
  const request = await givenBack();
  server.trouble = ['refused'];
  await run(request);
  const until = app.clock.now().add({ minutes: 2 });
  await worker.transaction({ government }, (tx) =>
    tx
      .updateTable('delivery')
      .set({ calling_until: until, next_at: until })
      .where('government', '=', government)
      .where('id', '=', request.delivery)
      .execute(),
  );
  server.calls.length = 0;
  await run(request);
  assert.deepEqual(server.calls, []);
  const answer = await press(request, 'cancel-withdrawal', { 'cancel-withdrawal.looked': 'yes' });
  assert.match(answer.text, /sedang mencoba mencabutnya/);
  later(3);
  assert.equal((await press(request, 'resume-withdrawal', {})).status, 303);
});

test('under changed settings only a server that has it is asked to give it back', async () => {
  const request = await givenBack();
  const elsewhere = server.boxes.get(request.address);
  server.boxes.delete(request.address);
  await setHost({ place: request.number });
  await run(request);
  const row = await rowOf(request);
  assert.deepEqual(
    [row.state, row.cause_code, row.stuck_since !== null],
    ['withdrawing', 'settings-changed', true],
  );
  assert.equal(server.calls.at(-1), 'check');
  assert.ok(elsewhere);
  server.boxes.set(request.address, elsewhere);
  assert.equal((await press(request, 'resume-withdrawal', {})).status, 303);
  await run(request);
  assert.equal((await rowOf(request)).state, 'withdrawn');
  assert.equal(server.boxes.size, 0);
});

test('personal data is not erased while a product is still to be given back', async () => {
  const request = await givenBack();
  const erasure = { government, number: request.number, actor: 'uji', reason: 'Permintaan subjek data.' };
  const deps = { ...app.context, database: worker };
  await assert.rejects(eraseRequest(deps, erasure), { code: 'product-withdrawing' });
  server.trouble = ['refused'];
  await run(request);
  await assert.rejects(eraseRequest(deps, erasure), { code: 'product-withdrawing' });
  later(61);
  await run(request);
  await eraseRequest(deps, erasure);
  assert.equal((await stateOf(request)).erased, true);
});

test('an overseer reads that a product was delivered, and of it nothing that leads to a person', async () => {
  const request = await ordered();
  await run(request);
  const [handling, overseeing] = [officer, await official(app, government, 'auditor')];
  const path = `/meja/permohonan/${request.number}`;
  assert.ok((await handling.get(path)).text.includes(request.address));
  const { status, text } = await overseeing.get(path);
  assert.equal(status, 200);
  assert.match(text, /Kotak surat percobaan/);
  assert.ok(!text.includes(request.address));
  assert.match(text, /Server percobaan/, 'what leads to nobody stays');
});

test('an overseer cannot give a product back through the API either', async () => {
  const request = await ordered();
  await run(request);
  const api = await apiOf(app);
  const url = `/api/v1/desk/requests/${request.number}`;
  for (const [position, code] of [
    ['auditor', '403 not-yours'],
    ['kasi-persandian', '404 request-not-found'],
  ] as const) {
    const headers = await api.as(government, position);
    const { version } = await stateOf(request);
    const body = { action: 'withdraw-product', version, deliveries: [request.delivery], reason: 'Uji.' };
    assert.equal(codeOf(await api.post<Problem>(`${url}/actions`, body, headers)), code);
  }
  assert.equal((await rowOf(request)).state, 'delivered');
});

test('a second worker with the same job waits while the first one calls, and makes nothing', async () => {
  const request = await ordered();
  let free: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    free = resolve;
  });
  const entered = new Promise<void>((resolve) => {
    server.whileMaking = async () => {
      resolve();
      await gate;
    };
  });
  const second = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 1 });
  const first = run(request);
  await entered;
  const { context } = app;
  const deps = { ...context.delivering, request: context, log };
  await deliverTask(deps)({ delivery: request.delivery }, { government, database: second });
  assert.deepEqual(server.calls, ['deliver']);
  assert.equal((await rowOf(request)).state, 'calling');
  free();
  await first;
  await second.close();
  assert.deepEqual(server.calls, ['deliver']);
  assert.equal((await stateOf(request)).status, 'closed');
});

test('a worker that was slower than its time writes nothing over what another one found', async () => {
  const request = await ordered();
  server.whileMaking = async () => {
    server.whileMaking = () => Promise.resolve();
    // The first worker hangs; a second one finds the call ended, looks, and makes it.
    later(3);
    await run(request);
    later(1);
    await run(request);
    assert.equal((await stateOf(request)).status, 'closed');
  };
  await run(request);
  assert.deepEqual(server.calls, ['deliver', 'check', 'deliver']);
  assert.equal((await rowOf(request)).state, 'delivered');
  assert.equal(server.boxes.size, 1);
});

test('the database keeps no delivery that would never be found again, nor one that is stuck without a time', async () => {
  const request = await ordered();
  const set = (change: object): Promise<unknown> =>
    worker.transaction({ government }, (tx) =>
      tx
        .updateTable('delivery')
        .set(change)
        .where('government', '=', government)
        .where('id', '=', request.delivery)
        .execute(),
    );
  await assert.rejects(set({ next_at: null }), /delivery_goes_on/);
  await assert.rejects(set({ state: 'stopped', cause_code: 'x', next_at: null }), /delivery_stuck/);
  await assert.rejects(set({ state: 'calling' }), /delivery_calling/);
  later(5);
  await deliveryRound(app.context.delivering).run(worker);
  await run(request);
  assert.equal((await rowOf(request)).state, 'delivered');
});
