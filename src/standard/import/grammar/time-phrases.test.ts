/** Times as decrees print them, each with the reading that a careful clerk would accept: what is no plain promise is asked. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readDecree } from './read-decree.ts';
import { readTime } from './time.ts';
import type { TimeTrouble } from './time.ts';

/** "working 10d", "elapsed 48h", as the clock's own table writes them. */
function said(text: string): string {
  const { promise } = readTime(text);
  if (promise === null) return 'asked';
  const { basis, months, days, hours, minutes } = promise;
  const parts = [`${months}mo`, `${days}d`, `${hours}h`, `${minutes}m`].filter(
    (part) => !part.startsWith('0'),
  );
  return [basis, ...parts].join(' ');
}

const PROMISED: readonly (readonly [text: string, promise: string])[] = [
  ['1 x 24 jam', 'elapsed 24h'],
  ['2 x 24 jam', 'elapsed 48h'],
  ['Paling lambat 2x24 jam', 'elapsed 48h'],
  ['Paling lambat 7 x 24 jam sejak laporan diterima', 'elapsed 168h'],
  ['Jangka waktu pelayanan: 2 x 24 jam', 'elapsed 48h'],
  ['Pelayanan paling lama 1 x 24 jam sejak laporan diterima', 'elapsed 24h'],
  ['Diselesaikan dalam 7 x 24 jam', 'elapsed 168h'],
  ['2.5 jam', 'working 2h 30m'],
  ['1.5 jam untuk roda dua; 2 jam untuk roda empat', 'working 2h'],
  ['2,5 jam sejak berkas lengkap', 'working 2h 30m'],
  ['Uji berkala kendaraan 45 (empat puluh lima) menit', 'working 45m'],
  ['Pemeriksaan dan penerbitan KIR paling lama 60 menit', 'working 60m'],
  ['Penerbitan izin pemakaian los pasar paling lama 3 (tiga) hari kerja', 'working 3d'],
  ['Hasil uji laboratorium paling lama 14 (empat belas) hari kerja', 'working 14d'],
  ['PBG paling lama 28 (dua puluh delapan) hari kerja sejak dokumen lengkap', 'working 28d'],
  ['Validasi BPHTB maksimal 1 (satu) hari kerja', 'working 1d'],
  ['Izin sewa gedung: 2 (dua) hari kerja sejak permohonan diterima', 'working 2d'],
  ['15 menit per pemohon', 'working 15m'],
  ['10 menit/berkas', 'working 10m'],
  ['30 (tiga puluh) hari kerja, tidak termasuk waktu perbaikan oleh pemohon', 'working 30d'],
  ['5 hari kerja setelah retribusi dilunasi', 'working 5d'],
  ['Pasien baru 60 menit, pasien lama 30 menit', 'working 60m'],
  ['Rawat jalan: 60 menit; gawat darurat: 5 menit', 'working 60m'],
  ['3 hari kerja (tidak termasuk hari Sabtu dan Minggu)', 'working 3d'],
  ['Maks. 7 hari kerja termasuk perbaikan berkas oleh pemohon', 'working 7d'],
  ['Pelayanan 24 jam, respon time 10 menit', 'working 10m'],
  ['14 (empat belas) hari kalender sejak berkas lengkap', 'calendar 14d'],
];

