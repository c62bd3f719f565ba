import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { StandingClock } from '../../ground/index.ts';
import { keysFrom } from '../crypto/index.ts';
import { ASSET_BASE } from './assets.ts';
import { CSRF_FIELD } from './csrf.ts';
import { formFields } from './form-fields.ts';
import { createServer } from './server.ts';

const clock = new StandingClock('2026-11-21T08:00:00Z');
const styles = {
  name: 'style-0a1b.css',
  contentType: 'text/css; charset=utf-8',
  bytes: Buffer.from('body { color: black }'.repeat(200)),
};
const font = { name: 'a-0a1b.woff2', contentType: 'font/woff2', bytes: Buffer.from('font') };
let ready = true;

async function start(publicUrl: string): Promise<FastifyInstance> {
  const server = await createServer({
    publicUrl,
    trustedProxies: ['10.0.0.1'],
    log: pino({ level: 'silent' }),
    clock,
    keys: keysFrom(Buffer.alloc(32, 7)),
    assets: [styles, font],
    isReady: async () => ready,
    renderError: (fault, request) => fault.words[request.lang],
  });
  server.get('/halaman', async (request, reply) =>
    reply.type('text/html').send(`<form>${request.csrfToken()}</form>${request.lang}${'a'.repeat(3000)}`),
  );
  server.get('/skrip', async (request, reply) => reply.type('text/html').send(request.nonce));
  server.post('/kirim', async (request) => ({ got: formFields(request)['nama'] }));
  server.post('/api/v1/kirim', async (request) => ({ got: request.body, cookies: request.cookies }));
  server.get('/alamat', async (request) => ({ ip: request.ip }));
  await server.ready();
  return server;
}

/** A browser's memory of one form page: its cookies and the token in its form. */
async function openForm(
  server: FastifyInstance,
): Promise<{ cookies: Record<string, string>; token: string }> {
  const page = await server.inject('/halaman');
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  return { cookies, token: /<form>([^<]+)</.exec(page.body)?.[1] ?? '' };
}

const urlencoded = (fields: Record<string, string>) => ({
  method: 'POST' as const,
  payload: new URLSearchParams(fields).toString(),
});
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

let server: FastifyInstance;
let secureServer: FastifyInstance;
before(async () => {
  server = await start('http://localhost:3000');
  secureServer = await start('https://pendopo.contoh.go.id');
});
after(() => Promise.all([server.close(), secureServer.close()]));

describe('security headers', () => {
  it('stand on pages, errors and assets alike', async () => {
    for (const path of ['/halaman', '/tidak-ada', `${ASSET_BASE}/${styles.name}`, '/api/tidak-ada']) {
      const { headers } = await server.inject(path);
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/);
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe-inline/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    }
  });

  it('keep personal pages out of caches', async () => {
    assert.equal((await server.inject('/halaman')).headers['cache-control'], 'no-store');
  });

  it('allow one inline script when the page asks for a nonce, another nonce each time', async () => {
    const [one, two] = [await server.inject('/skrip'), await server.inject('/skrip')];
    assert.match(String(one.headers['content-security-policy']), new RegExp(`'nonce-${one.body}'`));
    assert.notEqual(one.body, two.body);
  });

  it('bind browsers to https where the installation has it', async () => {
    assert.equal((await server.inject('/halaman')).headers['strict-transport-security'], undefined);
    assert.match(
      String((await secureServer.inject('/halaman')).headers['strict-transport-security']),
      /max-age=\d{8}/,
    );
  });
});

describe('cookies', () => {
  it('are locked to this host over https and never readable by scripts', async () => {
    const [plain] = (await server.inject('/halaman')).cookies;
    const [locked] = (await secureServer.inject('/halaman')).cookies;
    assert.equal(plain?.name, 'formulir');
    assert.deepEqual(
      { ...locked, value: '' },
      { name: '__Host-formulir', value: '', path: '/', httpOnly: true, sameSite: 'Lax', secure: true },
    );
  });
});

describe('language', () => {
  it('is Indonesian at first, changes by ?lang=, and is remembered', async () => {
    const inBody = async (url: string, cookies = {}): Promise<string> =>
      (await server.inject({ url, cookies })).body.slice(-3002, -3000);
    assert.equal(await inBody('/halaman'), 'id');
    assert.equal(await inBody('/halaman?lang=en'), 'en');
    assert.equal(await inBody('/halaman', { bahasa: 'en' }), 'en');
    assert.equal(await inBody('/halaman?lang=id', { bahasa: 'en' }), 'id');
    assert.equal(await inBody('/halaman?lang=fr', { bahasa: 'en' }), 'en');
    const { cookies } = await server.inject('/halaman?lang=en');
    assert.equal(cookies.find(({ name }) => name === 'bahasa')?.value, 'en');
  });
});

