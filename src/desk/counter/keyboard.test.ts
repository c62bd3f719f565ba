/**
 * Serving a walk-in with the keyboard alone: from the page of the counter to the printed receipt. Counted are presses of
 * keys, letters included. Somebody who types 200 of them a minute, about 40 words, is no fast typist.
 */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { demoPassword } from '../../people/index.ts';
import { startTestApp } from '../../../test/support/app.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { usernameOf } from '../../../test/support/officer.ts';

const A_MINUTE = 200;
const MOST_STOPS = 40;

/** What stands in each field, by its name, as far as the form asks for it; a field that is not here is passed. "x": ticked or chosen. */
type Script = Readonly<Record<string, string>>;

interface WalkIn {
  readonly position: string;
  /** What the officer types of the service. */
  readonly typed: string;
  readonly fields: Script;
}

const walkIns: readonly WalkIn[] = [
  {
    position: 'petugas-rspd',
    typed: 'stnk',
    fields: {
      'isian.nama': 'Sari Contoh',
      'isian.nik': '3310015503900001',
      'isian.telepon': '081200000103',
      'isian.nomor-polisi': 'AD 1234 XX',
      'isian.pemilik': 'Sari Contoh',
      'isian.dasar': 'x',
      'asli.bukti-kehilangan': 'x',
      'asli.ktp': 'x',
    },
  },
  {
    position: 'petugas-ppid',
    typed: 'permohonan informasi',
    fields: {
      'isian.ringkasan': 'Anggaran jalan Delanggu 2025',
      'isian.bentuk': 'x',
      'isian.cara-kirim': 'x',
      'isian.sebagai': 'x',
      'isian.nama': 'Sari Contoh',
      'isian.untuk-siapa': 'x',
      'isian.nik': '3310015503900001',
      'isian.alamat': 'Jl. Merbabu 3, Klaten',
      'isian.telepon': '081200000103',
      'asli.ktp': 'x',
    },
  },
];

describe('a walk-in is served with the keyboard alone in under a minute', () => {
  let app: TestApp;
  let browser: Browser;
  before(async () => {
    app = await startTestApp('counter-keyboard');
    browser = await openBrowser();
    await app.server.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await browser.close();
    await app.close();
  });

  for (const walkIn of walkIns) {
    test(walkIn.typed, async (context) => {
      const visitor = await browser.newContext({ viewport: { width: 1200, height: 800 } });
      const page = await signedIn(visitor, walkIn.position);
      const presses = await serve(page, walkIn);
      context.diagnostic(`${walkIn.typed}: ${presses} presses of keys`);
      assert.ok(presses < A_MINUTE, `${presses} presses`);
      await expectAccessible(page);
      await visitor.close();
    });
  }

  async function signedIn(context: BrowserContext, position: string): Promise<Page> {
    const { port } = app.server.server.address() as AddressInfo;
    const page = await context.newPage();
    // Printing is seen by its call: a browser without a screen has no window for it.
    await page.addInitScript('window.print = () => { document.documentElement.dataset.printed = "yes"; }');
    await page.goto(`http://localhost:${port}/meja/masuk?ke=%2Fmeja%2Floket`);
    await page.getByLabel('Nama pengguna').fill(await usernameOf(app, 'klaten', position));
    await page.getByLabel('Kata sandi').fill(demoPassword);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL('**/meja/loket');
    return page;
  }
});

/** Serves a visitor and prints the receipt; gives the presses it took. */
async function serve(page: Page, { typed, fields }: WalkIn): Promise<number> {
  const { keyboard } = page;
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses += 1;
    await keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    presses += text.length;
    await keyboard.type(text);
  };
  const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.name ?? ""');

  assert.equal(await focused(), 'layanan', 'the page of the counter begins where one types');
  await type(typed);
  await press('Enter');
  await page.waitForURL('**/meja/loket/*?jalur=*');
  assert.equal(await focused(), Object.keys(fields)[0], 'the form begins with its first question');
  const asked = new Set(
    await page.evaluate<string[]>('[...document.querySelectorAll("[name]")].map((field) => field.name)'),
  );
  const left = new Set(Object.keys(fields)).intersection(asked);
  for (let stops = 0; left.size > 0; stops += 1) {
    assert.ok(stops < MOST_STOPS, `not reached: ${[...left].join(', ')}`);
    const name = await focused();
    const text = fields[name];
    if (text !== undefined && left.delete(name)) await (text === 'x' ? press('Space') : type(text));
    if (left.size > 0) await press('Tab');
  }
  await press('Enter');
  await page.getByText('Permohonan sudah diterima').first().waitFor();
  await press('Enter');
  await page.locator('html[data-printed=yes]').waitFor({ state: 'attached' });
  return presses;
}
