import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { nobody, official } from '../../test/support/officer.ts';
import { Fault } from '../ground/index.ts';

const visible = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('pages that tell of a fault', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('fault-page');
  });
  after(() => app.close());

  test('an address that leads nowhere: the house it belongs to, a search, no word for search engines', async () => {
    const page = await nobody(app).get('/klaten/entah');
    assert.equal(page.status, 404);
    assert.match(page.text, /<title>Halaman tidak ditemukan – Kabupaten Klaten – Pendopo<\/title>/);
    assert.match(page.text, /<form class="search"[^>]* action="\/klaten"/);
    assert.match(page.text, /name="cari"/);
    assert.match(page.text, /<meta name="robots" content="noindex">/);
    assert.doesNotMatch(page.text, /og:title|rel="canonical"/);
    const above = await nobody(app).get('/entah/apa?lang=en');
    assert.equal(above.status, 404);
    assert.match(above.text, /<title>Page not found – Pendopo<\/title>/);
    assert.match(above.text, /<a class="button" href="\/">To the front page<\/a>/);
  });

  test('officials stay in their own house, with its navigation', async () => {
    const officer = await official(app, 'klaten', 'kabid-informatika');
    const page = await officer.get('/meja/kelola');
    assert.equal(page.status, 403);
    assert.match(page.text, /Anda tidak dapat membuka halaman ini – Kabupaten Klaten/);
    assert.match(page.text, /aria-label="Utama"/);
    assert.match(page.text, /href="\/meja">Ke antrean/);
    const lost = await officer.get('/meja/entah');
    assert.equal(lost.status, 404);
    assert.match(lost.text, /class="desk"/);
  });

  test('what was sent: said to be not stored, and the way back to its form', async () => {
    const visitor = nobody(app);
    const refused = await visitor.post('/klaten/permohonan', { nomor: 'x' });
    assert.equal(refused.status, 403, 'no token');
    assert.match(visible(refused.text), /Kiriman terakhir ini belum tersimpan/);
    assert.match(refused.text, /href="\/klaten\/permohonan">Buka lagi formulirnya/);
    const signedOut = await visitor.post('/meja/kelola/petugas');
    assert.equal(signedOut.status, 403);
  });

  test('an error on our side: a reference that stands in the log, nothing of its inside', async () => {
    const broken = app.context.catalogue;
    const governments = broken.governments.bind(broken);
    broken.governments = () => {
      throw new Error('only for the log');
    };
    const page = await nobody(app).get('/');
    broken.governments = () => {
      throw new Fault('unavailable', 'away', { id: 'Sedang dipindahkan.', en: 'Being moved.' });
    };
    const away = await nobody(app).get('/');
    broken.governments = governments;
    assert.equal(page.status, 500);
    assert.match(visible(page.text), /Ada yang salah di pihak kami/);
    assert.match(page.text, /<code>[^<]+<\/code>/);
    assert.doesNotMatch(page.text, /only for the log/);
    assert.match(page.text, /<a class="button" href="\/">Coba lagi<\/a>/);
    assert.equal(away.status, 503);
    assert.match(visible(away.text), /tidak dapat dijangkau .*Sedang dipindahkan\. .*Sebutkan kode ini/);
    assert.equal(away.headers['retry-after'], '30');
  });

  test('search engines learn which pages there are, and that each of them is one', async () => {
    const robots = (await app.server.inject('/robots.txt')).payload;
    assert.match(robots, /Disallow: \/meja\n[\s\S]*Sitemap: http:\/\/localhost:3000\/sitemap\.xml/);
    const map = (await app.server.inject('/sitemap.xml')).payload;
    const paths = [...map.matchAll(/<loc>http:\/\/localhost:3000([^<]+)<\/loc>/g)].map(
      ([, path = '']) => path,
    );
    assert.ok(paths.length > 20);
    assert.equal(new Set(paths).size, paths.length);
    for (const path of paths) {
      const { statusCode, payload } = await app.server.inject(path);
      assert.equal(statusCode, 200, path);
      assert.ok(payload.includes(`<link rel="canonical" href="http://localhost:3000${path}">`), path);
      assert.match(payload, /<meta name="description" content="[^"]{20,}">/, path);
    }
  });

  test('browsers of any age find an icon', async () => {
    const answer = await app.server.inject('/favicon.ico');
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'image/x-icon');
    assert.deepEqual([...answer.rawPayload.subarray(0, 4)], [0, 0, 1, 0]);
    const { text } = await nobody(app).get('/klaten');
    for (const [, href = ''] of text.matchAll(/<link rel="(?:icon|apple-touch-icon)"[^>]*?href="([^"]+)"/g))
      assert.equal((await app.server.inject(href)).statusCode, 200, href);
  });

  test('each government has a tab icon of its own, kept for ever at an address that changes with it', async () => {
    const iconAt = async (path: string): Promise<string> =>
      /<link rel="icon" href="([^"]+)" type="image\/svg/.exec((await nobody(app).get(path)).text)?.[1] ?? '';
    const hrefs = await Promise.all(['/klaten', '/klungkung', '/'].map(iconAt));
    assert.equal(new Set(hrefs).size, 3);
    const [klaten = ''] = hrefs;
    assert.equal(await iconAt('/klaten/tidak-ada'), klaten, 'also where there is no such page');
    const { headers, payload } = await app.server.inject(klaten);
    assert.equal(headers['content-type'], 'image/svg+xml');
    assert.match(String(headers['cache-control']), /immutable/);
    assert.match(payload, /^<svg [^>]*>.*fill="#0f6a57".*>K<\/text>/);
    const older = await app.server.inject(klaten.replace(/v=.*/, 'v=0000000000'));
    assert.equal(older.payload, payload);
    assert.doesNotMatch(String(older.headers['cache-control']), /immutable/);
    assert.equal((await app.server.inject('/tidak-ada/lambang.svg')).statusCode, 404);
  });
});
