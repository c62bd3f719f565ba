import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { valueOf } from '../../../ground/index.ts';
import { readFileText } from './index.ts';
import { readPages } from './layout.ts';
import type { Rule, TextRun } from './page.ts';

const XS = [0, 40, 160, 280, 400, 520];
const HEIGHT = 20;

/** A ruled page; a word stands in the column it is given, and no line parts the columns that are named as joined. */
function pageOf(rows: readonly { words: Readonly<Record<number, string>>; joined?: readonly number[] }[]) {
  const bottom = rows.length * HEIGHT;
  const runs = rows.flatMap(({ words }, row) =>
    Object.entries(words).map(([column, text]): TextRun => {
      const x = (XS[Number(column)] ?? 0) + 5;
      return { text, x, right: x + text.length * 4, y: row * HEIGHT + 14, size: 10 };
    }),
  );
  const vertical = XS.flatMap((at, column) =>
    rows.flatMap(({ joined = [] }, row): readonly Rule[] =>
      joined.includes(column) ? [] : [{ at, from: row * HEIGHT, to: (row + 1) * HEIGHT }],
    ),
  );
  const horizontal = [...rows.keys(), rows.length].map((row) => ({ at: row * HEIGHT, from: 0, to: 520 }));
  return { number: 1, height: bottom, runs, vertical, horizontal };
}

test('a cell of a ruled table says over how many columns it reaches', () => {
  const page = pageOf([
    { words: { 0: '3', 1: 'Jangka Waktu', 2: '3 hari', 3: '14 hari' }, joined: [4] },
    { words: { 0: '4', 1: 'Biaya', 2: 'Gratis', 4: 'Rp 500' }, joined: [3] },
    { words: { 0: '5', 1: 'Produk', 2: 'Izin' }, joined: [3, 4] },
    { words: { 0: '6', 1: 'Dasar', 2: 'satu', 3: 'dua', 4: 'tiga' } },
  ]);
  assert.deepEqual(
    readPages([page]).blocks.map((block) => block.kind === 'row' && block.spans),
    [
      [1, 1, 1, 2],
      [1, 1, 2, 1],
      [1, 1, 3],
      [1, 1, 1, 1, 1],
    ],
  );
});

test('so do cells of Word and of HTML', async () => {
  const word = (text: string, span: number): string =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr>${word('Jangka Waktu', 1)}${word('14 hari', 2)}</w:tr></w:tbl></w:body></w:document>`;
  const html = '<table><tr><td>Jangka Waktu</td><td colspan="2">14 hari</td></tr></table>';
  for (const file of [zipSync({ 'word/document.xml': strToU8(document) }), strToU8(html)]) {
    const { blocks } = valueOf(await readFileText(file));
    assert.deepEqual(
      blocks.map((block) => block.kind === 'row' && block.spans),
      [[1, 2]],
    );
  }
});