const ASKED: readonly string[] = [
  // When the door is open.
  '7 x 24 jam',
  '7x24 jam',
  '7 (tujuh) x 24 (dua puluh empat) jam',
  'Pelayanan 7 x 24 jam',
  'Layanan 7x24 jam',
  'Pelayanan 1 x 24 jam',
  'Pelayanan: 1 x 24 jam',
  'Siaga 7 x 24 jam',
  'IGD buka 1 x 24 jam',
  'Pelayanan gawat darurat dibuka 24 jam',
  'Layanan 24 jam',
  'Penanganan gangguan 7 x 24 jam',
  'Puskesmas rawat inap: pelayanan 24 jam',
  // Each of many is no promise of the whole.
  '30 menit per lembar',
  '15 menit/orang',
  '10 menit untuk setiap sampel',
  '2 hari kerja per titik',
  'Pengujian 3 hari kerja per parameter',
  'Penyalinan 5 menit untuk tiap halaman',
  'Legalisasi paling lama 2 menit setiap lembar',
  '1 hari untuk 1 lembar',
  '1 (satu) jam per 10 (sepuluh) orang',
  // What is not counted is time of somebody else.
  '3 hari kerja (di luar waktu pengiriman)',
  '5 hari kerja, di luar proses di provinsi',
  '7 hari kerja tidak termasuk waktu uji laboratorium',
  '10 hari kerja (belum termasuk pengesahan DPRD)',
  '14 hari kerja, selain waktu sidang TPA',
  // Time of whoever asks.
  'Jangka waktu perbaikan dokumen oleh pemohon 5 hari kerja',
  'Perbaikan berkas oleh pemohon paling lama 7 hari kerja',
  'Kelengkapan dokumen oleh pemohon 3 hari',
  'Pemohon melengkapi berkas dalam 5 hari kerja',
  'Pengambilan izin oleh pemohon 30 hari',
  // A day in hours, from an event that a request does not have.
  '24 jam setelah kejadian bencana',
  'Paling lama 48 jam setelah survei lapangan',
  // Others that promise nothing.
  'Sewa gedung dihitung per hari',
  'Masa sewa kios 12 bulan',
  'Izin pemakaian tanah makam berlaku 3 (tiga) tahun',
  'Uji berkala dilakukan setiap 6 (enam) bulan sekali',
  'Terminal beroperasi pukul 05.00 s.d. 21.00 WIB',
  'Permohonan sewa diajukan paling lambat 7 hari sebelum acara',
  'Sesuai antrean',
  'Menyesuaikan jadwal sidang',
  'Paling lambat tanggal 10 bulan berikutnya',
  '5 hari kerja sejak berkas lengkap, paling lambat tanggal 10 bulan berikutnya',
  'Minggu ke-3 bulan Mei',
];

const TOLD: readonly (readonly [text: string, ...trouble: readonly TimeTrouble[]])[] = [
  ['Pelayanan 7 x 24 jam', 'opening-hours'],
  ['Layanan 24 jam', 'opening-hours'],
  ['7 x 24 jam', 'always-open'],
  ['30 menit per lembar', 'each'],
  ['30 s.d. 45 menit per ekor', 'within-sentence', 'each'],
  ['3 hari kerja (di luar waktu pengiriman)', 'left-out'],
  ['2.5 jam'],
];

describe('times in the words of decrees', () => {
  for (const [text, promise] of PROMISED) test(`promised: ${text}`, () => assert.equal(said(text), promise));
  for (const text of ASKED) test(`asked: ${text}`, () => assert.equal(said(text), 'asked'));
  for (const [text, ...trouble] of TOLD)
    test(`told: ${text}`, () => assert.deepEqual(readTime(text).trouble, trouble));
});

test('a figure with a dot before its unit is no mark of a list', async () => {
  for (const [printed, minutes] of [
    ['2.5 jam', [2, 30]],
    ['2.5 Jam', [2, 30]],
    ['1.5 jam kerja', [1, 30]],
  ] as const) {
    const text = `1. Persyaratan\n1.1 Kartu Tanda Penduduk\n1.2 Jam tangan\n2. Prosedur\nPemohon datang\n3. Jangka Waktu\n${printed}\n`;
    const file = valueOf(await readFileText(new TextEncoder().encode(text)));
    const [service] = valueOf(readDecree(file)).services;
    const { promise, text: time } = service?.components.time ?? assert.fail(printed);
    assert.deepEqual([time, promise?.hours, promise?.minutes], [printed, ...minutes]);
    assert.deepEqual(
      service?.components.requirements.items.map((item) => item.text),
      ['Kartu Tanda Penduduk', 'Jam tangan'],
    );
  }
});

test('working days stay working days where the line breaks before the word', async () => {
  for (const broken of ['3 (tiga) hari<br>kerja', '<p>3 (tiga) hari</p><p>kerja</p>']) {
    const rows = ['Persyaratan|KTP', 'Prosedur|Pemohon datang', `Jangka Waktu|${broken}`, 'Biaya|Gratis'];
    const cells = rows.map((row) => `<tr><td>${row.replace('|', '</td><td>')}</td></tr>`).join('');
    const file = valueOf(
      await readFileText(new TextEncoder().encode(`<html><body><table>${cells}</table></body></html>`)),
    );
    const [service] = valueOf(readDecree(file)).services;
    const { promise } = service?.components.time ?? assert.fail(broken);
    assert.deepEqual([promise?.days, promise?.basis], [3, 'working']);
  }
});
