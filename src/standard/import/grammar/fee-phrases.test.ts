/** Fees as decrees print them, each with the reading that a careful clerk would accept: what is not surely said is asked. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readFee, readFeeClosely } from './fee.ts';
import type { FeeTrouble } from './fee-sense.ts';
import { readDecree } from './read-decree.ts';

type Expected = 'free' | 'asked' | readonly (number | readonly [idr: number, times: number])[];

const said = (text: string): Expected => {
  const { free, amounts } = readFee(text);
  if (free) return 'free';
  return amounts.length === 0
    ? 'asked'
    : amounts.map(({ idr, times }) => (times === 1 ? idr : ([idr, times] as const)));
};

const FREE: readonly string[] = [
  'Gratis',
  'Tidak dipungut biaya (Rp0,00)',
  'Tidak dipungut biaya apa pun',
  'Tidak ada pungutan biaya dalam pelayanan ini',
  'Tanpa dipungut biaya sepeser pun',
  'Pelayanan ini tidak memerlukan biaya',
  'Pemohon tidak perlu membayar biaya apa pun',
  'Tidak ada biaya yang dipungut',
  'Biaya: nihil',
  'Retribusi: Rp 0,-',
  'Biaya/tarif: gratis; tidak ada pungutan lain',
  'Gratis bagi seluruh masyarakat',
  'Tidak dipungut biaya untuk semua pemohon',
  'Gratis untuk pelayanan ini',
  'Penerbitan KTP-el tidak dipungut biaya',
  // A law behind the words is what they rest on.
  'Gratis sesuai Undang-Undang Nomor 24 Tahun 2013 Pasal 79A',
  'Tidak dipungut biaya (Perda Nomor 5 Tahun 2023)',
  'Berdasarkan Undang-Undang Nomor 24 Tahun 2013, pengurusan dokumen kependudukan tidak dipungut biaya',
  'Pasien BPJS: gratis; pasien umum: gratis',
  'Gratis. Dasar: UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan',
  'Biaya Rp. 0,- (gratis) sesuai Undang-Undang No. 24 Tahun 2013',
  'Tidak dipungut biaya / gratis (sesuai Perpres Nomor 96 Tahun 2018)',
  'No fee',
  'Gratis, tanpa biaya tambahan',
  '100% gratis',
];

const ASKED: readonly string[] = [
  // Free is only half of what stands there: the others pay what a tariff says.
  'Peserta BPJS: gratis; pasien umum: sesuai Perda Nomor 5 Tahun 2023',
  'Sesuai Perda Nomor 5 Tahun 2023; bagi warga miskin gratis',
  'Sesuai Perda Nomor 5 Tahun 2023 tanpa pungutan tambahan',
  'Sesuai Perda Nomor 5 Tahun 2023 dan tidak ada pungutan liar',
  'Sesuai tarif retribusi, tidak termasuk biaya pengiriman',
  'Sesuai Perda; pemohon yang tidak membayar retribusi dianggap mengundurkan diri',
  'Tidak gratis',
  'Layanan ini belum gratis',
  'Gratis bagi peserta JKN',
  'Gratis untuk warga kurang mampu dengan SKTM',
  'Rp 0,- bagi peserta BPJS kelas III',
  'Peserta JKN: Rp 0; umum sesuai tarif yang berlaku',
  'Pelajar berseragam tidak dipungut biaya',
  'Gratis apabila dilaporkan sebelum 60 hari; lewat 60 hari dikenakan denda',
  'Penerbitan baru gratis, penggantian karena hilang membayar di bank',
  'Usaha mikro tidak dikenakan retribusi, usaha besar mengikuti Perda Nomor 1 Tahun 2024',
  'Tidak ada pungutan di luar tarif resmi',
  'Tidak dipungut biaya tambahan',
  'Gratis ongkos kirim',
  'Formulir gratis',
  'Tidak ada kenaikan tarif',
  'Biaya tidak dipungut kembali',
  'Tidak ada pengembalian biaya',
  'Biaya Rp 0 - Rp 50.000',
  'Rp 20.000/25.000',
  'Legalisir gratis maksimal 5 lembar',
  'Gratis kecuali yang diatur dalam Perda',
  'Uang jaminan Rp 500.000 dikembalikan setelah kegiatan',
  'Tarif sesuai Perwal, untuk UMKM gratis',
  'Sukarela',
  'Rp 0 untuk kendaraan dinas; kendaraan umum sesuai Perda',
  'Free for students',
  'Sesuai Perda Nomor 4 Tahun 2023',
  'Tarif mengikuti Peraturan Bupati Nomor 18 Tahun 2024',
  // Rates of a value, and bases that are no fee.
  '5% x (NPOP - NPOPTKP); NPOPTKP sebesar Rp 80.000.000',
  'BPHTB 5 persen dari nilai perolehan, dengan NPOPTKP Rp 80.000.000,00',
  'Tarif dasar Rp 15.000 ditambah 10%',
  '0,5% dari nilai jual objek pajak; NJOPTKP Rp 10.000.000',
  'NPOPTKP sebesar Rp 60.000.000',
  'Luas bangunan x indeks terintegrasi x Rp 15.000',
  'Rp 1.000/hari x 30 hari',
  'Pajak reklame 25% dari nilai sewa reklame Rp 1.200.000',
  'Nilai kontrak sampai dengan Rp 100.000.000: Rp 50.000',
  // A bound or an estimate is no fee.
  'Paling banyak Rp 50.000',
  'Maksimal Rp 100.000 per berkas',
  'Mulai dari Rp 25.000',
  'Kurang lebih Rp 75.000',
  '± Rp 50.000',
  'Minimal Rp 10.000, sukarela',
  // Figures that are not surely money, beside some that are.
  'Mobil barang 65.000, mobil bus 75.000, denda Rp 10.000',
  'Sewa gedung siang 1.500.000, malam Rp 2.000.000',
  'Rp 10.000 dan 5 ribu',
  'Roda 4 20000, roda 2 Rp 10.000',
  'Rp 5 - 10 ribu',
  'Rp 5-10 juta',
  'Retribusi sesuai Perda Nomor 3 Tahun 2024, denda keterlambatan Rp 10.000',
  // What the two languages say is not the same.
  'Rp 10.000 / IDR 15,000',
  'Gratis / Fee: IDR 10,000',
];

const AMOUNTS: readonly (readonly [text: string, expected: Expected, ...trouble: readonly FeeTrouble[]])[] = [
  ['Rp 50.000,00 (lima puluh ribu rupiah)', [50_000]],
  ['Retribusi Rp. 25.000,- sesuai Perda Nomor 5 Tahun 2023', [25_000]],
  ['Rp 100.000 per permohonan', [100_000]],
  // Both ends of a range.
  ['Rp 100.000 s.d. 500.000', [100_000, 500_000], 'range'],
  ['Rp. 50.000 – 100.000', [50_000, 100_000], 'range'],
  ['Rp 50.000 sampai dengan Rp 75.000', [50_000, 75_000], 'range'],
  ['Rp5.000-10.000', [5000, 10_000], 'range'],
  // A figure of the same kind behind the next label.
  ['Roda 2: Rp 10.000, roda 4: 20.000', [10_000, 20_000]],
  ['Rp25.000 (dalam kota) dan 50.000 (luar kota)', [25_000, 50_000]],
  ['Dewasa Rp 5.000, anak-anak: 3.000', [5000, 3000]],
  // Rates: what one of them costs, and no sum.
  ['Rp 5.000/m2', [5000], 'rate'],
  ['Rp 2.500 per lembar', [2500], 'rate'],
  ['Rp 5.000 x jumlah lembar', [5000], 'rate'],
  ['Kios Rp 1.500,-/m2/hari', [1500], 'rate'],
  ['Sewa lahan makam Rp 100.000 untuk setiap 3 tahun', [100_000], 'rate'],
  ['Parkir terminal Rp 2.000 sekali masuk', [2000], 'rate'],
  ['Rp 300.000 (tiga ratus ribu rupiah) per sampel', [300_000], 'rate'],
  ['Sewa aula Rp 750.000,00 / hari', [750_000], 'rate'],
  ['Uji KIR mobil bus Rp 75.000 per kendaraan', [75_000], 'rate'],
  // Caps beside a fee are told, and are none.
  ['Rp 100.000 per berkas, paling banyak 150.000', [100_000], 'bound'],
  ['Rp 2.500 per lembar, paling banyak Rp 50.000', [2500], 'rate', 'bound'],
  ['Rp 25.000 (sebelumnya Rp 20.000)', [25_000], 'bound'],
  // Measures with their unit, also as a range.
  ['JBB 2.001 - 3.500 kg Rp 65.000', [65_000]],
  ['Luas sampai dengan 1.000 m2 Rp 500.000', [500_000]],
  ['Kapasitas 1.000 orang: Rp 2.000.000', [2_000_000]],
  // Called free, and yet an amount.
  ['Gratis, denda keterlambatan Rp 50.000', [50_000], 'called-free', 'fine'],
  ['Pasien JKN gratis, umum Rp 15.000', [15_000], 'called-free'],
  ['Rp 20.000, keterlambatan dikenakan denda 2% per bulan', [20_000], 'fine'],
  ['Pendaftaran Rp 10.000; tindakan medis mengikuti Perda Nomor 9 Tahun 2023', [10_000], 'elsewhere'],
  // One amount in two languages is one amount.
  ['Rp 10.000 / IDR 10,000', [10_000]],
  ['Dewasa Rp10.000; anak Rp5.000 / Adults IDR 10,000; children IDR 5,000', [10_000, 5000]],
  ['Rp 100.000 | IDR 100.000', [100_000]],
  ['Dewasa Rp10.000 / Adult IDR 10,000; Anak Rp5.000 / Child IDR 5,000', [10_000, 5000]],
  ['Rp 0,00 bagi warga; Rp 50.000 bagi pendatang', [50_000], 'called-free'],
  ['Rp 25.000 (IDR 25,000) per lembar / per sheet', [25_000], 'rate'],
  ['2 x siar @ Rp 20.000', [[20_000, 2]]],
  ['Berkisar antara Rp 50.000 dan Rp 100.000', [50_000, 100_000], 'range'],
  ['Pemakaman Rp 150.000,- untuk jangka waktu 3 (tiga) tahun', [150_000], 'rate'],
  ['Pendaftaran Rp 10.000. Pemeriksaan Rp 20.000. Total Rp 30.000', [10_000, 20_000, 30_000], 'sum'],
  ['Bus besar Rp 5.000, bus kecil Rp 3.000, angkot Rp 1.000 sekali masuk', [5000, 3000, 1000], 'rate'],
  ['Karcis harian Rp 5.000 (umum), BPJS gratis', [5000], 'called-free'],
  ['Uji pertama Rp 100.000; uji berkala Rp 75.000', [100_000, 75_000]],
  ['Rp. 20.000,00 x 2 siaran', [[20_000, 2]]],
  ['Rp 20.000 + materai Rp 10.000', [20_000, 10_000], 'sum'],
];

describe('fees in the words of decrees', () => {
  for (const text of FREE) test(`free: ${text}`, () => assert.equal(said(text), 'free'));
  for (const text of ASKED) test(`asked: ${text}`, () => assert.equal(said(text), 'asked'));
  for (const [text, expected, ...trouble] of AMOUNTS)
    test(`amounts: ${text}`, () => {
      assert.deepEqual(said(text), expected);
      assert.deepEqual(readFeeClosely(text).trouble, trouble);
    });
});

test('whatever is asked of a fee, it is told why', () => {
  const why = (text: string): readonly FeeTrouble[] => readFeeClosely(text).trouble;
  assert.deepEqual(why('Peserta BPJS: gratis; pasien umum: sesuai Perda Nomor 5 Tahun 2023'), ['half-free']);
  assert.deepEqual(why('Gratis bagi peserta JKN'), ['half-free']);
  assert.deepEqual(why('Tarif dasar Rp 15.000 ditambah 10%'), ['formula']);
  assert.deepEqual(why('NPOPTKP sebesar Rp 60.000.000'), ['base']);
  assert.deepEqual(why('Paling banyak Rp 50.000'), ['only-bound']);
  assert.deepEqual(why('Mobil barang 65.000, mobil bus 75.000, denda Rp 10.000'), ['left-out']);
  assert.deepEqual(why('Retribusi sesuai Perda Nomor 3 Tahun 2024, denda keterlambatan Rp 10.000'), [
    'only-fine',
  ]);
  assert.deepEqual(why('Rp 10.000 / IDR 15,000'), ['languages-differ']);
  assert.deepEqual(why('Sesuai Perda Nomor 4 Tahun 2023'), []);
});

describe('findings say what the text of a fee holds', () => {
  const findingsAbout = async (fee: string): Promise<readonly string[]> => {
    const law =
      '4. Dasar Hukum\nPeraturan Daerah Nomor 5 Tahun 2023 tentang Pajak Daerah dan Retribusi Daerah\n';
    const text = `1. Persyaratan\nKTP\n2. Prosedur\nPemohon datang\n3. Biaya\n${fee}\n${law}`;
    const file = valueOf(await readFileText(new TextEncoder().encode(text)));
    const findings = valueOf(readDecree(file)).services[0]?.findings ?? [];
    return findings
      .filter(({ component }) => component === 'fee')
      .map(({ severity, words }) => `${severity}: ${words.en.replace(/^.*”(?::| names)? ?/, '')}`);
  };
  const told: readonly (readonly [fee: string, ...findings: readonly string[]])[] = [
    ['Rp 25.000'],
    ['Gratis sesuai Undang-Undang Nomor 24 Tahun 2013'],
    [
      'Gratis bagi peserta JKN',
      'error: it is free only in part (for some, in a case, or of a part of the service); what the others pay is not named. Decide it.',
    ],
    ['Tarif dasar Rp 15.000 ditambah 10%', 'error: it is reckoned by a percentage or a formula. Decide it.'],
    ['Paling banyak Rp 50.000', 'error: only a bound or an estimate is named. Decide it.'],
    [
      'Rp 2.500/lembar, paling banyak Rp 50.000',
      'warning: an amount for each (lembar); what is paid depends on how many there are. Check it.',
      'warning: a bound, an estimate or an earlier amount in it was not taken. Check it.',
    ],
    [
      'Rp 100.000 s.d. 500.000',
      'warning: a range; both of its ends are taken. Decide how much is for which case.',
      'info: 2 amounts. Decide what each is for.',
    ],
  ];
  for (const [fee, ...findings] of told)
    test(fee, async () => assert.deepEqual(await findingsAbout(fee), findings));
});
