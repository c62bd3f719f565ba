/**
 * A flood of requests that nobody means: while it lasts, whoever sends one proves the e-mail address by a code, and on all
 * other days nobody is asked. Nothing that was typed is lost.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { apiOf, codeOf, exampleForm, exampleOf, keyOf, servicePath, submitExample } from '../support/api.ts';
import type { Api, Problem } from '../support/api.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { continueExample, exampleFields } from '../support/form-example.ts';
import type { Sent } from '../support/visitor.ts';
import { Visitor } from '../support/visitor.ts';

/** Two requests of one address in a row, twenty of a government. */
const requestsPerHour = 20;
const form = '/klaten/layanan/ruang-rapat/ajukan';
const outside = '10.20.30.40';

let app: TestApp;
let api: Api;

before(async () => {
  app = await startTestApp('flood', { requestsPerHour, trustedProxies: ['127.0.0.1'] });
  api = await apiOf(app);
});

after(() => app.close());

/** A visitor from outside with a filled-in form, on the page that checks it. */
async function atCheck(email: string, phone: string): Promise<Visitor> {
  const visitor = new Visitor(app.server, outside);
  await visitor.open(form);
  app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
  const own = (fields: Sent): Sent =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        if (typeof value !== 'string') return [name, value];
        if (value.includes('@')) return [name, email];
        return [name, /^(08|\+62)\d{7,}$/.test(value) ? phone : value];
      }),
    );
  while (!visitor.page.url.endsWith('/periksa')) {
    const before = visitor.page.url;
    await visitor.submit(own(exampleFields(app, visitor.page)));
    if (visitor.page.url === before) await continueExample(app, visitor);
  }
  return visitor;
}

const isReceipt = ({ page }: Visitor): boolean => page.url.endsWith('/tanda-terima');
const codeOn = ({ page }: Visitor): string => />(\d{6})</.exec(page.body)?.[1] ?? 'none';

describe('many requests in the name of one address', () => {
  let asked: Visitor;

  test('are taken as they are at first, and from then on need the code that came by mail', async () => {
    for (let taken = 0; taken < 2; taken += 1) {
      const visitor = await atCheck('wayan@contoh.go.id', '081200000001');
      await visitor.submit({}, '/periksa');
      assert.ok(isReceipt(visitor), visitor.page.url);
    }
    asked = await atCheck(' Wayan@CONTOH.go.id', '+6281200000002');
    await asked.submit({}, '/periksa');
    assert.match(asked.page.url, /\/bukti$/);
    assert.match(asked.page.body, /Masukkan kode dari surel Anda/);
    assert.match(asked.page.body, /<label[^>]*>Kode enam angka/);
  });

  test('are refused with a wrong code or that of another form, and keep everything', async () => {
    const other = await atCheck('wayan@contoh.go.id', '081200000003');
    await other.submit({}, '/periksa');
    for (const kode of ['', '000000', 'x', codeOn(other)]) {
      await asked.submit({ kode }, '/bukti');
      assert.equal(asked.page.status, 422, kode);
      assert.match(asked.page.body, /Kode ini tidak cocok/);
    }
  });

  test('are refused with a code of half an hour ago', async () => {
    const before = app.clock.now();
    const kode = codeOn(asked);
    app.clock.moveTo(before.add({ minutes: 31 }));
    await asked.submit({ kode }, '/bukti');
    assert.equal(asked.page.status, 422);
  });

  test('go through with the right one, once', async () => {
    const kode = codeOn(asked);
    await asked.submit({ kode: `${kode.slice(0, 3)} ${kode.slice(3)}` }, '/bukti');
    assert.ok(isReceipt(asked), asked.page.body);
  });

  test('leave everybody else in peace', async () => {
    const visitor = await atCheck('made@contoh.go.id', '081200000009');
    await visitor.submit({}, '/periksa');
    assert.ok(isReceipt(visitor), visitor.page.url);
  });

  test('do not let anybody try codes without end', async () => {
    const visitor = await atCheck('wayan@contoh.go.id', '081200000010');
    await visitor.submit({}, '/periksa');
    const statuses: number[] = [];
    const page = visitor.page;
    for (let attempt = 0; attempt < 12; attempt += 1) {
      visitor.page = page;
      statuses.push((await visitor.submit({ kode: '000000' }, '/bukti')).status);
    }
    assert.equal(statuses.at(0), 422);
    assert.equal(statuses.at(-1), 429);
    assert.ok(Number(visitor.page.headers['retry-after']) > 0);
  });
});

describe('more requests than a government ever gets', () => {
  before(async () => {
    while ((await app.context.limiters.calm.take('klaten')).allowed);
  });

  test('ask the next one for a code, in English too, and those of another government for nothing', async () => {
    const visitor = await atCheck('nyoman@contoh.go.id', '081200000012');
    await visitor.submit({}, '/periksa');
    assert.match(visitor.page.url, /\/bukti$/);
    await visitor.open(`${visitor.page.url}?lang=en`);
    assert.match(visitor.page.body, /Enter the code from your e-mail/);
    assert.ok((await app.context.limiters.calm.take('bulungan')).allowed);
  });

  test('tell programs when to come back, and spare those on this machine', async () => {
    const path = servicePath('klaten', 'ruang-rapat');
    const sent = exampleForm(await exampleOf(api, path));
    const refused = await api.postForm<Problem>(`${path}/requests`, sent, { 'x-forwarded-for': outside });
    assert.equal(codeOf(refused), '429 too-many-attempts');
    assert.ok(Number(refused.headers['retry-after']) > 0);
    await submitExample(api, 'klaten', 'ruang-rapat');
  });
});

test('an applicant may not write to the office without end', async () => {
  const receipt = await submitExample(api, 'klaten', 'ruang-rapat');
  const write = () =>
    api.post<Problem>(`/api/v1/requests/${receipt.number}/messages`, { text: 'Halo' }, keyOf(receipt));
  const answers: string[] = [];
  for (let sent = 0; sent < 22; sent += 1) answers.push(codeOf(await write()));
  assert.equal(answers.at(0), '200 undefined');
  assert.equal(answers.at(-1), '429 too-many-attempts');
});
