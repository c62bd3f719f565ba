import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTime } from './time.ts';

type Said = readonly [months: number, days: number, hours: number, minutes: number, basis: string];

const promised = (text: string): Said | null => {
  const { promise } = readTime(text);
  return promise && [promise.months, promise.days, promise.hours, promise.minutes, promise.basis];
};

const times: readonly (readonly [string, Said | null])[] = [
  ['3 (tiga) hari kerja;', [0, 3, 0, 0, 'working']],
  ['Paling lama 60 menit sejak pasien mendaftar sampai dilayani', [0, 0, 0, 60, 'working']],
  ['Baru: 5 hari kerja; perpanjangan berkas: 2 hari kerja', [0, 5, 0, 0, 'working']],
  ['Kurang dari 5 menit, pelayanan 24 jam setiap hari', [0, 0, 0, 5, 'working']],
  [
    'Loket buka Senin s.d. Kamis pukul 08.00-14.00. Selesai paling lama 4 hari kerja',
    [0, 4, 0, 0, 'working'],
  ],
  // What could mean another thing promises nothing.
  ['Senin - Jumat: 08.00 - 15.30 WIB', null],
  ['Pukul 07.30 s.d. 14.00', null],
  ['Sesuai jadwal', null],
  ['Diajukan paling lambat 7 hari sebelum kegiatan', null],
  ['Izin berlaku 5 (lima) tahun sejak diterbitkan', null],
  ['Minimal 3 hari kerja', null],
  ['H-3 sebelum acara, 2 hari', null],
  ['Tergantung kondisi, umumnya 2 hari kerja', null],
  ['2 x 24 jam untuk darurat dan 5 hari kerja untuk lainnya', null],
  ['', null],
];

for (const [text, expected] of times) test(`time: ${text}`, () => assert.deepEqual(promised(text), expected));

test('all times of a cell are told, the longest is the promise', () => {
  const { promise, entries, trouble } = readTime('Mobil 45 menit; Bus 1 jam 15 menit; Gandengan 30 menit');
  assert.deepEqual([promise?.hours, promise?.minutes], [1, 15]);
  assert.equal(entries.length, 3);
  assert.ok(trouble.includes('several'));
});
