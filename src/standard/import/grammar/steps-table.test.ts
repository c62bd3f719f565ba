import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import type { ImportedService } from '../model.ts';
import { readDecree } from './read-decree.ts';

const read = async (text: string): Promise<readonly ImportedService[]> =>
  valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;

const rowsOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');

const STEPS = [
  ['1', 'Menyerahkan berkas', '√', '', 'Berkas', '5 menit', 'Tanda terima'],
  ['2', 'Memeriksa berkas', '', '√', 'Berkas', '10 menit', 'Berkas lengkap'],
];
const COUNT = ['1', '2', '3', '4', '5', '6', '7'];
const READ = [
  'Menyerahkan berkas Berkas 5 menit Tanda terima',
  'Memeriksa berkas Berkas 10 menit Berkas lengkap',
];

const heads: Readonly<Record<string, string>> = {
  'one row': rowsOf([['No', 'Kegiatan', 'Pemohon', 'Petugas', 'Kelengkapan', 'Waktu', 'Output']]),
  'two rows':
    '<tr><td rowspan="2">No</td><td rowspan="2">Uraian Kegiatan</td><td colspan="2">Pelaksana</td><td colspan="3">Mutu Baku</td></tr>' +
    rowsOf([['Pemohon', 'Petugas', 'Kelengkapan', 'Waktu', 'Output'], COUNT]),
  'two rows, the lower one split only below those who act':
    '<tr><td rowspan="2">No</td><td rowspan="2">Aktivitas</td><td colspan="2">Pelaksana</td><td rowspan="2">Syarat</td><td rowspan="2">Waktu</td><td rowspan="2">Output</td></tr>' +
    rowsOf([['Pemohon', 'Petugas']]),
  'steps that are called procedure': rowsOf([
    ['No', 'Uraian Prosedur', 'Pemohon', 'Petugas', 'Persyaratan', 'Waktu', 'Output'],
  ]),
};

const texts = (service: ImportedService | undefined) =>
  service && {
    title: service.title?.text,
    requirements: service.components.requirements.items.map(({ text }) => text),
    procedure: service.components.procedure.items.map(({ text }) => text),
    promise: service.components.time.promise?.days,
    fee: service.components.fee.text,
    product: service.components.product.items.map(({ text }) => text),
  };
const WHOLE = {
  title: 'IZIN KERAMAIAN',
  requirements: ['KTP'],
  procedure: READ,
  promise: 5,
  fee: 'Gratis',
  product: ['Surat izin'],
};

for (const [name, head] of Object.entries(heads)) {
  const table = head + rowsOf(STEPS);

  test(`a table of steps under the procedure is the procedure: head of ${name}`, async () => {
    const found = await read(
      `<h1>IZIN KERAMAIAN</h1><p>1. Persyaratan</p><p>KTP</p><p>2. Prosedur</p><table>${table}</table>` +
        '<p>3. Jangka Waktu</p><p>5 hari kerja</p><p>4. Biaya</p><p>Gratis</p><p>5. Produk</p><p>Surat izin</p>',
    );
    assert.deepEqual(found.map(texts), [WHOLE]);
  });

  test(`as rows of the standard's own table: head of ${name}`, async () => {
    const found = await read(
      `<h1>IZIN KERAMAIAN</h1><table>${rowsOf([
        ['No', 'Komponen', 'Uraian'],
        ['1', 'Persyaratan', 'KTP'],
        ['2', 'Prosedur', ''],
      ])}${table}${rowsOf([
        ['3', 'Jangka Waktu', '5 hari kerja'],
        ['4', 'Biaya', 'Gratis'],
        ['5', 'Produk', 'Surat izin'],
      ])}</table>`,
    );
    assert.deepEqual(found.map(texts), [WHOLE]);
  });

  for (const title of [
    '',
    '<p>SOP IZIN KERAMAIAN</p>',
    '<p>LAMPIRAN II</p><p>STANDAR OPERASIONAL PROSEDUR</p>',
  ])
    test(`as an annex it is none of the components, and a finding says so: head of ${name}, ${title}`, async () => {
      const found = await read(
        `<h1>IZIN KERAMAIAN</h1><table>${rowsOf([
          ['No', 'Komponen', 'Uraian'],
          ['1', 'Persyaratan', 'KTP'],
          ['2', 'Prosedur', READ.map((step) => `<p>- ${step}</p>`).join('')],
          ['3', 'Jangka Waktu', '5 hari kerja'],
          ['4', 'Produk', 'Surat izin'],
          ['5', 'Biaya', 'Gratis'],
        ])}</table>${title}<table>${table}</table>`,
      );
      assert.deepEqual(found.map(texts), [WHOLE]);
      assert.equal(
        found[0]?.findings.filter(({ words }) => words.en.endsWith('and was not imported.')).length,
        1,
      );
    });
}

