/** Tables that a text sets with blanks: each piece between two blanks or more is taken for a piece on a page. Pure. */
import type { Block } from '../model.ts';
import { columnBlocks, findColumns } from './columns.ts';
import { visualLines } from './visual-lines.ts';
import type { VisualLine } from './visual-lines.ts';

/** Letters of a typewriter, in points; any will do that keep their proportions. */
const WIDTH = 6;
const HEIGHT = 12;
const SIZE = 10;

/** The rows of those paragraphs that stand in columns, by the number of the paragraph's first line; the others are not there. */
export function blankColumns(
  lines: readonly string[],
): ReadonlyMap<number, { readonly blocks: readonly Block[]; readonly end: number }> {
  const paragraphs = paragraphsOf(lines);
  const columns = findColumns(paragraphs.map(({ visual }) => visual));
  if (!columns) return new Map();
  return new Map(
    paragraphs.flatMap(({ from, end, visual }) => {
      const blocks = columnBlocks(visual, columns, ({ y }) => ({ page: null, line: Math.round(y / HEIGHT) }));
      return blocks ? [[from, { blocks, end }] as const] : [];
    }),
  );
}

interface Paragraph {
  readonly from: number;
  readonly end: number;
  readonly visual: readonly VisualLine[];
}

function paragraphsOf(lines: readonly string[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at]?.trim() !== '') continue;
    if (at > from) paragraphs.push({ from, end: at, visual: visualOf(lines.slice(from, at), from) });
    from = at + 1;
  }
  return paragraphs;
}

const visualOf = (lines: readonly string[], from: number): readonly VisualLine[] =>
  visualLines(
    lines.flatMap((line, at) =>
      [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
        text,
        x: index * WIDTH,
        right: (index + text.length) * WIDTH,
        y: (from + at + 1) * HEIGHT,
        size: SIZE,
      })),
    ),
  );
