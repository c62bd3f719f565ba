import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, openBrowser } from '../../../test/support/browser.ts';
import { NONCE, servePages, type PageServer } from '../../../test/support/pages.ts';
import {
  accessibleAccent,
  agencyField,
  assetUrls,
  button,
  copyable,
  errorSummary,
  fileField,
  form,
  html,
  page,
  printButton,
  searchForm,
  table,
  textField,
  type Content,
} from '../index.ts';

const lang = 'id';
const fault = { path: 'nama', words: { id: 'Isi nama', en: 'Enter a name' } };
const upload = { accept: ['application/pdf'], kinds: 'PDF', maxSize: 1000 };

const OFFICES = [
  {
    label: 'Perangkat daerah',
    agencies: ['Pendidikan', 'Kesehatan', 'Pertanian', 'Perhubungan', 'Sosial', 'Perikanan'].map((name) => ({
      id: name.toLowerCase(),
      name: `Dinas ${name}`,
    })),
  },
  {
    label: 'Kecamatan',
    agencies: ['Trucuk', 'Delanggu'].map((name) => ({ id: name, name: `Kecamatan ${name}` })),
  },
];

const PAGES: Record<string, () => Content> = {
  '/formulir': () => [
    errorSummary({ lang, faults: [fault] }),
    form({
      lang,
      action: '/kirim',
      csrf: 'x',
      askBeforeLeaving: true,
      children: [
        textField({ lang, name: 'nama', label: 'Nama' }),
        fileField({ lang, name: 'surat', label: 'Surat', ...upload }),
        button({ label: 'Kirim' }),
      ],
    }),
    html`<a href="/lain">Pergi</a>`,
  ],
  '/berkas': () => [
    html`<h1>Berkas</h1>`,
    form({
      lang,
      action: '/kirim',
      csrf: 'x',
      multipart: true,
      children: [
        fileField({ lang, name: 'surat', label: 'Surat', ...upload, maxSize: 9_000_000 }),
        button({ label: 'Kirim' }),
        button({ label: 'Simpan', kind: 'quiet', name: 'nanti', value: '1' }),
      ],
    }),
  ],
  '/salin': () => [copyable({ lang, label: 'Nomor', value: 'KLT-2026-7F3K9Q' }), printButton('Cetak')],
  '/kantor': () => [
    html`<h1>Instansi Anda</h1>`,
    form({
      lang,
      action: '/kirim',
      csrf: 'x',
      children: agencyField({ lang, name: 'instansi', label: 'Perangkat daerah', groups: OFFICES }),
    }),
  ],
  '/antrean': () => [
    html`<h1>Antrean</h1>`,
    searchForm({ lang, action: '/antrean', label: 'Cari' }),
    textField({ lang, name: 'nama', label: 'Nama' }),
    table({
      caption: 'Antrean',
      columns: [{ label: 'Permohonan', cell: (row: string) => html`<a href="#">${row}</a>`, names: true }],
      groups: [
        { label: 'Hari ini', rows: ['satu', 'dua'] },
        { label: 'Besok', rows: ['tiga'] },
      ],
    }),
  ],
};

let server: PageServer;
let browser: Browser;
let visitor: Page;

before(async () => {
  server = await servePages((url) => {
    const main = (PAGES[url.pathname] ?? (() => html`<h1>Lain</h1>`))();
    const accent = accessibleAccent('#0f6a57');
    const site = {
      name: 'Layanan',
      initial: 'K',
      homeHref: '/',
      accent,
      footer: { contact: '-', links: [] },
    };
    const frame = {
      lang,
      site,
      title: 'Uji',
      nav: [],
      languageHref: '?lang=en',
      nonce: NONCE,
      variant: 'desk',
    } as const;
    return page({ ...frame, assets: assetUrls('/aset'), main });
  });
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  await visitor?.context().close();
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  visitor = await context.newPage();
});

const open = (path: string): Promise<unknown> => visitor.goto(server.origin + path);

