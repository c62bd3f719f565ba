import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readDecree } from './read-decree.ts';

/** Services of a text whose tables have their cells between pipes. */
const servicesOf = async (text: string) =>
  valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;

const VISIT = `STANDAR PELAYANAN / SERVICE STANDARDS

1. Kunjungan Galeri / Gallery Visit

| No | Komponen | Uraian | Component | Description |
|---|---|---|---|---|
| 1 | Persyaratan | Membeli karcis | Requirements | Buy a ticket |
| 2 | Prosedur | Pengunjung mendaftar | Procedure | Visitors sign in |
| 3 | Waktu Tanggap / Waktu Penyelesaian | 5 menit | Time | 5 minutes |
| 4 | Biaya | Rp10.000,00 | Fee | Rp10,000.00 |
`;
const LENDING = `
2. Peminjaman Arsip / Lending

| No | Komponen | Uraian |
|---|---|---|
| 1 | Dasar Hukum | Peraturan Bupati Nomor 4 Tahun 2020 tentang Kearsipan |
| 2 | Persyaratan | KTP |
| 3 | Prosedur | Petugas mencatat |
| 4 | Waktu | 1 hari kerja |
`;

test('a column in English stands beside the decree, and is none of it', async () => {
  const [visit] = await servicesOf(VISIT);
  assert.deepEqual(
    visit?.components.requirements.items.map(({ text }) => text),
    ['Membeli karcis'],
  );
  assert.equal(visit.components.time.text, '5 menit');
  assert.deepEqual(visit.components.fee.amounts, [{ idr: 10_000, times: 1 }]);
});

test('where Indonesian has no column of its own, none is left out', async () => {
  const english = VISIT.replace('| Uraian |', '| |').replace('Komponen', '');
  const [visit] = await servicesOf(english);
  assert.ok(JSON.stringify(visit?.components.requirements).includes('Buy a ticket'));
});

test('the title of the whole in two languages names no service', async () => {
  const [visit] = await servicesOf(VISIT);
  assert.equal(visit?.title?.text, 'Kunjungan Galeri / Gallery Visit');
});

test('a numbered table is the next service, though its first component is missing in the one before', async () => {
  const [visit, lending, more] = await servicesOf(VISIT + LENDING);
  assert.equal(more, undefined);
  assert.deepEqual(visit?.components.legalBasis.items, []);
  assert.equal(lending?.components.legalBasis.items.length, 1);
  assert.equal(lending?.title?.text, 'Peminjaman Arsip / Lending');
});

test('whoever signed the decree above an annex is no title', async () => {
  const head =
    'KEPUTUSAN CAMAT RIMBA\nNOMOR 3 TAHUN 2024\nTENTANG\nSTANDAR PELAYANAN\n\nttd.\n\nSITI AMINAH, S.STP.\n\nLAMPIRAN KEPUTUSAN CAMAT RIMBA\nNOMOR 3 TAHUN 2024\n\n1. Legalisasi Surat Keterangan Tidak Mampu\n\n';
  const table = LENDING.slice(LENDING.indexOf('| No'));
  for (const signer of ['SITI AMINAH, S.STP.', 'SITI AMINAH']) {
    const [service] = await servicesOf(head.replace('SITI AMINAH, S.STP.', signer) + table);
    assert.equal(service?.title?.text, 'Legalisasi Surat Keterangan Tidak Mampu');
  }
});

test('a name with “Tidak Mampu” in it is one product', async () => {
  const product = '| 5 | Produk | Surat Keterangan Tidak Mampu yang telah dilegalisasi |\n';
  const [service] = await servicesOf(LENDING.trim() + '\n' + product);
  assert.deepEqual(
    service?.components.product.items.map(({ text }) => text),
    ['Surat Keterangan Tidak Mampu yang telah dilegalisasi'],
  );
});
