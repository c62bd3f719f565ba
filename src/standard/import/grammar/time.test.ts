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
  // Laws, ages, conditions and other deadlines count too, and promise nothing.
  ['Paling lama 5 hari kerja sesuai Peraturan Menteri Nomor 15 Tahun 2014', [0, 5, 0, 0, 'working']],
  ['10 hari kerja (Pasal 22 UU No. 14 Tahun 2008)', [0, 10, 0, 0, 'working']],
  ['3 hari kerja untuk anak usia 17 tahun', [0, 3, 0, 0, 'working']],
  ['3 hari kerja; berkas yang tidak dilengkapi dalam 30 hari dianggap batal', [0, 3, 0, 0, 'working']],
  ['Pelaporan 60 hari sejak kelahiran; penerbitan 3 hari kerja', [0, 3, 0, 0, 'working']],
  ['30 menit; loket buka 6 jam sehari', [0, 0, 0, 30, 'working']],
  ['7 hari kerja. Masa berlaku surat 6 bulan', [0, 7, 0, 0, 'working']],
  ['5 hari kerja; diatur dalam UU 25/2009 tentang Pelayanan Publik', [0, 5, 0, 0, 'working']],
  ['1 hari kerja, berkas yang memerlukan survei 3 hari kerja', [0, 3, 0, 0, 'working']],
  ['2 hari kerja, apabila pejabat berhalangan paling lama 4 hari kerja', [0, 4, 0, 0, 'working']],
  // N days of the office are never shorter than N days.
  ['a. 3 hari b. 9 hari kerja', [0, 9, 0, 0, 'working']],
  ['ringan 4 hari kerja; berat 3 hari', [0, 4, 0, 0, 'working']],
  ['ringan: 3 hari kerja; berat: 14 hari', [0, 14, 0, 0, 'unspecified']],
  ['Surat A 1 hari; surat B 6 jam', [0, 1, 0, 0, 'unspecified']],
  // What could mean another thing promises nothing.
  ['Senin - Jumat: 08.00 - 15.30 WIB', null],
  ['Pukul 07.30 s.d. 14.00', null],
  ['Sesuai jadwal', null],
  ['99999999999 menit', null],
  ['20.000 jam', null],
  ['25 tahun', null],
  ['Diajukan paling lambat 7 hari sebelum kegiatan', null],
  ['Izin berlaku 5 (lima) tahun sejak diterbitkan', null],
  ['Minimal 3 hari kerja', null],
  ['H-3 sebelum acara, 2 hari', null],
  ['Tergantung kondisi, umumnya 2 hari kerja', null],
  ['2 x 24 jam untuk darurat dan 5 hari kerja untuk lainnya', null],
  ['30 menit setelah 3 hari pengumuman', null],
  ['3 hari kerja bagi penduduk yang telah tinggal 6 bulan', null],
  ['3 hari kerja untuk pelajar di bawah 18 tahun', null],
  ['Retribusi dibayar paling lambat 30 hari; izin 7 hari kerja', null],
  ['2 hari kerja dengan SIM yang berlaku minimal 3 bulan', null],
  ['5 hari kerja, tidak termasuk proses di kementerian 14 hari', null],
  ['3 hari kerja, tanggapan pengaduan 5 hari kerja', null],
  ['Pendaftaran 5 menit, pemeriksaan 10 menit, pencetakan 15 menit', null],
  ['Verifikasi 1 hari kerja, penerbitan 2 hari kerja', null],
  ['Pendaftaran online 5 menit, verifikasi 1 hari kerja, penerbitan 2 hari kerja', null],
  // A sum, a product or a day of its own to count from: nobody has printed what they come to.
  ['10 (sepuluh) hari kerja + 7 (tujuh) hari kerja', null],
  ['30 menit x jumlah pemohon', null],
  ['Sesuai SOP, 60 menit per 100 lembar', null],
  ['H+3 hari kerja', null],
  ['+ 15 menit sejak pasien dipanggil', [0, 0, 0, 15, 'working']],
  ['Baru: penerbitan 3 hari kerja; perubahan: penerbitan 1 hari kerja', [0, 3, 0, 0, 'working']],
  ['5 tahun', null],
  ['3 hari kerja; berdiri sejak 40 tahun lalu', null],
  // A least time, two ways to say one time, and two ways to count are no promise either.
  ['> 3 hari', null],
  ['≥ 2 hari kerja', null],
  ['Tidak kurang dari 5 hari kerja', null],
  ['1 minggu (5 hari kerja)', null],
  ['1 hari kerja (24 jam)', null],
  ['5 hari kerja/kalender', null],
  ['1 x 24 jam pada hari kerja', null],
  ['Permohonan baru 1 minggu (7 hari)', [0, 7, 0, 0, 'unspecified']],
  // A scanner's letter is a figure where the words beside it say which.
  ['l5 (lima belas) menit', [0, 0, 0, 15, 'working']],
  ['1O (sepuluh) hari kerja', [0, 10, 0, 0, 'working']],
  ['I (satu) hari kerja', [0, 1, 0, 0, 'working']],
  ['1O menit', null],
  ['l4 (lima belas) menit', null],
  ['', null],
];

