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
