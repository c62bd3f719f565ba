import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { describePromise, readPromisedTime } from './index.ts';
import type { Basis, PromiseReading, PromisedTime } from './index.ts';

const time = (basis: Basis, months: number, days: number, hours: number, minutes: number): PromisedTime => ({
  basis,
  months,
  days,
  hours,
  minutes,
});
const working = (days: number, hours = 0, minutes = 0, months = 0) =>
  time('working', months, days, hours, minutes);
const bare = (days: number, hours = 0, minutes = 0, months = 0) =>
  time('unspecified', months, days, hours, minutes);
const elapsed = (hours: number, minutes = 0) => time('elapsed', 0, 0, hours, minutes);

/** Texts of exact promises, most of them as printed in decrees. */
const EXACT: readonly (readonly [string, PromisedTime])[] = [
  ['7 menit', working(0, 0, 7)],
  ['- 7 menit', working(0, 0, 7)],
  ['30 Menit', working(0, 0, 30)],
  ['Jangka waktu penyelesaian : 1 Hari kerja', working(1)],
  ['10 (Sepuluh) hari kerja', working(10)],
  ['30 (tiga puluh)hari kerja', working(30)],
  ['tiga puluh hari kerja', working(30)],
  ['seratus dua puluh lima hari', bare(125)],
  ['sebelas (11) hari', bare(11)],
  ['limabelas menit', working(0, 0, 15)],
  ['1 Hari 7 Jam 15 Menit (Hari / Jam kerja)', working(1, 7, 15)],
  ['4 Bulan 21 Hari 16 Jam (Hari kerja)', working(21, 16, 0, 4)],
  ['3 hari dan 1 jam kerja', working(3, 1)],
  ['20 hari kerja 1 jam', working(20, 1)],
  ['17 hari 45 menit', bare(17, 0, 45)],
  ['90 hari 2 jam 50 menit', bare(90, 2, 50)],
  ['14 hari kalender', time('calendar', 0, 14, 0, 0)],
  ['14 hari (hari kalender)', time('calendar', 0, 14, 0, 0)],
  ['1 bulan', bare(0, 0, 0, 1)],
  ['1 bulan kerja', working(0, 0, 0, 1)],
  ['1 tahun', bare(0, 0, 0, 12)],
  ['2 (dua) minggu', bare(14)],
  ['1 minggu kerja', working(7)],
  ['½ jam', working(0, 0, 30)],
  ['1½ jam', working(0, 1, 30)],
  ['1 ½ jam', working(0, 1, 30)],
  ['1/2 jam', working(0, 0, 30)],
  ['¾ jam', working(0, 0, 45)],
  ['1,5 jam', working(0, 1, 30)],
  ['setengah jam', working(0, 0, 30)],
  ['satu setengah jam', working(0, 1, 30)],
  ['1.440 menit', working(0, 0, 1440)],
  ['2 x 24 jam', elapsed(48)],
  ['2×24 jam', elapsed(48)],
  ['2X24Jam', elapsed(48)],
  ['1 (satu) x 24 (dua puluh empat) jam', elapsed(24)],
  ['tiga kali dua puluh empat jam', elapsed(72)],
  ['2 x 24 jam 30 menit', elapsed(48, 30)],
  ['24 jam', working(0, 24)],
  ['hari itu juga', working(0)],
  ['pada hari yang sama', working(0)],
  ['1 (satu)\u00a0hari   kerja', working(1)],
  ['1 0 (sepuluh) h a r i  k e r j a', working(10)],
  ['3 harikerja', working(3)],
  ['5 hr kerja', working(5)],
  ['10 mnt', working(0, 0, 10)],
];

for (const [text, promise] of EXACT) {
  test(`reads “${text}”`, () => {
    assert.deepEqual(readPromisedTime(text), {
      promise,
      bound: 'exact',
      entries: [promise],
      starts: null,
      unread: null,
    });
  });
}

type Said = Pick<PromiseReading, 'promise' | 'bound' | 'starts'>;

/** Texts that say more than an amount. */
const SAYING_MORE: readonly (readonly [string, Said])[] = [
  [
    'paling lama 2 x 24 jam sejak berkas diterima',
    { promise: elapsed(48), bound: 'at-most', starts: 'received' },
  ],
  ['Selambat-lambatnya 5 hari kerja', { promise: working(5), bound: 'at-most', starts: null }],
  ['maksimal 3 hari', { promise: bare(3), bound: 'at-most', starts: null }],
  ['tidak lebih dari 3 (tiga) jam', { promise: working(0, 3), bound: 'at-most', starts: null }],
  ['sampai dengan 3 hari kerja', { promise: working(3), bound: 'at-most', starts: null }],
  [
    'paling lambat 14 (empat belas) hari kerja sejak berkas dinyatakan lengkap dan benar',
    { promise: working(14), bound: 'at-most', starts: 'complete' },
  ],
  ['Sejak berkas lengkap: 3 hari kerja', { promise: working(3), bound: 'exact', starts: 'complete' }],
  [
    '60 hari kerja terhitung sejak laporan diterima secara lengkap',
    { promise: working(60), bound: 'exact', starts: 'complete' },
  ],
  ['5 hari kerja setelah permohonan diterima', { promise: working(5), bound: 'exact', starts: 'received' }],
  ['± 30 menit', { promise: working(0, 0, 30), bound: 'about', starts: null }],
  ['kurang lebih 2 jam', { promise: working(0, 2), bound: 'about', starts: null }],
];

