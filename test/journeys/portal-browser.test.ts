import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { expectedServices } from '../expectations/services.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { expectAccessible, openBrowser } from '../support/browser.ts';
import { exampleFields } from '../support/form-example.ts';
import type { SentFile } from '../support/visitor.ts';
import { act } from '../support/desk.ts';

/*
 * Three services of different shape in a browser without scripts, on a phone: from the catalogue to the receipt, and on
 * to the tracking page. Every page on the way is looked at by axe-core and must not scroll sideways.
 */

let app: TestApp;
let origin: string;
let browser: Browser;

before(async () => {
  app = await startTestApp('portal_browser');
  origin = await app.server.listen({ port: 0, host: '127.0.0.1' });
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  await app.close();
});

const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
const mirror = { ...phone, javaScriptEnabled: true };

/**
 * axe-core needs a page in which scripts run, which this phone does not allow: what it shows is put into a second
 * window, as it stands, and looked at there.
 */
class Phone {
  readonly page: Page;
  readonly #mirror: Page;

  private constructor(page: Page, mirror: Page) {
    this.page = page;
    this.#mirror = mirror;
  }

  static async open(): Promise<Phone> {
    const [context, mirrored] = [await browser.newContext(phone), await browser.newContext(mirror)];
    return new Phone(await context.newPage(), await mirrored.newPage());
  }

  /** Looks at the page as it stands: accessible, and no wider than the phone. */
  async look(): Promise<void> {
    const url = this.page.url().replace(/#.*$/, '');
    const body = await this.page.content();
    await this.#mirror.route(url, (route) =>
      route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
    );
    await this.#mirror.goto(url);
    await expectAccessible(this.#mirror);
    const beyond = await this.#mirror.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    assert.ok(beyond <= 0, `${url} scrolls sideways by ${beyond} pixels`);
    await this.#mirror.unroute(url);
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.#mirror.context().close();
  }

  /** Follows a link by its words. */
  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name, exact: true }).click();
  }
}

/** Answers the questions on the page with the example of its service; those that are not asked are left out. */
async function answer(page: Page, path: string): Promise<void> {
  const entries = Object.entries(exampleFields(app, { status: 200, url: path, body: '', headers: {} }));
  for (const [name, value] of entries) await fill(page, name, value);
}

async function fill(page: Page, name: string, value: string | SentFile): Promise<void> {
  if (typeof value !== 'string') {
    const { name: fileName, type: mimeType, bytes } = value;
    await page.locator(`[name="${name}"]`).setInputFiles({ name: fileName, mimeType, buffer: bytes });
    return;
  }
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (date && (await page.locator(`[name="${name}-day"]`).count()) === 1) {
    await page.locator(`[name="${name}-day"]`).fill(String(Number(date[3])));
    await page.locator(`[name="${name}-month"]`).selectOption(String(Number(date[2])));
    await page.locator(`[name="${name}-year"]`).fill(date[1] ?? '');
    return;
  }
  const field = page.locator(`[name="${name}"]`).first();
  if ((await field.count()) === 0) return;
  if ((await field.getAttribute('type')) === 'radio')
    await page.locator(`[name="${name}"][value="${value}"]`).check();
  else if ((await page.locator(`select[name="${name}"]`).count()) === 1) await field.selectOption(value);
  else await field.fill(value);
}

const cases = [
  { row: 10, search: 'rapat' },
  { row: 13, search: 'keluhan' },
  { row: 15, search: 'hosting' },
] as const;

describe('a phone without scripts', () => {
  for (const { row, search } of cases) {
    test(`goes from the catalogue to the tracking page of service ${row}`, async () => {
      const expected = expectedServices.find((one) => one.row === row);
      assert.ok(expected);
      const { government, service } = expected;
      const title = app.context.catalogue.service(government, service).value.title.id;
      const own = await Phone.open();
      const { page } = own;
      await page.goto(`${origin}/${government}`);
      await own.look();
      await page.getByRole('searchbox', { name: 'Cari layanan' }).fill(search);
      await own.press('Cari');
      await own.look();
      await own.follow(title);
      await own.look();
      await own.follow('Ajukan permohonan');
      await own.look();
      app.clock.moveTo(app.clock.now().add({ seconds: 10 }));
      await own.press('Lanjutkan');
      assert.ok(await page.getByRole('alert').isVisible(), 'an empty page is not taken');
      await own.look();
      while (!page.url().endsWith('/periksa')) {
        const { pathname } = new URL(page.url());
        await answer(page, pathname);
        await own.press('Lanjutkan');
        assert.notEqual(new URL(page.url()).pathname, pathname, await page.getByRole('main').innerText());
        await own.look();
      }
      await own.press('Kirim permohonan');
      await own.look();
      const number = /permohonan\/([^/]+)\/tanda-terima$/.exec(page.url())?.[1] ?? '';
      assert.match(await page.getByRole('main').innerText(), new RegExp(`${number}[^]*Kunci pelacakan`));
      await own.follow('Lihat perkembangannya');
      await own.look();
      assert.match(await page.getByRole('main').innerText(), /Sisa waktu kami/);
      await goOn(own, government, number, row);
      await own.close();
    });
  }
});

/** The room is booked and delivered; the complaint is completed after a return; the hosting request is withdrawn. */
async function goOn(own: Phone, government: string, number: string, row: number): Promise<void> {
  const { page } = own;
  if (row === 10) {
    await act(app, government, number, 'complete');
    await act(app, government, number, 'approve');
    await act(app, government, number, 'fulfil', {
      evidence: [{ type: 'text', text: 'Ruang rapat lantai 2.' }],
    });
    await page.reload();
    assert.match(
      await page.getByRole('main').innerText(),
      /dalam waktu yang dijanjikan[^]*Ruang rapat lantai 2\./,
    );
  } else if (row === 13) {
    await act(app, government, number, 'return', {
      missing: ['laporan'],
      message: 'Kapan tepatnya kejadiannya?',
    });
    await page.reload();
    await own.follow('Lengkapi berkas');
    await own.look();
    await page.getByRole('textbox', { name: 'Catatan untuk petugas' }).fill('Pukul sepuluh pagi.');
    await own.press('Kirim kelengkapan');
    assert.match(await page.getByRole('main').innerText(), /Waktu kami berjalan lagi/);
  } else {
    await own.follow('Tarik permohonan');
    await own.look();
    await own.press('Tarik permohonan');
    assert.match(await page.getByRole('main').innerText(), /Permohonan Anda sudah ditarik/);
  }
  await own.look();
}

describe('every other public page', () => {
  const urls = [
    '/',
    '/permohonan',
    '/klaten?cari=tidakada&lang=en',
    '/klaten/layanan/informasi-publik?lang=id',
    '/klaten/layanan/kehilangan-stnk?lang=en',
    '/klaten/maklumat',
    '/klaten/data-pribadi',
    '/klaten/permohonan/KLT-2026-00000?lang=id',
    '/klaten/tidak-ada',
    '/peragaan/kotak-surat',
    '/gaya',
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible and fits on phone and desk, ${colorScheme}`, async () => {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      for (const url of urls) {
        await page.goto(`${origin}${url}`);
        for (const width of [390, 1200]) {
          await page.setViewportSize({ width, height: 844 });
          const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          assert.ok(beyond <= 0, `${url} scrolls sideways by ${beyond} pixels at ${width}`);
        }
        await expectAccessible(page);
      }
      await context.close();
    });
  }
});
