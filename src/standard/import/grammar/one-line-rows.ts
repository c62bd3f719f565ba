/** Rows of a table that stand behind each other in one line: "1 | Persyaratan | … | 2 | Prosedur | …". Pure. */
import type { Block, Row } from '../model.ts';
import { isOrdinal, joinedText } from './cells.ts';
import { findComponentName } from './headings.ts';
import { isGroupHead } from './noise.ts';

/** So many names in one row, each with something behind it, are several rows. */
const LEAST_NAMES = 3;

/** The same blocks, with such rows cut before each name, or before its number. */
export const cutOneLineRows = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'row' ? rowsOf(block) : [block]));

function rowsOf(row: Row): readonly Block[] {
  const texts = row.cells.map(joinedText);
  const names = texts.flatMap((text, at) => (isName(text) ? [at] : []));
  const areApart = names.every((at, index) => index === 0 || at - (names[index - 1] ?? 0) >= 2);
  if (names.length < LEAST_NAMES || !areApart || texts.length < names.length * 2)
    return [{ kind: 'row', ...row }];
  const starts = names.map((at) => (at > 0 && isOrdinal(texts[at - 1] ?? '') ? at - 1 : at));
  const [first = 0] = starts;
  const head: readonly Block[] = first > 0 ? [{ kind: 'row', cells: row.cells.slice(0, first) }] : [];
  return [
    ...head,
    ...starts.map((from, index): Block => ({
      kind: 'row',
      cells: withoutGroup(row.cells.slice(from, starts[index + 1])),
    })),
  ];
}

const isName = (text: string): boolean => {
  const name = findComponentName(text);
  return name !== null && name !== 'other';
};

/** The name of the group that follows, and its letter, are no content. */
function withoutGroup(cells: Row['cells']): Row['cells'] {
  const texts = cells.map(joinedText);
  const group = texts.findIndex((text, at) => at > 1 && isGroupHead(text));
  if (group < 0) return cells;
  return cells.slice(0, isOrdinal(texts[group - 1] ?? '') ? group - 1 : group);
}
