import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaksWord, joinBroken } from './broken-words.ts';

const joined: readonly (readonly [string, string, string])[] = [
  ['melakukan tinda-', 'kan pengobatan', 'melakukan tindakan pengobatan'],
  ['Pusat Ke-', 'sehatan Hewan', 'Pusat Kesehatan Hewan'],
  ['sebagai pela-', 'yanan', 'sebagai pelayanan'],
  ['sesuai undang-', 'undang', 'sesuai undang-undang'],
  ['peraturan perundang-', 'undangan', 'peraturan perundang-undangan'],
  ['Undang-', 'Undang Nomor 41', 'Undang-Undang Nomor 41'],
  ['hak-', 'hak pemohon', 'hak-hak pemohon'],
  ['selambat-', 'lambatnya', 'selambat-lambatnya'],
  ['sayur-', 'mayur', 'sayur-mayur'],
  ['biaya non-', 'tunai', 'biaya non-tunai'],
  ['fotokopi KTP-', 'el', 'fotokopi KTP-el'],
  ['Senin -', 'Jumat', 'Senin - Jumat'],
  ['fotokopi KTP', 'dan KK', 'fotokopi KTP dan KK'],
  ['Surel layanan@contohkab.go.i', 'd 24 jam', 'Surel layanan@contohkab.go.id 24 jam'],
  ['laman www.contoh', 'kab.go.id', 'laman www.contohkab.go.id'],
  ['Surel layanan@contohkab.go.id', 'atau datang', 'Surel layanan@contohkab.go.id atau datang'],
];

for (const [before, after, whole] of joined)
  test(`joined: ${whole}`, () => assert.equal(joinBroken(before, after), whole));

test('only letters before a hyphen and small letters behind it are one word', () => {
  assert.ok(breaksWord('1 lem-', 'bar'));
  assert.ok(!breaksWord('Senin -', 'jumat'));
  assert.ok(!breaksWord('Undang-', 'Undang'));
});
