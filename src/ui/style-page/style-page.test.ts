import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { NONCE, servePages, type PageServer } from '../../../test/support/pages.ts';
import { accessibleAccent, assets, assetUrls, page, stylePage, type Lang } from '../index.ts';

const ACCENTS = { green: '#0f6a57', red: '#c8102e', yellow: '#ffd700' } as const;

function styleDocument(query: URLSearchParams): string {
  const lang: Lang = query.get('lang') === 'en' ? 'en' : 'id';
  const desk = query.get('variant') === 'desk';
  return page({
    lang,
    site: {
      name: 'Layanan Dinas Komunikasi, Informatika, Statistik dan Persandian',
      government: 'Kabupaten Klaten',
      initial: 'K',
      homeHref: '/',
      accent: accessibleAccent(query.get('accent') ?? ACCENTS.green),
      footer: { contact: 'Jalan Contoh 1', remark: 'Gratis.', links: [{ label: 'Maklumat', href: '/m' }] },
    },
    title: 'Gaya',
    description: 'Semua komponen.',
    nav: [
      { label: 'Layanan', href: '/', current: true },
      { label: 'Lacak permohonan', href: '/lacak', count: 3 },
    ],
    languageHref: '?lang=en',
    assets: assetUrls('/aset'),
    nonce: NONCE,
    main: stylePage({ lang }),
    variant: desk ? 'desk' : 'public',
    signedIn: desk
      ? { name: 'A. Contoh', post: 'Plt. Kepala Bidang', signOutAction: '/keluar', csrf: 'x' }
      : null,
    demo: true,
  });
}

let server: PageServer;
let browser: Browser;

before(async () => {
  server = await servePages((url) => styleDocument(url.searchParams));
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  server.close();
});

/** The style page as one visitor sees it; fails on anything the browser complains about. */
async function visit(
  query: string,
  visitor: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(visitor);
  const opened = await context.newPage();
  const complaints: string[] = [];
  opened.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.goto(`${server.origin}/?${query}`);
  await look(opened);
  assert.deepEqual(complaints, []);
  await context.close();
}

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1200, height: 900 } };

for (const [query, visitor] of [
  ['', phone],
  ['lang=en', desktop],
  ['variant=desk', { ...desktop, colorScheme: 'dark' as const }],
  ['variant=desk', phone],
  [`accent=${encodeURIComponent(ACCENTS.yellow)}`, { ...phone, colorScheme: 'dark' as const }],
  [`accent=${encodeURIComponent(ACCENTS.red)}`, desktop],
] as const) {
  test(`accessible: ${JSON.stringify({ query, ...visitor })}`, async () => {
    await visit(query, visitor, expectAccessible);
  });
}

for (const width of [320, 390, 768, 1200]) {
  for (const variant of ['public', 'desk']) {
    test(`nothing scrolls sideways at ${width} px, ${variant}`, async () => {
      await visit(`variant=${variant}`, { viewport: { width, height: 800 } }, async (opened) => {
        const wide = await opened.evaluate<string[]>(
          `[...document.querySelectorAll('body *')].filter((one) => !one.closest('svg,.unseen,thead,option,datalist')
            && one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => one.tagName + '.' + one.className)`,
        );
        assert.deepEqual(wide, []);
        assert.equal(await opened.evaluate('document.documentElement.scrollWidth'), width);
      });
    });
  }
}

test('paper is white and readable, also printed from a dark screen', async () => {
  await visit('', { ...phone, colorScheme: 'dark' }, async (opened) => {
    const law = opened.getByText('Undang-Undang Nomor 25 Tahun 2009');
    assert.equal(await law.isVisible(), false, 'folded away on the screen');
    await opened.emulateMedia({ media: 'print' });
    assert.equal(
      await opened.evaluate('getComputedStyle(document.documentElement).backgroundColor'),
      'rgb(255, 255, 255)',
    );
    assert.ok(
      await opened.getByText('Peragaan – bukan layanan resmi').isVisible(),
      'paper of the demo says so',
    );
    assert.equal(await opened.getByRole('navigation', { name: 'Utama' }).isVisible(), false);
    assert.ok(await law.isVisible(), 'read on paper');
    await expectAccessible(opened);
  });
});

