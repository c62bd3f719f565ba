import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../test/support/browser.ts';
import type { OpenApiDocument } from '../../test/support/contract.ts';

let app: TestApp;
let browser: Browser;
let origin: string;

before(async () => {
  app = await startTestApp('api_page');
  browser = await openBrowser();
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`;
});

after(async () => {
  await browser.close();
  await app.close();
});

describe('the page about the API', () => {
  for (const width of [390, 1200]) {
    for (const lang of ['id', 'en']) {
      test(`is accessible and fits ${width} pixels in ${lang}`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.goto(`${origin}/api?lang=${lang}`);
        await expectAccessible(page);
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.equal(overflow, 0);
        await page.close();
      });
    }
  }

  test('names every operation of the document and leads to it', async () => {
    const page = (await app.server.inject('/api')).body;
    const { paths } = (await app.server.inject('/api/openapi.json')).json<OpenApiDocument>();
    for (const path of Object.keys(paths)) assert.ok(page.includes(`<code>${path}</code>`), path);
    assert.match(page, /href="\/api\/openapi\.json"/);
  });
});
