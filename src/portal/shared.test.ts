/** Pages that are kept for everybody hold nothing of anybody, and are what they would be if they were made anew. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { monday, startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';

const paths = [
  '/',
  '/klaten',
  '/klaten/layanan/ruang-rapat',
  '/bulungan',
  '/bandingkan',
  '/bandingkan/tanda-tangan-elektronik',
  '/klungkung/layanan/email-resmi/bandingkan/email',
  '/klaten/maklumat',
  '/klaten/data-pribadi',
] as const;

describe('pages that are the same for everybody', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('portal_shared');
  });
  after(() => app.close());

  const asked = (url: string, headers: Record<string, string> = {}) => app.server.inject({ url, headers });

  /** The same page with a query that keeps it from being shared, without what such a page has of its own. */
  async function madeAnew(path: string, lang: string): Promise<string> {
    const { body } = await asked(`${path}?lang=${lang}&sendiri=1`);
    assert.match(body, /<style nonce="[\w-]{22}">/, 'made for this caller');
    return body.replace(/ nonce="[\w-]+"/, '').replace('&amp;sendiri=1', '');
  }

  for (const path of paths) {
    test(`${path} is byte by byte what it would be if it were made anew, in every encoding`, async () => {
      for (const lang of ['id', 'en']) {
        const expected = await madeAnew(path, lang);
        const cookie = `bahasa=${lang}`;
        for (const _ of ['made', 'kept']) {
          assert.equal((await asked(`${path}?lang=${lang}`)).body, expected);
          assert.equal((await asked(path, { cookie })).body, expected);
          const br = await asked(path, { cookie, 'accept-encoding': 'gzip, br' });
          assert.equal(brotliDecompressSync(br.rawPayload).toString(), expected);
          const gzip = await asked(path, { cookie, 'accept-encoding': 'gzip' });
          assert.equal(gunzipSync(gzip.rawPayload).toString(), expected);
        }
      }
    });

    test(`${path} permits its one style by its hash, and nothing else inline`, async () => {
      const { body, headers } = await asked(path);
      const styles = [...body.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => css);
      assert.equal(body.match(/<style/g)?.length, 1);
      const hashes = styles.map((css) => createHash('sha256').update(css).digest('base64'));
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /; script-src 'self'; style-src /);
      assert.ok(policy.includes(`style-src 'self' 'sha256-${hashes[0]}'`), policy);
      assert.doesNotMatch(body, / style="|<script>| on\w+="/);
    });

    test(`${path} carries no cookie, token or nonce`, async () => {
      for (const url of [path, `${path}?lang=id`]) {
        const { body, headers } = await asked(url, { cookie: 'formulir=rahasia-orang; sesi=x; bahasa=id' });
        assert.equal(headers['set-cookie'], undefined);
        assert.doesNotMatch(body, /_csrf|nonce=|rahasia-orang/);
        assert.equal(headers['cache-control'], 'no-store');
      }
    });
  }

  test('a choice of language is still remembered on them', async () => {
    const { headers } = await asked('/klaten?lang=en');
    assert.match(String(headers['set-cookie']), /^bahasa=en/);
  });

  test('deadlines on them move with the minute', async () => {
    const deadline = async (): Promise<string> => {
      const { body } = await asked('/klaten/layanan/ruang-rapat');
      return /promise.*?<strong>(.*?)<\/strong>/s.exec(body)?.[1] ?? '';
    };
    const before = await deadline();
    assert.match(before, /\d\d\.\d\d WIB/);
    app.clock.moveTo(Temporal.Instant.from(monday).add({ minutes: 1 }));
    assert.notEqual(await deadline(), before);
    app.clock.moveTo(monday);
    assert.equal(await deadline(), before);
  });

  test('an address with anything else in it is answered by itself', async () => {
    const first = await asked('/klaten?dari=surat');
    assert.match(first.body, /\?dari=surat&amp;lang=en/);
    assert.doesNotMatch((await asked('/klaten')).body, /surat&amp;lang/);
  });
});
