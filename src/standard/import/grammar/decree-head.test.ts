import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from './decree-date.ts';
import { readDecreeHead } from './decree-head.ts';

const dates: readonly (readonly [string, string | null])[] = [
  ['tanggal 24 Mei 2024', '2024-05-24'],
  ['Tanggal : 02-01-2024', '2024-01-02'],
  ['di Kupang, 20-1-2025', '2025-01-20'],
  ['18/10/2022', '2022-10-18'],
  ['9 Nopember 2023', '2023-11-09'],
  ['31/13/2024', null],
  ['31 September 2024', null],
  ['29 Februari 2024', '2024-02-29'],
  ['29-2-2023', null],
  ['Nomor 188/20/2024', null],
  ['telepon 0271-321-2024', null],
];
for (const [text, date] of dates) test(`date: ${text}`, () => assert.equal(readDate(text), date));

type Head = readonly [
  number: string | null,
  date: string | null,
  office: string | null,
  title: string | null,
];

const heads: readonly (readonly [string, Head])[] = [
  [
    'KEPUTUSAN KEPALA DINAS SOSIAL KOTA BARU\nNOMOR 426/33/2024 TANGGAL 11 NOVEMBER 2024\nTENTANG STANDAR PELAYANAN SOSIAL\nSTANDAR PELAYANAN REHABILITASI',
    ['426/33/2024', '2024-11-11', 'DINAS SOSIAL KOTA BARU', 'STANDAR PELAYANAN SOSIAL'],
  ],
  [
    'SURAT KEPUTUSAN KEPALA SD NEGERI 1\nNo. 421/09/2024\nTentang Standar Pelayanan Sekolah\nI. LAYANAN IJAZAH\nSolo, 15 Juli 2024\nKepala Sekolah,',
    ['421/09/2024', '2024-07-15', 'SD NEGERI 1', 'Standar Pelayanan Sekolah'],
  ],
  [
    'SK KEPALA PELAKSANA BPBD KABUPATEN LAUT\nNO. 188/07/2023\nTGL. 31 JULI 2023',
    ['188/07/2023', '2023-07-31', 'BPBD KABUPATEN LAUT', null],
  ],
  [
    'PERATURAN BUPATI LAUT NOMOR 12 TAHUN 2023 TENTANG STANDAR PELAYANAN PUBLIK',
    ['12 TAHUN 2023', null, 'BUPATI LAUT', 'STANDAR PELAYANAN PUBLIK'],
  ],
  [
    'Lampiran Keputusan Camat Karang Nomor 138/20 tanggal 18/10/2022 tentang Standar Pelayanan PATEN',
    ['138/20', '2022-10-18', 'Kecamatan Karang', 'Standar Pelayanan PATEN'],
  ],
  [
    'Sesuai Keputusan Kepala Dinas Arsip Nomor 041/88 tanggal 5 Agustus 2024 tentang Standar Pelayanan Arsip, kami sampaikan berikut ini.',
    ['041/88', '2024-08-05', 'Dinas Arsip', 'Standar Pelayanan Arsip'],
  ],
  [
    'DINAS PASAR KOTA LAUT\nSTANDAR PELAYANAN (SP)\nNOMOR: 065/17/2026\nDitetapkan di Laut\npada tanggal 14 September 2026',
    ['065/17/2026', '2026-09-14', 'DINAS PASAR KOTA LAUT', 'STANDAR PELAYANAN (SP)'],
  ],
  [
    'DINAS PASAR KOTA LAUT\nSTANDAR PELAYANAN\nNOMOR: ........\nDitetapkan di Laut\npada tanggal 14 September 2026',
    [null, null, null, null],
  ],
];

for (const [text, expected] of heads)
  test(`head: ${text.slice(0, 50)}`, () => {
    const lines = text.split('\n').map((line, at) => ({ text: line, place: { page: null, line: at + 1 } }));
    const head = readDecreeHead(lines, lines);
    assert.deepEqual(
      [head?.number ?? null, head?.date ?? null, head?.office ?? null, head?.title ?? null],
      expected,
    );
  });
