import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block, Inline, Paper, TextBlock } from '../model.ts';
import type { Fonts } from './fonts.ts';
import { layOut } from './lay-out.ts';
import type { LaidOut } from './lay-out.ts';
import type { Mark, TextMark } from './marks.ts';
import { plainText } from './words.ts';

/** Every letter half as wide as it is high: what the layout does must not depend on a font file. */
const fonts: Fonts = {
  width: (text, _face, size) => (text.length * size) / 2,
  has: (character) => character < '\u0250',
};

const paper = (body: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  title: 'Uji',
  author: 'Dinas',
  lang: 'id',
  createdAt: '2026-11-23T02:00:00Z',
  id: 'uji',
  page: { size: 'A4' },
  body,
  ...more,
});

const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const said = (marks: readonly Mark[]): string =>
  texts(marks)
    .filter(({ tag }) => tag !== null && tag.type !== 'Lbl')
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
const allSaid = ({ pages }: LaidOut): string => said(pages.flat());

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnop(),.'.split('')),
  minLength: 1,
  maxLength: 9,
});
const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const paragraph = sentence.map((text): TextBlock => ({ kind: 'paragraph', text }));
const list = fc
  .array(sentence, { minLength: 1, maxLength: 6 })
  .map((items): TextBlock => ({ kind: 'list', numbers: 'decimal', items }));
