import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Fault, StandingClock } from '../../ground/index.ts';
import { keysFrom } from '../crypto/index.ts';
import { CSRF_FIELD } from './csrf.ts';
import { readMultipart, tidyFileName } from './multipart.ts';
import { createServer } from './server.ts';

interface Received {
  readonly fields: Record<string, string | string[]>;
  readonly files: { field: string; fileName: string; bytes: number }[];
}

const KIB = 1024;
let server: FastifyInstance;
let base: string;
let refuseFileOf: string | undefined;

before(async () => {
  server = await createServer({
    publicUrl: 'http://localhost',
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    clock: new StandingClock('2026-11-21T08:00:00Z'),
    keys: keysFrom(Buffer.alloc(32, 7)),
    isReady: async () => true,
    renderError: (fault) => fault.code,
  });
  server.get('/formulir', async (request) => request.csrfToken());
  for (const path of ['/unggah', '/api/unggah']) {
    server.post(path, { config: { multipart: true } }, async (request) => {
      const files: Received['files'] = [];
      const fields = await readMultipart(request, {
        limits: { files: 3, fileBytes: 64 * KIB, fields: 5, fieldBytes: KIB, allFieldsBytes: 4.5 * KIB },
        async onFile({ field, fileName, content }) {
          let bytes = 0;
          for await (const chunk of content) {
            if (field === refuseFileOf)
              throw new Fault('unsupported-media', 'kind-refused', { id: '', en: '' });
            bytes += chunk.length;
          }
          files.push({ field, fileName, bytes });
        },
      });
      return { fields, files };
    });
  }
  server.post('/lewat', { config: { multipart: true } }, async (request) => {
    const seen: string[] = [];
    // Takes only the beginning of each file, as one does who refuses a kind but wants to hear of all the others.
    const fields = await readMultipart(request, {
      onFile: async ({ field, content }) => {
        for await (const chunk of content) {
          seen.push(`${field}:${chunk.length > 0}`);
          break;
        }
      },
    });
    return { seen, fields };
  });
  base = await server.listen({ port: 0, host: '127.0.0.1' });
});
after(() => server.close());

async function browser(): Promise<{ cookie: string; token: string }> {
  const page = await fetch(`${base}/formulir`);
  return { cookie: (page.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '', token: await page.text() };
}

async function post(path: string, form: FormData, cookie = ''): Promise<Response> {
  return fetch(`${base}${path}`, { method: 'POST', body: form, headers: { cookie } });
}

function formOf(parts: [string, string | Blob, string?][]): FormData {
  const form = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName);
  }
  return form;
}

const blob = (bytes: number): Blob => new Blob([Buffer.alloc(bytes, 'x')]);
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as { code: string }).code;

