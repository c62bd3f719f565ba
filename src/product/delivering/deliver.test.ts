/** Delivering over the real application and database; the mail server behind it is a double that fails as it is told. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act } from '../../../test/support/desk.ts';
import { everythingKept, writtenForms } from '../../../test/support/everything-kept.ts';
import { official } from '../../../test/support/officer.ts';
import { MailDouble } from '../../../test/support/product-double.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { Fault } from '../../ground/index.ts';
import { createLog, openDatabase } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { openSecret, trackRequest, verifyJournal } from '../../request/index.ts';
import type { RequestState } from '../../request/index.ts';
import { MOST_ATTEMPTS } from './machine.ts';
import { deliverTask, deliveryRound } from './runner.ts';
import { saveConnector } from './settings.ts';

const government = 'klungkung';
const written: string[] = [];
const log = createLog('debug', { write: (line: string) => void written.push(line) });
let app: TestApp;
let worker: Database;
let server: MailDouble;

before(async () => {
  server = new MailDouble();
  // Real clocks count nanoseconds, which the database does not keep.
  app = await startTestApp('delivering', { kinds: server.kinds, now: '2026-11-23T02:00:00.123456789Z' });
  worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 2 });
});
after(async () => {
  await worker.close();
  await app.close();
});
beforeEach(() => {
  server.boxes.clear();
  server.calls.length = 0;
  server.trouble = [];
});

let n = 0;

interface Asked {
  readonly number: string;
  readonly trackingKey: string;
  readonly address: string;
}

/** A request that waits for its mailbox to be made. */
async function asked(): Promise<Asked> {
  n += 1;
  const { number, trackingKey } = await submitExampleRequest(app, government, 'email-resmi');
  await act(app, government, number, 'complete');
  await act(app, government, number, 'dispose');
  await act(app, government, number, 'dispose');
  return { number, trackingKey, address: `dinas${n}@klungkungkab.go.id` };
}

const order = ({ number, address }: Asked): Promise<RequestState> =>
  act(app, government, number, 'deliver', {
    deliveries: ['kotak-surat'],
    fields: { 'alamat-email': address },
  });

function deliveryOf(state: RequestState): string {
  const last = state.deliveries?.at(-1);
  assert.ok(last);
  return last.delivery;
}

/** Does the job of a delivery as the worker would. */
async function run(delivery: string): Promise<void> {
  const { context } = app;
  const deps = { ...context.delivering, request: context, log };
  await deliverTask(deps)({ delivery }, { government, database: worker });
}

const later = (minutes: number): void => {
  app.clock.moveTo(app.clock.now().add({ minutes }));
};

const rowOf = (delivery: string) =>
  app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('delivery')
      .selectAll()
      .where('government', '=', government)
      .where('id', '=', delivery)
      .executeTakeFirstOrThrow(),
  );

const track = ({ number, trackingKey }: Asked) =>
  trackRequest(app.context, { government, number, trackingKey });

test('a mailbox is ordered, made, handed over with a first password that only the applicant opens, once', async () => {
  const request = await asked();
  const state = await order(request);
  const delivery = deliveryOf(state);
  assert.deepEqual([state.status, state.step], ['in-progress', 'pembuatan']);
  assert.equal((await track(request)).openSecrets.length, 0);
  await run(delivery);
  const view = await track(request);
  assert.equal(view.state.status, 'closed');
  assert.equal(view.state.deliveries?.[0]?.status, 'delivered');
  const [secret] = view.openSecrets;
  assert.ok(secret !== undefined);
  const password = await openSecret(app.context, { government, ...request }, secret);
  assert.equal(password, server.boxes.get(request.address)?.secret);
  assert.match(password, /^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{4}$/);
  await assert.rejects(openSecret(app.context, { government, ...request }, secret), { code: 'secret-gone' });
  assert.equal((await rowOf(delivery)).sealed_secret, null);
  // A second worker with the same job finds nothing to do.
  await run(delivery);
  assert.deepEqual(server.calls, ['deliver']);
});

test('a server that is away for ten minutes is tried again and delivers in the end', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  server.trouble = ['away', 'away', 'away', 'away', 'away'];
  for (let round = 0; round < 6; round += 1) {
    await run(delivery);
    later(2);
  }
  assert.equal((await track(request)).state.status, 'closed');
  assert.equal(server.boxes.size, 1);
});

for (const trouble of ['cut-after', 'half', 'cut-before', 'crash'] as const) {
  test(`after "${trouble}" it is looked up, and there is one mailbox in the end`, async () => {
    const request = await asked();
    const delivery = deliveryOf(await order(request));
    server.trouble = [trouble];
    for (let round = 0; round < 3; round += 1) {
      await run(delivery);
      later(2);
    }
    assert.equal((await track(request)).state.status, 'closed');
    assert.deepEqual(
      [...server.boxes.values()].map(({ whole }) => whole),
      [true],
    );
    assert.equal(server.calls[1], 'check');
    assert.equal(server.calls.filter((call) => call === 'deliver').length, trouble === 'cut-after' ? 1 : 2);
  });
}

