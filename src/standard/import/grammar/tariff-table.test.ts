import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readDecree } from './read-decree.ts';

const COMPONENTS =
  'Persyaratan,Prosedur,Waktu,Biaya,Produk,Sarana,Kompetensi Pelaksana,Pengawasan Internal,Pengaduan,Jumlah Pelaksana,Jaminan Pelayanan,Dasar Hukum,Keamanan dan Keselamatan,Evaluasi Kinerja Pelaksana'.split(
    ',',
  );

/** A standard whose fee is `fee`, and behind it the table that `head` names. */
async function read(fee: string, head: string, rows: readonly string[]) {
  const standard = COMPONENTS.map(
    (name, at) => `| ${at + 1} | ${name} | ${name === 'Biaya' ? fee : 'Isi komponen'} |\n`,
  );
  const text = `PEMAKAIAN LAPANGAN\n\n${standard.join('')}\n${head}\n\n${rows.map((row) => `| ${row} |\n`).join('')}`;
  const file = valueOf(await readFileText(new TextEncoder().encode(text)));
  const [service] = valueOf(readDecree(file)).services;
  assert.ok(service);
  return { ...service.components, words: service.findings.map(({ words }) => words.en) };
}

const HEAD = 'No | Jenis | Satuan | Tarif (Rp)';
const ROWS = [HEAD, '1 | Siang | per m2 | 1.500', '2 | Malam | jam | 75.000'];
const amountsOf = async (fee: string, head: string, rows: readonly string[]): Promise<readonly number[]> =>
  (await read(fee, head, rows)).fee.amounts.map(({ idr }) => idr);

test('a table that the fee points to is read with it, and told', async () => {
  const { fee, words, evaluation } = await read(
    'Sesuai Perda (tabel terlampir)',
    'Daftar Tarif Lapangan',
    ROWS,
  );
  assert.deepEqual(fee.amounts, [
    { idr: 1500, times: 1 },
    { idr: 75_000, times: 1 },
  ]);
  assert.ok(
    fee.text.includes('Daftar Tarif Lapangan: No Jenis Satuan Tarif (Rp); 1 Siang per m2 1.500; 2 Malam'),
  );
  assert.ok(words.some((one) => one.startsWith('2 amounts were taken from “Daftar Tarif Lapangan”')));
  assert.ok(!words.some((one) => one.includes('was not imported')));
  assert.deepEqual(
    evaluation.items.map(({ text }) => text),
    ['Isi komponen'],
  );
});

test('a table with more rows than a standard has components stays a table', async () => {
  const rows = Array.from({ length: 17 }, (_, at) => `${at + 1} | Jenis ${at + 1} | jam | ${at + 1}0.000`);
  assert.equal((await amountsOf('Tabel terlampir', 'Daftar Tarif Lapangan', [HEAD, ...rows])).length, 17);
});

const untaken: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['the fee does not point to it', 'Sesuai Peraturan Daerah', 'Daftar Tarif Lapangan', ROWS],
  ['the service is free', 'Gratis, tabel terlampir untuk layanan lain', 'Daftar Tarif Lapangan', ROWS],
  ['it lists something else', 'Sesuai lampiran', 'Daftar Rincian Ukuran', ROWS],
  [
    'a row has no amount',
    'Tabel terlampir',
    'Daftar Tarif Lapangan',
    [...ROWS, '3 | Turnamen | hari | 5OO.000'],
  ],
  [
    'a row has two',
    'Tabel terlampir',
    'Daftar Tarif Lapangan',
    [...ROWS, '3 | Pelajar 10.000 | umum | 20.000'],
  ],
  [
    'a figure is a measure',
    'Tabel terlampir',
    'Daftar Tarif Lapangan',
    [...ROWS, '3 | 1.000 penonton | kali | 500'],
  ],
];
for (const [why, fee, head, rows] of untaken)
  test(`no amount is taken from the table where ${why}`, async () => {
    assert.deepEqual(await amountsOf(fee, head, rows), []);
  });
