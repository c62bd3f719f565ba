import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readDecree } from './read-decree.ts';

const BEFORE = `SURAT KETERANGAN
1. Persyaratan
a. Fotokopi KTP
2. Prosedur
a. Pemohon datang
3. Biaya
Gratis
4. Evaluasi Kinerja Pelaksana
`;
const LIST = 'a. Survei tiap semester\nb. Rapat bulanan\n';

const evaluationOf = async (behind: string): Promise<readonly string[]> => {
  const file = valueOf(await readFileText(new TextEncoder().encode(BEFORE + LIST + behind)));
  const [service] = valueOf(readDecree(file)).services;
  return service?.components.evaluation.items.map(({ text }) => text) ?? [];
};

const endings: readonly (readonly [string, string])[] = [
  ['signature with a number', 'Kepala Dinas Sosial\nDrs. Bambang\nNIP. 19700101 199003 1 001\n'],
  ['signature with a name only', 'Kepala Desa Mekar\nSUTRISNO\n'],
  ['the name of a pilgrim', 'CAMAT MEKAR\nH. SUTRISNO, S.Sos\n'],
  ['letters set apart', 'Ruteng, 2 Mei 2023\nKepala Dinas\nt t d\nYULIUS , S . E .\n'],
  ['copies', 'Tembusan:\n1. Bupati\n2. Inspektur\n'],
  ['a table of tariffs', 'Tabel Tarif Pengujian\nNo Parameter Tarif\n1 pH 15.000\n'],
  ['a chart', 'BAGAN STRUKTUR ORGANISASI\nDirektur\nSekretaris\n'],
  ['links', 'Bagikan: Facebook WhatsApp\n'],
  ['the foot of a page', 'Alamat kantor: Jalan Merdeka 5\nPengunjung hari ini 214\n'],
];

for (const [name, behind] of endings)
  test(`no part of the last component: ${name}`, async () => {
    assert.deepEqual(await evaluationOf(behind), ['Survei tiap semester', 'Rapat bulanan']);
  });

test('what else stands under the last heading stays', async () => {
  assert.deepEqual(await evaluationOf('c. Tabel nilai dikirim ke Inspektorat\n'), [
    'Survei tiap semester',
    'Rapat bulanan',
    'Tabel nilai dikirim ke Inspektorat',
  ]);
});

test('what was left out is told', async () => {
  const file = valueOf(
    await readFileText(new TextEncoder().encode(`${BEFORE}${LIST}Tabel Tarif\n1 pH 15.000\n`)),
  );
  const [service] = valueOf(readDecree(file)).services;
  assert.ok(service?.findings.some(({ words }) => words.id.includes('Tabel Tarif')));
});

const columns = (...rows: readonly (readonly [string, string])[]): string =>
  rows.map(([name, value]) => `${name.padEnd(36)}${value}\n`).join('');

const TABLE = columns(
  ['1   Persyaratan', 'Fotokopi KTP'],
  ['2   Prosedur', 'Pemohon datang'],
  ['3   Biaya', 'Gratis'],
  ['4   Pengawasan internal', 'Camat'],
  ['5   Evaluasi kinerja pelaksana', 'Survei setahun sekali'],
);

test('in columns of blanks a signature stands far to the right of the last row', async () => {
  const text = `SURAT KETERANGAN\n\n${TABLE}${columns(['', '                 CAMAT MEKAR'], ['', '                 H. SUTRISNO, S.Sos'])}`;
  const file = valueOf(await readFileText(new TextEncoder().encode(text)));
  const [service] = valueOf(readDecree(file)).services;
  assert.deepEqual(
    service?.components.evaluation.items.map((item) => item.text),
    ['Survei setahun sekali'],
  );
  assert.deepEqual(
    service?.components.supervision.items.map((item) => item.text),
    ['Camat'],
  );
});

const tableOf = (title: string): string =>
  `<p>${title}</p><table>${[
    'Persyaratan|KTP',
    'Prosedur|Pemohon datang',
    'Biaya|Sesuai Perda',
    'Evaluasi Kinerja Pelaksana|Survei setahun sekali',
  ]
    .map((row) => `<tr><td>${row.replace('|', '</td><td>')}</td></tr>`)
    .join('')}</table>`;

test('a table of tariffs between two services is no part of the first, and is told', async () => {
  const tariffs =
    '<p>Tarif menurut kelas bangunan:</p><table><tr><td>1</td><td>Rumah</td><td>Rp 5.000</td></tr></table>';
  const html = `<!doctype html><body>${tableOf('IZIN USAHA')}${tariffs}${tableOf('IZIN KERAMAIAN')}</body>`;
  const file = valueOf(await readFileText(new TextEncoder().encode(html)));
  const { services } = valueOf(readDecree(file));
  assert.deepEqual(
    services.map(({ title, components }) => [
      title?.text,
      components.evaluation.items.map(({ text }) => text),
    ]),
    [
      ['IZIN USAHA', ['Survei setahun sekali']],
      ['IZIN KERAMAIAN', ['Survei setahun sekali']],
    ],
  );
  assert.deepEqual(
    services.map(({ findings }) => findings.some(({ words }) => words.id.includes('Tarif menurut kelas'))),
    [true, false],
  );
});

test('a table below the heading of the last component is what it says', async () => {
  const text = ['Persyaratan', 'KTP', 'Prosedur', 'Pemohon datang', 'Biaya']
    .map((line) => `<p>${line}</p>`)
    .join('');
  const tariffs = '<p>Rincian tarif:</p><table><tr><td>Kelas I</td><td>Rp 5.000</td></tr></table>';
  const html = `<!doctype html><body><p>IZIN USAHA</p>${text}${tariffs}</body>`;
  const file = valueOf(await readFileText(new TextEncoder().encode(html)));
  const [service] = valueOf(readDecree(file)).services;
  assert.deepEqual(
    service?.components.fee.amounts.map(({ idr }) => idr),
    [5000],
  );
});