test('a step may bear the name of a component', async () => {
  const [found] = await read(
    `<h1>IZIN KERAMAIAN</h1><table>${rowsOf([
      ['1', 'Persyaratan', 'KTP'],
      ['2', 'Prosedur', ''],
      ['No', 'Kegiatan', 'Kelengkapan', 'Waktu', 'Output'],
      ['1', 'Pengaduan', 'Berkas', '5 menit', 'Tanda terima'],
      ['2', 'Evaluasi', 'Berkas', '5 menit', 'Catatan'],
      ['3', 'Jangka Waktu', '5 hari kerja'],
    ])}</table>`,
  );
  assert.deepEqual(
    found?.components.procedure.items.map(({ text }) => text),
    ['Pengaduan Berkas 5 menit Tanda terima', 'Evaluasi Berkas 5 menit Catatan'],
  );
  assert.equal(found.components.time.promise?.days, 5);
});

test('pages end within the steps', async () => {
  const head = ['No', 'Kegiatan', 'Kelengkapan', 'Waktu', 'Output'];
  const pages = [
    [head, ['1', 'Menyerahkan', 'Berkas', '5 menit', 'Resi']],
    [head, ['2', 'Memeriksa', 'Berkas', '5 menit', 'Paraf']],
    [['3', 'Pengaduan', 'Berkas', '5 menit', 'Jawaban']],
  ];
  const found = await read(
    `<h1>IZIN KERAMAIAN</h1><p>1. Persyaratan</p><p>KTP</p><p>2. Prosedur</p>${pages
      .map((rows, at) => `<table>${rowsOf(rows)}</table><p>- ${at + 2} -</p>`)
      .join('')}<p>3. Jangka Waktu</p><p>5 hari kerja</p><p>4. Biaya</p><p>Gratis</p>`,
  );
  assert.equal(found.length, 1);
  assert.deepEqual(
    found[0]?.components.procedure.items.map(({ text }) => text),
    ['Menyerahkan Berkas 5 menit Resi', 'Memeriksa Berkas 5 menit Paraf', 'Pengaduan Berkas 5 menit Jawaban'],
  );
  assert.equal(found[0].components.time.text, '5 hari kerja');
});

test('the cover of an operating procedure adds nothing to the standard before it', async () => {
  const [found, more] = await read(
    `<h1>IZIN KERAMAIAN</h1><table>${rowsOf([
      ['1', 'Persyaratan', 'KTP'],
      ['2', 'Jangka Waktu', '5 hari kerja'],
      ['3', 'Pengaduan', 'Kotak saran'],
    ])}</table><p>STANDAR OPERASIONAL PROSEDUR</p><table>${rowsOf([
      ['Nomor SOP', '12/2024'],
      ['Dasar Hukum', 'Perda 1 Tahun 2020'],
      ['Kualifikasi Pelaksana', 'Memahami aturan'],
      ['Peralatan/Perlengkapan', 'Komputer'],
    ])}</table><table>${heads['one row']}${rowsOf(STEPS)}</table>`,
  );
  assert.equal(more, undefined);
  const { complaints, legalBasis, facilities, competence } = found?.components ?? assert.fail();
  assert.deepEqual(
    [complaints, legalBasis, facilities, competence].map(({ items }) => items.map(({ text }) => text)),
    [['Kotak saran'], [], [], []],
  );
});

const HANDLING = rowsOf([
  ['No', 'Kegiatan', 'Pelaksana', 'Waktu'],
  ['1', 'Mencatat', 'Staf', '1 hari kerja'],
  ['2', 'Menjawab', 'Kepala', '2 hari kerja'],
]);

test('times of steps are no promise, and what stands behind their table is read', async () => {
  const [found, more] = await read(
    `<h1>IZIN KERAMAIAN</h1><p>1. Persyaratan</p><p>KTP</p><p>2. Prosedur</p><p>Datang</p><p>3. Jangka Waktu</p><table>${HANDLING}</table><p>4. Biaya</p><p>Gratis</p>`,
  );
  assert.equal(more, undefined);
  assert.equal(found?.components.time.promise, null);
  assert.equal(found.components.fee.free, true);
  assert.ok(found.findings.some(({ component, severity }) => component === 'time' && severity === 'error'));
});

for (const lead of ['', '<p>Kotak saran, dengan tahapan berikut</p>'])
  test(`a list that is said in steps: “${lead}”`, async () => {
    const [found] = await read(
      `<h1>IZIN KERAMAIAN</h1><p>1. Persyaratan</p><p>KTP</p><p>2. Jangka Waktu</p><p>5 hari kerja</p><p>3. Penanganan Pengaduan</p>${lead}<table>${HANDLING}</table><p>4. Biaya</p><p>Gratis</p>`,
    );
    assert.deepEqual(
      found?.components.complaints.items.slice(-2).map(({ text }) => text),
      ['Mencatat Staf 1 hari kerja', 'Menjawab Kepala 2 hari kerja'],
    );
    assert.equal(found.components.fee.free, true);
  });
