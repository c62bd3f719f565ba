import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../model.ts';
import { cellLinesOf } from './nested-table.ts';

const place = { page: null, line: 1 };
const row = (...cells: readonly string[]): Block => ({
  kind: 'row',
  cells: cells.map((text) => (text === '' ? [] : [{ text, place }])),
});
const line = (text: string): Block => ({ kind: 'line', line: { text, place } });

const textsOf = (...blocks: readonly Block[]): readonly string[] =>
  cellLinesOf(blocks).map(({ text }) => text);

test('a table of steps: its head is no step, and its numbers are marks', () => {
  assert.deepEqual(
    textsOf(
      line('Alur:'),
      row('No', 'Uraian Kegiatan', 'Pelaksana', 'Waktu'),
      row('', '1', 'Memeriksa berkas', 'Petugas', '5 menit'),
      row('', '2', 'Menandatangani', 'Camat', '10 menit'),
    ),
    ['Alur:', '1. Memeriksa berkas Petugas 5 menit', '2. Menandatangani Camat 10 menit'],
  );
});

test('another table keeps all of its rows, and its figures are figures', () => {
  assert.deepEqual(textsOf(row('Kelas', 'Tarif'), row('1', 'Rp 250.000')), ['Kelas Tarif', '1 Rp 250.000']);
});
