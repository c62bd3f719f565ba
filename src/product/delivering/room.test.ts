/** Space on the hosting server is promised over the real application and database, and never more of it than there is. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act } from '../../../test/support/desk.ts';
import { official } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import type { Fault } from '../../ground/index.ts';
import { createLog, openDatabase } from '../../platform/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import type { RequestState } from '../../request/index.ts';
import { deliverTask } from './runner.ts';
import { saveConnector } from './settings.ts';

const government = 'bulungan';
/** In gigabytes; what the example of the service asks for. */
const each = 10;
let app: TestApp;
let worker: Database;
let n = 0;

before(async () => {
  app = await startTestApp('room');
  worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 2 });
});
after(async () => {
  await worker.close();
  await app.close();
});
afterEach(() => inside((tx) => tx.updateTable('delivery').set({ takes: 0 }).execute()));

const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  app.context.database.transaction({ government }, work);

/** The administrator says how much there is. */
const share = (totalQuota: string): Promise<void> =>
  inside((tx) =>
    saveConnector(
      tx,
      app.context.delivering,
      government,
      { kind: 'hosting', connector: 'directory', settings: { zone: 'bulungan.go.id', totalQuota }, own: {} },
      'uji',
    ),
  );

/** A request that waits for its hosting account to be made. */
async function asked(): Promise<string> {
  const { number } = await submitExampleRequest(app, government, 'hosting-subdomain-email');
  await act(app, government, number, 'complete');
  return number;
}

function order(number: string): Promise<RequestState> {
  n += 1;
  const fields = { 'akun-hosting': `dinas${n}`, 'alamat-situs': `dinas${n}` };
  return act(app, government, number, 'deliver', { deliveries: ['hosting'], fields });
}

const idIn = (state: RequestState): string => state.deliveries?.at(-1)?.delivery ?? '';

async function run(delivery: string): Promise<void> {
  const deps = { ...app.context.delivering, request: app.context, log: createLog('silent') };
  await deliverTask(deps)({ delivery }, { government, database: worker });
}

const standing = (id: string) =>
  inside((tx) =>
    tx
      .selectFrom('delivery')
      .select(['state', 'cause_code', 'cause'])
      .where('government', '=', government)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

const noRoom = (fault: Fault): true => {
  assert.equal(fault.code, 'no-room');
  return true;
};

test('what no longer fits is told with its figures before it is ordered, and is not ordered', async () => {
  await share('15');
  const [first, second] = [await asked(), await asked()];
  const kept = idIn(await order(first));
  const officer = await official(app, government, 'staf-egov');
  const address = `/meja/permohonan/${second}`;
  const view = await officer.get(address);
  const plan = await officer.post(address, {
    version: /name="version" value="(\d+)"/.exec(view.text)?.[1] ?? '',
    action: 'plan',
    'step.deliveries': 'hosting',
    'step.fields.akun-hosting': 'penuh',
    'step.fields.alamat-situs': 'penuh',
  });
  assert.equal(plan.status, 422);
  assert.match(
    plan.text,
    /meminta 10 GB, sedangkan yang masih dapat dijanjikan 5 GB \(dari 15 GB, 10 GB sudah/,
  );
  assert.match(plan.text, /href="#f-step\.deliveries"/, 'the choice is where it can be put right');
  await assert.rejects(order(second), noRoom);
  await run(kept);
  assert.equal((await standing(kept)).state, 'delivered');
  await assert.rejects(order(second), noRoom, 'what was made is promised still');
  await act(app, government, first, 'withdraw-product', {
    deliveries: [kept],
    reason: 'Tidak dipakai lagi.',
  });
  await assert.rejects(order(second), noRoom, 'until it was given back');
  await run(kept);
  assert.equal((await standing(kept)).state, 'withdrawn');
  await order(second);
});

test('of those who promise the last of it at the same moment, only so many succeed as fit', async () => {
  await share(String(2 * each + 5));
  const all = await Promise.all(Array.from({ length: 5 }, asked));
  const outcomes = await Promise.allSettled(all.map(order));
  const refused = outcomes.filter((one) => one.status === 'rejected');
  refused.forEach(({ reason }) => noRoom(reason as Fault));
  assert.equal(outcomes.length - refused.length, 2);
});

test('an order that was taken back makes room', async () => {
  await share(String(each));
  const [first, second] = [await asked(), await asked()];
  const delivery = idIn(await order(first));
  await share('5');
  await run(delivery);
  await share(String(each));
  await assert.rejects(order(second), noRoom);
  await act(app, government, first, 'cancel-delivery', { delivery });
  await order(second);
});

test('what was promised before there was less is not made beyond it; when there is more it is', async () => {
  await share(String(2 * each));
  const [early, late] = [idIn(await order(await asked())), idIn(await order(await asked()))];
  await share(String(each));
  await run(late);
  const { state, cause_code: code, cause } = await standing(late);
  assert.deepEqual([state, code], ['stopped', 'no-room']);
  assert.match(cause?.id ?? '', /dari 10 GB, 10 GB sudah dijanjikan/);
  await run(early);
  assert.equal((await standing(early)).state, 'delivered', 'first ordered, first served');
});

test('promises of programs that did not write down how much count too', async () => {
  await share(String(each));
  const earlier = idIn(await order(await asked()));
  await inside((tx) => tx.updateTable('delivery').set({ takes: null }).where('id', '=', earlier).execute());
  await assert.rejects(order(await asked()), noRoom);
});

test('where nobody says how much there is nothing is refused', async () => {
  await share('');
  for (let promised = 0; promised < 3; promised += 1) await order(await asked());
});
