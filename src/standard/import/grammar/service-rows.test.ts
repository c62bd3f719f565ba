import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import type { ImportedService } from '../model.ts';
import { readDecree } from './read-decree.ts';

const read = async (text: string): Promise<readonly ImportedService[]> =>
  valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;

const cellOf = (text: string): string =>
  `<td>${text
    .split('|')
    .map((line) => `<p>${line}</p>`)
    .join('')}</td>`;
const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map(cellOf).join('')}</tr>`).join('')}</table>`;

const HEAD = ['No', 'Jenis Pelayanan', 'Persyaratan', 'Prosedur', 'Waktu', 'Produk'];
const MARRIAGE = ['1', 'Surat Pengantar Nikah', '1. KTP|2. KK', '1. Datang', '1 hari kerja', 'Surat'];
const CUT = ['', '', '3. Surat pengantar RT|4. Pas foto', '2. Menunggu', '', ''];
const ADDRESS = ['2', 'Surat Domisili', '1. KTP', '1. Datang', '2 hari kerja', 'Surat'];

const facts = (services: readonly ImportedService[]) =>
  services.map(({ title, components: { requirements, procedure, time } }) => [
    title?.text,
    requirements.items.map(({ text }) => text).join(),
    procedure.items.map(({ text }) => text).join(),
    time.promise?.days,
  ]);
const WHOLE = [
  ['Surat Pengantar Nikah', 'KTP,KK,Surat pengantar RT,Pas foto', 'Datang,Menunggu', 1],
  ['Surat Domisili', 'KTP', 'Datang', 2],
];

const cut: Readonly<Record<string, string>> = {
  'the rest below': tableOf([HEAD, MARRIAGE, CUT, ADDRESS]),
  'the head again': tableOf([HEAD, MARRIAGE, HEAD, CUT, ADDRESS]),
  'the head and its count again': tableOf([
    HEAD,
    ['1', '2', '3', '4', '5', '6'],
    MARRIAGE,
    HEAD,
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
    CUT,
    ADDRESS,
  ]),
  'a table of its own on the next page': `${tableOf([HEAD, MARRIAGE])}<p>- 2 -</p>${tableOf([HEAD, CUT, ADDRESS])}`,
};

for (const [name, tables] of Object.entries(cut))
  test(`a row that the end of a page has cut is one: ${name}`, async () => {
    assert.deepEqual(facts(await read(`<h1>Standar Pelayanan</h1>${tables}`)), WHOLE);
  });

test('a title over two rows, each with its time: what one asks is not asked by the other', async () => {
  const lost = ['', '', '1. Surat kehilangan', '1. Datang', '3 hari kerja', 'Surat'];
  const found = await read(`<h1>Standar Pelayanan</h1>${tableOf([HEAD, MARRIAGE, lost, CUT, ADDRESS])}`);
  assert.deepEqual(facts(found), [
    ['Surat Pengantar Nikah', 'KTP,KK', 'Datang', 1],
    ['Surat Pengantar Nikah', 'Surat kehilangan,Surat pengantar RT,Pas foto', 'Datang,Menunggu', 3],
    ['Surat Domisili', 'KTP', 'Datang', 2],
  ]);
});

test('three components and more in the rest make no service of it', async () => {
  const rest = ['', '', '3. Surat pengantar RT|4. Pas foto', '2. Menunggu', '', 'Salinan'];
  assert.deepEqual(
    facts(await read(`<h1>Standar Pelayanan</h1>${tableOf([HEAD, MARRIAGE, rest, ADDRESS])}`)),
    WHOLE,
  );
});

test('cells that begin with the number of their column are no count of columns', async () => {
  const row = [
    '1.',
    '2 Izin Prinsip dan Lokasi',
    '3 lembar formulir',
    '4 kali pertemuan',
    '5 hari kerja',
    '',
  ];
  const [found] = await read(`<h1>Standar Pelayanan</h1>${tableOf([HEAD, row])}`);
  assert.equal(found?.components.time.promise?.days, 5);
});

for (const title of ['Nama Izin', 'Jenis Surat', 'Layanan', 'Jenis Perizinan'])
  test(`a column that names the services: ${title}`, async () => {
    const head = HEAD.with(1, title);
    assert.deepEqual(
      facts(await read(`<h1>Standar Pelayanan</h1>${tableOf([head, MARRIAGE, CUT, ADDRESS])}`)),
      WHOLE,
    );
  });

test('a head of two rows, with the components in the lower one', async () => {
  const head =
    '<tr><td rowspan="2">No</td><td rowspan="2">Jenis Pelayanan</td><td colspan="4">Komponen</td></tr>';
  const table = tableOf([HEAD.slice(2), MARRIAGE, CUT, ADDRESS]).replace('<table>', `<table>${head}`);
  assert.deepEqual(facts(await read(`<h1>Standar Pelayanan</h1>${table}`)), WHOLE);
});

test('a page without the head again, and then the standard of one service', async () => {
  const one = tableOf([
    ['No', 'Komponen', 'Uraian'],
    ['1', 'Persyaratan', 'Pas foto'],
    ['2', 'Prosedur', 'Mendaftar'],
    ['3', 'Jangka Waktu', '4 hari kerja'],
  ]);
  const found = await read(
    `<h1>Standar Pelayanan</h1>${tableOf([HEAD, MARRIAGE])}<p>- 2 -</p>${tableOf([CUT, ADDRESS])}<p>- 3 -</p>${one}`,
  );
  assert.deepEqual(facts(found).slice(0, 2), WHOLE);
  assert.deepEqual(facts(found)[2]?.slice(1), ['Pas foto', 'Mendaftar', 4]);
});

test('a service whose name stands above its table', async () => {
  const [found, more] = await read(
    `<h2>SURAT DOMISILI</h2>${tableOf([
      ['Persyaratan', 'Prosedur', 'Waktu', 'Biaya'],
      ['KTP', 'Datang', '2 hari kerja', 'Gratis'],
    ])}`,
  );
  assert.equal(more, undefined);
  assert.deepEqual([found?.title?.text, found?.components.fee.free], ['SURAT DOMISILI', true]);
});
