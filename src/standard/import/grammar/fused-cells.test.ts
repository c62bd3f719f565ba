import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Line } from '../model.ts';
import { readEvents } from './events.ts';
import { isChannelHead } from './noise.ts';

let next = 0;
const line = (text: string): Line => ({ text, place: { page: null, line: (next += 1) } });
const row = (...cells: readonly (readonly string[])[]): Block => ({
  kind: 'row',
  cells: cells.map((lines) => lines.map(line)),
});

const headings = (...blocks: readonly Block[]): readonly (readonly [string, readonly string[]])[] =>
  readEvents(blocks).flatMap((event) =>
    event.kind === 'heading' ? [[event.name, event.behind.map(({ text }) => text)] as const] : [],
  );

test('a name over its content in one cell is a component where the row is numbered and has no other cell', () => {
  assert.deepEqual(headings(row(['6.'], ['Penanganan Pengaduan', 'Telepon 0274 123456'], [])), [
    ['complaints', ['Telepon 0274 123456']],
  ]);
  assert.deepEqual(headings(row([], ['Penanganan Pengaduan', 'Telepon 0274 123456'], [])), []);
});

test('the head of a table of channels is told from a channel', () => {
  assert.ok(isChannelHead('Kanal Alamat Jam Layanan'));
  assert.ok(isChannelHead('No. Media Pengaduan Kontak'));
  assert.ok(!isChannelHead('Alamat kantor'));
  assert.ok(!isChannelHead('Pengaduan'));
  assert.ok(!isChannelHead('Media sosial'));
});
