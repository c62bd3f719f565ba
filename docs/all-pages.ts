/** Pictures of all pages, as everybody sees them who may: for looking at them, one by one. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demoPassword } from '../src/people/index.ts';
import type { TestApp } from '../test/support/app.ts';
import { usernameOf } from '../test/support/officer.ts';
import { goRound, pagesOf } from '../test/journeys/people/rounds.ts';

/** What is photographed: the running application, and a request with the key to follow it. */
export interface Studio {
  readonly app: TestApp;
  readonly origin: string;
  readonly browser: Browser;
  readonly receipt: { readonly number: string; readonly trackingKey: string };
  readonly dark: boolean;
}

const widths = [390, 1200] as const;
const languages = ['id', 'en'] as const;

/** Pages that are made for paper, too. */
const papers = [
  '/:gov/permohonan/:number/tanda-terima',
  '/meja/permohonan/:number/tanda-terima',
  '/meja/permohonan/:number/disposisi',
  '/meja/loket/ruang-tunggu/poster',
  '/:gov/layanan/:service',
  '/:gov/layanan/:service/hitung',
  '/:gov/maklumat',
];

interface Viewer {
  readonly name: string;
  readonly from: readonly string[];
  /** Makes the page one of somebody who may see more than others. */
  readonly enter: (page: Page) => Promise<void>;
}

function viewersOf(studio: Studio): readonly Viewer[] {
  const posts = ['kabid-informatika', 'petugas-rspd', 'petugas-surat', 'administrator', 'auditor'];
  const officials = posts.map((post) => ({
    name: post,
    from: ['/meja', '/meja/tidak-ada'],
    enter: (page: Page) => signIn(page, studio, post),
  }));
  const { number } = studio.receipt;
  return [
    {
      name: 'visitor',
      from: ['/', '/klaten?cari=tidakada', '/peragaan/kotak-surat', '/gaya', '/klaten/tidak-ada'],
      enter: async () => {},
    },
    {
      name: 'applicant',
      from: [`/klaten/permohonan/${number}`, `/klaten/permohonan/${number}/tanda-terima`],
      enter: (page: Page) => track(page, studio),
    },
    ...officials,
  ];
}

async function signIn(page: Page, { app, origin }: Studio, post: string): Promise<void> {
  await page.goto(`${origin}/meja/masuk`);
  await page.getByLabel('Nama pengguna').fill(await usernameOf(app, 'klaten', post));
  await page.getByLabel('Kata sandi').fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL(`${origin}/meja`);
}

async function track(page: Page, { origin, receipt }: Studio): Promise<void> {
  await page.goto(`${origin}/klaten/permohonan`);
  await page.getByLabel('Nomor permohonan', { exact: true }).fill(receipt.number);
  await page.getByLabel('Kunci pelacakan', { exact: true }).fill(receipt.trackingKey);
  await page.getByRole('button', { name: 'Lihat permohonan', exact: true }).click();
  await page.waitForURL(`**/klaten/permohonan/${receipt.number}`);
}

/** Takes all pictures into a folder, named after who sees the page, its address, language and width. */
export async function takeAll(studio: Studio, to: string): Promise<void> {
  for (const viewer of viewersOf(studio)) {
    const context = await studio.browser.newContext({
      colorScheme: studio.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await viewer.enter(page);
    let count = 0;
    await goRound({
      page,
      origin: studio.origin,
      pages: pagesOf(studio.app.server),
      from: viewer.from,
      faults: [],
      visit: async (pattern, path) => {
        count += 1;
        const place = pattern.replaceAll(/[/:]+/g, '-').replaceAll(/^-|-$/g, '');
        const name = `${viewer.name}-${String(count).padStart(2, '0')}-${place}`;
        await takePage(page, studio, { path, pattern, to: join(to, name) });
      },
    });
    await context.close();
  }
}

interface Sitting {
  readonly path: string;
  readonly pattern: string;
  readonly to: string;
}

async function takePage(page: Page, { origin, dark }: Studio, { path, pattern, to }: Sitting): Promise<void> {
  const look = dark ? '-dark' : '';
  for (const lang of languages) {
    await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      await page.screenshot({ path: `${to}-${lang}-${width}${look}.png`, fullPage: true });
    }
    if (!papers.includes(pattern) || lang !== 'id' || dark) continue;
    await page.pdf({ path: `${to}-print.pdf`, preferCSSPageSize: true, printBackground: true });
  }
  await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=id`);
}
