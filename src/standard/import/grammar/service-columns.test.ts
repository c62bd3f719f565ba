import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import type { ImportedService } from '../model.ts';
import { readDecree } from './read-decree.ts';

const read = async (text: string): Promise<readonly ImportedService[]> =>
  valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;

const htmlTable = (rows: readonly (readonly string[])[]): string =>
  `<h1>Standar Pelayanan</h1><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const body = [
  ['1', 'Persyaratan', 'Surat klub', 'KTP'],
  ['2', 'Prosedur', 'Mengajukan surat', 'Mengisi formulir'],
  ['3', 'Jangka Waktu', '4 hari kerja', '2 hari kerja'],
  ['4', 'Biaya', 'Rp 150.000', 'Gratis'],
  ['5', 'Pengaduan', 'Telepon 0271-555111'],
];

const heads: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'one row': [['No', 'Komponen', 'Sewa Lapangan', 'Sewa Gedung']],
  'two rows': [
    ['No', 'Komponen', 'Jenis Pelayanan'],
    ['', '', 'Sewa Lapangan', 'Sewa Gedung'],
  ],
  'without a name': [['', '', 'Sewa Lapangan', 'Sewa Gedung']],
};

for (const [name, head] of Object.entries(heads))
  test(`a column for each service: head of ${name}`, async () => {
    const services = await read(htmlTable([...head, ...body]));
    assert.deepEqual(
      services.map(({ title, components: { time, fee, complaints } }) => [
        title?.text,
        time.promise?.days,
        fee.free,
        complaints.items.map(({ text }) => text),
      ]),
      [
        ['Sewa Lapangan', 4, false, ['Telepon 0271-555111']],
        ['Sewa Gedung', 2, true, ['Telepon 0271-555111']],
      ],
    );
  });

test('a table of one service with a column of remarks stays one', async () => {
  const rows = body.slice(0, 4).map(([no = '', name = '', text = '']) => [no, name, text, '']);
  const services = await read(htmlTable([['No', 'Komponen', 'Uraian', 'Keterangan'], ...rows]));
  assert.equal(services.length, 1);
});

/** Rows as HTML; "…" behind a cell makes it reach over that many columns, one for each. */
const spanned = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) =>
      cells.map((cell) => `<td colspan="${cell.split('…').length}">${cell.replaceAll('…', '')}</td>`),
    )
    .map((cells) => `<tr>${cells.join('')}</tr>`)
    .join('');

const three = [
  ['No', 'Komponen', 'Izin Usaha', 'Izin Keramaian', 'Izin Reklame'],
  ['1', 'Persyaratan', 'KTP', 'KK', 'NPWP'],
  ['2', 'Prosedur', 'Pemohon datang……'],
  ['3', 'Jangka Waktu', '3 hari kerja', '14 hari kerja…'],
  ['4', 'Biaya', 'Gratis…', 'Rp 500.000'],
];

test('a cell that reaches over some of the services is theirs alone', async () => {
  const services = await read(`<h1>Standar Pelayanan</h1><table>${spanned(three)}</table>`);
  assert.deepEqual(
    services.map(({ components: { procedure, time, fee } }) => [
      procedure.items.map(({ text }) => text).join(),
      time.promise?.days,
      fee.text,
    ]),
    [
      ['Pemohon datang', 3, 'Gratis'],
      ['Pemohon datang', 14, 'Gratis'],
      ['Pemohon datang', 14, 'Rp 500.000'],
    ],
  );
});

test('where a file does not say how far a cell reaches, nobody gets another one’s', async () => {
  const pipes = three.map((cells) => `| ${cells.map((cell) => cell.replaceAll('…', '')).join(' | ')} |\n`);
  const services = await read(`STANDAR PELAYANAN\n\n${pipes.join('')}`);
  assert.deepEqual(
    services.map(({ components: { procedure, time, fee } }) => [
      procedure.items.length,
      time.promise,
      fee.free || fee.amounts.length > 0,
    ]),
    [
      [1, null, false],
      [1, null, false],
      [1, null, false],
    ],
  );
  for (const { findings } of services)
    assert.ok(findings.some(({ component, severity }) => component === 'time' && severity === 'error'));
});

test('products that are called like their services are no head that a page repeats', async () => {
  const products = ['4', 'Produk', 'Sewa Lapangan', 'Sewa Gedung'];
  const head = ['No', 'Komponen', 'Sewa Lapangan', 'Sewa Gedung'];
  for (const rows of [
    [head, ...body.slice(0, 3), products],
    [head, ...body.slice(0, 2), ['', '', 'Sewa Lapangan', 'Sewa Gedung'], ...body.slice(2, 3), products],
  ]) {
    const services = await read(htmlTable(rows));
    assert.deepEqual(
      services.map(({ title, components: { requirements, procedure, product } }) => [
        title?.text,
        requirements.items.length,
        procedure.items.length,
        product.items.map(({ text }) => text).join(),
      ]),
      [
        ['Sewa Lapangan', 1, 1, 'Sewa Lapangan'],
        ['Sewa Gedung', 1, 1, 'Sewa Gedung'],
      ],
    );
  }
});

for (const split of [
  ['Izin baru', '10 hari kerja', 'Perpanjangan', '3 hari kerja'],
  ['Izin baru', 'sepuluh hari', 'Perpanjangan', 'tiga hari'],
])
  test(`a value in two cells makes no services: ${split.join(', ')}`, async () => {
    const [one = '', first = '', other = '', second = ''] = split;
    const services = await read(
      htmlTable([
        ['No', 'Komponen', 'Uraian'],
        ['1', 'Persyaratan', 'KTP'],
        ['2', 'Jangka Waktu', one, first],
        ['', '', other, second],
        ['3', 'Biaya', 'Gratis'],
        ['4', 'Produk', 'Izin'],
        ['5', 'Pengaduan', 'Kotak saran'],
      ]),
    );
    assert.equal(services.length, 1);
    assert.equal(services[0]?.components.time.text, `${one}; ${first}; ${other} ${second}`);
    assert.equal(services[0].components.complaints.items.length, 1);
  });

test('a page that begins within such a value has no head of services', async () => {
  const rest = ['', '', 'Perpanjangan', '3 hari kerja'];
  const services = await read(
    `<h1>IZIN USAHA</h1>${htmlTable([rest, ...body.slice(0, 4).map((cells) => cells.slice(0, 3))])}`,
  );
  assert.equal(services.length, 1);
});

test('rows that stand behind each other in one line', async () => {
  const line =
    'NO | KOMPONEN | URAIAN | A | SERVICE DELIVERY |  | 1 | Persyaratan | 1. KTP 2. KK | 2 | Prosedur | Datang | 3 | Waktu | 7 hari kerja | B | MANUFACTURING |  | 4 | Dasar Hukum | Perda | 5 | Jumlah Pelaksana | 3 orang';
  const [service] = await read(`IZIN KIOS\n${line}\n`);
  assert.deepEqual(
    service?.components.requirements.items.map(({ text }) => text),
    ['KTP', 'KK'],
  );
  assert.equal(service.components.time.text, '7 hari kerja');
  assert.equal(service.components.legalBasis.items[0]?.text, 'Perda');
  assert.equal(service.components.staffing.count, 3);
});
