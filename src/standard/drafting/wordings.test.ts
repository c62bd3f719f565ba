/** What proposals make of wordings that decrees use: tariffs, channels, rhythms, lists, starts of the clock. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readChannels } from './channels.ts';
import { composeFee } from './compose-fee.ts';
import { readSurvey } from './law.ts';
import { DraftComponents } from './model.ts';
import { readQuestions, readRequirements } from './propose-demands.ts';
import { headOf, officeOf } from './office-of-decree.ts';
import { proposeGovernment } from './propose-government.ts';
import { proposeRunning } from './propose-running.ts';
import { readSteps } from './propose-steps.ts';
import { asHeading } from './wording.ts';

const tariffs = (text: string, ...idr: readonly number[]): readonly (readonly [number, string])[] => {
  const fee = composeFee({ text, free: false, amounts: idr.map((one) => ({ idr: one, times: 1 })) });
  return fee.free ? [] : fee.amounts.map((amount) => [amount.idr, amount.for.id]);
};

describe('what an amount is for', () => {
  test('an amount that ends another one is found where it stands alone', () => {
    const text =
      'Resepsi siang Rp 1.500.000,- / kegiatan; resepsi malam Rp 2.000.000,-; Rapat Rp 500.000,- / hari';
    assert.deepEqual(tariffs(text, 1_500_000, 2_000_000, 500_000), [
      [1_500_000, 'Resepsi siang per kegiatan'],
      [2_000_000, 'resepsi malam'],
      [500_000, 'Rapat per hari'],
    ]);
  });

  test('a colon may part the two, and a dot the sum', () => {
    assert.deepEqual(tariffs('Rumah tangga : Rp150.000,00 per rit; Niaga : Rp250.000,00', 150_000, 250_000), [
      [150_000, 'Rumah tangga per rit'],
      [250_000, 'Niaga'],
    ]);
  });

  test('figures in the words are no amounts, and short forms end no clause', () => {
    const text =
      'sesuai Perda No. 1 Tahun 2024; Gedung s.d. 500 m2 : Rp. 200.000,-; Gedung 501 - 2000 m2 : Rp. 500.000,-';
    assert.deepEqual(tariffs(text, 200_000, 500_000), [
      [200_000, 'Gedung s.d. 500 m2'],
      [500_000, 'Gedung 501 - 2000 m2'],
    ]);
    assert.deepEqual(tariffs('Dewasa 5.000, anak 3.000', 5000, 3000), [
      [5000, 'Dewasa'],
      [3000, 'anak'],
    ]);
  });

  test('an amount for each of something says so, and what follows it with “untuk” is said of it', () => {
    assert.deepEqual(tariffs('Rp 2.500 per lembar', 2500), [[2500, 'Biaya layanan per lembar']]);
    assert.deepEqual(tariffs('Rp 5.000 x jumlah halaman', 5000), [[5000, 'Biaya layanan per halaman']]);
    assert.deepEqual(tariffs('Rp 10.000 per permohonan', 10_000), [[10_000, 'Biaya layanan']]);
    assert.deepEqual(
      tariffs('Rp 5.000,- per ekor untuk sapi, Rp 2.000,- per ekor untuk kambing', 5000, 2000),
      [
        [5000, 'untuk sapi per ekor'],
        [2000, 'untuk kambing per ekor'],
      ],
    );
    assert.deepEqual(tariffs('Rp25.000 (dalam kota) dan 50.000 (luar kota)', 25_000, 50_000), [
      [25_000, 'dalam kota'],
      [50_000, 'luar kota'],
    ]);
    assert.deepEqual(tariffs('Kios Rp1.500/m2/hari dan los Rp1.000/m2/hari', 1500, 1000), [
      [1500, 'Kios per m2/hari'],
      [1000, 'los per m2/hari'],
    ]);
  });

  test('the same sum twice is told apart, and numbers of rows fall away', () => {
    assert.deepEqual(
      tariffs('1 Baru 25.000,-; 2 Hilang 50.000,-; 3 Rusak 25.000,-', 25_000, 50_000, 25_000),
      [
        [25_000, 'Baru'],
        [50_000, 'Hilang'],
        [25_000, 'Rusak'],
      ],
    );
    assert.deepEqual(tariffs('2 hari 40.000; 5 hari 90.000', 40_000, 90_000), [
      [40_000, '2 hari'],
      [90_000, '5 hari'],
    ]);
  });
});

test('the letterhead names the government and its address', () => {
  const head = [
    'PEMERINTAH KOTA LAUT',
    'DINAS PASAR',
    'Jl. Pahlawan No. 3 Laut, Telp (0123) 4567 Kode Pos 28999',
  ];
  const draft = { id: 'laut', head, services: [], positions: [], from: '2026-11-02' };
  const decree = { number: '1', date: null, office: 'DINAS PASAR', title: 'STANDAR PELAYANAN' };
  const { kind, name, office } = proposeGovernment({ ...draft, decree });
  assert.deepEqual([kind, name, office.address], ['kota', 'Kota Laut', 'Jl. Pahlawan No. 3 Laut']);
  const bare = proposeGovernment({ ...draft, decree, head: ['Laporan tahunan'] });
  assert.deepEqual([bare.kind, bare.office.address], ['kabupaten', 'Alamat kantor belum diisi']);
});

test('a number with a letter among its figures is no number, and no part of it is', () => {
  const channels = readChannels(['Telepon/WA 0813 4555 0l23', 'WA 0813 4555 0123', 'Telepon (0751) 1234O5']);
  assert.deepEqual(
    channels.map(({ kind, value }) => [kind, value]),
    [['whatsapp', '0813 4555 0123']],
  );
});

test('hours beside a number are no part of it, nor is the number below', () => {
  const channels = readChannels([
    'WhatsApp 0812-7788-9900 24 jam',
    'Telepon (0761) 445566 08.00 – 15.00',
    '0811 2233 4455',
  ]);
  assert.deepEqual(
    channels.map(({ kind, value }) => [kind, value]),
    [
      ['whatsapp', '0812-7788-9900'],
      ['phone', '(0761) 445566'],
      ['phone', '0811 2233 4455'],
    ],
  );
});

describe('how often satisfaction is measured', () => {
  for (const [words, every] of [
    ['Survei Kepuasan Masyarakat 2 (dua) kali setahun', 'half-year'],
    ['SKM dua kali dalam setahun', 'half-year'],
    ['Survei kepuasan setahun sekali', 'year'],
    ['SKM 1 (satu) kali dalam setahun', 'year'],
    ['SKM dilaksanakan', 'not-stated'],
  ] as const)
    test(words, () => assert.equal(readSurvey([words]).every, every));
});

test('an item that only opens a list keeps it', () => {
  assert.equal(
    asHeading('Surat permohonan yang memuat: nama; tempat kegiatan;'),
    'Surat permohonan yang memuat: nama; tempat kegiatan',
  );
  assert.equal(asHeading('Fotokopi KTP; yang masih berlaku'), 'Fotokopi KTP');
});

describe('steps', () => {
  test('what applicants do last rests a delivery on it only where they get something', () => {
    const delivery = (last: string) =>
      readSteps(['Petugas memeriksa berkas', 'Camat menandatangani surat', last]).at(-1)?.component;
    assert.equal(delivery('Pemohon menerima surat'), 3);
    assert.equal(delivery('Pemohon mengisi survei kepuasan'), null);
  });

  test('whoever is appointed makes the next one; who works with hands is a doer too', () => {
    const steps = readSteps([
      'Petugas Loket memeriksa kelengkapan berkas',
      'Kepala UPTD menunjuk Teknisi',
      'Teknisi menguji alat',
      'Penyelia menandatangani hasil uji',
      'Pemohon mengambil hasil uji di loket',
    ]);
    assert.deepEqual(
      steps.map(({ kind, doer, component }) => [kind, doer, component]),
      [
        ['check', 'Petugas Loket', 1],
        ['dispose', 'Kepala UPTD', 2],
        ['assess', 'Teknisi', 3],
        ['sign', 'Penyelia', 4],
        // The decree says that applicants fetch it, and not who hands it over.
        ['fulfil', 'Petugas Loket', 5],
      ],
    );
  });
});

test('a later look at what the office made is no second look at the papers', () => {
  const kinds = readSteps([
    'Petugas menerima dan mencatat berkas',
    'Analis menguji contoh',
    'Penyelia memverifikasi hasil uji',
    'Petugas memeriksa kelengkapan dokumen hasil',
    'Kepala UPTD menandatangani laporan',
    'Petugas menyerahkan laporan',
  ]).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['check', 'assess', 'assess', 'check', 'sign', 'fulfil']);
});

test('things and originals are for the counter, conditions are for nobody to bring', () => {
  const items = [
    'Surat permohonan',
    'Contoh uji air paling sedikit 2 liter',
    'Membawa kendaraan yang akan diuji',
    'Ijazah asli',
    'Berusia paling rendah 17 tahun',
    'Nama, alamat, dan nomor telepon yang dapat dihubungi',
  ];
  assert.deepEqual(
    readRequirements(items, ['citizen']).map(({ bring, required }) => [bring, required]),
    [
      ['file', true],
      ['counter', true],
      ['counter', true],
      ['counter', true],
      ['none', true],
      ['none', true],
    ],
  );
});

test('an address that is demanded in words is asked for, one on a paper is not', () => {
  const asked = (...items: readonly string[]): readonly (number | undefined)[] =>
    readQuestions(items, ['citizen']).flatMap(({ id, component }) => (id === 'alamat' ? [component] : []));
  assert.deepEqual(asked('Surat permohonan', 'Nama, alamat, dan nomor telepon pemohon'), [2]);
  assert.deepEqual(asked('Surat keterangan alamat', 'Alamat surel yang aktif'), []);
});

describe('when the clock starts', () => {
  const startOf = (text: string): string => {
    const empty = { items: [] };
    const components = DraftComponents.parse({
      ...Object.fromEntries(Object.keys(DraftComponents.shape).map((name) => [name, empty])),
      time: { text, promise: null },
      fee: { text: '', free: true, amounts: [] },
      staffing: { text: '', count: null },
    });
    return proposeRunning('Surat', components, {
      office: 'kantor',
      organisation: null,
      validFrom: '2026-11-02',
    }).starts;
  };
  test('with complete papers, also where the sentence says more', () =>
    assert.equal(
      startOf('14 hari kalender sejak contoh uji diterima dan berkas dinyatakan lengkap'),
      'complete',
    ));
  test('with the receipt where nothing else is said', () =>
    assert.equal(startOf('14 hari kalender'), 'received'));
});

const offices: readonly (readonly [signer: string, title: string, office: string, head: string])[] = [
  [
    'KEPALA DINAS SOSIAL KOTA MAJU',
    'STANDAR PELAYANAN',
    'Dinas Sosial Kota Maju',
    'Kepala Dinas Sosial Kota Maju',
  ],
  [
    'BUPATI MAJU',
    'STANDAR PELAYANAN PADA DINAS PENDIDIKAN KABUPATEN MAJU',
    'Dinas Pendidikan Kabupaten Maju',
    'Kepala Dinas Pendidikan Kabupaten Maju',
  ],
  [
    'BUPATI MAJU',
    'STANDAR PELAYANAN PADA DINAS SOSIAL TAHUN ANGGARAN 2026',
    'Dinas Sosial',
    'Kepala Dinas Sosial',
  ],
  ['WALI KOTA MAJU', 'STANDAR PELAYANAN PUBLIK', 'Perangkat Daerah', 'Kepala Perangkat Daerah'],
  ['KECAMATAN MEKAR', 'STANDAR PELAYANAN', 'Kecamatan Mekar', 'Camat Mekar'],
  ['KELURAHAN MEKAR', 'STANDAR PELAYANAN', 'Kelurahan Mekar', 'Lurah Mekar'],
  [
    'RUMAH SAKIT UMUM DAERAH MAJU',
    'STANDAR PELAYANAN',
    'Rumah Sakit Umum Daerah Maju',
    'Direktur Rumah Sakit Umum Daerah Maju',
  ],
];

for (const [signer, title, office, head] of offices)
  test(`the office of a decree signed by ${signer}`, () => {
    const read = officeOf({ number: '1', date: '2026-01-01', office: signer, title });
    assert.deepEqual([read, headOf(read)], [office, head]);
  });
