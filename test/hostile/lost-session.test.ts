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
const post = (fields: Record<string, string>, site: string | null) =>
  app.server.inject({
    method: 'POST',
    url: form,
    payload: new URLSearchParams({ _csrf: 'lama', ...fields }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(site === null ? {} : { 'sec-fetch-site': site }),
    },
  });

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
    for (const name of ['sandi', 'kode', 'kunci']) {
      const answer = await post({ [field]: TYPED, [name]: 'rahasia-9' }, 'same-origin');
      assert.ok(!keeps(answer.body) && !answer.body.includes('rahasia-9'), name);
    }
  });
});
