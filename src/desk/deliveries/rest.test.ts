/** What was not chosen when the program is told to deliver: named before anything is made, and dropped by nobody's silence. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { act } from '../../../test/support/desk.ts';
import { openWorker } from '../../../test/support/certificate-request.ts';
import { official } from '../../../test/support/officer.ts';
import type { FormValues, Officer, Page } from '../../../test/support/officer.ts';
import { submitExampleRequest } from '../../../test/support/requests.ts';
import { Visitor } from '../../../test/support/visitor.ts';
import { createLog } from '../../platform/index.ts';
import { deliverTask, saveConnector } from '../../product/index.ts';
import type { RequestState } from '../../request/index.ts';

const government = 'bulungan';
let app: TestApp;
let officer: Officer;
let n = 0;

before(async () => {
  app = await startTestApp('rest');
  officer = await official(app, government, 'staf-egov');
});
after(() => app.close());

const stateOf = async (number: string): Promise<RequestState> => {
  const row = await app.context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('request')
      .select('state')
      .where('government', '=', government)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  );
  return row.state as RequestState;
};

/** A request at the step that delivers, with what an official typed there. */
async function atStep(): Promise<{
  readonly number: string;
  readonly trackingKey: string;
  readonly typed: FormValues;
}> {
  const { number, trackingKey } = await submitExampleRequest(app, government, 'hosting-subdomain-email');
  while ((await stateOf(number)).step !== 'registrasi') {
    const view = await officer.get(`/meja/permohonan/${number}`);
    assert.ok(n < 20, view.text);
    n += 1;
    await step(number);
  }
  n += 1;
  return {
    number,
    trackingKey,
    typed: {
      version: String((await stateOf(number)).version),
      'step.fields.alamat-situs': `perpus${n}`,
      'step.fields.akun-hosting': `perpus${n}`,
      'step.fields.alamat-email': `perpus${n}@bulungan.go.id`,
    },
  };
}

/** The one way on from each step before. */
async function step(number: string): Promise<void> {
  const { step: at } = await stateOf(number);
  const { value } = app.context.catalogue.service(government, 'hosting-subdomain-email', 1);
  const found = value.steps.find(({ id }) => id === at);
  const [action] = Object.keys(found?.outcomes ?? {});
  assert.ok(action !== undefined);
  await act(app, government, number, action);
}

const hidden = (page: Page, name: string): string => {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1];
  assert.ok(value !== undefined, `no field ${name}`);
  return value;
};

/** Sees the plan of the mailbox alone, and confirms it with these answers. */
async function orderMailbox(
  answers: FormValues,
): Promise<{ plan: Page; state: RequestState; trackingKey: string }> {
  const { number, trackingKey, typed } = await atStep();
  const address = `/meja/permohonan/${number}`;
  const chosen = { ...typed, 'step.deliveries': 'kotak-surat' };
  await officer.get(address);
  const plan = await officer.post(address, { ...chosen, action: 'plan' });
  assert.equal(plan.status, 200, plan.text);
  const confirmed = { ...chosen, action: 'deliver', plan: hidden(plan, 'plan'), ...answers };
  const answer = await officer.post(address, confirmed);
  assert.equal(answer.status, 303, answer.text);
  return { plan, state: await stateOf(number), trackingKey };
}

test('the plan names what was not chosen, and leaves it for later unless it is said to be left out', async () => {
  const { plan, state } = await orderMailbox({});
  assert.match(plan.text, /Tidak dipilih: Nama domain, Akun hosting/);
  const later = /<input(?=[^>]*value="later")[^>]*>/.exec(plan.text)?.[0];
  assert.match(later ?? '', /checked/);
  assert.equal(state.deliveries?.[0]?.without, undefined);
});

test('back from the plan the form has everything that was typed, and nothing is ordered', async () => {
  const { number, typed } = await atStep();
  const address = `/meja/permohonan/${number}`;
  const chosen = {
    ...typed,
    'step.deliveries': 'kotak-surat',
    'step.note': 'Sudah dibicarakan lewat telepon',
  };
  await officer.get(address);
  const plan = await officer.post(address, { ...chosen, action: 'plan' });
  assert.match(plan.text, /<button[^>]* name="action" value="change-order"/);
  const { version } = await stateOf(number);
  const back = await officer.post(address, { ...chosen, action: 'change-order' });
  assert.equal(back.status, 200);
  assert.match(back.text, /Sudah dibicarakan lewat telepon/);
  assert.ok(back.text.includes(`value="${String(typed['step.fields.alamat-email'])}"`));
  const boxes = [...back.text.matchAll(/<input(?=[^>]*name="step\.deliveries")[^>]*>/g)].map(([box]) => box);
  assert.deepEqual(
    boxes.filter((box) => box.includes(' checked')).map((box) => /value="([^"]*)"/.exec(box)?.[1]),
    ['kotak-surat'],
  );
  assert.equal((await stateOf(number)).version, version);
});

test('what the official says will not be made is recorded with the order', async () => {
  const { state } = await orderMailbox({ 'step.rest': 'not-made' });
  assert.deepEqual(state.deliveries?.[0]?.without, ['subdomain', 'hosting']);
});