describe('a multipart form', () => {
  it('gives its fields and streams its files, with names in any script', async () => {
    const { cookie, token } = await browser();
    const form = formOf([
      [CSRF_FIELD, token],
      ['nama', 'Siti Ñ'],
      ['pilihan', 'a'],
      ['pilihan', 'b'],
      ['ktp', blob(50 * KIB), 'kartu é.pdf'],
      ['akhir', 'z'],
    ]);
    const answer = await post('/unggah', form, cookie);
    assert.equal(answer.status, 200);
    const { fields, files } = (await answer.json()) as Received;
    assert.deepEqual(
      { ...fields, [CSRF_FIELD]: '' },
      { [CSRF_FIELD]: '', nama: 'Siti Ñ', pilihan: ['a', 'b'], akhir: 'z' },
    );
    assert.deepEqual(files, [{ field: 'ktp', fileName: 'kartu é.pdf', bytes: 50 * KIB }]);
  });

  it('gives line breaks as they were typed', async () => {
    const answer = await post('/api/unggah', formOf([['a', 'satu\r\ndua\n']]));
    assert.deepEqual(await answer.json(), { fields: { a: 'satu\ndua\n' }, files: [] });
  });

  it('may leave a file field empty', async () => {
    const answer = await post(
      '/api/unggah',
      formOf([
        ['ktp', blob(0), ''],
        ['a', 'b'],
      ]),
    );
    assert.deepEqual(await answer.json(), { fields: { a: 'b' }, files: [] });
  });

  it('is refused when a file stands before the token, or there is none', async () => {
    const { cookie, token } = await browser();
    assert.equal(
      (
        await post(
          '/unggah',
          formOf([
            ['ktp', blob(10), 'a.pdf'],
            [CSRF_FIELD, token],
          ]),
          cookie,
        )
      ).status,
      403,
    );
    assert.equal((await post('/unggah', formOf([['nama', 'x']]), cookie)).status, 403);
    assert.equal(
      (
        await post(
          '/unggah',
          formOf([
            [CSRF_FIELD, 'wrong'],
            ['nama', 'x'],
          ]),
          cookie,
        )
      ).status,
      403,
    );
  });

  it('is refused above its limits, and each says which', async () => {
    const many = (count: number, value: string | Blob): [string, string | Blob, string][] =>
      Array.from({ length: count }, (_, i) => [`f${i}`, value, 'a.pdf']);
    assert.equal(
      await codeOf(await post('/api/unggah', formOf([['ktp', blob(64 * KIB + 1), 'a.pdf']]))),
      'file-too-large',
    );
    assert.equal((await post('/api/unggah', formOf([['ktp', blob(64 * KIB), 'a.pdf']]))).status, 200);
    assert.equal(await codeOf(await post('/api/unggah', formOf(many(4, blob(10))))), 'too-many-files');
    assert.equal(await codeOf(await post('/api/unggah', formOf(many(6, 'x')))), 'too-many-fields');
    assert.equal(
      await codeOf(await post('/api/unggah', formOf([['a', 'x'.repeat(2 * KIB)]]))),
      'field-too-large',
    );
  });

  it('is refused when its fields, each small enough, are together more than memory should hold', async () => {
    const fields = (each: number): FormData =>
      formOf(Array.from({ length: 5 }, (_, i): [string, string] => [`f${i}`, 'x'.repeat(each)]));
    assert.equal((await post('/api/unggah', fields(800))).status, 200);
    assert.equal(await codeOf(await post('/api/unggah', fields(1000))), 'field-too-large');
  });

  it('that is refused at its first file is still read to the end, so that the browser shows the answer', async () => {
    refuseFileOf = 'ktp';
    const answer = await post(
      '/api/unggah',
      formOf([
        ['ktp', blob(60 * KIB), 'a.exe'],
        ['b', blob(60 * KIB), 'b.pdf'],
      ]),
    );
    assert.equal(answer.status, 415);
    assert.equal(await codeOf(answer), 'kind-refused');
    refuseFileOf = undefined;
  });

  it('goes on to the next part when a file is read only in part', async () => {
    const { cookie, token } = await browser();
    const form = formOf([
      [CSRF_FIELD, token],
      ['a', blob(900 * KIB), 'a'],
      ['b', blob(900 * KIB), 'b'],
      ['akhir', 'z'],
    ]);
    const answer = await post('/lewat', form, cookie);
    const { seen, fields } = (await answer.json()) as { seen: string[]; fields: Record<string, string> };
    assert.deepEqual(seen, ['a:true', 'b:true']);
    assert.equal(fields['akhir'], 'z');
  });

  it('that breaks off is given up, and the server goes on', async () => {
    const { port } = server.server.address() as AddressInfo;
    await new Promise<void>((done) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=B', 'content-length': '100000' };
      const half = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/api/unggah', headers });
      half.on('error', () => undefined).on('close', done);
      half.write('--B\r\ncontent-disposition: form-data; name="a"; filename="a.pdf"\r\n\r\nhalf a file', () =>
        half.destroy(),
      );
    });
    assert.equal((await post('/api/unggah', formOf([['a', 'b']]))).status, 200);
  });

  it('is asked for where something else was sent', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${base}/api/unggah`, { method: 'POST', body: '{}', headers });
    assert.equal(await codeOf(answer), 'media-unsupported');
  });

  it('with malformed content is refused, not fatal', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=B' };
    for (const body of [
      '',
      'no boundary',
      '--B\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--B--',
    ]) {
      const answer = await fetch(`${base}/api/unggah`, { method: 'POST', body, headers });
      assert.ok(answer.status < 500, `${body}: ${answer.status}`);
    }
  });
});

describe('file names', () => {
  it('lose directories and what misleads the eye', () => {
    assert.equal(tidyFileName('../../etc/passwd'), 'passwd');
    assert.equal(tidyFileName('C:\\Users\\x\\surat.pdf'), 'surat.pdf');
    assert.equal(tidyFileName('surat\u202Efdp.exe\u0000'), 'suratfdp.exe');
    assert.equal(tidyFileName(`😀${'a'.repeat(195)}.pdf`), `${'a'.repeat(195)}.pdf`, 'no half of a sign');
    assert.equal(tidyFileName('  '), 'berkas');
    assert.equal(tidyFileName(`${'a'.repeat(300)}.pdf`).length, 200);
  });
});
