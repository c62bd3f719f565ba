import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutPageFeet } from './page-feet.ts';

const page = (lines: number): readonly string[] =>
  Array.from({ length: lines }, (_, at) => `Baris ${'a'.repeat(at + 1)}`);
const book = (feet: readonly string[], lines = 12): readonly string[] =>
  feet.flatMap((foot) => [...page(lines), '', foot, '']);

const dropped = (lines: readonly string[]): readonly string[] => {
  const kept = withoutPageFeet(lines);
  assert.equal(kept.length, lines.length);
  return lines.filter((line, at) => kept[at] !== line);
};

const feet: readonly (readonly [string, readonly string[]])[] = [
  ['a bar before the number', ['Standar Pelayanan Kecamatan | 2', 'Standar Pelayanan Kecamatan | 3']],
  ['a bar behind the number', ['4 | P a g e', '5 | P a g e']],
  [
    'words and a number, three times',
    ['Dinas Sosial Kabupaten 7', 'Dinas Sosial Kabupaten 8', 'Dinas Sosial Kabupaten 9'],
  ],
];
for (const [name, lines] of feet)
  test(`a page's foot: ${name}`, () => assert.deepEqual(dropped(book(lines)), lines));

const content: readonly (readonly [string, readonly string[]])[] = [
  ['a list', ['Petugas loket 1', 'Petugas loket 2', 'Petugas loket 3']],
  ['a list set wide', ['Petugas loket 1', '', 'Petugas loket 2', '', 'Petugas loket 3']],
  ['rows of a table', ['Jumlah pelaksana | 3', 'Komputer | 4']],
  ['numbers that do not go on', book(['Komputer kantor | 2', 'Komputer kantor | 5'])],
  ['the same words only twice', book(['Ruang tunggu lantai 1', 'Ruang tunggu lantai 2'])],
  [
    'counts at the end of tables',
    book(['Printer kantor | 2', 'Printer kantor | 3']).filter((line) => line !== ''),
  ],
  ['annexes', book(['LAMPIRAN 1', 'LAMPIRAN 2', 'LAMPIRAN 3'])],
  ['titles', book(['Standar Pelayanan Nomor 1', 'Standar Pelayanan Nomor 2', 'Standar Pelayanan Nomor 3'])],
  ['components of services', book(['Jumlah Pelaksana | 2', 'Jumlah Pelaksana | 3'])],
];
for (const [name, lines] of content)
  test(`no page's foot: ${name}`, () => assert.deepEqual(dropped(lines), []));

test('what stands beside the number of every page is its head', () => {
  const lines = book([
    'Desa Mekar      Standar Pelayanan\n- 2 -',
    'Desa Mekar      Standar Pelayanan\n- 3 -',
  ]);
  const split = lines.join('\n').split('\n');
  assert.deepEqual(dropped(split), [
    'Desa Mekar      Standar Pelayanan',
    'Desa Mekar      Standar Pelayanan',
  ]);
});

test('words that also stand elsewhere are no head', () => {
  const page = book(['Kotak saran\n- 2 -', 'Kotak saran\n- 3 -', 'Kotak saran\nTelepon']);
  assert.deepEqual(dropped(page.join('\n').split('\n')), []);
});

test('what several services ask for is no head, though its number stands in a line of its own', () => {
  const asked = (own: string): readonly string[] => ['1', 'Fotokopi KTP', '2', 'Fotokopi KK', '3', own];
  const lines = ['satu', 'dua', 'tiga'].flatMap((own) => [...page(12), ...asked(own)]);
  assert.deepEqual(dropped(lines), []);
  const single = book(['1\nFotokopi KTP', '1\nFotokopi KTP', '1\nFotokopi KTP']);
  assert.deepEqual(dropped(single.join('\n').split('\n')), []);
});
