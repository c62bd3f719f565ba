/** What pages weigh on the wire, for old phones on thin lines. Bytes, not seconds: the same on every machine. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';

const FIRST_VISIT = 50_000;
const NEXT_PAGE = 15_000;

/** One page of every kind that a visitor may come to first. */
const pages = [
  '/',
  '/?cari=internet',
  '/klaten',
  '/klaten?cari=rapat',
  '/klaten/layanan/informasi-publik',
  '/klaten/layanan/informasi-publik/ajukan',
  '/purbalingga/layanan/internet-jaringan',
  '/bandingkan/pengaduan',
  '/klaten/permohonan',
  '/klaten/maklumat',
  '/klaten/data-pribadi',
  '/klaten/tidak-ada',
] as const;

describe('the weight of pages', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp('portal_weight');
  });
  after(() => app.close());

  const fetched = (url: string) =>
    app.server.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } });

  /** Bytes of headers and body as they go over the line. */
  async function weigh(url: string): Promise<number> {
    const { headers, rawPayload } = await fetched(url);
    const head = Object.entries(headers).reduce(
      (sum, [name, value]) => sum + `${name}: ${String(value)}\r\n`.length,
      0,
    );
    return head + rawPayload.length;
  }

  /** What a browser fetches along with a page, each once. */
  async function assetsOf(url: string): Promise<readonly string[]> {
    const { body } = await app.server.inject(url);
    const links = [...body.matchAll(/<link rel="(?:preload|stylesheet|icon)"[^>]* ?href="([^"]+)"/g)];
    const scripts = [...body.matchAll(/<script src="([^"]+)"/g)];
    return [...new Set([...links, ...scripts].map(([, href]) => href ?? ''))];
  }

  for (const url of pages) {
    for (const lang of ['id', 'en']) {
      const address = `${url}${url.includes('?') ? '&' : '?'}lang=${lang}`;
      test(`${address} is light, also for whoever comes the first time`, async () => {
        const page = await weigh(address);
        assert.ok(page <= NEXT_PAGE, `${page} bytes`);
        const assets = await assetsOf(address);
        assert.ok(assets.length >= 3, 'styles, script and letters');
        let all = page;
        for (const asset of assets) all += await weigh(asset);
        assert.ok(all <= FIRST_VISIT, `${all} bytes with ${assets.join(', ')}`);
      });
    }
  }

  test('what is fetched along is kept for a year, for its name says what is in it', async () => {
    const assets = (await assetsOf('/klaten')).filter((href) => href.startsWith('/aset/'));
    assert.ok(assets.length >= 3);
    for (const asset of assets) {
      const { statusCode, headers } = await fetched(asset);
      assert.equal(statusCode, 200, asset);
      assert.match(asset, /-[0-9a-f]{8,}\./);
      assert.match(String(headers['cache-control']), /max-age=31536000.*immutable/);
    }
  });
});
