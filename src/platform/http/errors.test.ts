/** What callers are told when something is wrong, who is told less after guessing, and what the log says of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Fault, StandingClock } from '../../ground/index.ts';
import { keysFrom } from '../crypto/index.ts';
import { createServer } from './server.ts';

const lines: Record<string, unknown>[] = [];
const log = pino(
  { level: 'debug' },
  { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
);
const clock = new StandingClock('2026-11-21T08:00:00Z');
const usual = {
  publicUrl: 'http://localhost:3000',
  trustedProxies: [],
  log,
  clock,
  keys: keysFrom(Buffer.alloc(32, 7)),
  isReady: async () => true,
};

/** What happens at `/rusak`. */
let boom: () => unknown = () => 'never';

let server: FastifyInstance;
before(async () => {
  server = await createServer({
    ...usual,
    trustedProxies: ['10.0.0.1'],
    signInUrl: (request) => `/masuk?ke=${encodeURIComponent(request.url)}`,
    renderError: (fault, request, answer) =>
      `<h1>${fault.words[request.lang]}</h1> ${answer.reference ?? ''}`,
  });
  server.post('/api/v1/kirim', async (request) => ({ got: request.body }));
  for (const path of ['/rusak', '/api/rusak/:kunci']) server.get(path, async () => boom());
  await server.ready();
});
after(() => server.close());

describe('errors', () => {
  it('of each kind get their status, as a page or as problem+json with the fields at fault', async () => {
    const words = { id: 'NIK harus 16 angka.', en: 'A NIK has 16 digits.' };
    boom = () => {
      throw new Fault('invalid', 'answers-invalid', { id: 'Periksa isian.', en: 'Check the answers.' }, [
        { path: 'nik', words },
      ]);
    };
    const page = await server.inject('/rusak');
    assert.equal(page.statusCode, 422);
    assert.match(page.body, /Periksa isian/);
    const problem = await server.inject('/api/rusak/x?lang=en');
    assert.match(String(problem.headers['content-type']), /^application\/problem\+json/);
    assert.deepEqual(problem.json(), {
      type: 'urn:pendopo:fault:answers-invalid',
      title: 'Something is not filled in right',
      status: 422,
      detail: 'Check the answers.',
      code: 'answers-invalid',
      errors: [{ path: 'nik', detail: 'A NIK has 16 digits.' }],
    });
  });

  it('nobody foresaw tell a reference and nothing else, and the log tells no key', async () => {
    boom = () => {
      throw new TypeError('secret inside');
    };
    lines.length = 0;
    const answer = await server.inject('/api/rusak/RAHASIA-DI-ALAMAT?kunci=RAHASIA');
    assert.equal(answer.statusCode, 500);
    assert.doesNotMatch(answer.body, /secret inside|TypeError|\.ts/);
    const { reference } = answer.json<{ reference: string }>();
    assert.match(reference, /^[0-9A-Z]{10}$/);
    assert.equal(lines.find((line) => line['msg'] === 'unexpected error')?.['reference'], reference);
    assert.doesNotMatch(JSON.stringify(lines), /RAHASIA/);
    assert.equal(lines.find((line) => line['msg'] === 'answered')?.['route'], '/api/rusak/:kunci');
  });

  it('without sign-in lead a person to it, and a program to 401', async () => {
    boom = () => {
      throw new Fault('unauthenticated', 'sign-in-first', { id: 'Masuk dahulu.', en: 'Sign in first.' });
    };
    const page = await server.inject('/rusak');
    assert.deepEqual([page.statusCode, page.headers.location], [303, '/masuk?ke=%2Frusak']);
    const api = await server.inject('/api/rusak/x');
    assert.deepEqual([api.statusCode, api.headers['www-authenticate']], [401, 'Bearer']);
  });

  it('of reading are clear: malformed JSON, unknown kind, too large', async () => {
    const post = (type: string, payload: string) =>
      server.inject({ method: 'POST', url: '/api/v1/kirim', payload, headers: { 'content-type': type } });
    const codes = [
      (await post('application/json', '{')).json<{ code: string }>().code,
      (await post('application/json', '')).json<{ code: string }>().code,
      (await post('application/json', '{"__proto__":{"x":1}}')).json<{ code: string }>().code,
      (await post('application/x-unknown', 'x')).json<{ code: string }>().code,
      (await post('application/json', JSON.stringify('x'.repeat(1_100_000)))).json<{ code: string }>().code,
    ];
    const malformed = 'body-malformed';
    assert.deepEqual(codes, [malformed, malformed, malformed, 'media-unsupported', 'body-too-large']);
  });

  it('of an address that cannot be decoded, or is too long, are like those of one that leads nowhere', async () => {
    for (const odd of ['%zz', '%E0%80%80', 'a%', 'x'.repeat(200)]) {
      const page = await server.inject(`/ada/${odd}?lang=en`);
      const program = await server.inject(`/api/v1/${odd}?lang=en`);
      assert.deepEqual([page.statusCode, program.statusCode], [404, 404], odd);
      assert.match(page.body, /There is no such page/);
      assert.match(program.json<{ detail: string }>().detail, /There is no such page/);
      assert.ok(page.headers['content-security-policy'], 'the same headers as everywhere');
    }
  });

  it('of the error page itself still show the words', async () => {
    const broken = await createServer({
      ...usual,
      renderError: () => {
        throw new Error('broken page');
      },
    });
    const answer = await broken.inject('/tidak-ada');
    assert.equal(answer.statusCode, 404);
    assert.match(answer.body, /Halaman ini tidak ada/);
    await broken.close();
  });
});

describe('addresses that lead nowhere', () => {
  it('are limited for each caller, who is known through trusted proxies only', async () => {
    const guess = (remoteAddress: string, forwarded: string) =>
      server.inject({ url: '/coba', remoteAddress, headers: { 'x-forwarded-for': forwarded } });
    const statuses: number[] = [];
    for (let i = 0; i < 61; i += 1) statuses.push((await guess('10.0.0.1', '203.0.113.9')).statusCode);
    assert.deepEqual(statuses, [...Array.from({ length: 60 }, () => 404), 429]);
    assert.equal((await guess('10.0.0.1', '203.0.113.10')).statusCode, 404);
    const pretender = await guess('203.0.113.9', '198.51.100.1');
    assert.deepEqual([pretender.statusCode, pretender.headers['retry-after']], [429, '1']);
    clock.moveTo(clock.now().add({ seconds: 2 }));
    assert.equal((await guess('10.0.0.1', '203.0.113.9')).statusCode, 404);
  });
});

describe('a proxy that is not believed', () => {
  it('is told once in the log, where nobody named any', async () => {
    const unset = await createServer({ ...usual, renderError: () => '' });
    const warnings = (): number => lines.filter(({ msg }) => String(msg).includes('TRUST_PROXY')).length;
    lines.length = 0;
    await unset.inject('/sehat');
    assert.equal(warnings(), 0, 'without a proxy there is nothing to say');
    const headers = { 'x-forwarded-for': '1.2.3.4' };
    for (const url of ['/sehat', '/', '/sehat']) await unset.inject({ url, headers });
    assert.equal(warnings(), 1);
    await server.inject({ url: '/sehat', headers });
    assert.equal(warnings(), 1, 'the other server knows its proxy');
    await unset.close();
  });
});
