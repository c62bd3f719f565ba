import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import type { ImportedService } from '../model.ts';
import { readDecree } from './read-decree.ts';

const read = async (text: string): Promise<readonly ImportedService[]> =>
  valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;

const delivery = (title: string, time: string): string =>
  `${title}\n1. Persyaratan\nFotokopi KTP\n2. Prosedur\nPemohon datang\n3. Jangka Waktu\n${time}\n4. Biaya\nGratis\n`;
const office = (title: string, law: string): string =>
  `${title}\n1. Dasar Hukum\n${law}\n2. Kompetensi Pelaksana\nTeliti\n3. Jumlah Pelaksana\n2 orang\n`;

const facts = (services: readonly ImportedService[]) =>
  services.map(({ title, components }) => [
    title?.text,
    components.time.text,
    components.legalBasis.items.map(({ text }) => text).join(),
  ]);

test('two annexes, each with the services in its order: every service gets both of its parts', async () => {
  const found = await read(
    `LAMPIRAN I\nSERVICE DELIVERY\n${delivery('A. IZIN USAHA', '3 hari kerja')}${delivery('B. IZIN KERAMAIAN', '5 hari kerja')}` +
      `LAMPIRAN II\nMANUFACTURING\n${office('A. IZIN USAHA', 'Perda Usaha')}${office('B. IZIN KERAMAIAN', 'Perda Keramaian')}`,
  );
  assert.deepEqual(facts(found), [
    ['IZIN USAHA', '3 hari kerja', 'Perda Usaha'],
    ['IZIN KERAMAIAN', '5 hari kerja', 'Perda Keramaian'],
  ]);
  assert.ok(found.every(({ components }) => components.complaints.items.length === 0));
});

test('the second annex may have another order, and count otherwise', async () => {
  const found = await read(
    `${delivery('I. IZIN USAHA', '3 hari kerja')}${delivery('II. IZIN KERAMAIAN', '5 hari kerja')}` +
      `${office('1. IZIN KERAMAIAN', 'Perda Keramaian')}${office('2. IZIN USAHA', 'Perda Usaha')}`,
  );
  assert.deepEqual(facts(found), [
    ['IZIN USAHA', '3 hari kerja', 'Perda Usaha'],
    ['IZIN KERAMAIAN', '5 hari kerja', 'Perda Keramaian'],
  ]);
});

test('two services of one name stay two where the same component comes twice', async () => {
  const found = await read(
    `${delivery('IZIN USAHA', '3 hari kerja')}${delivery('IZIN KERAMAIAN', '5 hari kerja')}${delivery('IZIN USAHA', '9 hari kerja')}`,
  );
  assert.deepEqual(
    found.map(({ components }) => components.time.text),
    ['3 hari kerja', '5 hari kerja', '9 hari kerja'],
  );
});

/** Whose product bears its own name, and which asks for what another service gives. */
const asking = (title: string, asked: string, [first, second, third]: readonly string[]): string =>
  `${title}\n${first}Persyaratan\nFotokopi KTP\n${asked}\n${second}Prosedur\nPemohon datang\n${third}Produk Pelayanan\n${title}\n`;
const closing = (mark: string): string => `${mark}Penanganan Pengaduan\nKotak saran\n`;

for (const [name, marks] of [
  ['numbered', ['1. ', '2. ', '3. ', '4. ']],
  ['without numbers', ['', '', '', '']],
] as const)
  for (const spelt of [(title: string) => title, (title: string) => title.toLowerCase()])
    test(`what a service gives or asks for is no returning title: ${name}, ${spelt('AS IT IS')}`, async () => {
      const [usaha, domisili] = ['SURAT KETERANGAN USAHA', 'SURAT KETERANGAN DOMISILI'];
      const found = await read(
        [
          asking(usaha, spelt(domisili), marks).replace(new RegExp(`${usaha}\n$`), `${spelt(usaha)}\n`),
          closing(marks[3]),
          asking(domisili, 'Pas foto', marks).replace(new RegExp(`${domisili}\n$`), `${spelt(domisili)}\n`),
          closing(marks[3]),
        ].join(''),
      );
      assert.deepEqual(
        found.map(({ title, components }) => [
          title?.text,
          components.requirements.items.length,
          components.product.items.map(({ text }) => text.toUpperCase()).join(),
          components.complaints.items.length,
        ]),
        [
          [usaha, 2, usaha, 1],
          [domisili, 2, domisili, 1],
        ],
      );
    });
