import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleAccent,
  assetUrls,
  checkboxesField,
  choiceField,
  errorOf,
  errorPage,
  errorSummary,
  escapeHtml,
  form,
  nikField,
  page,
  pagination,
  paragraphs,
  searchForm,
  table,
  textArea,
  textField,
  type Content,
  type PageProps,
} from '../index.ts';

const lang = 'id';
const NASTY = `"><script>alert('x')</script>`;
const text = (content: Content): string =>
  Array.isArray(content) ? content.join('') : String(content ?? '');

const frame: PageProps = {
  lang,
  site: {
    name: 'Layanan Kominfo',
    government: 'Kabupaten Klaten',
    initial: 'K',
    homeHref: '/klaten',
    accent: accessibleAccent('#0f6a57'),
    footer: { contact: 'Jalan Contoh 1', links: [] },
  },
  title: 'Server',
  nav: [],
  languageHref: '?lang=en',
  assets: assetUrls('/aset'),
  nonce: 'abc',
  main: 'isi',
};

test('whatever is typed comes back as text, in every kind of place', () => {
  const shown = page({
    ...frame,
    title: NASTY,
    description: NASTY,
    languageHref: NASTY,
    nav: [{ label: NASTY, href: NASTY }],
    crumbs: [{ label: NASTY, href: NASTY }],
    signedIn: { name: NASTY, post: NASTY, signOutAction: NASTY, csrf: NASTY },
    main: [
      textField({ lang, name: NASTY, label: NASTY, value: NASTY, error: NASTY, hint: NASTY }),
      textArea({ lang, name: NASTY, label: NASTY, value: NASTY }),
      choiceField({
        lang,
        name: NASTY,
        label: NASTY,
        options: [{ value: NASTY, label: NASTY }],
        value: NASTY,
      }),
      searchForm({ lang, action: NASTY, label: NASTY, value: NASTY, hidden: { [NASTY]: NASTY } }),
      errorSummary({ lang, faults: [{ path: NASTY, words: { id: NASTY, en: NASTY } }] }),
      errorPage({ lang, kind: 'not-found', explained: NASTY, reference: NASTY, homeHref: NASTY }),
      paragraphs(NASTY),
    ],
  });
  assert.ok(!shown.includes('<script>alert'));
  assert.ok(shown.split(escapeHtml(NASTY)).length > 30);
});

test('the head of a page says whose it is, in its language, with the nonce on its only style', () => {
  const shown = page({ ...frame, lang: 'en', indexed: false });
  assert.match(shown, /^<!doctype html><html lang="en"><head><meta charset="utf-8">/);
  assert.match(shown, /<title>Server – Kabupaten Klaten – Pendopo<\/title>/);
  assert.match(shown, /<meta name="robots" content="noindex">/);
  assert.deepEqual(shown.match(/<style[^>]*>/g), ['<style nonce="abc">']);
  assert.doesNotMatch(shown, / style="| on[a-z]+="/);
  assert.match(page({ ...frame, faulty: true }), /<title>Kesalahan: Server/);
});

test('a page for everybody names its address in both languages and what a messenger shows of it', () => {
  const address = { origin: 'https://layanan.contoh.go.id', path: '/klaten/layanan/server-hosting' };
  const shown = page({ ...frame, lang: 'en', description: 'Satu kalimat.', address });
  const at = 'https://layanan.contoh.go.id/klaten/layanan/server-hosting';
  assert.ok(shown.includes(`<link rel="canonical" href="${at}?lang=en">`));
  assert.ok(shown.includes(`<link rel="alternate" hreflang="id" href="${at}">`));
  assert.ok(shown.includes(`<link rel="alternate" hreflang="en" href="${at}?lang=en">`));
  assert.ok(shown.includes('<meta property="og:title" content="Server">'));
  assert.ok(shown.includes('<meta property="og:description" content="Satu kalimat.">'));
  assert.match(shown, /og:image" content="https:\/\/layanan\.contoh\.go\.id\/aset\/pendopo-share-/);
  const personal = page({ ...frame, address, indexed: false });
  assert.doesNotMatch(
    personal,
    /canonical|hreflang="(?:id|x-default)"|og:/,
    'one person’s page is not for sharing',
  );
});

test('the demo says so on every page, others never', () => {
  assert.match(page({ ...frame, demo: true }), /Peragaan – bukan layanan resmi/);
  assert.doesNotMatch(page(frame), /Peragaan/);
});

test('a field keeps its own hint when the page has none to give', () => {
  assert.match(nikField({ lang, name: 'nik', label: 'NIK', hint: undefined }).toString(), /16 angka/);
  assert.match(nikField({ lang, name: 'nik', label: 'NIK', hint: 'Lain' }).toString(), /Lain/);
});

test('a text that begins with an empty line keeps it', () => {
  const shown = textArea({ lang, name: 'a', label: 'A', value: '\nsatu' }).toString();
  assert.match(shown, /<textarea[^>]*>\n\nsatu<\/textarea>/);
});

test('up to seven options are buttons, more are a list; what was chosen stays chosen', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `L${at}` }));
  const shown = (count: number): string =>
    choiceField({ lang, name: 'n', label: 'N', options: options(count), value: 'v1' }).toString();
  assert.equal(shown(7).match(/type="radio"/g)?.length, 7);
  assert.match(shown(7), /value="v1" checked/);
  assert.match(shown(8), /<select[\s\S]*<option value="v1" selected>/);
  const ticked = checkboxesField({
    lang,
    name: 'n',
    label: 'N',
    options: options(3),
    values: ['v0', 'v2'],
  }).toString();
  assert.equal(ticked.match(/ checked/g)?.length, 2);
});

test('a form carries its proof, is checked by the server, and takes files only where it says so', () => {
  const plain = form({ lang, action: '/a', csrf: 'p&q', children: '' }).toString();
  assert.match(
    plain,
    /<form method="post" action="\/a" novalidate[^>]*><input type="hidden" name="_csrf" value="p&amp;q">/,
  );
  assert.doesNotMatch(plain, /multipart/);
  assert.match(
    form({ lang, action: '/a', csrf: 'p', multipart: true, children: '' }).toString(),
    /enctype="multipart\/form-data"/,
  );
});

test('that the rest was kept is said only where there is a rest', () => {
  const faults = [{ path: 'kode', words: { id: 'Tulis kode', en: 'Enter the code' } }];
  assert.match(String(errorSummary({ lang, faults })), /Isian dan berkas Anda yang lain tetap tersimpan/);
  const alone = String(errorSummary({ lang, faults, kept: null }));
  assert.match(alone, /href="#[^"]*kode">Tulis kode<\/a><\/li><\/ul><\/div>$/);
});

test('nothing is shown where there is nothing to show', () => {
  assert.equal(errorSummary({ lang, faults: [] }), null);
  assert.equal(pagination({ lang, previousHref: null, nextHref: undefined }), null);
  assert.equal(errorOf([], 'a', lang), null);
  const shown = table({
    caption: 'C',
    columns: [{ label: 'A', cell: (row: string) => row }],
    groups: [
      { label: 'Kosong', rows: [] },
      { label: 'Isi', rows: ['x'] },
    ],
  }).toString();
  assert.doesNotMatch(shown, /Kosong/);
  assert.match(shown, /Isi/);
});

test('paragraphs follow what was typed', () => {
  assert.equal(text(paragraphs('a\r\nb\n\n \nc<')), '<p>a<br>b</p><p>c&lt;</p>');
  assert.equal(text(paragraphs('  ')), '');
});