for (const [text, said] of SAYING_MORE) {
  test(`reads “${text}” with what it says besides`, () => {
    const { promise, bound, starts, unread } = readPromisedTime(text);
    assert.deepEqual({ promise, bound, starts, unread }, { ...said, unread: null });
  });
}

/** Ranges, with both ends; the longest is the promise. */
const RANGES: readonly (readonly [string, PromisedTime, PromisedTime])[] = [
  ['1 (satu) s.d. 3 (tiga) hari', bare(1), bare(3)],
  ['3 - 5 hari kerja', working(3), working(5)],
  ['3–5 hari kerja', working(3), working(5)],
  ['1 s/d 3 hari', bare(1), bare(3)],
  ['5 sampai dengan 10 menit', working(0, 0, 5), working(0, 0, 10)],
  ['30 menit hingga 1 jam', working(0, 0, 30), working(0, 1)],
  ['1 hari s.d. 1 minggu kerja', working(1), working(7)],
  ['30 menit s.d. 1 hari', working(0, 0, 30), bare(1)],
];

for (const [text, shortest, longest] of RANGES) {
  test(`reads the range “${text}”`, () => {
    const expected = {
      promise: longest,
      bound: 'range',
      entries: [shortest, longest],
      starts: null,
      unread: null,
    };
    assert.deepEqual(readPromisedTime(text), expected);
  });
}

test('takes the longer end of a range also where it comes first', () => {
  assert.deepEqual(readPromisedTime('10 hari s.d. 2 hari').promise, bare(10));
  assert.deepEqual(readPromisedTime('16 jam s.d. 2 hari kerja').promise, working(0, 16));
});

/** Texts that are not understood as a whole, and the words that stand in the way. */
const UNREAD: readonly (readonly [string, string])[] = [
  ['', ''],
  ['sesuai kesepakatan', 'sesuai kesepakatan'],
  ['10 (sembilan) hari', '10 (sembilan) hari'],
  ['1 0 hari', '1 0 hari'],
  ['1O hari', '1O hari'],
  ['½ hari', '½ hari'],
  ['dua tiga hari', 'dua tiga hari'],
  ['15 detik', '15 detik'],
  ['3', '3'],
  ['hari kerja', 'hari kerja'],
  ['2 x 12 jam', '2 x 12 jam'],
  ['2 x 24 jam kerja', '2 x 24 jam kerja'],
  ['1 hari 2 x 24 jam', '1 hari 2 x 24 jam'],
  ['3 hari kerja atau hari kalender', '3 hari kerja atau hari kalender'],
  ['10 hari kerja setelah rapat', 'setelah rapat'],
  ['10 hari kerja sejak berkas lengkap dan pembayaran', 'pembayaran'],
  ['10 hari kerja, tidak termasuk proses di BSSN', 'tidak termasuk … di BSSN'],
  ['Ringan 5 hari kerja; berat 60 hari kerja', 'Ringan … berat 60 hari'],
  ['3 hari s.d.', 's.d.'],
  ['1 s.d. 2 s.d. 3 hari', '2 s.d.'],
  ['2 x 24 jam s.d. 3 hari', '2 x 24 jam s.d. 3 hari'],
];

for (const [text, unread] of UNREAD) {
  test(`does not guess what “${text}” means`, () => {
    const reading = readPromisedTime(text);
    assert.equal(reading.promise, null);
    assert.equal(reading.unread, unread);
  });
}

test('keeps what could be read of a text that as a whole could not', () => {
  assert.deepEqual(readPromisedTime('Ringan 5 hari kerja; berat 60 hari kerja').entries, [
    working(5),
    working(60),
  ]);
});

const amount = fc.integer({ min: 0, max: 9999 });
const described: fc.Arbitrary<PromisedTime> = fc.record(
  {
    basis: fc.constantFrom<Basis>('working', 'calendar', 'unspecified'),
    months: amount,
    days: fc.integer({ min: 1, max: 9999 }),
    hours: amount,
    minutes: amount,
  },
  { noNullPrototype: true },
);

test('reads again every promise that it has put into words', () => {
  fc.assert(
    fc.property(described, (promise) => {
      assert.deepEqual(readPromisedTime(describePromise(promise, 'id')).promise, promise);
    }),
  );
  for (const promise of [working(0), working(0, 2, 30), elapsed(72)]) {
    assert.deepEqual(readPromisedTime(describePromise(promise, 'id')).promise, promise);
  }
});

test('gives an answer to any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { promise, unread } = readPromisedTime(text);
      assert.equal(promise === null, unread !== null);
    }),
  );
});
