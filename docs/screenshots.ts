/**
 * Takes the pictures of README.md from the one real application, at a standing moment, with the example requests of
 * the demo: `node docs/screenshots.ts`. With a folder, `node docs/screenshots.ts screenshots [--dark]`, all pages go there, on
 * phone and desk and in both languages, for looking at them.
 */
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openDemoCounters } from '../src/demo-counters.ts';
import { makeDemoRequests } from '../src/demo-requests.ts';
import { demoPassword } from '../src/people/index.ts';
import { startTestApp } from '../test/support/app.ts';
import type { TestApp } from '../test/support/app.ts';
import { apiOf, submitExample } from '../test/support/api.ts';
import type { Receipt } from '../test/support/api.ts';
import { openBrowser } from '../test/support/browser.ts';
import { takeAll } from './all-pages.ts';
import { usernameOf } from '../test/support/officer.ts';

/** Width and height of the window: a phone, and a small laptop. */
const windows = { 390: 844, 1200: 720 } as const;
type Width = keyof typeof windows;

interface Scene {
  readonly app: TestApp;
  readonly origin: string;
  /** A request received three days ago, with the key to follow it. */
  readonly receipt: Receipt;
}

interface Shot {
  readonly name: string;
  /** Widths that README.md shows. */
  readonly shown: readonly Width[];
  /** Brings a fresh page to what is to be seen. */
  readonly open: (page: Page, scene: Scene) => Promise<void>;
}

const SERVICE = 'server-hosting';

const shots: readonly Shot[] = [
  { name: 'catalogue', shown: [1200], open: (page, { origin }) => go(page, `${origin}/klaten`) },
  {
    name: 'service',
    shown: [390],
    open: (page, { origin }) => go(page, `${origin}/klaten/layanan/${SERVICE}`),
  },
  { name: 'form', shown: [390], open: openForm },
  { name: 'tracking', shown: [390], open: openTracking },
  { name: 'desk-queue', shown: [1200], open: (page, scene) => openDesk(page, scene, '/meja') },
  {
    name: 'desk-request',
    shown: [1200],
    open: (page, scene) => openDesk(page, scene, `/meja/permohonan/${scene.receipt.number}`),
  },
];

async function go(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url);
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
}

async function openForm(page: Page, { origin }: Scene): Promise<void> {
  await go(page, `${origin}/klaten/layanan/ruang-rapat/ajukan`);
  await page.getByLabel('Perangkat daerah').selectOption({ label: 'Dinas Pendidikan' });
  await page.getByLabel('Nama narahubung').fill('Dian Contoh');
  await page.getByLabel('Alamat surel').fill('dian@klaten.example');
}

async function openTracking(page: Page, { origin, receipt }: Scene): Promise<void> {
  await go(page, `${origin}/klaten/permohonan?nomor=${receipt.number}`);
  await page.locator('input[name="kunci"]').fill(receipt.trackingKey);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(`**/klaten/permohonan/${receipt.number}`);
}

async function openDesk(page: Page, { app, origin }: Scene, path: string): Promise<void> {
  await go(page, `${origin}/meja/masuk`);
  await page.locator('input[name="nama"]').fill(await usernameOf(app, 'klaten', 'kabid-informatika'));
  await page.locator('input[name="sandi"]').fill(demoPassword);
  await page.locator('main form button[type="submit"]').first().click();
  await go(page, `${origin}${path}`);
}

/** The application with its example requests, listening. */
async function setScene(): Promise<Scene> {
  const app = await startTestApp('screenshots');
  await makeDemoRequests(app.context);
  await openDemoCounters(app.context);
  const api = await apiOf(app);
  app.clock.moveTo(app.clock.now().subtract({ hours: 72 }));
  const receipt = await submitExample(api, 'klaten', SERVICE);
  app.clock.moveTo(app.clock.now().add({ hours: 72 }));
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.server.address() as AddressInfo;
  return { app, origin: `http://localhost:${port}`, receipt };
}

async function take(browser: Browser, scene: Scene, shot: Shot, to: string, width: Width): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: windows[width] },
    locale: 'id-ID',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await shot.open(page, scene);
  await page.evaluate('document.fonts.ready');
  // Filling in has brought the last field into sight.
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(to, `${shot.name}-${width}.png`) });
  await context.close();
}

const [folder, option] = process.argv.slice(2);
const to = folder ?? join(import.meta.dirname, 'images');
await mkdir(to, { recursive: true });
const scene = await setScene();
const browser = await openBrowser();
try {
  if (folder === undefined)
    for (const shot of shots) for (const width of shot.shown) await take(browser, scene, shot, to, width);
  else await takeAll({ ...scene, browser, dark: option === '--dark' }, to);
} finally {
  await browser.close();
  await scene.app.close();
}
