import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { componentNames } from './component-names.ts';
import { findComponentName, readFlatHeading, readHeading } from './headings.ts';

test('every spelling names its component, in capitals, with signs and with letters set apart', () => {
  for (const [name, spellings] of Object.entries(componentNames)) {
    for (const spelling of spellings) {
      assert.equal(findComponentName(spelling.toUpperCase()), name, spelling);
      assert.equal(findComponentName(`${spelling.replaceAll(' ', ', ')}.`), name, spelling);
      assert.equal(findComponentName(Array.from(spelling).join(' ')), name, spelling);
    }
  }
});

test('slips of the pen are forgiven in long names, and not in short ones', () => {
  assert.equal(findComponentName('Kompetensi Pelaksna'), 'competence');
  assert.equal(findComponentName('Jangka Waktu Penyelesian'), 'time');
  assert.equal(findComponentName('Penanganan Pegaduan, Saran dan Masukan'), 'complaints');
  assert.equal(findComponentName('Tarib'), null);
  assert.equal(findComponentName('Jangka Waktu Penyelesaian Pengaduan'), null);
});

test('marks, colons and the law’s own explanations stand around names', () => {
  assert.deepEqual(readHeading('- D. Jangka Waktu Penyelesaian : 3 hari')?.rest, '3 hari');
  assert.equal(
    readHeading('12) Jaminan Pelayanan yang Memberikan Kepastian Pelayanan')?.name,
    'serviceGuarantee',
  );
  assert.equal(readHeading('Jaminan pelayanan diberikan kepada pemohon'), null);
  assert.equal(readFlatHeading('5 Produk Layanan Kartu anggota')?.rest, 'Kartu anggota');
  assert.equal(readFlatHeading('2. Pengawasan internal dilakukan setiap bulan'), null);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      readHeading(text);
      readFlatHeading(text);
    }),
  );
});

/** Put together from words that no list of names holds together. */
const composed: readonly (readonly [string, string | null])[] = [
  ['Prosedur / Alur', 'procedure'],
  ['Alur/Tahapan Layanan', 'procedure'],
  ['Ongkos & Retribusi', 'fee'],
  ['Saluran Pengaduan dan Kritik', 'complaints'],
  ['Kontak/Loket Aduan', 'complaints'],
  ['Rujukan Hukum', 'legalBasis'],
  ['Peraturan yang Mendasari', 'legalBasis'],
  ['Processing Time / Jangka Waktu', 'time'],
  ['Kompetensi SDM Pelaksana Layanan', 'competence'],
  ['Jumlah Staf (Personel)', 'staffing'],
  ['Safety Guarantee / Jaminan Keselamatan', 'safetyGuarantee'],
  // A service is called so, a person, or a sentence that goes on.
  ['Pelayanan Pengaduan Masyarakat', null],
  ['Bantuan Hukum', null],
  ['Petugas Keamanan', null],
  ['Jaminan Keamanan dan', null],
  ['Kompetensi dan Jumlah Pelaksana', null],
];

for (const [text, name] of composed)
  test(`name of words: ${text}`, () => assert.equal(findComponentName(text), name));

test('a number that a scanner read as letters is the number of its heading', () => {
  assert.deepEqual(
    ['1O. Biaya', 'l2. Biaya', 'I0. Biaya'].map((text) => readHeading(text)?.mark?.value),
    [10, 12, 10],
  );
});