test('while it is made, its applicant reads what is made and that it goes on by itself', async () => {
  const { state, trackingKey } = await orderMailbox({});
  const visitor = new Visitor(app.server);
  await visitor.open(`/${government}/permohonan/${state.number}`);
  const { body } = await visitor.submit({ nomor: state.number, kunci: trackingKey });
  assert.match(body, /Kotak surat sedang dikerjakan sistem\. Bila terhenti/);
  assert.doesNotMatch(body, /Sekarang pada/, 'no post has it');
  assert.match(body, /Penyerahan oleh sistem dimulai: Kotak surat[^]*lalu melanjutkan sendiri/);
  const desk = (await officer.get(`/meja/permohonan/${state.number}`)).text;
  const history = desk.slice(desk.indexOf('id="riwayat"'));
  assert.match(
    history,
    /Penyerahan oleh sistem dimulai: Kotak surat[^]*Alamat email yang dibuat[^]*@bulungan/,
  );
});

test('several products are withdrawn at once for one reason: each is given back, and the applicant is told once', async () => {
  const { number } = await atStep();
  const address = `/meja/permohonan/${number}`;
  await app.context.database.transaction({ government }, (tx) =>
    saveConnector(
      tx,
      app.context.delivering,
      government,
      {
        kind: 'hosting',
        connector: 'directory',
        settings: { zone: 'bulungan.go.id' },
        own: {},
      },
      'uji',
    ),
  );
  const names = ['kotak-surat', 'hosting'];
  const { deliveries = [], version } = await act(app, government, number, 'deliver', {
    deliveries: names,
    fields: { 'akun-hosting': `perpus${n}`, 'alamat-email': `perpus${n}@bulungan.go.id` },
  });
  const worker = await openWorker(app);
  const run = (delivery: string) =>
    deliverTask({ ...app.context.delivering, request: app.context, log: createLog('silent') })(
      { delivery },
      { government, database: worker },
    );
  try {
    for (const { delivery } of deliveries) await run(delivery);
    const page = (await officer.get(address)).text;
    assert.match(page, new RegExp(`type="checkbox"[^]*Kotak surat: perpus${n}@bulungan`));
    const form = { action: 'withdraw-product', version: String((await stateOf(number)).version) };
    const none = await officer.post(address, { ...form, 'withdraw-product.reason': 'Kantor digabung.' });
    assert.deepEqual([none.status, none.text.includes('Pilih: Yang dicabut.')], [422, true]);
    const chosen = deliveries.map(({ delivery }) => delivery);
    const reason = { 'withdraw-product.reason': 'Kantor digabung.' };
    const answer = await officer.post(address, { ...form, ...reason, 'withdraw-product.deliveries': chosen });
    assert.equal(answer.status, 303, answer.text);
    for (const delivery of chosen) await run(delivery);
    const after = await stateOf(number);
    assert.deepEqual(
      after.deliveries?.map(({ status }) => status),
      ['withdrawn', 'withdrawn'],
    );
    assert.ok(after.version > version);
    const told = (await app.server.inject('/peragaan/kotak-surat')).body;
    assert.equal(told.split(`Hasil permohonan ${number} dicabut`).length, 2);
  } finally {
    await worker.close();
  }
});

test('all products stay chosen when another form of the page comes back, and what was unticked stays so in its own', async () => {
  const { number, typed } = await atStep();
  const address = `/meja/permohonan/${number}`;
  const ticked = ({ text }: Page): readonly string[] =>
    [...text.matchAll(/<input[^>]*name="step\.deliveries"[^>]*>/g)].flatMap(([input]) =>
      input.includes(' checked') ? (/value="([^"]*)"/.exec(input)?.[1] ?? []) : [],
    );
  const all = ticked(await officer.get(address));
  assert.ok(all.length > 1, String(all));
  const { version = '' } = typed;
  const refused = await officer.post(address, { version, action: 'comment', 'comment.text': '' });
  assert.equal(refused.status, 422);
  assert.deepEqual(ticked(refused), all);
  const wrong = { ...typed, 'step.deliveries': 'kotak-surat', 'step.fields.alamat-email': 'x' };
  assert.deepEqual(ticked(await officer.post(address, { ...wrong, action: 'plan' })), ['kotak-surat']);
});

test('a name without a server to point at is refused with who sets it', async () => {
  const { number, typed } = await atStep();
  const address = `/meja/permohonan/${number}`;
  await officer.get(address);
  const refused = await officer.post(address, { ...typed, 'step.deliveries': 'subdomain', action: 'plan' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Minta administrator mengisi (&quot;|")Server hosting sendiri/);
});

test('what is wrong with each product is told at once, at its field', async () => {
  const { number, typed } = await atStep();
  const address = `/meja/permohonan/${number}`;
  await officer.get(address);
  const wrong = await officer.post(address, {
    ...typed,
    'step.fields.alamat-situs': 'www',
    'step.fields.akun-hosting': 'root',
    'step.fields.alamat-email': 'postmaster@bulungan.go.id',
    'step.deliveries': ['subdomain', 'hosting', 'kotak-surat'],
    action: 'plan',
  });
  assert.equal(wrong.status, 422);
  const summary = /class="error-summary[^]*?<\/ul>/.exec(wrong.text)?.[0] ?? '';
  for (const name of ['www', 'root', 'postmaster'])
    assert.equal(summary.split(name).length, 2, `${name} once: ${summary}`);
});