/** What a process leaves behind that died while it waited for the answer. */
const leftCalling = (delivery: string): Promise<unknown> =>
  worker.transaction({ government }, (tx) =>
    tx
      .updateTable('delivery')
      .set({ state: 'calling', doubt: true, calling_until: app.clock.now().add({ minutes: 2 }) })
      .where('government', '=', government)
      .where('id', '=', delivery)
      .execute(),
  );

for (const made of [true, false]) {
  test(`a process killed ${made ? 'after' : 'before'} the work and before the record: looked up first`, async () => {
    const request = await asked();
    const delivery = deliveryOf(await order(request));
    if (made) server.make(request.address, delivery, null);
    await leftCalling(delivery);
    await run(delivery); // another worker, at once: somebody may still be calling
    assert.deepEqual(server.calls, []);
    later(3);
    await run(delivery);
    assert.deepEqual(server.calls, ['check']);
    later(1);
    await run(delivery);
    assert.equal(server.calls.filter((call) => call === 'deliver').length, made ? 0 : 1);
    assert.equal((await track(request)).state.status, 'closed');
  });
}

test('what is refused for good waits for an official: changed and ordered anew, or done by hand', async () => {
  const request = await asked();
  server.make(request.address, 'somebody else', null);
  const delivery = deliveryOf(await order(request));
  await run(delivery);
  const stopped = await rowOf(delivery);
  assert.deepEqual([stopped.state, stopped.cause_code, stopped.doubt], ['stopped', 'name-taken', false]);
  await assert.rejects(act(app, government, request.number, 'fulfil'), { code: 'being-delivered' });
  await act(app, government, request.number, 'cancel-delivery', { delivery });
  const again = deliveryOf(await order({ ...request, address: `lain${n}@klungkungkab.go.id` }));
  assert.notEqual(again, delivery);
  server.trouble = ['refused'];
  await run(again);
  const state = await act(app, government, request.number, 'settle-delivery', {
    delivery: again,
    evidence: [{ type: 'text', text: 'Dibuat dengan tangan di konsol.' }],
  });
  assert.equal(state.status, 'closed');
  assert.equal((await rowOf(again)).state, 'by-hand');
  assert.equal(server.boxes.get(request.address)?.owner, 'somebody else');
});

test('where the counterpart cannot say, the official does; until then nothing is taken back or made twice', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  server.trouble = ['cut-after', 'cannot-ask'];
  await run(delivery);
  later(2);
  await run(delivery);
  const row = await rowOf(delivery);
  assert.deepEqual([row.state, row.cause_code, row.doubt], ['stopped', 'cannot-ask', true]);
  await assert.rejects(act(app, government, request.number, 'cancel-delivery', { delivery }), {
    code: 'delivery-in-doubt',
  });
  await act(app, government, request.number, 'resume-delivery', { delivery });
  await run(delivery);
  assert.equal(server.calls.at(-1), 'check');
  assert.equal((await track(request)).state.status, 'closed');
});

test('an order that cannot be planned is told at the field, and nothing is recorded', async () => {
  const request = await asked();
  await assert.rejects(order({ ...request, address: 'nama@example.org' }), (error: unknown) => {
    assert.ok(error instanceof Fault);
    assert.deepEqual(
      error.fields.map(({ path }) => path),
      ['fields.alamat-email'],
    );
    return true;
  });
  assert.equal(server.calls.length, 0);
});

/** An official has the product given back, with the page's own form. */
async function giveBack(request: Asked, delivery: string): Promise<void> {
  const officer = await official(app, government, 'kasi-layanan-data');
  const address = `/meja/permohonan/${request.number}`;
  const page = await officer.get(address);
  assert.match(page.text, /Cabut produk layanan/);
  const { version } = (await track(request)).state;
  const answer = await officer.post(address, {
    action: 'withdraw-product',
    version: String(version),
    'withdraw-product.deliveries': delivery,
    'withdraw-product.reason': 'Pejabat pindah tugas.',
  });
  assert.equal(answer.status, 303, answer.text);
}

test('what was delivered is given back, also after a server that was away, and the applicant reads why', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  await run(delivery);
  assert.equal((await track(request)).state.status, 'closed');
  await giveBack(request, delivery);
  server.trouble = ['away'];
  await run(delivery);
  assert.equal((await rowOf(delivery)).state, 'withdrawing');
  await run(delivery);
  assert.equal((await rowOf(delivery)).state, 'withdrawn');
  assert.equal(server.boxes.size, 0);
  assert.deepEqual(
    server.withdrawn,
    { quota: 1, seenAt: 'never' },
    'both were read, with what was added later',
  );
  const told = await track(request);
  assert.equal(told.state.deliveries?.[0]?.status, 'withdrawn');
  assert.ok(
    told.timeline.some(({ kind, text }) => kind === 'withdrawal-ordered' && text === 'Pejabat pindah tugas.'),
  );
  const mail = (await app.server.inject('/peragaan/kotak-surat')).body;
  assert.match(mail, new RegExp(`Hasil permohonan ${request.number} dicabut`));
  assert.match(mail, /dicabut oleh kantor\. Alasan: Pejabat pindah tugas\./);
  const found = await verifyJournal({ ...app.context, directory: app.dataDirectory }, government);
  assert.deepEqual(found.findings, []);
});

