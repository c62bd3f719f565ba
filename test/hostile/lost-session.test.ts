/** A form whose session ended while it was filled in: what was typed stays, and only its own house may send it again. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';

const form = '/klaten/layanan/pengaduan/ajukan';
const TYPED = 'Jalan di depan pasar <b>rusak</b>';

let app: TestApp;

/** A field of the first page that takes words. */
const field = 'lokasi';

before(async () => {
  app = await startTestApp('lost-session');
});

after(() => app.close());

/** Posts a form whose cookie is gone, as a browser says where it comes from. */
const post = (fields: Record<string, string>, site: string | null, url = form) =>
  app.server.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams({ _csrf: 'lama', ...fields }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(site === null ? {} : { 'sec-fetch-site': site }),
    },
  });

/** Every field of a secret, where it is typed. */
const secrets: Readonly<Record<string, readonly string[]>> = {
  '/klaten/permohonan': ['kunci'],
  '/klaten/permohonan/KLT-2026-AAAAAA/sertifikat/frasa-sandi': ['frasa-sandi', 'frasa-sandi-lagi'],
  '/meja/masuk': ['sandi'],
  '/meja/masuk/kode': ['kode'],
  '/meja/akun/kata-sandi': ['lama', 'baru', 'ulang'],
  '/meja/akun/dua-langkah/matikan': ['sandi', 'kode'],
  '/meja/permohonan/KLT-2026-AAAAAA': ['step.evidence.secret'],
  '/meja/permohonan/KLT-2026-AAAAAA/surat/1': ['signer-nik', 'passphrase'],
  '/meja/kelola/penyambung/mailbox': ['own.password', 'own.key'],
};

const keeps = (body: string): boolean =>
  body.includes('&lt;b&gt;rusak&lt;/b&gt;') && body.includes('Kirim sekali lagi');

describe('a form whose session ended', () => {
  test('keeps what was typed, and is taken at the second try', async () => {
    const answer = await post({ [field]: TYPED, nanti: '1' }, 'same-origin');
    assert.equal(answer.statusCode, 403);
    assert.ok(keeps(answer.body), answer.body);
    assert.match(String(answer.headers['cache-control']), /no-store/);
    const hidden = [...answer.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [
        name,
        value.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      ],
    );
    const [cookie] = answer.cookies;
    assert.ok(cookie, 'the page brings a new session');
    const again = await app.server.inject({
      method: 'POST',
      url: form,
      payload: new URLSearchParams(hidden).toString(),
      cookies: { [cookie.name]: cookie.value },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.notEqual(again.statusCode, 403, 'it has a good token now');
    assert.ok(again.body.includes('&lt;b&gt;rusak') || again.statusCode === 303);
  });

  test('keeps nothing that another site may have made up', async () => {
    for (const site of ['cross-site', 'same-site', 'none', null]) {
      const answer = await post({ [field]: TYPED }, site);
      assert.equal(answer.statusCode, 403);
      assert.ok(!keeps(answer.body), `${site}`);
    }
  });

  test('writes no password, code or key into a page', async () => {
    for (const [at, names] of Object.entries(secrets))
      for (const name of names) {
        const [typed, empty] = await Promise.all([
          post({ [field]: TYPED, [name]: 'rahasia-9' }, 'same-origin', at),
          post({ [field]: TYPED, [name]: '' }, 'same-origin', at),
        ]);
        assert.ok(!keeps(typed.body) && !typed.body.includes('rahasia-9'), `${at} ${name}`);
        assert.ok(keeps(empty.body), `${at}: what is no secret stays`);
      }
  });
});
