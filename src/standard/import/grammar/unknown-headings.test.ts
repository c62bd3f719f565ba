import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from '../files/index.ts';
import { readDecree } from './read-decree.ts';

const parts: readonly (readonly [string, string])[] = [
  ['Persyaratan', 'Fotokopi KTP'],
  ['Prosedur', 'Pemohon datang'],
  ['Jangka Waktu', '3 hari kerja'],
  ['Kontak Kami', 'Berdiri sejak 40 tahun lalu'],
  ['Biaya', 'Gratis'],
  ['Produk', 'Surat keterangan'],
  ['Jumlah Pelaksana', '3 orang'],
  ['Info Tambahan', 'Dokumen disimpan 5 tahun'],
];

/** Forms in which a heading and its content stand, numbered from 1. */
const forms: Readonly<Record<string, (name: string, value: number, content: string) => string>> = {
  numbers: (name, value, content) => `${value}. ${name}\n${content}`,
  letters: (name, value, content) => `${'ABCDEFGH'[value - 1]}. ${name.toUpperCase()}\n${content}`,
  labels: (name, _, content) => `${name}: ${content}`,
  bold: (name, _, content) => `**${name}**\n\n${content}\n`,
  sharps: (name, _, content) => `### ${name}\n\n${content}\n`,
  html: (name, _, content) => `<h3>${name}</h3><p>${content}</p>`,
  'html, bold': (name, _, content) => `<p><strong>${name}</strong></p><p>${content}</p>`,
};

for (const [form, line] of Object.entries(forms))
  test(`an unknown heading ends the component above it: ${form}`, async () => {
    const body = parts.map(([name, content], at) => line(name, at + 1, content)).join('\n');
    const text = form.startsWith('html')
      ? `<html><body><h1>Surat Keterangan</h1>${body}</body></html>`
      : `SURAT KETERANGAN\n${body}\n`;
    const file = valueOf(await readFileText(new TextEncoder().encode(text)));
    const [service] = valueOf(readDecree(file)).services;
    assert.equal(service?.components.time.text, '3 hari kerja');
    assert.equal(service.components.time.promise?.days, 3);
    assert.equal(service.components.staffing.text, '3 orang');
    assert.ok(service.findings.some(({ words }) => /kontak kami/i.test(words.id)));
  });

test('a term of a list of definitions that is no component ends the component above it', async () => {
  const rows = [
    ['Persyaratan', '<ol><li>KTP</li></ol>'],
    ['Prosedur', '<ol><li>Pemohon datang</li></ol>'],
    ['Jangka Waktu', '3 hari kerja'],
    ['Kuota', '20 orang dalam 2 hari'],
    ['Biaya', 'Rp 10.000'],
    ['Jam Buka', 'Pukul 08.00 - 14.00'],
    ['Produk Layanan', 'Surat izin'],
  ];
  const list = rows.map(([term, said]) => `<dt>${term}</dt><dd>${said}</dd>`).join('');
  const page = `<html><body><h1>Standar Pelayanan Izin Keramaian</h1><dl>${list}</dl></body></html>`;
  const file = valueOf(await readFileText(new TextEncoder().encode(page)));
  const { components, findings } = valueOf(readDecree(file)).services[0] ?? assert.fail();
  assert.deepEqual([components.time.text, components.time.promise?.days], ['3 hari kerja', 3]);
  assert.deepEqual([components.fee.text, components.fee.amounts[0]?.idr], ['Rp 10.000', 10_000]);
  const told = findings
    .map(({ words }) => words.en)
    .filter((words) => words.includes('none of the fourteen'));
  assert.equal(told.length, 2);
});
