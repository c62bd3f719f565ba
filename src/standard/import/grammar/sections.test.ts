import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import type { ImportedService } from '../model.ts';
import { readDecree } from './read-decree.ts';

const read = async (text: string): Promise<readonly ImportedService[]> =>
  valueOf(readDecree(valueOf(await readFileText(new TextEncoder().encode(text))))).services;

const facts = (services: readonly ImportedService[]) =>
  services.map(({ title, components: { requirements, time } }) => [
    title?.text,
    requirements.items.map(({ text }) => text).join(),
    time.promise?.days,
  ]);

const rest = (days: number, marks: readonly string[] = ['', '', '']): string =>
  `${marks[0]}Prosedur\nPemohon datang\n${marks[1]}Jangka Waktu\n${days} hari kerja\n${marks[2]}Biaya\nGratis\n`;
const NUMBERED = ['3. ', '4. ', '5. '];

test('a first component in two parts, in every service of a decree', async () => {
  const service = (title: string, items: readonly string[], days: number): string =>
    `${title}\n1. Persyaratan Administrasi\na. ${items[0]}\nb. ${items[1]}\n2. Persyaratan Teknis\na. ${items[2]}\nb. DENAH LOKASI\n${rest(days, NUMBERED)}`;
  const found = await read(
    `STANDAR PELAYANAN\n${service('A. IZIN USAHA', ['KTP', 'NPWP', 'Gambar'], 3)}${service('B. IZIN KERAMAIAN', ['KTP', 'KARTU KELUARGA', 'Proposal'], 5)}`,
  );
  assert.deepEqual(facts(found), [
    ['IZIN USAHA', 'KTP,NPWP,Gambar,DENAH LOKASI', 3],
    ['IZIN KERAMAIAN', 'KTP,KARTU KELUARGA,Proposal,DENAH LOKASI', 5],
  ]);
  for (const { findings } of found)
    assert.ok(
      findings.some(({ component, words }) => component === 'requirements' && /twice/.test(words.en)),
    );
});

test('as lines without numbers below the name of both', async () => {
  const service = (title: string, days: number): string =>
    `${title}\nPersyaratan\nPersyaratan Administrasi\n1. Fotokopi KTP\n2. KARTU KELUARGA\nPersyaratan Teknis\n1. Proposal\n2. Denah\n${rest(days)}`;
  assert.deepEqual(facts(await read(service('IZIN USAHA', 3) + service('IZIN KERAMAIAN', 5))), [
    ['IZIN USAHA', 'Fotokopi KTP,KARTU KELUARGA,Proposal,Denah', 3],
    ['IZIN KERAMAIAN', 'Fotokopi KTP,KARTU KELUARGA,Proposal,Denah', 5],
  ]);
});

for (const [name, row] of [
  ['without a number', ['', 'Persyaratan (lanjutan)', 'KK']],
  ['with its number again', ['1', 'Persyaratan', 'KK']],
] as const)
  test(`a first component that goes on in the next row: ${name}`, async () => {
    const rows = [
      ['1', 'Persyaratan', 'KTP'],
      row,
      ['2', 'Prosedur', 'Datang'],
      ['3', 'Jangka Waktu', '5 hari kerja'],
      ['4', 'Biaya', 'Gratis'],
    ];
    const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    assert.deepEqual(facts(await read(`<h1>IZIN KERAMAIAN</h1><table>${table.join('')}</table>`)), [
      ['IZIN KERAMAIAN', 'KTP,KK', 5],
    ]);
  });

test('a part too short to be a service is told, and does not mix with the service behind', async () => {
  const short = 'IZIN USAHA\n1. Persyaratan\nNPWP\n2. Prosedur\nPemohon mendaftar\n';
  const whole = `IZIN KERAMAIAN\n1. Persyaratan\nKTP\n${rest(5, ['2. ', '3. ', '4. '])}`;
  for (const text of [short + whole, whole + short, whole + short + whole.replace('KERAMAIAN', 'REKLAME')]) {
    const found = await read(text);
    assert.ok(facts(found).every(([, requirements]) => requirements === 'KTP'));
    const told = found.flatMap(({ findings }) =>
      findings.filter(({ words }) => words.en.includes('too short to be a service')),
    );
    assert.deepEqual(
      told.map(({ severity }) => severity),
      ['warning'],
    );
    assert.match(told[0]?.words.id ?? '', /“1\. Persyaratan”, “2\. Prosedur”/);
  }
});
