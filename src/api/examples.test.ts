/** Every example that the API gives for an act is taken when it is sent as it is: on real requests, in all the states that have acts of their own. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import {
  actAs,
  apiOf,
  exampleForm,
  exampleOf,
  keyOf,
  readOnDesk,
  servicePath,
  submitExample,
} from '../../test/support/api.ts';
import type { Api, OnDesk, Receipt, Tracked } from '../../test/support/api.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { MailDouble } from '../../test/support/product-double.ts';
import { createLog, openDatabase } from '../platform/index.ts';
import type { Database } from '../platform/index.ts';
import { deliverTask } from '../product/index.ts';
import { allKinds } from '../product/kinds.ts';
import { actionShapes, shapeOf, watchDeadlineTask } from '../request/index.ts';

const server = new MailDouble();
const tried = new Set<string | null>();
let app: TestApp;
let api: Api;
let worker: Database;

before(async () => {
  app = await startTestApp('api_examples', { kinds: { ...allKinds, ...server.kinds } });
  api = await apiOf(app);
  worker = await openDatabase({ url: app.addresses.workerUrl, role: 'pendopo_worker', max: 2 });
});
after(async () => {
  await worker.close();
  await app.close();
});

const monday = '2026-11-23T02:00:00Z';
afterEach(() => app.clock.moveTo(monday));

type Asked = Receipt & { readonly government: string };

const asked = async (government: string, service: string): Promise<Asked> => ({
  ...(await submitExample(api, government, service)),
  government,
});

/** The post at which the request waits. */
async function waitingAt({ number, ...receipt }: Asked): Promise<string> {
  const { body } = await api.get<Tracked>(`/api/v1/requests/${number}`, keyOf({ number, ...receipt }));
  assert.ok(body.waitingFor, `${number} waits for nobody`);
  return body.waitingFor.position;
}

const seen = async (request: Asked, position?: string): Promise<OnDesk> =>
  readOnDesk(api, request.government, request.number, position ?? (await waitingAt(request)));

/** Sends the example of an act as it was given, by whoever it waits for or who holds `position`. */
async function send(request: Asked, action: string, position?: string): Promise<object> {
  const post = position ?? (await waitingAt(request));
  const desk = await seen(request, post);
  const answer = await actAs(api, await api.as(request.government, post), desk, action);
  const { example = {} } = desk.actions.find((one) => one.action === action) ?? {};
  assert.equal(
    answer.status,
    200,
    `${action} ${JSON.stringify(example)} by ${post}: ${JSON.stringify(answer.body)}`,
  );
  tried.add(shapeOf(action));
  return example;
}

const isOffered = async (request: Asked, action: string, position?: string): Promise<boolean> =>
  (await seen(request, position)).actions.some((one) => one.action === action);

/** Forward by the examples until an act is offered. */
async function forwardTo(request: Asked, action: string): Promise<void> {
  for (let steps = 0; steps < 9; steps += 1) {
    const { actions } = await seen(request);
    if (actions.some((one) => one.action === action)) return;
    const forward = actions.find(({ kind }) => kind === 'forward');
    assert.ok(forward);
    await send(request, forward.action);
  }
  assert.fail(`${action} is never offered`);
}

async function resubmit({ number, ...receipt }: Asked): Promise<void> {
  const url = `/api/v1/requests/${number}/resubmissions`;
  const { status } = await api.post(url, { note: 'Sudah dilengkapi.' }, keyOf({ number, ...receipt }));
  assert.equal(status, 200);
}

const later = (duration: Temporal.DurationLike): void => app.clock.moveTo(app.clock.now().add(duration));

/** Carries out what was ordered, as the worker would. */
async function work({ government, number }: Asked): Promise<void> {
  const rows = await app.context.database.transaction({ government }, (tx) =>
    tx.selectFrom('delivery').select('id').where('number', '=', number).execute(),
  );
  const deps = { ...app.context.delivering, request: app.context, log: createLog('silent') };
  for (const { id } of rows) await deliverTask(deps)({ delivery: id }, { government, database: worker });
}

