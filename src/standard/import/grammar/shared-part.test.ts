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
