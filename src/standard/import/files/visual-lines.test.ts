import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextRun } from './page.ts';
import { isBrokenAt, visualLines } from './visual-lines.ts';

const run = (text: string, y: number, font: string, right = 40 + text.length * 5): TextRun => ({
  text,
  x: 40,
  right,
  y,
  size: 10,
  font,
});

/** Whether the first of two lines goes on in the second, on a column that ends at 500. */
function goesOn(...runs: readonly TextRun[]): boolean {
  const [first, second] = visualLines(runs);
  assert.ok(first);
  return isBrokenAt(first, second, 500, 12);
}

test('below a full line, a line in another typeface begins anew; one in the same goes on', () => {
  const full = run('Peraturan Menteri Nomor 20 Tahun 2019 tentang Pencatatan', 100, 'plain', 490);
  assert.equal(goesOn(full, run('Persyaratan', 112, 'bold')), false);
  assert.equal(goesOn(full, run('Pernikahan', 112, 'plain')), true);
});

test('a sentence that goes on in italics is one: its next line begins small', () => {
  const full = run('Permohonan disampaikan melalui aplikasi pelayanan secara', 100, 'plain', 490);
  assert.equal(goesOn(full, run('online', 112, 'italic')), true);
});