describe('forms', () => {
  it('are taken when they come from our own page', async () => {
    const { cookies, token } = await openForm(server);
    const answer = await server.inject({
      url: '/kirim',
      ...urlencoded({ nama: 'Siti', [CSRF_FIELD]: token }),
      cookies,
      headers: asForm,
    });
    assert.deepEqual(answer.json(), { got: 'Siti' });
  });

  it('stay valid on a second page of the same browser', async () => {
    const first = await openForm(server);
    const second = await server.inject({ url: '/halaman', cookies: first.cookies });
    assert.deepEqual(second.cookies, []);
    const answer = await server.inject({
      url: '/kirim',
      ...urlencoded({ [CSRF_FIELD]: first.token }),
      cookies: first.cookies,
      headers: asForm,
    });
    assert.equal(answer.statusCode, 200);
  });

  it('are refused without token, without cookie, with the token of another browser, from another site', async () => {
    const { cookies, token } = await openForm(server);
    const stranger = await openForm(server);
    const post = async (fields: Record<string, string>, extra: object): Promise<number> =>
      (await server.inject({ url: '/kirim', ...urlencoded(fields), headers: asForm, ...extra })).statusCode;
    assert.equal(await post({}, { cookies }), 403);
    assert.equal(await post({ [CSRF_FIELD]: token }, {}), 403);
    assert.equal(await post({ [CSRF_FIELD]: stranger.token }, { cookies }), 403);
    assert.equal(await post({ [CSRF_FIELD]: `${token}x` }, { cookies }), 403);
    const foreign = { headers: { ...asForm, 'sec-fetch-site': 'cross-site' }, cookies };
    assert.equal(await post({ [CSRF_FIELD]: token }, foreign), 403);
    assert.equal(await post({ [CSRF_FIELD]: token }, { cookies }), 200);
  });

  it('of a kind the route does not read are refused, so that no check is passed by', async () => {
    const { cookies } = await openForm(server);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml']) {
      const answer = await server.inject({
        method: 'POST',
        url: '/kirim',
        payload: 'nama=x',
        headers: { 'content-type': type },
        cookies,
      });
      assert.ok([403, 415].includes(answer.statusCode), `${type}: ${answer.statusCode}`);
    }
  });

  it('under /api/ need no token, because cookies count for nothing there', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/kirim',
      payload: { a: 1 },
      cookies: { sesi: 'x' },
    });
    assert.deepEqual(answer.json(), { got: { a: 1 }, cookies: {} });
  });

  it('are not passed by through another spelling of an address', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const url of [
      '/api/../kirim',
      '/api/%2e%2e/kirim',
      '/api/..%2fkirim',
      '//kirim',
      '/kirim/',
      '/%6birim',
    ]) {
      const answer = await server.inject({ method: 'POST', url, payload: '{}', headers });
      assert.ok([403, 404].includes(answer.statusCode), `${url}: ${answer.statusCode}`);
    }
    const spelled = await server.inject({
      method: 'POST',
      url: '/%61pi/v1/kirim',
      payload: {},
      cookies: { sesi: 'x' },
    });
    assert.deepEqual(spelled.json(), { got: {}, cookies: {} });
  });

  it('with a bearer token need no other', async () => {
    const answer = await server.inject({
      url: '/kirim',
      ...urlencoded({ nama: 'x' }),
      headers: { ...asForm, authorization: 'Bearer t' },
    });
    assert.equal(answer.statusCode, 200);
  });
});

describe('compression', () => {
  it('follows what the caller accepts, and leaves small answers alone', async () => {
    const encodingOf = async (accept: string, url = '/halaman'): Promise<unknown> =>
      (await server.inject({ url, headers: { 'accept-encoding': accept } })).headers['content-encoding'];
    assert.equal(await encodingOf('gzip, deflate, br'), 'br');
    assert.equal(await encodingOf('gzip'), 'gzip');
    assert.equal(await encodingOf('gzip, br;q=0'), 'gzip');
    assert.equal(await encodingOf('identity'), undefined);
    assert.equal(await encodingOf('br', '/alamat'), undefined);
  });
});

describe('assets', () => {
  const get = (name: string) =>
    server.inject({ url: `${ASSET_BASE}/${name}`, headers: { 'accept-encoding': 'br, gzip' } });

  it('are kept for ever and sent compressed, fonts as they are', async () => {
    const style = await get(styles.name);
    assert.equal(style.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(style.headers['content-type'], styles.contentType);
    assert.equal(style.headers['content-encoding'], 'br');
    assert.deepEqual(brotliDecompressSync(style.rawPayload), styles.bytes);
    assert.equal((await get(font.name)).headers['content-encoding'], undefined);
  });

  it('of another name are not found, and that answer is not kept', async () => {
    const none = await get('style-ffff.css');
    assert.deepEqual([none.statusCode, none.headers['cache-control']], [404, 'no-store']);
  });
});

describe('slow callers', () => {
  it('are given up: headers after 20 s, a standstill after a minute, a request after 15 minutes', () => {
    const { headersTimeout, timeout, requestTimeout } = server.server;
    assert.deepEqual(
      { headersTimeout, timeout, requestTimeout },
      { headersTimeout: 20_000, timeout: 60_000, requestTimeout: 900_000 },
    );
  });
});

describe('health', () => {
  it('tells whether requests can be served', async () => {
    assert.equal((await server.inject('/sehat')).statusCode, 200);
    ready = false;
    assert.equal((await server.inject('/sehat')).statusCode, 503);
    assert.equal((await server.inject('/sehat/hidup')).statusCode, 200);
    ready = true;
  });
});
