/**
 * What a stranger sends shuts nobody else out: neither what is no request at all, nor as many requests as one caller can
 * send, nor the name of somebody else in them.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { formQuestions } from '../../src/standard/index.ts';
import { apiOf, codeOf, exampleForm, exampleOf, servicePath } from '../support/api.ts';
import type { Api, ApiAnswer, Example, Problem, Receipt } from '../support/api.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { exampleFields } from '../support/form-example.ts';
import { Visitor } from '../support/visitor.ts';

/** A share of two for each site, ten for all sites beyond theirs, twenty of a government. */
const requestsPerHour = 20;

let app: TestApp;
let api: Api;

before(async () => {
  app = await startTestApp('shut-out', { requestsPerHour, trustedProxies: ['127.0.0.1'] });
  api = await apiOf(app);
});

after(() => app.close());

/** A telephone of everybody's own. */
const phoneOf = (name: string): number => Buffer.from(name.padEnd(4).slice(-4)).readUInt32BE() % 100_000_000;

/** The example of a service in somebody's name. */
async function inNameOf(path: string, name: string): Promise<Example> {
  const [, , , , government = '', , service = ''] = path.split('/');
  const example = await exampleOf(api, path);
  const own = formQuestions(app.context.catalogue.service(government, service).value).flatMap(
    ({ id, use }) =>
      use === 'applicant-email'
        ? [[id, `${name}@contoh.go.id`]]
        : use === 'applicant-phone'
          ? [[id, `0812${String(phoneOf(name)).padStart(8, '0')}`]]
          : [],
  );
  return { ...example, answers: { ...example.answers, ...Object.fromEntries(own) } };
}

const send = (
  path: string,
  { from, example, key }: { from: string; example: Example; key?: string },
): Promise<ApiAnswer<Receipt & Problem>> =>
  api.postForm(`${path}/requests`, exampleForm(example), {
    'x-forwarded-for': from,
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  });

const nobody = { answers: {} };

/** So many tokens at once can only be taken from a full bucket. */
const isFull = async (government: string): Promise<boolean> =>
  (await app.context.limiters.calm.take(government, requestsPerHour)).allowed;

describe('what is no request', () => {
  const path = servicePath('bulungan', 'hosting-subdomain-email');

  test('brings no flood about, however much of it is sent', async () => {
    for (let sent = 0; sent < requestsPerHour + 5; sent += 1) {
      const answer = await api.post<Problem>(`${path}/requests`, nobody, { 'x-forwarded-for': '10.0.0.1' });
      assert.equal(answer.status, 422);
    }
    assert.ok(await isFull('bulungan'));
  });
});

describe('somebody else’s name', () => {
  const path = servicePath('klaten', 'ruang-rapat');

  test('is not used up by what is sent in it from elsewhere', async () => {
    const example = await inNameOf(path, 'ratna');
    for (let sent = 0; sent < 6; sent += 1) {
      await send(path, { from: '10.0.1.1', example: { ...example, files: [] } });
      await send(path, { from: '10.0.1.2', example });
    }
    const own = await send(path, { from: '10.0.1.3', example });
    assert.equal(codeOf(own), '201 undefined');
  });
});

describe('one caller', () => {
  const path = servicePath('purbalingga', 'internet-jaringan');

  test('has one allowance for forms and programs, from all the networks of a site', async () => {
    const { submit } = app.context.limiters;
    while ((await submit.take('2001:db8:8::/48', 10)).allowed);
    while ((await submit.take('2001:db8:8::/48')).allowed);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const refused = await api.post<Problem>(`${path}/requests`, nobody, from('2001:db8:8:1::1'));
    assert.equal(codeOf(refused), '429 too-many-attempts');
    const other = await api.post<Problem>(`${path}/requests`, nobody, from('2001:db8:9:1::1'));
    assert.equal(other.status, 422);
    const visitor = new Visitor(app.server, '2001:db8:8:2::1');
    const form = path.replace('/api/v1/governments/', '/').replace('/services/', '/layanan/');
    await visitor.open(`${form}/ajukan`);
    app.clock.moveTo(app.clock.now().add({ seconds: 5 }));
    await visitor.submit(exampleFields(app, visitor.page));
    assert.equal(visitor.page.status, 429);
  });

  test('is held to half of what a government takes, and others are not asked', async () => {
    const answers: number[] = [];
    for (let sent = 0; sent < requestsPerHour; sent += 1) {
      // Of IPv6 a caller has many networks.
      const from = `2001:db8:7:${sent}::1`;
      answers.push((await send(path, { from, example: await inNameOf(path, `nama${sent}`) })).status);
    }
    const taken = answers.filter((status) => status === 201).length;
    assert.ok(taken >= requestsPerHour / 2 - 1 && taken <= requestsPerHour / 2 + 2, answers.join());
    const other = await send(path, { from: '10.0.2.1', example: await inNameOf(path, 'lain') });
    assert.equal(codeOf(other), '201 undefined');
  });
});

describe('files over the API', () => {
  const path = servicePath('klaten', 'ruang-rapat');

  test('have an end for each site, and others send theirs', async () => {
    const sent = { from: '10.0.4.1', example: await inNameOf(path, 'tuti') };
    const first = await send(path, { ...sent, key: 'berkas' });
    assert.equal(codeOf(first), '201 undefined');
    while ((await app.context.limiters.room.take('10.0.4.1')).allowed);
    assert.equal(codeOf(await send(path, sent)), '429 too-many-attempts');
    assert.deepEqual((await send(path, { ...sent, key: 'berkas' })).body, first.body);
    assert.equal(codeOf(await send(path, { ...sent, from: '10.0.4.2' })), '201 undefined');
  });
});

describe('a repetition in a flood', () => {
  const path = servicePath('klungkung', 'email-resmi');

  test('gets its first answer', async () => {
    const sent = { from: '10.0.3.1', example: await inNameOf(path, 'sinta'), key: 'sekali' };
    const first = await send(path, sent);
    assert.equal(codeOf(first), '201 undefined');
    while ((await app.context.limiters.calm.take('klungkung')).allowed);
    assert.equal(codeOf(await send(path, { ...sent, key: 'lain' })), '429 too-many-attempts');
    const again = await send(path, sent);
    assert.equal(codeOf(again), '201 undefined');
    assert.deepEqual(again.body, first.body);
  });
});
