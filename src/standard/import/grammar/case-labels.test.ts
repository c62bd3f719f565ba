import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import type { ImportedService } from '../model.ts';
import { readDecree } from './read-decree.ts';

const read = async (requirements: string): Promise<ImportedService> => {
  const text = `KARTU TANDA PENDUDUK\n1. Persyaratan\n${requirements}\n2. Prosedur\nPemohon datang\n3. Jangka Waktu\n5 hari kerja\n4. Biaya\nGratis\n`;
  const [service] = valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;
  assert.ok(service);
  return service;
};
const itemsOf = async (requirements: string): Promise<readonly string[]> =>
  (await read(requirements)).components.requirements.items.map(({ text }) => text);

for (const [name, marks] of [
  ['numbers', ['1)', '2)']],
  ['letters', ['a.', 'b.']],
] as const)
  for (const sign of ['', ':'])
    test(`what stands under the name of a case is asked in that case: ${name}, “${sign}”`, async () => {
      const [one, two] = marks;
      const found = await read(
        `KTP Baru${sign}\n${one} Usia 17 tahun\n${two} Fotokopi KK\nKTP Hilang${sign}\n${one} Surat kehilangan dari kepolisian;\n${two} Fotokopi KK`,
      );
      assert.deepEqual(
        found.components.requirements.items.map(({ text }) => text),
        ['KTP Baru: Usia 17 tahun; Fotokopi KK', 'KTP Hilang: Surat kehilangan dari kepolisian; Fotokopi KK'],
      );
      const told = found.findings.find(({ words }) => words.en.includes('parted by cases'));
      assert.equal(told?.severity, 'warning');
      assert.ok(told.words.id.includes(`“KTP Hilang${sign}”`));
    });

test('a list for all before the case', async () => {
  assert.deepEqual(await itemsOf('a. KTP lama\nb. Fotokopi KK\nKTP Hilang\na. Surat kehilangan'), [
    'KTP lama',
    'Fotokopi KK',
    'KTP Hilang: Surat kehilangan',
  ]);
});

test('a group of what is asked of everybody is no case', async () => {
  assert.deepEqual(
    await itemsOf(
      'Persyaratan Umum\n1) KTP\n2) KK\nPersyaratan Khusus\n1) Proposal\nDokumen pendukung:\n1) Denah',
    ),
    ['KTP', 'KK', 'Persyaratan Khusus: Proposal', 'Denah'],
  );
});

test('a sentence before the list, a broken line and a list within an item are no cases', async () => {
  assert.deepEqual(await itemsOf('Persyaratannya sebagai berikut:\n1. KTP\n2. KK\nPas foto\n1. Akta'), [
    'KTP',
    'KK',
    'Pas foto: Akta',
  ]);
  assert.deepEqual(await itemsOf('1. KTP\n2. Fotokopi KK yang\nmasih berlaku\n1. Akta'), [
    'KTP',
    'Fotokopi KK yang; masih berlaku',
    'Akta',
  ]);
  assert.deepEqual(await itemsOf('1. KTP\n2. Surat pengantar\nDokumen pendukung\na. Akta\nb. Ijazah'), [
    'KTP',
    'Surat pengantar; Dokumen pendukung; Akta; Ijazah',
  ]);
});

for (const [first, second] of [
  ['a. Persyaratan Administrasi', 'b. Persyaratan Teknis'],
  ['a. Persyaratan Umum Permohonan:', 'b. Syarat Administratif:'],
  ['- Persyaratan Administrasi', '- Persyaratan Teknis'],
] as const)
  test(`the component's name as the head of a list within it is no item: ${second}`, async () => {
    const found = await itemsOf(
      `${first}\n1) Fotokopi KTP\n2) Fotokopi KK\n${second}\n1) Proposal\n2) Denah`,
    );
    const items = ['Fotokopi KTP', 'Fotokopi KK', 'Proposal', 'Denah'];
    assert.deepEqual(found.slice(-2), items.slice(-2));
    assert.ok(found.every((item) => !item.includes('Administrati') && !item.includes('Teknis')));
  });

test('an entry that is called like its component stays one', async () => {
  const text =
    'IZIN\n1. Persyaratan\nKTP\n2. Sarana Prasarana\na. Sarana dan prasarana\nb. Peralatan kerja\nc. AC\n3. Jangka Waktu\n5 hari kerja\n';
  const [service] = valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;
  assert.deepEqual(
    service?.components.facilities.items.map((item) => item.text),
    ['Sarana dan prasarana', 'Peralatan kerja', 'AC'],
  );
});

for (const [lead, severity] of [
  ['Surat permohonan bermeterai Rp10.000, dilampiri:', 'warning'],
  ['Mengisi formulir permohonan dengan melampirkan:', 'warning'],
  ['Surat-surat yang diperlukan adalah:', 'info'],
  ['Pemohon melampirkan:', 'info'],
] as const)
  test(`a sentence before a list that names a document: ${lead}`, async () => {
    const { components, findings } = await read(`${lead}\na. Fotokopi KTP\nb. Fotokopi KK`);
    assert.deepEqual(
      components.requirements.items.map(({ text }) => text),
      ['Fotokopi KTP', 'Fotokopi KK'],
    );
    const told = findings.filter(({ words }) => words.id.includes(lead));
    assert.deepEqual(
      told.map((one) => one.severity),
      [severity],
    );
  });
