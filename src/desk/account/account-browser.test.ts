/** Accounts in a real browser: every page in both languages, with and without scripts, held to axe. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { authenticatorFor, nextCode } from '../../../test/support/authenticator.ts';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { demoPassword, resetPassword } from '../../people/index.ts';

let app: TestApp;
let browser: Browser;
let origin: string;
before(async () => {
  app = await startTestApp('account-browser');
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://localhost:${(app.server.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await app.close();
});

async function open(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  return context.newPage();
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto(`${origin}/meja/masuk`);
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi').fill(password);
  await press(page, 'Masuk');
}

describe('an account in a browser', () => {
  test('from a password given once to two-step verification and back, without scripts', async () => {
    const page = await open(false);
    const given = await resetPassword(app.context.database, app.clock, 'maya@klaten', { by: 'cli:test' });
    await signIn(page, 'maya@klaten', given);
    await page.getByRole('heading', { name: 'Ganti kata sandi' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Antrean' }).count(), 0, 'a way that only leads back');
    await page.getByLabel('Kata sandi sekarang').fill(given);
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('kuda hijau naik perahu');
    await page.getByLabel('Kata sandi baru, sekali lagi').fill('kuda hijau naik perahu');
    await press(page, 'Ganti kata sandi');
    await follow(page, 'Maya Contoh, S.AP.');
    await follow(page, 'Pasang verifikasi dua langkah');
    await press(page, 'Mulai');
    const phone = authenticatorFor(app, await page.content());
    await page.getByLabel('Kode enam angka').fill(phone.code());
    await press(page, 'Aktifkan');
    assert.equal(
      await page
        .getByRole('listitem')
        .filter({ hasText: /^\w{5}-\w{5}$/ })
        .count(),
      10,
    );
    await follow(page, 'Sudah saya simpan');
    await press(page, 'Keluar');
    nextCode(app);
    await signIn(page, 'maya@klaten', 'kuda hijau naik perahu');
    await page.getByLabel('Kode enam angka').fill(phone.code());
    await press(page, 'Lanjutkan');
    await page.getByRole('link', { name: 'Antrean' }).waitFor();
    await page.context().close();
  });

  test('every page is accessible, in both languages', async () => {
    const page = await open(true);
    await signIn(page, 'eko@klaten', demoPassword);
    const look = async (path: string): Promise<void> => {
      for (const lang of ['id', 'en']) {
        await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await expectAccessible(page);
      }
      await page.goto(`${origin}/meja?lang=id`);
    };
    await look('/meja/akun?tersimpan=password');
    await look('/meja/akun/kata-sandi');
    await look('/meja/akun/dua-langkah');
    await page.goto(`${origin}/meja/akun/dua-langkah`);
    await press(page, 'Mulai');
    await look('/meja/akun/dua-langkah');
    await page.goto(`${origin}/meja/akun/dua-langkah`);
    const phone = authenticatorFor(app, await page.content());
    await page.getByLabel('Kode enam angka').fill('000000');
    await press(page, 'Aktifkan');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Kode enam angka').fill(phone.code());
    await press(page, 'Aktifkan');
    await page.getByRole('link', { name: 'Sudah saya simpan' }).waitFor();
    await expectAccessible(page);
    await look('/meja/akun');
    await look('/meja/akun/dua-langkah/matikan');
    await look('/meja/akun/dua-langkah/kode-pemulihan');
    await page.context().clearCookies();
    await signIn(page, 'eko@klaten', demoPassword);
    await page.getByRole('heading', { name: 'Masukkan kode' }).waitFor();
    await expectAccessible(page);
    await follow(page, 'Telepon tidak ada? Pakai kode pemulihan');
    await page.getByRole('heading', { name: 'Masukkan kode pemulihan' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Kode pemulihan').fill('aaaaa-aaaaa');
    await press(page, 'Lanjutkan');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test('an administrator sees accounts the same way', async () => {
    const page = await open(true);
    await signIn(page, 'umar@klaten', demoPassword);
    await page.goto(`${origin}/meja/kelola/petugas/daftar`);
    await follow(page, 'Eko Contoh, S.Kom.');
    await follow(page, 'Akun dan sesi');
    await page.getByRole('heading', { name: 'Akun dan sesi' }).waitFor();
    await expectAccessible(page);
    await follow(page, 'Atur ulang verifikasi dua langkah');
    await page.getByRole('heading', { name: 'Atur ulang verifikasi dua langkah' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Alasan').fill('Telepon hilang, dikenali di kantor');
    await press(page, 'Atur ulang verifikasi dua langkah');
    await page.getByText('sudah dilepas').waitFor();
    await page.context().close();
  });
});