describe('examples of acts on a step', () => {
  test('remarks, taking over, and a demand that the superior allows or denies', async () => {
    const superior = 'kabid-komunikasi';
    for (const word of ['allow-return', 'deny-return']) {
      const request = await asked('klaten', 'kehilangan-stnk');
      for (const action of ['comment', 'contact', 'take-over', 'return']) await send(request, action);
      await resubmit(request);
      await send(request, 'return');
      await send(request, word, superior);
    }
    await send(await asked('klaten', 'kehilangan-stnk'), 'cancel', superior);
    await send(await asked('bulungan', 'hosting-subdomain-email'), 'refuse');
  });

  test('each way forward, to the end', async () => {
    const request = await asked('klaten', 'ruang-rapat');
    await forwardTo(request, 'fulfil');
    await send(request, 'fulfil');
  });

  test('an extension, as long as it may be given', async () => {
    const request = await asked('klaten', 'informasi-publik');
    await forwardTo(request, 'extend');
    const other = await asked('klaten', 'informasi-publik');
    await forwardTo(other, 'extend');
    await send(request, 'extend');
    later({ hours: 24 * 30 });
    assert.equal(await isOffered(other, 'extend'), false, 'the time has run out, whoever has said so');
  });

  test('a duty that a broken promise opened', async () => {
    const request = await asked('klaten', 'apresiasi-kerentanan');
    later({ hours: 24 * 30 });
    const { government, number } = request;
    await watchDeadlineTask(app.context)({ number }, { government, database: app.context.database });
    await send(request, 'finish-duty', 'kabag-hukum');
  });

  test('another class: any before the deadline, none that promises more after it', async () => {
    const request = await asked('purbalingga', 'pengaduan-layanan');
    await forwardTo(request, 'classify');
    const post = await waitingAt(request);
    await send(request, 'classify');
    await send(request, 'reclassify', post);
    later({ hours: 24 * 365 });
    const { government, number } = request;
    await watchDeadlineTask(app.context)({ number }, { government, database: app.context.database });
    for (let times = 0; times < 4; times += 1) {
      const { dueAt, classes, actions } = await seen(request, post);
      const more = classes.filter((one) => String(one.dueAt) > String(dueAt)).map(({ id }) => id);
      const offered = JSON.stringify(actions.find(({ action }) => action === 'reclassify') ?? {});
      for (const id of more) assert.ok(!offered.includes(`"${id}"`), `${id} promises more`);
      if (offered !== '{}') await send(request, 'reclassify', post);
    }
  });
});

describe('examples of acts on products', () => {
  /** An order that the double did wrong in these ways, and that stopped. */
  async function stopped(...troubles: typeof server.trouble): Promise<Asked> {
    const request = await asked('klungkung', 'email-resmi');
    await forwardTo(request, 'deliver');
    await send(request, 'deliver');
    server.trouble = [...troubles];
    for (let calls = 0; calls < troubles.length; calls += 1) await work(request);
    return request;
  }

  test('what stopped: tried again, taken back though nobody knows whether it was made, done by hand', async () => {
    const again = await stopped('refused');
    await send(again, 'resume-delivery');
    await work(again);
    const unknown = await stopped('cut-before', 'cannot-ask');
    assert.deepEqual(Object.entries(await send(unknown, 'cancel-delivery')).at(-1), ['absent', true]);
    const certain = await stopped('refused');
    assert.deepEqual(Object.entries(await send(certain, 'cancel-delivery')).at(-1), ['absent', false]);
    await send(await stopped('refused'), 'settle-delivery');
  });

  test('what was delivered: a new first password, given back, and what becomes of it when that fails', async () => {
    server.boxes.clear();
    const request = await stopped();
    const post = await waitingAt(request);
    await work(request);
    later({ hours: 24 * 15 });
    await send(request, 'renew-secret', post);
    const failing = async (): Promise<void> => {
      server.trouble = ['refused'];
      await work(request);
    };
    await send(request, 'withdraw-product', post);
    await failing();
    await send(request, 'resume-withdrawal', post);
    await failing();
    await send(request, 'cancel-withdrawal', post);
    await send(request, 'withdraw-product', post);
    await failing();
    await send(request, 'settle-withdrawal', post);
  });

  test('several products: what could not be made as things stand is no part of the example', async () => {
    const request = await asked('bulungan', 'hosting-subdomain-email');
    await forwardTo(request, 'deliver');
    const example = (await send(request, 'deliver')) as { deliveries: unknown; fields: object };
    // A name needs a server to point at, and nobody has set one.
    assert.deepEqual(example.deliveries, ['hosting', 'kotak-surat']);
    assert.deepEqual(Object.keys(example.fields).toSorted(), [
      'akun-hosting',
      'alamat-email',
      'alamat-situs',
      'tanggal-aktif',
    ]);
  });

  test('what the applicant did not ask for is neither offered, asked about nor awaited', async () => {
    const path = servicePath('bulungan', 'hosting-subdomain-email');
    const { answers, files } = await exampleOf(api, path);
    const { 'nama-subdomain': _, 'kapasitas-hosting': __, ...others } = answers;
    const form = exampleForm({ answers: { ...others, layanan: 'email' }, files });
    const { body, status } = await api.postForm<Receipt>(`${path}/requests`, form);
    assert.equal(status, 201, JSON.stringify(body));
    const request = { ...body, government: 'bulungan' };
    await forwardTo(request, 'deliver');
    const { actions } = await seen(request);
    const schema = JSON.stringify(actions.find(({ action }) => action === 'deliver')?.inputSchema);
    assert.match(schema, /"enum":\["kotak-surat"\]/);
    assert.doesNotMatch(schema, /akun-hosting|alamat-situs/);
    await send(request, 'deliver');
    await work(request);
    const { body: tracked } = await api.get<Tracked>(`/api/v1/requests/${request.number}`, keyOf(request));
    assert.equal(tracked.state, 'closed');
  });
});

test('no act is left out', () => {
  assert.deepEqual(
    actionShapes.filter((shape) => !tried.has(shape)),
    [],
  );
});
