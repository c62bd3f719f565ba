import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { demoPassword } from '../people/index.ts';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../test/support/browser.ts';
import { official, usernameOf } from '../../test/support/officer.ts';
import type { Officer } from '../../test/support/officer.ts';
import { submitExampleRequest } from '../../test/support/requests.ts';

/** Where each file of the page is looked at, by its name. */
function viewsOn(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/<a href="([^"]+\/lihat)"[^>]*data-name="([^"]+)"/g)];
  return new Map(found.map(([, href = '', name = '']) => [name, href]));
}

describe('files are looked at in the page', () => {
  let app: TestApp;
  let browser: Browser;
  let clerk: Officer;
  let path: string;
  before(async () => {
    app = await startTestApp('file-preview');
    browser = await openBrowser();
    clerk = await official(app, 'klaten', 'petugas-rspd');
    const { number } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    path = `/meja/permohonan/${number}`;
    await app.server.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await browser.close();
    await app.close();
  });

  const readings = (): Promise<readonly { act: string }[]> =>
    app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.selectFrom('access_log').select('act').where('act', '=', 'read-file').execute(),
    );

  test('an image runs nothing; a PDF is only ever a PDF, and only our own pages frame it', async () => {
    const page = await clerk.get(path);
    const views = viewsOn(page.text);
    assert.deepEqual([...views.keys()].toSorted(), ['ktp.jpg', 'laporan-polsek.pdf']);
    assert.match(String(page.headers['content-security-policy']), /frame-src 'self'/);
    assert.match(String(page.headers['content-security-policy']), /frame-ancestors 'none'/);
    const image = await clerk.get(views.get('ktp.jpg') ?? '');
    assert.equal(image.status, 200);
    assert.equal(image.headers['content-type'], 'image/jpeg');
    assert.equal(image.headers['content-security-policy'], "default-src 'none'; sandbox");
    assert.match(String(image.headers['content-disposition']), /^inline; /);
    const pdf = await clerk.get(views.get('laporan-polsek.pdf') ?? '');
    assert.equal(pdf.headers['content-type'], 'application/pdf');
    assert.match(String(pdf.headers['content-security-policy']), /frame-ancestors 'self'/);
    for (const { headers } of [image, pdf]) {
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
      assert.equal(headers['cache-control'], 'no-store');
    }
  });

  test('a kind that is not one of the three is a download, whatever is asked', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'kehilangan-stnk');
    const url = `/meja/permohonan/${number}`;
    const view = viewsOn((await clerk.get(url)).text).get('laporan-polsek.pdf') ?? '';
    // As if a hole in the check of uploads had let it in.
    const id = /berkas\/([^/]+)\//.exec(view)?.[1] ?? '';
    await app.context.database.transaction({ government: 'klaten' }, (tx) =>
      tx.updateTable('file').set({ type: 'text/html' }).where('id', '=', id).execute(),
    );
    const answer = await clerk.get(view);
    assert.match(String(answer.headers['content-disposition']), /^attachment; /);
    assert.equal(answer.headers['content-security-policy'], "default-src 'none'; sandbox");
    assert.ok(!viewsOn((await clerk.get(url)).text).has('laporan-polsek.pdf'));
  });

  test('looking at an identity card is recorded; opening the request is not', async () => {
    const before = (await readings()).length;
    const views = viewsOn((await clerk.get(path)).text);
    await clerk.get(views.get('laporan-polsek.pdf') ?? '');
    assert.equal((await readings()).length, before);
    await clerk.get(views.get('ktp.jpg') ?? '');
    assert.equal((await readings()).length, before + 1);
  });

  test('whoever may not read a file may not look at it', async () => {
    const view = viewsOn((await clerk.get(path)).text).get('ktp.jpg') ?? '';
    for (const [position, status] of [
      ['auditor', 404],
      ['kepala-dinas', 404],
      ['petugas-ppid', 404],
    ] as const) {
      const other = await official(app, 'klaten', position);
      assert.equal((await other.get(view)).status, status, position);
    }
  });

  test('in a browser the image stands below its line and what is being typed stays', async () => {
    const page = await signedInBrowser();
    const before = (await readings()).length;
    await page.getByLabel('Catatan').first().fill('Nomor polisi cocok.');
    assert.equal((await readings()).length, before, 'nothing is loaded before it is asked for');
    await page.getByRole('link', { name: /^Lihat ?: ktp\.jpg$/ }).click();
    const image = page.getByRole('img', { name: 'ktp.jpg' });
    await image.waitFor();
    assert.equal(await page.getByLabel('Catatan').first().inputValue(), 'Nomor polisi cocok.');
    assert.equal((await readings()).length, before + 1);
    await expectAccessible(page);
    await page.getByRole('link', { name: /^Tutup ?: ktp\.jpg$/ }).click();
    assert.equal(await image.count(), 0);
    await page.context().close();
  });

  async function signedInBrowser(): Promise<BrowserPage> {
    const { port } = app.server.server.address() as AddressInfo;
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/meja/masuk?ke=${encodeURIComponent(path)}`);
    await page.getByLabel('Nama pengguna').fill(await usernameOf(app, 'klaten', 'petugas-rspd'));
    await page.getByLabel('Kata sandi').fill(demoPassword);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL(`**${path}`);
    return page;
  }
});