test('400 % zoom is a phone: text of 320 px width, nothing cut off', async () => {
  await visit('', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async (opened) => {
    assert.equal(await opened.evaluate('document.documentElement.scrollWidth'), 320);
  });
});

test('everything one can press is large enough (WCAG 2.2, 2.5.8: 24 px, or inside a line of text)', async () => {
  await visit('variant=desk', phone, async (opened) => {
    const small = await opened.evaluate<string[]>(
      `[...document.querySelectorAll('button,input:not([type=hidden]),select,summary,nav a,.button')].filter((one) => one.checkVisibility() && !one.closest('[hidden]'))
        .filter((one) => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
        .map((one) => one.outerHTML.slice(0, 120))`,
    );
    assert.deepEqual(small, []);
  });
});

test('the error summary has the focus, and its links lead to their fields', async () => {
  await visit('', phone, async (opened) => {
    assert.equal(await opened.evaluate(`document.activeElement.className`), 'error-summary');
    const last = opened.getByRole('link', { name: 'Berkas ini kosong' });
    await last.click();
    assert.equal(await opened.locator('#f-salah\\.ktp').isVisible(), true, 'also where it was folded away');
    const targets = await opened.evaluate<[string, string | null][]>(
      `[...document.querySelectorAll('.error-summary a')].map((link) => [link.hash, document.getElementById(decodeURIComponent(link.hash.slice(1)))?.tagName])`,
    );
    assert.equal(targets.length, 8);
    for (const [hash, tag] of targets) assert.match(String(tag), /^(?:INPUT|SELECT|TEXTAREA)$/, hash);
  });
});

test('every field answers to its label, without scripts too', async () => {
  await visit('', { ...phone, javaScriptEnabled: false }, async (opened) => {
    await opened.getByLabel('Nama aplikasi').last().fill('SIMPEG');
    await opened
      .getByRole('group', { name: 'Kapan ruang dipakai?' })
      .getByLabel('Bulan')
      .selectOption('November');
    await opened.getByRole('group', { name: 'Kapan ruang dipakai?' }).getByLabel('Dari pukul').fill('09.00');
    await opened.getByRole('radio', { name: 'Pilihan 2' }).last().check();
    await opened.getByLabel('Instansi Anda').last().selectOption('Kecamatan Trucuk');
  });
});

test('every component that makes something to be seen stands on the page', async () => {
  const ui = import.meta.dirname.replace(/style-page$/, '');
  const offered = [
    ...readFileSync(`${ui}index.ts`, 'utf8').matchAll(/^export \{([^}]+)\} from '\.\/components\//gm),
  ].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
  const here = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'));
  const shown = here.map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).join('\n');
  const missing = offered.filter((name) => name !== '' && !new RegExp(`\\b${name}\\b`).test(shown));
  // These have no face of their own: part of another one, or nothing but a value.
  assert.deepEqual(missing.toSorted(), [
    'courseKey',
    'csrfField',
    'fieldId',
    'icon',
    'livePart',
    'monthName',
  ]);
});

test('a first visit weighs at most 50 KB on the wire with gzip, font included', async () => {
  // Pictures are for messengers and for whoever keeps the page on their telephone.
  const visited = assets().filter(({ contentType }) => contentType !== 'image/png');
  const sizes = visited.map(({ bytes, contentType }) =>
    contentType.startsWith('font/') ? bytes.length : gzipSync(bytes).length,
  );
  const sum = sizes.reduce((all, size) => all + size, 0);
  // What is left is for the page itself: about 10 KB packed, some 60 KB of markup.
  assert.ok(sum < 40_000, `${sum} bytes`);
});