for (const [text, expected] of times) test(`time: ${text}`, () => assert.deepEqual(promised(text), expected));

test('all times of a cell are told, the longest is the promise', () => {
  const { promise, entries, trouble } = readTime('Mobil 45 menit; Bus 1 jam 15 menit; Gandengan 30 menit');
  assert.deepEqual([promise?.hours, promise?.minutes], [1, 15]);
  assert.equal(entries.length, 3);
  assert.ok(trouble.includes('several'));
});

test('a day in hours is told as open: of the office, or day and night', () => {
  assert.ok(readTime('24 jam').trouble.includes('open-hours'));
  assert.deepEqual(readTime('1 x 24 jam').trouble, []);
  assert.deepEqual(readTime('6 jam').trouble, []);
});

test('a figure read by its words is told', () => {
  assert.ok(readTime('l5 (lima belas) menit').trouble.includes('scanned-figure'));
  assert.deepEqual(readTime('15 (lima belas) menit').trouble, []);
});

// English is a second reading of the same time, or the only one; a short form is read and told.
const inEnglish: readonly (readonly [string, Said | null])[] = [
  ['3 (three) working days', [0, 3, 0, 0, 'working']],
  ['twenty-one calendar days', [0, 21, 0, 0, 'calendar']],
  ['Within 10 working days after complete documents are received', [0, 10, 0, 0, 'working']],
  ['a maximum of 2 (two) hours', [0, 0, 2, 0, 'working']],
  ['2 x 24 hours', [0, 0, 48, 0, 'elapsed']],
  ['5 (lima) menit; 5 (five) minutes', [0, 0, 0, 5, 'working']],
  ['3 hari kerja/3 working days', [0, 3, 0, 0, 'working']],
  [
    '10 hari kerja, dapat diperpanjang 7 hari kerja / 10 working days, extendable by 7 working days',
    [0, 10, 0, 0, 'working'],
  ],
  // The two do not say the same, or nobody can tell.
  ['3 hari kerja / 5 working days', null],
  ['3 hari kerja; 3 days', null],
  ['3 hari kerja (5 working days)', null],
  ['3 hari kerja / 3 working days after payment', null],
  // The words that make of a time another one are known in Indonesian only: English is read whole.
  ['Not less than 3 days', null],
  ['3 working days before the event', null],
  ['3 days after payment', null],
  ['New permit: 5 working days; renewal: 3 working days', null],
  ['24 hours a day', null],
  ['valid for 2 years', null],
  ['3 (five) working days', null],
];
for (const [text, said] of inEnglish) {
  test(`time in English: ${text}`, () => assert.deepEqual(promised(text), said));
}

test('what is said in two languages and is not the same is asked, with both times', () => {
  const { entries, trouble } = readTime('3 hari kerja / 5 working days');
  assert.deepEqual(
    entries.map(({ days }) => days),
    [3, 5],
  );
  assert.deepEqual(trouble, ['languages-differ']);
});

test('“HK” is read as working days, and told', () => {
  assert.deepEqual(promised('14 (empat belas) HK sejak berkas lengkap'), [0, 14, 0, 0, 'working']);
  assert.deepEqual(readTime('14HK').trouble, ['abbreviated']);
  assert.equal(promised('14 hk kalender'), null);
  assert.equal(promised('14 HK (hari kalender)'), null);
  assert.equal(promised('14 hari kerja (hari kalender)'), null);
  assert.equal(promised('Selesai 14 hari kalender, dihitung menurut hari kerja kantor'), null);
});
