/** A delivery is held to the server of its first call, whatever an administrator sets meanwhile. Over the real application. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { act } from '../../../test/support/desk.ts';
import { MailDouble } from '../../../test/support/product-double.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { createLog } from '../../platform/index.ts';
import type { Database } from '../../platform/index.ts';
import { deliverTask } from './runner.ts';
import { saveConnector } from './settings.ts';

const government = 'klungkung';
let app: TestApp;
let worker: Database;
let server: MailDouble;

before(async () => {
  server = new MailDouble();
  app = await startTestApp('other_server', { kinds: server.kinds, now: '2026-11-23T02:00:00Z' });
  worker = await openWorker(app);
});
after(async () => {
  await worker.close();
  await app.close();
});
beforeEach(async () => {
  server.boxes.clear();
  server.calls.length = 0;
  server.trouble = [];
  await setServer('one');
});

/** An administrator points the connector at this server. */
const setServer = (place: string, label = ''): Promise<void> =>
  app.context.database.transaction({ government }, (tx) =>
    saveConnector(
      tx,
      app.context.delivering,
      government,
      {
        kind: 'mailbox',
        connector: 'double',
        settings: { domain: 'klungkungkab.go.id' },
        own: { place, label },
      },
      'uji',
    ),
  );

interface Ordered {
  readonly number: string;
  readonly delivery: string;
}

let n = 0;

async function ordered(): Promise<Ordered> {
  n += 1;
  const { number } = await submitExampleRequest(app, government, 'email-resmi');
  for (const action of ['complete', 'dispose', 'dispose']) await act(app, government, number, action);
  const state = await act(app, government, number, 'deliver', {
    deliveries: ['kotak-surat'],
    fields: { 'alamat-email': `seksi${n}@klungkungkab.go.id` },
  });
  return { number, delivery: state.deliveries?.at(-1)?.delivery ?? '' };
}

/** Does the job as the worker would, after a pause. */
async function run({ delivery }: Ordered): Promise<void> {
  app.clock.moveTo(app.clock.now().add({ minutes: 2 }));
  const { context } = app;
  const deps = { ...context.delivering, request: context, log: createLog('silent') };
  await deliverTask(deps)({ delivery }, { government, database: worker });
}

const resume = ({ number, delivery }: Ordered, absent = false): Promise<unknown> =>
  act(app, government, number, 'resume-delivery', { delivery, absent });

/** State, cause and doubt of its row. */
async function standingOf({ delivery }: Ordered): Promise<readonly [string, string | null, boolean]> {
  const row = await app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('delivery')
      .select(['state', 'cause_code', 'doubt'])
      .where('government', '=', government)
      .where('id', '=', delivery)
      .executeTakeFirstOrThrow(),
  );
  return [row.state, row.cause_code, row.doubt];
}

test('in doubt no other server is asked, until an official was told that it is another one', async () => {
  const request = await ordered();
  server.trouble = ['cut-after', 'cannot-ask'];
  await run(request);
  await run(request);
  assert.deepEqual(await standingOf(request), ['stopped', 'cannot-ask', true]);
  await setServer('two');
  await resume(request);
  await run(request);
  assert.deepEqual(server.calls, ['deliver', 'check'], 'the second server was asked nothing');
  assert.deepEqual(await standingOf(request), ['stopped', 'settings-changed', true]);
  await setServer('one');
  await resume(request);
  await run(request);
  assert.deepEqual(server.calls, ['deliver', 'check', 'check']);
  assert.deepEqual(await standingOf(request), ['delivered', null, false]);
});

test('what is set besides is no other server: a doubt is looked into by itself', async () => {
  const request = await ordered();
  server.trouble = ['cut-after'];
  await run(request);
  await setServer('one', 'called otherwise');
  await run(request);
  assert.deepEqual(server.calls, ['deliver', 'check']);
  assert.deepEqual(await standingOf(request), ['delivered', null, false]);
});

test('what is half done at one server is not completed at another', async () => {
  const request = await ordered();
  server.trouble = ['half'];
  await run(request);
  await run(request);
  assert.deepEqual(await standingOf(request), ['ordered', 'half-done', true]);
  await setServer('two');
  await run(request);
  assert.deepEqual(server.calls, ['deliver', 'check']);
  assert.deepEqual(await standingOf(request), ['stopped', 'settings-changed', true]);
});

test('where nothing was made, or an official made sure of that, it is made where the settings say now', async () => {
  const refused = await ordered();
  server.trouble = ['refused'];
  await run(refused);
  await setServer('two');
  await resume(refused);
  await run(refused);
  assert.deepEqual(await standingOf(refused), ['delivered', null, false]);
  const cleared = await ordered();
  server.trouble = ['cut-before', 'cannot-ask'];
  await run(cleared);
  await run(cleared);
  await setServer('three');
  await resume(cleared, true);
  await run(cleared);
  assert.deepEqual(await standingOf(cleared), ['delivered', null, false]);
});