test('what is wrong has the focus', async () => {
  await open('/formulir');
  assert.equal(await visitor.evaluate('document.activeElement.className'), 'error-summary');
});

test('two presses of the button send once, until the page is shown again', async () => {
  await open('/formulir');
  // Last to hear of a submit: notes whether it would go out, and keeps the page where it is.
  await visitor.evaluate(`{
    window.wentOut = [];
    document.addEventListener('submit', (event) => {
      window.wentOut.push(!event.defaultPrevented);
      event.preventDefault();
    });
  }`);
  const press = (): Promise<unknown> => visitor.evaluate(`document.querySelector('main button').click()`);
  const send = visitor.getByRole('button', { name: 'Kirim' });
  await press();
  await press();
  assert.equal(await send.getAttribute('aria-disabled'), 'true');
  // What the browser does when it brings a page back from its memory.
  await visitor.evaluate(`window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  assert.equal(await send.getAttribute('aria-disabled'), null);
  await press();
  assert.deepEqual(await visitor.evaluate('window.wentOut'), [true, false, true]);
});

test('what takes longer than a second says so', async () => {
  await open('/formulir');
  await visitor.evaluate(`document.addEventListener('submit', (event) => event.preventDefault())`);
  const status = visitor.getByRole('status');
  await visitor.getByRole('button', { name: 'Kirim' }).click();
  assert.equal(await status.textContent(), '', 'nothing flickers where the answer comes at once');
  await visitor.getByText('Sedang diproses …').waitFor();
  await visitor.evaluate(`window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  assert.equal(await status.count(), 0);
});

/** Chooses 1.6 MB. */
async function choose(): Promise<void> {
  await open('/berkas');
  await visitor.getByLabel('Surat').setInputFiles({
    name: 'surat.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(1_600_000),
  });
}

/** Sends them over a line of so many bytes a second; 0: one that is cut. */
async function sendOver(bytesPerSecond: number): Promise<void> {
  await choose();
  const line = await visitor.context().newCDPSession(visitor);
  await line.send('Network.emulateNetworkConditions', {
    offline: bytesPerSecond === 0,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
  await visitor.getByRole('button', { name: 'Kirim' }).click();
}
const chosen = (): Promise<string> => visitor.getByLabel('Surat').inputValue();

test('files over a slow line say how far they are, and the answer is shown as any page', async () => {
  await sendOver(500_000);
  await visitor.getByText('Sedang mengirim 1,5 MB.').waitFor();
  const told: string[] = [];
  await visitor.exposeFunction('heard', (words: string) => void told.push(words));
  await visitor.evaluate(`{
    const status = document.querySelector('[role=status]');
    new MutationObserver(() => window.heard(status.textContent)).observe(status, { childList: true });
  }`);
  await visitor.getByText('50 %. Sedang mengirim 1,5 MB.').waitFor();
  await expectAccessible(visitor);
  await visitor.getByRole('heading', { name: 'Lain' }).waitFor();
  assert.equal(await visitor.title(), 'Uji – Layanan – Pendopo');
  assert.equal(await visitor.evaluate('document.activeElement.id'), 'isi', 'read from its beginning');
  assert.ok(told.length <= 4, `not read out at every step: ${told.join(' | ')}`);
});

test('sending is stopped by a button, and nothing chosen is lost', async () => {
  await sendOver(100_000);
  await visitor.getByRole('button', { name: 'Batalkan pengiriman' }).click();
  assert.match(await chosen(), /surat\.pdf$/);
  const send = visitor.getByRole('button', { name: 'Kirim', exact: true });
  assert.equal(await send.getAttribute('aria-disabled'), null);
  assert.equal(await visitor.getByRole('status').count(), 0);
  assert.equal(await visitor.evaluate('document.activeElement.textContent'), 'Kirim');
});

test('a line that breaks leaves the form as it was, and says so', async () => {
  await sendOver(0);
  await visitor.getByRole('alert').getByText('Sambungan terputus').waitFor();
  assert.match(await chosen(), /surat\.pdf$/);
  await expectAccessible(visitor);
});

for (const [name, status, send] of [
  ['an answer that says it failed', 503, 'send.call(this, fields)'],
  ['an answer that is no page of ours', 413, 'send.call(this, fields)'],
  [
    'an answer that never came',
    503,
    "for (const [to, what] of [[this.upload, 'load'], [this, 'error']]) to.dispatchEvent(new ProgressEvent(what))",
  ],
] as const)
  test(`${name} leaves open whether anything was stored`, async () => {
    await visitor.route('**/kirim', (route) => route.fulfill({ status, body: '' }));
    await choose();
    await visitor.evaluate(`{
      const { send } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.send = function (fields) { ${send}; };
    }`);
    await visitor.getByRole('button', { name: 'Kirim' }).click();
    await visitor.getByRole('alert').getByText('mungkin sudah tersimpan').waitFor();
    assert.match(await chosen(), /surat\.pdf$/);
    await visitor.unroute('**/kirim');
  });

for (const [where, path] of [
  ['on another page', '/kantor#isi'],
  ['on the same one', '/berkas#isi'],
] as const)
  test(`an answer leads to its place, ${where}, as it would without a script`, async () => {
    let sentBy: string | undefined;
    await visitor.route('**/kirim', (route) => {
      sentBy = route.request().headers()['sent-by'];
      return route.fulfill({ status: 204, headers: { 'leads-to': path } });
    });
    await choose();
    await visitor.evaluate('document.documentElement.dataset.isOld = ""');
    await visitor.getByRole('button', { name: 'Kirim' }).click();
    await visitor.locator('html:not([data-is-old])').waitFor({ state: 'attached' });
    assert.equal(sentBy, 'script');
    assert.equal(visitor.url(), server.origin + path);
    assert.equal(await visitor.evaluate('document.querySelector(":target").id'), 'isi');
    assert.equal(await visitor.locator('input[type=file]').count(), path === '/berkas#isi' ? 1 : 0);
  });

test('the button that was pressed goes with the files, also from a browser that would leave it out', async () => {
  await choose();
  await visitor.evaluate(`{
    window.FormData = class extends FormData { constructor(form) { super(form); } };
    XMLHttpRequest.prototype.send = (fields) => { window.went = fields.getAll('nanti'); };
  }`);
  await visitor.getByRole('button', { name: 'Simpan' }).click();
  assert.deepEqual(await visitor.evaluate('window.went'), ['1']);
});

test('leaving a changed form asks; an unchanged or sent one does not', async () => {
  const asked: string[] = [];
  visitor.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await open('/formulir');
  await visitor.getByRole('link', { name: 'Pergi' }).click();
  await visitor.waitForURL('**/lain');
  assert.deepEqual(asked, []);

  await open('/formulir');
  await visitor.getByLabel('Nama').fill('Sri');
  await visitor.getByRole('link', { name: 'Pergi' }).click();
  await visitor.waitForURL('**/lain');
  assert.deepEqual(asked, ['beforeunload']);

  await open('/formulir');
  await visitor.getByLabel('Nama').fill('Sri');
  await visitor.getByRole('button', { name: 'Kirim' }).click();
  await visitor.waitForURL('**/kirim');
  assert.deepEqual(asked, ['beforeunload']);
});

test('a file that is too large is told before it is sent, and given up', async () => {
  await open('/formulir');
  const control = visitor.getByLabel('Surat');
  const file = (size: number) => ({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(size) });
  await control.setInputFiles(file(1001));
  await visitor.getByText('Berkas ini lebih besar dari 1.000 B').waitFor();
  assert.equal(await control.inputValue(), '');
  await control.setInputFiles(file(1000));
  assert.equal(await visitor.getByText('Berkas ini lebih besar').count(), 0);
  assert.match(await control.inputValue(), /a\.pdf$/);
});

test('a number is copied, and the button says so', async () => {
  await open('/salin');
  await visitor.getByRole('button', { name: 'Salin' }).click();
  await visitor.getByRole('button', { name: 'Tersalin' }).waitFor();
  assert.equal(await visitor.evaluate('navigator.clipboard.readText()'), 'KLT-2026-7F3K9Q');
});

test('buttons that need a script show only where it runs', async () => {
  await open('/salin');
  assert.equal(await visitor.getByRole('button', { name: 'Cetak' }).count(), 1);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${server.origin}/salin`);
  assert.equal(await plain.getByRole('button').count(), 0);
  await context.close();
});

const focused = (): Promise<string> => visitor.evaluate('document.activeElement.textContent');
async function press(...keys: readonly string[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const key of keys) {
    await visitor.keyboard.press(key);
    seen.push(await focused());
  }
  return seen;
}

test('j and k, and arrows once among them, go down and up the rows, not while typing', async () => {
  await open('/antrean');
  assert.deepEqual(
    await press('ArrowDown'),
    [await visitor.evaluate('document.body.textContent')],
    'scrolls',
  );
  assert.deepEqual(await press('j', 'j', 'j', 'j', 'k'), ['satu', 'dua', 'tiga', 'tiga', 'dua']);
  assert.deepEqual(await press('ArrowDown', 'ArrowUp', 'ArrowUp'), ['tiga', 'dua', 'satu']);
  await visitor.getByLabel('Nama').pressSequentially('jk/?');
  assert.equal(await visitor.getByLabel('Nama').inputValue(), 'jk/?');
});

test('the keys are told on the page and by ?, / goes to the search, and letters are turned off for good', async () => {
  await open('/antrean');
  const help = visitor.getByText('Tombol papan ketik');
  await help.waitFor();
  assert.deepEqual(await press('?'), ['Tombol papan ketik']);
  await visitor.getByText('baris berikutnya').waitFor();
  await expectAccessible(visitor);
  await press('/');
  assert.equal(await visitor.evaluate('document.activeElement.type'), 'search');
  await visitor.getByRole('button', { name: 'Matikan tombol huruf' }).click();
  await open('/antrean');
  const [nowhere = ''] = await press('j');
  assert.ok(nowhere.includes('Nama'), 'the body, not a row');
  await visitor.getByRole('link', { name: 'satu' }).focus();
  assert.deepEqual(await press('ArrowDown'), ['dua'], 'arrows are no letters');
  await help.click();
  await visitor.getByRole('button', { name: 'Nyalakan tombol huruf' }).click();
  assert.deepEqual(await press('j'), ['satu']);
  await open('/formulir');
  assert.equal(await help.isVisible(), false, 'no list, no keys');
});

test('a long list is narrowed by typing, and what is left alone is chosen', async () => {
  await open('/kantor');
  const list = visitor.getByLabel('Perangkat daerah');
  const search = visitor.getByRole('searchbox', { name: 'Ketik untuk menyaring daftar' });
  const offered = (): Promise<string[]> => list.locator('option').allTextContents();
  assert.equal((await offered()).length, 9, 'everything is offered at first');
  await search.fill('per dinas');
  assert.deepEqual(await offered(), ['Pilih', 'Dinas Pertanian', 'Dinas Perhubungan', 'Dinas Perikanan']);
  assert.equal(await list.inputValue(), '', 'nothing is chosen for people while there is a choice');
  await search.fill('truc');
  assert.equal(await list.inputValue(), 'Trucuk');
  assert.equal(await visitor.getByRole('status').textContent(), '1 cocok');
  await search.press('Enter');
  assert.ok(visitor.url().endsWith('/kantor'), 'Enter sends nothing');
  await search.fill('');
  assert.equal((await offered()).length, 9);
  assert.equal(await list.inputValue(), 'Trucuk', 'what was chosen stays');
  await expectAccessible(visitor);
});
