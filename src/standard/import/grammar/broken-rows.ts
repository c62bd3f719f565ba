/** Rows that the end of a page has cut in two, so that even the component's name is in pieces, put together. Pure. */
import type { Block, Row } from '../model.ts';
import { isOrdinal, joinedText } from './cells.ts';
import { findComponentName, isExactName } from './headings.ts';
import { isTableHead } from './noise.ts';

/** The first rows of the next page to look at: a repeated head may stand between. */
const FARTHEST = 3;
const LONGEST_NAME = 190;

const bare = (text: string): string => text.replace(/^\(?(?:\d{1,2}|[a-zA-Z])[.)]\s*/, '');

/** Blocks with the halves of such rows made one. */
export function mergeBrokenRows(blocks: readonly Block[]): readonly Block[] {
  const whole: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    const end = block.kind === 'row' ? endOfName(blocks, at, block) : at;
    const parts = blocks
      .slice(at, end + 1)
      .filter((part): part is Row & { kind: 'row' } => part.kind === 'row' && !isHead(part));
    whole.push(end === at || block.kind !== 'row' ? block : mergedRow(parts));
    at = end;
  }
  return whole;
}

const isHead = ({ cells }: Row): boolean => isTableHead(cells.map(joinedText));

/** The row in which the name that begins here ends; the same row where it is whole, or none. */
function endOfName(blocks: readonly Block[], from: number, row: Row): number {
  const column = row.cells.findIndex((lines) => joinedText(lines) !== '' && !isOrdinal(joinedText(lines)));
  if (column < 0 || column > 1 || row.cells.length < column + 2) return from;
  let name = bare(joinedText(row.cells[column]));
  let end = from;
  for (let at = from + 1; at <= from + FARTHEST; at += 1) {
    const next = blocks[at];
    if (next?.kind !== 'row') break;
    if (isHead(next)) continue;
    const part = partOfName(next, column);
    if (part === null || !mayFollow(part, name)) break;
    const before = name;
    name = `${name} ${part}`;
    if (isWhole(name, before)) end = at;
  }
  return end;
}

/** A name that was whole before becomes a longer one only to the letter. */
const isWhole = (name: string, before: string): boolean =>
  findComponentName(before) === null ? findComponentName(name) !== null : isExactName(name);

/** The words that may go on with a name: in its column, and without a number of their own. */
function partOfName({ cells }: Row, column: number): string | null {
  const part = joinedText(cells[column]);
  return part === '' || cells.slice(0, column).some((lines) => joinedText(lines) !== '') ? null : part;
}

const mayFollow = (part: string, name: string): boolean =>
  name.length + part.length <= LONGEST_NAME &&
  (findComponentName(part) === null || findComponentName(name) === null);

function mergedRow(parts: readonly Row[]): Block {
  const width = Math.max(...parts.map(({ cells }) => cells.length));
  const cells = Array.from({ length: width }, (_, column) =>
    parts.flatMap((part) => part.cells[column] ?? []),
  );
  return { kind: 'row', cells };
}
