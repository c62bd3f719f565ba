/**
 * Officials at work in a browser: requests of three services of different shape carried from the queue to their end, by
 * the positions of the hand-made list, with every page held to axe. The last one without scripts.
 */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '../../src/people/index.ts';
import { getExpectedService } from '../expectations/services.ts';
import type { ExpectedService, ExpectedStep } from '../expectations/services.ts';
import { startTestApp } from '../support/app.ts';
import type { TestApp } from '../support/app.ts';
import { expectAccessible, openBrowser } from '../support/browser.ts';
import { usernameOf } from '../support/officer.ts';
import { submitExampleRequest } from '../support/requests.ts';

const CONTACT = 'penghubung-dinas-kesehatan';

describe('officials in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  before(async () => {
    app = await startTestApp('desk-browser');
    await app.server.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await app.close();
  });

  /** axe is a script itself: where the visitor has none, the same page is looked at in a second, scripted window. */
  async function inspect(page: Page, scripts: boolean): Promise<void> {
    if (scripts) return expectAccessible(page);
    const storageState = await page.context().storageState();
    const context = await browser.newContext({ storageState });
    const second = await context.newPage();
    await second.goto(page.url());
    await expectAccessible(second);
    await context.close();
  }

  interface Way {
    readonly context: BrowserContext;
    readonly scripts: boolean;
    readonly government: string;
    readonly position: string;
    readonly number: string;
  }

  /** Opens the page of a request through sign-in and queue, as its official would. */
  async function reach({ context, scripts, government, position, number }: Way): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${origin}/meja`);
    assert.match(page.url(), /\/meja\/masuk/);
    await inspect(page, scripts);
    await page.getByLabel('Nama pengguna').fill(await usernameOf(app, government, position));
    await page.getByLabel('Kata sandi').fill(demoPassword);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${origin}/meja`);
    await inspect(page, scripts);
    await page
      .getByRole('link', { name: /./ })
      .and(page.locator(`a[href$="${number}"]`))
      .click();
    await page.waitForURL(`${origin}/meja/permohonan/${number}`);
    await inspect(page, scripts);
    return page;
  }

  const stepForm = (page: Page): ReturnType<Page['locator']> => page.locator('#langkah form');

  /** Fills what the step asks: every box, every figure, a text where words are wanted. */
  async function fillStep(page: Page, step: ExpectedStep): Promise<void> {
    const form = stepForm(page);
    for (const box of await form.locator('input[name="step.checklist"]').all()) await box.check();
    if (step.kind === 'dispose') await dispose(form, step.to === 'agencies' ? CONTACT : (step.to?.[0] ?? ''));
    await fillFields(form);
    const evidence = form.locator('textarea[name="step.evidence.text"]');
    if ((await evidence.count()) > 0) await evidence.fill('Sudah dikerjakan dan diserahkan.');
  }

  type Form = ReturnType<typeof stepForm>;

  async function dispose(form: Form, to: string): Promise<void> {
    const list = form.locator('select[name="step.addressees"]');
    if ((await list.count()) > 0) await list.selectOption(to);
    else await form.locator(`input[name="step.addressees"][value="${to}"]`).check();
    await form.locator('input[name="step.instructions"]').first().check();
  }

  async function fillFields(form: Form): Promise<void> {
    for (const area of await form.locator('textarea[name^="step.fields."]').all())
      await area.fill('Sesuai hasil pemeriksaan.');
    for (const line of await form.locator('input[name^="step.fields."]:not([type])').all())
      await line.fill(valueFor((await line.getAttribute('name')) ?? ''));
    for (const mail of await form.locator('input[type=email][name^="step.fields."]').all())
      await mail.fill('dinas@bulungan.example');
    for (const month of await form.locator('select[name^="step.fields."][name$="-month"]').all())
      await month.selectOption('11');
    await chooseFirst(form);
  }

  /** The first option of every choice. */
  async function chooseFirst(form: Form): Promise<void> {
    const chosen = new Set<string>();
    for (const radio of await form.locator('input[type=radio][name^="step.fields."]').all()) {
      const name = (await radio.getAttribute('name')) ?? '';
      if (!chosen.has(name)) await radio.check();
      chosen.add(name);
    }
  }

  function valueFor(name: string): string {
    if (name.endsWith('-day')) return '23';
    if (name.endsWith('-year')) return '2026';
    if (name.endsWith('-from')) return '09.00';
    if (name.endsWith('-to')) return '11.00';
    return '1';
  }

  async function walk(service: ExpectedService, number: string, scripts: boolean): Promise<void> {
    for (const step of service.steps) {
      const context = await browser.newContext({
        javaScriptEnabled: scripts,
        viewport: { width: 1200, height: 900 },
      });
      const position = step.positions === 'addressee' ? CONTACT : (step.positions[0] ?? '');
      const { government } = service;
      const page = await reach({ context, scripts, government, position, number });
      await fillStep(page, step);
      await stepForm(page).locator(`button[value="${step.action}"]`).click();
      await page.waitForURL(/tercatat/);
      await page.getByText('Tercatat.').waitFor();
      await inspect(page, scripts);
      await context.close();
    }
  }

  for (const [row, scripts] of [
    [10, true],
    [13, true],
    [15, false],
  ] as const) {
    const service = getExpectedService(row);
    test(`${service.service} is carried to its end ${scripts ? 'with' : 'without'} scripts`, async () => {
      const { number } = await submitExampleRequest(app, service.government, service.service);
      await walk(service, number, scripts);
      const { status } = await app.context.database.transaction({ government: service.government }, (tx) =>
        tx.selectFrom('request').select('status').where('number', '=', number).executeTakeFirstOrThrow(),
      );
      assert.equal(status, 'closed');
    });
  }

  test('a return, a refusal and a correction on a phone: nothing typed is lost', async () => {
    const service = getExpectedService(10);
    const { number } = await submitExampleRequest(app, service.government, service.service);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const { government } = service;
    const page = await reach({
      context,
      scripts: true,
      government,
      position: 'pengelola-ruang-rapat',
      number,
    });
    await page.getByText('Kembalikan untuk dilengkapi').first().click();
    await page.getByLabel('Pesan untuk pemohon').fill('Surat belum dibubuhi cap.');
    await page.locator('#bentuk-return button').click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    assert.equal(await page.getByLabel('Pesan untuk pemohon').inputValue(), 'Surat belum dibubuhi cap.');
    await page.locator('#bentuk-return').getByLabel('Surat peminjaman dari instansi').check();
    await page.locator('#bentuk-return button').click();
    await page.getByText('Waktu berhenti, menunggu pemohon').waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
    assert.ok(wide, 'nothing scrolls sideways');
    await expectAccessible(page);
    await context.close();
  });

  test('the papers, the counter and the administration hold to axe as well', async () => {
    const { number } = await submitExampleRequest(app, 'klaten', 'ruang-rapat');
    const visits = [
      ['pengelola-ruang-rapat', `/meja/permohonan/${number}/tanda-terima`],
      ['pengelola-ruang-rapat', `/meja/permohonan/${number}/disposisi`],
      ['petugas-surat', '/meja/loket'],
      ['petugas-surat', '/meja/loket/informasi-publik?jalur=surat'],
      ['administrator', '/meja/kelola'],
      ['administrator', '/meja/kelola/petugas'],
      ['administrator', '/meja/kelola/standar'],
      ['administrator', '/meja/kelola/standar/pengaduan'],
      ['administrator', '/meja/kelola/standar/pengaduan/versi/1'],
      ['administrator', '/meja/kelola/pekerjaan'],
      ['auditor', '/meja?daftar=semua'],
    ] as const;
    for (const [position, path] of visits) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      await page.goto(`${origin}/meja/masuk?ke=${encodeURIComponent(path)}`);
      await page.getByLabel('Nama pengguna').fill(await usernameOf(app, 'klaten', position));
      await page.getByLabel('Kata sandi').fill(demoPassword);
      await page.getByRole('button', { name: 'Masuk' }).click();
      await page.waitForURL(`${origin}${path}`);
      await expectAccessible(page);
      await context.close();
    }
  });
});