const table = fc
  .array(fc.array(list, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((rows): Block => ({
    kind: 'table',
    columns: [{ share: 1 }, { share: 2 }, { share: 3 }],
    head: ['satu', 'dua', 'tiga'],
    rows: rows.map((row) => row.map((block) => [block])),
  }));
const heading = sentence.map((text): Block => ({ kind: 'heading', level: 1, text }));
const body = fc.array(fc.oneof(paragraph, list, table, heading), { minLength: 1, maxLength: 8 });

const wordsOfText = (block: TextBlock): string =>
  block.kind === 'list'
    ? block.items.map((item) => plainText(item as Inline)).join(' ')
    : plainText(block.text);

/** Words of a block in any order: cells that go on over pages are laid page by page. */
function wordsOf(block: Block): string[] {
  if (block.kind === 'table') {
    const cells = block.rows.flat().flatMap((cell) => (cell as readonly TextBlock[]).map(wordsOfText));
    return [...(block.head ?? []).map((title) => plainText(title)), ...cells].join(' ').split(' ');
  }
  if (block.kind === 'heading') return plainText(block.text).split(' ');
  assert.ok(block.kind === 'paragraph' || block.kind === 'list');
  return wordsOfText(block).split(' ');
}

test('no word is lost, doubled or changed, however a paper breaks over pages', () => {
  fc.assert(
    fc.property(body, (blocks) => {
      const laid = layOut(paper(blocks), fonts);
      assert.deepEqual(allSaid(laid).split(' ').sort(), blocks.flatMap(wordsOf).sort());
    }),
    { numRuns: 60 },
  );
});

test('nothing stands outside of the margins', () => {
  fc.assert(
    fc.property(body, (blocks) => {
      const { sheet, pages } = layOut(paper(blocks, { runningHead: 'Uji', banner: 'Percobaan' }), fonts);
      for (const mark of texts(pages.flat())) {
        assert.ok(mark.x >= sheet.left - 0.01, mark.text);
        assert.ok(
          mark.x + fonts.width(mark.text.trimEnd(), mark.face, mark.size) <= sheet.right + 0.01,
          mark.text,
        );
        assert.ok(mark.tag === null || mark.y <= sheet.bottom + 0.01, mark.text);
      }
    }),
    { numRuns: 60 },
  );
});

const long = 'kata '.repeat(4000).trim();
const longTable: Block = {
  kind: 'table',
  columns: [{ share: 1 }, { share: 4 }],
  head: ['No', 'Uraian'],
  rows: [['1', long]],
};

test('a row taller than a page goes on over pages, below its head, which is read out once', () => {
  const { pages } = layOut(paper([longTable]), fonts);
  assert.ok(pages.length > 3);
  for (const marks of pages) assert.ok(texts(marks).some(({ text }) => text === 'Uraian'));
  const heads = pages.flatMap((marks) => texts(marks).filter(({ text }) => text === 'Uraian'));
  assert.deepEqual(
    heads.map(({ tag }) => tag?.type ?? null),
    ['TH', ...Array.from({ length: pages.length - 1 }, () => null)],
  );
});

test('a heading never stands alone at the foot of a page', () => {
  for (let lines = 40; lines < 52; lines += 1) {
    const filling: Block = {
      kind: 'paragraph',
      text: Array.from({ length: lines }, () => 'baris').join('\n'),
    };
    const { pages } = layOut(
      paper([filling, { kind: 'heading', level: 1, text: 'Judul' }, { kind: 'paragraph', text: 'isi' }]),
      fonts,
    );
    const page = pages.findIndex((marks) => said(marks).includes('Judul'));
    assert.match(said(pages[page] ?? []), /Judul isi$/, `${lines} lines`);
  }
});

test('signatures are not torn, and their names stand on one line', () => {
  const { pages } = layOut(
    paper([
      { kind: 'paragraph', text: Array.from({ length: 46 }, () => 'baris').join('\n') },
      {
        kind: 'signatures',
        blocks: [
          { post: ['Penerima,'], name: 'Ani' },
          {
            placeAndDate: 'Klaten, 1 Mei 2026',
            post: ['a.n. Bupati', 'Kepala Dinas,'],
            name: 'Budi',
            place: 'ttd',
          },
        ],
      },
    ]),
    fonts,
  );
  const last = pages.at(-1) ?? [];
  const [ani, budi] = ['Ani', 'Budi'].map((name) => texts(last).find(({ text }) => text === name));
  assert.equal(pages.length, 2);
  assert.ok(ani && budi && ani.y === budi.y && ani.x < budi.x);
  assert.ok(texts(last).some(({ text }) => text.startsWith('Klaten')));
  assert.ok(last.some((mark) => mark.kind === 'place' && mark.name === 'ttd'));
});

test('an address too long for its column is torn after a slash or a dot, and nothing of it is lost', () => {
  const address = `https://contoh.go.id/${'layanan/'.repeat(30)}surat`;
  const marks = texts(layOut(paper([{ kind: 'paragraph', text: address }]), fonts).pages.flat());
  assert.equal(marks.map(({ text }) => text.trimEnd()).join(''), address);
  for (const { text } of marks.slice(0, -1)) assert.match(text.trimEnd(), /[/.]$/);
});

test('signs without a drawing are replaced by their likes, and by a box where there is none', () => {
  const text = 'dua\u2011tiga \uF0B7 e\u0301 \u{1F600} lu\u00ADnak';
  const marks = texts(layOut(paper([{ kind: 'paragraph', text }]), fonts).pages.flat());
  assert.equal(marks.map((mark) => mark.text).join(''), 'dua-tiga • é ? lunak');
});

test('page numbers count all pages; the running head begins on the second', () => {
  const { pages } = layOut(
    paper([longTable], { pageNumbers: 'halaman {n} dari {m}', runningHead: 'Kepala' }),
    fonts,
  );
  pages.forEach((marks, at) => {
    assert.ok(texts(marks).some(({ text }) => text === `halaman ${at + 1} dari ${pages.length}`));
    assert.equal(
      texts(marks).some(({ text }) => text === 'Kepala'),
      at > 0,
    );
  });
});

test('a centred title breaks into lines of much the same length, not into one and a lonely word', () => {
  const text = 'pembangunan dan pengembangan aplikasi pemerintah daerah kabupaten dan kota seluruhnya ya';
  const { pages } = layOut(paper([{ kind: 'heading', level: 1, align: 'centre', text }]), fonts);
  const widths = texts(pages.flat()).map((mark) => mark.text.trim().length);
  assert.equal(widths.length, 2);
  assert.ok(Math.min(...widths) > Math.max(...widths) * 0.7, String(widths));
});
