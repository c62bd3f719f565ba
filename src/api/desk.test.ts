import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import {
  actAs,
  apiOf,
  codeOf,
  keyOf,
  readOnDesk,
  servicePath,
  submitExample,
} from '../../test/support/api.ts';
import type { Api, Problem } from '../../test/support/api.ts';

let app: TestApp;
let api: Api;

before(async () => {
  app = await startTestApp('api_desk');
  api = await apiOf(app);
});

after(() => app.close());

const room = servicePath('klaten', 'ruang-rapat');
const keeper = 'pengelola-ruang-rapat';

/** A call outside the operations of the document. */
async function raw(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD',
  url: string,
  sent: { payload?: string | Buffer; headers?: Readonly<Record<string, string>> } = {},
): Promise<{ code: string; headers: Readonly<Record<string, unknown>> }> {
  const answer = await app.server.inject({ method, url, ...sent });
  const { statusCode: status, headers } = answer;
  if (answer.body === '') return { code: String(status), headers };
  assert.match(
    String(headers['content-type']),
    /^application\/problem\+json/,
    `${method} ${url}: ${answer.body}`,
  );
  const problem = answer.json<Problem>();
  assert.equal(problem.status, status);
  return { code: `${status} ${problem.code}`, headers };
}

describe('the desk', () => {
  test('lists what the caller may see by deadline, in pages, and finds it by words and number', async () => {
    const numbers = new Set<string>();
    for (let i = 0; i < 3; i += 1) numbers.add((await submitExample(api, 'klaten', 'ruang-rapat')).number);
    const headers = await api.as('klaten', keeper);
    const seen: { number: string; dueAt: string | null }[] = [];
    let after = '';
    do {
      const { body } = await api.get<{ items: typeof seen; next: string | null }>(
        `/api/v1/desk/requests?state=open&order=due&limit=2${after}`,
        headers,
      );
      assert.ok(body.items.length <= 2);
      seen.push(...body.items);
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    assert.equal(new Set(seen.map(({ number }) => number)).size, seen.length);
    for (const number of numbers) assert.ok(seen.some((one) => one.number === number));
    const dues = seen.map(({ dueAt }) => (dueAt === null ? Infinity : Date.parse(dueAt)));
    assert.deepEqual(
      dues,
      dues.toSorted((one, other) => one - other),
    );
    const [number = ''] = numbers;
    for (const q of [number, number.toLowerCase(), 'koordinasi operator']) {
      const { body } = await api.get<{ items: { number: string }[] }>(
        `/api/v1/desk/requests?q=${encodeURIComponent(q)}`,
        headers,
      );
      assert.ok(
        body.items.some((one) => one.number === number),
        q,
      );
    }
  });

  test('lists by state, and nothing to a post that has no part', async () => {
    const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
    const listed = async (position: string, state: string): Promise<boolean> => {
      const { body } = await api.get<{ items: { number: string }[] }>(
        `/api/v1/desk/requests?state=${state}&limit=200`,
        await api.as('klaten', position),
      );
      return body.items.some((one) => one.number === number);
    };
    assert.equal(await listed(keeper, 'mine'), true);
    assert.equal(await listed('kasubbag-umum', 'mine'), false);
    assert.equal(await listed('kasubbag-umum', 'open'), true);
    assert.equal(await listed(keeper, 'returned'), false);
    assert.equal(await listed(keeper, 'closed'), false);
    assert.equal(await listed('petugas-rspd', 'open'), false);
    assert.equal(
      codeOf(await api.get(`/api/v1/desk/requests/${number}`, await api.as('klaten', 'petugas-rspd'))),
      '404 request-not-found',
    );
  });

  test('lists nothing as open for a superior who was asked once, when it has ended since', async () => {
    const [officer, superior] = ['petugas-rspd', 'kabid-komunikasi'];
    const receipt = await submitExample(api, 'klaten', 'kehilangan-stnk');
    const { number } = receipt;
    const listed = async (state: string): Promise<boolean> => {
      const { body } = await api.get<{ items: { number: string }[] }>(
        `/api/v1/desk/requests?state=${state}&limit=200`,
        await api.as('klaten', superior),
      );
      return body.items.some((one) => one.number === number);
    };
    const act = async (position: string, action: string): Promise<void> => {
      const desk = await readOnDesk(api, 'klaten', number, position);
      assert.equal(codeOf(await actAs(api, await api.as('klaten', position), desk, action)), '200 undefined');
    };
    await act(officer, 'return');
    const resubmissions = `/api/v1/requests/${number}/resubmissions`;
    const note = { note: 'Sudah lengkap.' };
    assert.equal((await api.post(resubmissions, note, keyOf(receipt))).status, 200);
    await act(officer, 'return');
    assert.equal(await listed('mine'), true, 'a second demand waits at the superior');
    await act(superior, 'deny-return');
    assert.equal((await api.post(`/api/v1/requests/${number}/withdrawal`, {}, keyOf(receipt))).status, 200);
    assert.equal(await listed('open'), false);
    assert.equal(await listed('closed'), true);
  });

  test('lets one of two officers act who saw the same version', async () => {
    const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
    const desk = await readOnDesk(api, 'klaten', number, keeper);
    const keeperHeaders = await api.as('klaten', keeper);
    const answers = await Promise.all([
      actAs(api, keeperHeaders, desk, 'complete'),
      actAs(api, keeperHeaders, desk, 'complete'),
    ]);
    assert.deepEqual(answers.map(codeOf).sort(), ['200 undefined', '409 stale-version']);
    const { timeline } = await readOnDesk(api, 'klaten', number, keeper);
    assert.equal(timeline.filter(({ kind }) => kind === 'step-made').length, 1);
  });

  test('refuses actions of others, unknown ones, and input that does not fit', async () => {
    const { number } = await submitExample(api, 'klaten', 'ruang-rapat');
    const { version } = await readOnDesk(api, 'klaten', number, keeper);
    const act = async (position: string, input: object): Promise<string> =>
      codeOf(
        await api.post<Problem>(
          `/api/v1/desk/requests/${number}/actions`,
          input,
          await api.as('klaten', position),
        ),
      );
    assert.equal(await act('kasubbag-umum', { action: 'complete', version, checklist: {} }), '403 not-yours');
    // A stranger learns neither from a right version nor from a wrong one that the request exists.
    for (const seen of [version, 99]) {
      assert.equal(
        await act('petugas-rspd', { action: 'complete', version: seen, checklist: {} }),
        '404 request-not-found',
      );
    }
    assert.equal(await act(keeper, { action: 'approve', version }), '409 not-open');
    assert.equal(await act(keeper, { action: 'terbang', version }), '422 unknown-action');
    assert.equal(
      await act(keeper, { action: 'complete', version, checklist: {} }),
      '422 checklist-incomplete',
    );
    assert.equal(await act(keeper, { action: 'complete', version, lain: 1 }), '422 action-input');
    assert.equal(await act(keeper, { action: 'complete' }), '422 input-invalid');
    assert.equal((await readOnDesk(api, 'klaten', number, keeper)).version, version);
  });

  test('knows no request of another government, and no forged, old or foreign token', async () => {
    const { number } = await submitExample(api, 'klungkung', 'email-resmi');
    const headers = await api.as('klaten', keeper);
    const url = `/api/v1/desk/requests/${number}`;
    assert.equal(codeOf(await api.get(url, headers)), '404 request-not-found');
    assert.equal(
      codeOf(await api.post(`${url}/actions`, { action: 'take-over', version: 2 }, headers)),
      '404 request-not-found',
    );
    const { body } = await api.get<{ items: object[] }>(`/api/v1/desk/requests?q=${number}`, headers);
    assert.deepEqual(body.items, []);
    const token = headers['authorization'] ?? '';
    for (const forged of [
      token.slice(0, -2),
      `${token}x`,
      'Bearer a.b.c',
      'Bearer pendopo.e30.x',
      'Basic eDp5',
    ]) {
      assert.equal(codeOf(await api.get(url, { authorization: forged })), '401 token-invalid');
    }
    assert.equal(codeOf(await api.get(url)), '401 token-invalid');
    const now = app.clock.now();
    app.clock.moveTo(now.add({ minutes: 61 }));
    assert.equal(codeOf(await api.get(url, headers)), '401 token-invalid');
    app.clock.moveTo(now);
  });
});

describe('what is not an operation', () => {
  test('is a problem too: unknown addresses and governments, other methods, other content', async () => {
    assert.equal((await raw('GET', '/api/v1/tidak-ada')).code, '404 page-not-found');
    assert.equal(
      (await raw('GET', '/api/v1/governments/atlantis/services')).code,
      '404 government-not-found',
    );
    assert.equal((await raw('GET', servicePath('klaten', 'terbang'))).code, '404 service-not-found');
    const put = await raw('PUT', `${room}/requests`, {
      payload: 'x',
      headers: { 'content-type': 'text/csv' },
    });
    assert.deepEqual([put.code, put.headers['allow']], ['405 method-not-allowed', 'POST']);
    const posted = await raw('POST', '/api/v1/governments');
    assert.deepEqual([posted.code, posted.headers['allow']], ['405 method-not-allowed', 'GET, HEAD']);
    assert.equal((await raw('OPTIONS', '/api/v1/governments')).code, '405 method-not-allowed');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const sent = { payload: 'a=1', headers: { 'content-type': type } };
      assert.equal((await raw('POST', `${room}/requests`, sent)).code, '415 media-unsupported', type);
    }
    assert.equal((await raw('POST', `${room}/requests`)).code, '415 media-unsupported');
  });

  test('is a problem too: bodies that cannot be read, or are too large', async () => {
    const json = { 'content-type': 'application/json' };
    const post = async (payload: string): Promise<string> =>
      (await raw('POST', `${room}/requests`, { payload, headers: json })).code;
    assert.equal(await post('{'), '400 body-malformed');
    assert.equal(await post('[]'), '422 input-invalid');
    assert.equal(await post('{"answers": 1}'), '422 input-invalid');
    assert.equal(await post('{"answers":{},"__proto__":{"x":1}}'), '400 body-malformed');
    assert.equal(await post(JSON.stringify({ answers: { a: 'x'.repeat(1_100_000) } })), '413 body-too-large');
    const broken = { 'content-type': 'multipart/form-data; boundary=B' };
    assert.equal(
      (await raw('POST', `${room}/requests`, { payload: '--B\r\nContent-Disposition', headers: broken }))
        .code,
      '400 body-malformed',
    );
  });

  test('is kept from other sites: no CORS, no cookie counts, no query out of its bounds', async () => {
    const origin = { origin: 'https://jahat.example' };
    const answer = await app.server.inject({ url: '/api/v1/governments', headers: origin });
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
    const headers = await api.as('klaten', keeper);
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=x',
      'state=semua',
      'order=number',
      `q=${'x'.repeat(201)}`,
    ]) {
      assert.equal(
        codeOf(await api.get(`/api/v1/desk/requests?${query}`, headers)),
        '422 input-invalid',
        query,
      );
    }
    // A cursor that nobody gave out begins at the beginning; it is no way to reach further.
    assert.equal((await api.get('/api/v1/desk/requests?after=%27%3B--', headers)).status, 200);
  });

  test('goes on from nowhere where somebody made a page mark up', async () => {
    const headers = await api.as('klaten', keeper);
    const id = '00000000-0000-0000-0000-000000000000';
    for (const due of ['2026-11-23T02:00:00Z[UTC]', '+012026-11-23T02:00:00Z', 'besok', '-infinity']) {
      const after = Buffer.from(`${due}|${id}`).toString('base64url');
      assert.equal((await api.get(`/api/v1/desk/requests?after=${after}`, headers)).status, 200, due);
    }
  });

  test('speaks English when asked', async () => {
    const answer = await api.get<Problem>('/api/v1/governments/atlantis/services?lang=en');
    assert.equal(answer.body.detail, 'This government is not listed.');
    const list = await api.get<Problem>('/api/v1/desk/requests?limit=0', await api.as('klaten', keeper));
    const english = await api.get<Problem>(
      '/api/v1/desk/requests?limit=0&lang=en',
      await api.as('klaten', keeper),
    );
    assert.notDeepEqual(list.body.errors, english.body.errors);
  });
});
