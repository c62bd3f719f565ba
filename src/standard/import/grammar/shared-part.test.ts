import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import type { ImportedService } from '../model.ts';
import { readDecree } from './read-decree.ts';

const own = (title: string, time: string): string =>
  `${title}\n1. Persyaratan\nFotokopi KTP\n2. Prosedur\nPemohon datang\n3. Jangka Waktu\n${time}\n4. Biaya\nGratis\n`;
const COMMON =
  'Dasar Hukum\nPeraturan Daerah\n6. Pengawasan Internal\nInspektorat\n7. Jumlah Pelaksana\n4 orang\n';

const read = async (text: string): Promise<readonly ImportedService[]> =>
  valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;

const heads = [
  'KOMPONEN UMUM',
  'B. KOMPONEN YANG BERLAKU UNTUK SELURUH JENIS PELAYANAN',
  'Komponen bersama (berlaku bagi semua layanan)',
  '## Bagian yang sama untuk setiap layanan',
];

for (const head of heads)
  for (const place of ['before', 'after'] as const)
    test(`a part that all services share, ${place} them: ${head}`, async () => {
      const services = `${own('IZIN USAHA', '3 hari kerja')}${own('IZIN KERAMAIAN', '5 hari kerja')}`;
      const part = `${head}\n5. ${COMMON}`;
      const found = await read(
        `STANDAR PELAYANAN\n${place === 'before' ? part + services : services + part}`,
      );
      assert.deepEqual(
        found.map(({ title }) => title?.text),
        ['IZIN USAHA', 'IZIN KERAMAIAN'],
      );
      for (const { components, findings } of found) {
        assert.deepEqual(
          components.legalBasis.items.map(({ text }) => text),
          ['Peraturan Daerah'],
        );
        assert.equal(components.staffing.count, 4);
        assert.ok(findings.some(({ words }) => words.id.startsWith('Dicetak sekali')));
      }
      assert.equal(found[1]?.components.time.text, '5 hari kerja');
      assert.equal(found[1]?.components.fee.text, 'Gratis');
    });

test('a sentence about all services shares nothing', async () => {
  const [first, second] = await read(
    `${own('IZIN USAHA', '3 hari kerja')}5. Jaminan Pelayanan\nBerlaku sama untuk semua layanan\n6. ${COMMON}${own('IZIN KERAMAIAN', '5 hari kerja')}`,
  );
  assert.equal(first?.components.staffing.count, 4);
  assert.equal(second?.components.staffing.count, null);
});

const office = (...components: readonly string[]): string =>
  components.map((name, at) => `${at + 5}. ${name}\nIsi ${name.toLowerCase()}\n`).join('');
const OFFICE = office(
  'Dasar Hukum',
  'Sarana Prasarana',
  'Kompetensi Pelaksana',
  'Pengawasan Internal',
  'Jaminan Pelayanan',
);
const SERVICES = `${own('IZIN USAHA', '3 hari kerja')}${own('IZIN KERAMAIAN', '5 hari kerja')}`;

test('what the office does, headed once behind all services, is shared by them', async () => {
  const found = await read(
    `A. PENYAMPAIAN PELAYANAN (SERVICE DELIVERY)\n${SERVICES}B. PENGELOLAAN PELAYANAN (MANUFACTURING)\n${OFFICE}`,
  );
  assert.deepEqual(
    found.map(({ components }) => components.legalBasis.items.map(({ text }) => text)),
    [['Isi dasar hukum'], ['Isi dasar hukum']],
  );
  assert.ok(
    found.every(({ findings }) => findings.some(({ words }) => words.id.startsWith('Dicetak sekali'))),
  );
});

test('what the office does, behind one service that has its own groups, is its own', async () => {
  const found = await read(
    `A. Service Delivery\n${own('IZIN USAHA', '3 hari kerja')}A. Service Delivery\n${own('IZIN KERAMAIAN', '5 hari kerja')}B. Manufacturing\n${OFFICE}`,
  );
  assert.deepEqual(
    found.map(({ components }) => components.legalBasis.items.length),
    [0, 1],
  );
});

const whole = (title: string, item: string, time: string, more = ''): string =>
  `${title}\n1. Persyaratan\n${item}\n2. Prosedur\nDatang\n3. Jangka Waktu\n${time}\n4. Biaya\nGratis\n5. Pengaduan\nKotak saran.\n${more}`;
const TWICE = '6. Saran dan Masukan\nKotak saran.\n';

for (const [title, name] of [
  ['STANDAR PELAYANAN PEMAKAMAN UMUM', 'PEMAKAMAN UMUM'],
  ['STANDAR PELAYANAN ANGKUTAN UMUM SETIAP JURUSAN', 'ANGKUTAN UMUM SETIAP JURUSAN'],
  ['PELAYANAN KERJA SAMA ANTAR SELURUH DESA', 'PELAYANAN KERJA SAMA ANTAR SELURUH DESA'],
  ['BAGIAN UMUM\nPELAYANAN RUANG RAPAT', 'PELAYANAN RUANG RAPAT'],
  ['STANDAR PELAYANAN DINAS PEKERJAAN UMUM\nIZIN GALIAN', 'IZIN GALIAN'],
  ['STANDAR PELAYANAN KANTOR BERSAMA SAMSAT\nPENGESAHAN STNK', 'PENGESAHAN STNK'],
  // Whatever its title says: what every service says itself is none of all.
  ['KETENTUAN UMUM', 'KETENTUAN UMUM'],
] as const)
  test(`a title with “umum” heads a service, though one of them heads a component twice: ${name}`, async () => {
    const found = await read(
      whole('IZIN KIOS', 'KTP', '3 hari kerja', TWICE) +
        whole(title, 'KK', '1 hari kerja') +
        whole('IZIN REKLAME', 'NPWP', '7 hari kerja'),
    );
    assert.deepEqual(
      found.map((service) => [
        service.title?.text,
        service.components.requirements.items.map(({ text }) => text).join(),
        service.components.time.text,
      ]),
      [
        ['IZIN KIOS', 'KTP', '3 hari kerja'],
        [name, 'KK', '1 hari kerja'],
        ['IZIN REKLAME', 'NPWP', '7 hari kerja'],
      ],
    );
  });

test('a promise or a fee that is printed once for all is warned of', async () => {
  const short = (title: string): string =>
    `${title}\n1. Persyaratan\nKTP\n2. Prosedur\nDatang\n3. Produk\nSurat\n`;
  for (const [part, severity] of [
    ['4. Jangka Waktu\n3 hari kerja\n5. Biaya\nGratis\n', 'warning'],
    [`4. ${COMMON}`, 'info'],
  ] as const) {
    const found = await read(`${short('IZIN USAHA')}${short('IZIN KERAMAIAN')}KOMPONEN UMUM\n${part}`);
    assert.equal(found.length, 2);
    for (const { findings } of found)
      assert.deepEqual(
        findings.filter(({ words }) => words.id.startsWith('Dicetak sekali')).map((one) => one.severity),
        [severity],
      );
  }
});
