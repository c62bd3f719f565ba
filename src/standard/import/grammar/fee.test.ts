import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readFee } from './fee.ts';
import { readDecree } from './read-decree.ts';

const amounts = (...idr: readonly number[]) => ({
  free: false,
  amounts: idr.map((one) => ({ idr: one, times: 1 })),
});
const FREE = { free: true, amounts: [] };
const UNSAID = { free: false, amounts: [] };

const fees: readonly (readonly [string, ReturnType<typeof readFee>])[] = [
  ['Gratis', FREE],
  ['Tidak dipungut biaya/retribusi apa pun', FREE],
  ['Tanpa pungutan biaya', FREE],
  ['Tidak ada', FREE],
  ['Rp 0,-', FREE],
  ['Rp0,00 (nol rupiah)', FREE],
  ['0 (nol) rupiah', FREE],
  ['Rp. 25.000,- (dua puluh lima ribu rupiah)', amounts(25_000)],
  ['lima puluh ribu rupiah', amounts(50_000)],
  ['Rp 1,5 juta', amounts(1_500_000)],
  ['Rp10.000 per lembar; Rp 5.000 per halaman', amounts(10_000, 5000)],
  ['Kendaraan sampai dengan 3.500 kg Rp65.000', amounts(65_000)],
  ['Retribusi sesuai Peraturan Daerah Nomor 5 Tahun 2023', UNSAID],
  ['', UNSAID],
  ['2 x tayang @ 30.000', { free: false, amounts: [{ idr: 30_000, times: 2 }] }],
  ['Rp7.500 x 3', { free: false, amounts: [{ idr: 7500, times: 3 }] }],
  ['Pelajar gratis, umum Rp5.000', amounts(5000)],
  ['IDR 10,000', amounts(10_000)],
  ['Rp 3,000,-', amounts(3000)],
  ['Adults Rp10,000.00; children IDR 5,000.00', amounts(10_000, 5000)],
  ['Rp 1,250 juta', amounts(1_250_000)],
  ['Mobil barang di atas 8.500 kg 75.000', amounts(75_000)],
  ['Rp 1 000 000', amounts(1_000_000)],
  ['Rp 100.000 150.000 200.000', amounts(100_000, 150_000, 200_000)],
  ['Rp 100.000 per berkas, paling banyak 150.000', amounts(100_000)],
  ['Rp100.000.000.000.000.000.000', UNSAID],
  // Figures and words that contradict each other: only the office knows which is meant.
  ['Rp. 10.000,- (sebelas ribu rupiah)', UNSAID],
  ['Rp10.000,00 (sepuluh ribu rupiah) per lembar', amounts(10_000)],
  ['Rp 75.000 (tujuh puluh lima ribu) dan Rp 5.000 (enam ribu rupiah)', UNSAID],
  ['Rp 1.500.000,- (satu juta lima ratus ribu rupiah)', amounts(1_500_000)],
  ['Rp 25.000 (per kendaraan)', amounts(25_000)],
  // A figure that a scanner took for a letter is no smaller figure, and no zero.
  ['Rp 5O.000', UNSAID],
  ['Rp 1O0.000', UNSAID],
  ['Rp 5O.000 dan Rp 6.000', UNSAID],
  ['Rp l5.000 per lembar', UNSAID],
  ['Rp 5 (lima) juta', UNSAID],
  ['Rp 1.5 juta', UNSAID],
  ['Rp5.000,-/lembar', amounts(5000)],
  ['2 lembar x Rp 5.000', { free: false, amounts: [{ idr: 5000, times: 2 }] }],
];

for (const [text, expected] of fees) test(`fee: ${text}`, () => assert.deepEqual(readFee(text), expected));

test('an amount is read back however it is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999 }),
      fc.constantFrom('Rp', 'Rp. ', 'Rp ', 'IDR '),
      (idr, sign) => {
        const printed = idr.toLocaleString('id-ID');
        assert.deepEqual(readFee(`${sign}${printed},-`).amounts, [{ idr, times: 1 }]);
      },
    ),
  );
});

test('of figures and words that contradict each other the reviewer is told, and asked for the amount', async () => {
  const text =
    '1. Persyaratan\nKTP\n2. Prosedur\nPemohon datang\n3. Biaya\nRp 10.000,- (sebelas ribu rupiah)\n';
  const file = valueOf(await readFileText(new TextEncoder().encode(text)));
  const findings = valueOf(readDecree(file)).services[0]?.findings ?? [];
  const about = findings.filter(({ component }) => component === 'fee').map(({ words }) => words.en);
  assert.ok(about.some((words) => words.startsWith('Figure and word differ: “Rp 10.000,-')));
  assert.ok(about.some((words) => words.startsWith('No amount can be read')));
});