/** As if the delivery had been made through this connector. */
const madeThrough = (delivery: string, connector: string): Promise<unknown> =>
  worker.transaction({ government }, (tx) =>
    tx
      .updateTable('delivery')
      .set({ connector })
      .where('government', '=', government)
      .where('id', '=', delivery)
      .execute(),
  );

test('what was made through another connector is not called given back by this one; it is tried on until it is', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  await run(delivery);
  const { connector } = await rowOf(delivery);
  await madeThrough(delivery, 'earlier');
  await giveBack(request, delivery);
  await run(delivery);
  const waiting = await rowOf(delivery);
  assert.deepEqual([waiting.state, waiting.cause_code], ['withdrawing', 'not-connected']);
  assert.ok(waiting.next_at, 'somebody comes back to it');
  assert.equal(server.boxes.size, 1);
  await madeThrough(delivery, connector);
  await run(delivery);
  assert.equal((await rowOf(delivery)).state, 'withdrawn');
  assert.equal(server.boxes.size, 0);
});

test('a first password stands nowhere in clear: not in the database, the journal, the queue, the files or the log', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  server.trouble = ['crash', 'half'];
  for (let round = 0; round < 4; round += 1) {
    await run(delivery);
    later(2);
  }
  const password = server.boxes.get(request.address)?.secret;
  assert.ok(password);
  const everywhere = [await everythingKept(app), ...written].join('\n');
  assert.ok(everywhere.includes(delivery), 'the search finds what is there');
  for (const form of writtenForms(password)) assert.ok(!everywhere.includes(form));
  assert.match(written.join(''), /a connector failed unexpectedly/);
});

test('settings that changed while a delivery is in doubt: no other server is asked, an official looks first', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  server.trouble = ['cut-after'];
  await run(delivery);
  const { context } = app;
  const remote = {
    connector: 'double',
    settings: { domain: 'klungkungkab.go.id' },
    own: { place: 'elsewhere' },
  };
  await context.database.transaction({ government }, (tx) =>
    saveConnector(tx, context.delivering, government, { kind: 'mailbox', ...remote }, 'uji'),
  );
  later(2);
  await run(delivery);
  assert.deepEqual(server.calls, ['deliver']);
  const row = await rowOf(delivery);
  assert.deepEqual([row.state, row.cause_code, row.doubt], ['stopped', 'settings-changed', true]);
  await act(app, government, request.number, 'resume-delivery', { delivery });
  await run(delivery);
  assert.deepEqual(server.calls, ['deliver', 'check']);
  assert.equal((await track(request)).state.status, 'closed');
});

test('a delivery of another request cannot be named', async () => {
  const [one, other] = [await asked(), await asked()];
  server.trouble = ['refused', 'refused'];
  const foreign = deliveryOf(await order(one));
  const own = deliveryOf(await order(other));
  await run(foreign);
  await run(own);
  await assert.rejects(act(app, government, other.number, 'cancel-delivery', { delivery: foreign }), {
    code: 'delivery-unknown',
  });
});

test('a call that ends without an outcome time and again comes to an official in the end', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  await leftCalling(delivery);
  await worker.transaction({ government }, (tx) =>
    tx
      .updateTable('delivery')
      .set({ attempts: MOST_ATTEMPTS - 1 })
      .where('government', '=', government)
      .where('id', '=', delivery)
      .execute(),
  );
  later(3);
  await run(delivery);
  const row = await rowOf(delivery);
  assert.deepEqual([row.state, row.cause_code, row.doubt], ['stopped', 'unexpected', true]);
  assert.deepEqual(server.calls, []);
});

test('a delivery whose job was lost gets another one, a fresh one does not', async () => {
  const request = await asked();
  const delivery = deliveryOf(await order(request));
  const jobs = async (): Promise<number> => {
    const owner = new pg.Client({ connectionString: app.addresses.ownerUrl });
    await owner.connect();
    const { rowCount } = await owner.query(`select 1 from graphile_worker._private_jobs where key like $1`, [
      `%${delivery}%`,
    ]);
    await owner.query(`delete from graphile_worker._private_jobs`);
    await owner.end();
    return rowCount ?? 0;
  };
  assert.equal(await jobs(), 1);
  const { run: lookRound } = deliveryRound(app.context.delivering);
  await lookRound(worker);
  assert.equal(await jobs(), 0);
  later(2);
  await lookRound(worker);
  assert.equal(await jobs(), 1);
});
