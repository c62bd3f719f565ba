/**
 * Tables with a service a row ("No | Jenis Pelayanan | Persyaratan | Waktu | Biaya"): their heads, their rows, and rows that
 * the end of a page has cut in two. Pure.
 */
import type { Block, Row } from '../model.ts';
import { joinedText, ordinalOf } from './cells.ts';
import type { Cells } from './cells.ts';
import { rowHeading } from './event.ts';
import type { Event } from './event.ts';
import { findComponentName } from './headings.ts';
import type { HeadingName } from './headings.ts';
import { isHeaderWord } from './noise.ts';
import { plainName } from './plain.ts';
import { STEP_COLUMN } from './steps-table.ts';
import { readTitleLabel } from './title-label.ts';

/** What stands in each column; null where no component does. */
export type Columns = readonly (HeadingName | 'title' | null)[];

/** So many components side by side are the head of such a table. */
const LEAST_COLUMNS = 3;
/** A table of steps (SOP) has columns for these as well: what a step needs, how long it takes, what comes out, and who does it. */
const OF_STEPS: ReadonlySet<unknown> = new Set(['requirements', 'procedure', 'time', 'product', 'staffing']);
const TITLE =
  /^(?:(?:nama|jenis|macam|judul) (?:izin|perizinan|surat|permohonan|rekomendasi|urusan)|(?:pe)?layanan|izin|perizinan)\b/;

/** The columns of a head whose rows are services: it names them, or says what no table of steps does. */
export function serviceColumns(texts: readonly string[]): Columns | null {
  const columns = texts.map(columnOf);
  const known = new Set(columns.filter((name) => name !== null && name !== 'other' && name !== 'title'));
  if (known.size < LEAST_COLUMNS || texts.some((text) => STEP_COLUMN.test(plainName(text)))) return null;
  const isWhole = texts.every((text, at) => text === '' || columns[at] !== null || isHeaderWord(text));
  return columns.includes('title') || (isWhole && !known.isSubsetOf(OF_STEPS)) ? columns : null;
}

function columnOf(text: string): Columns[number] {
  if (readTitleLabel(text, 'x') !== null) return 'title';
  return findComponentName(text) ?? (TITLE.test(plainName(text)) ? 'title' : null);
}

/** A row of such a table: what stands in it of one service. */
export function serviceRow({ cells, texts }: Cells, columns: Columns): readonly Event[] {
  if (isCount(texts)) return [];
  return columns.flatMap((name, at): readonly Event[] => {
    const lines = cells[at] ?? [];
    const [line] = lines;
    if (!name || !line) return [];
    if (name === 'title') return [{ kind: 'title', line: { ...line, text: joinedText(lines) } }];
    return [rowHeading(name, at, line, lines)];
  });
}

/** "(1) | (2) | (3)": the numbers of the columns, and nothing else. */
const isCount = (texts: readonly string[]): boolean =>
  texts.every((text, at) => text === '' || (/^\W*\d{1,2}\W*$/.test(text) && ordinalOf(text) === at + 1));

/** The same blocks, with rows that lack number and title made part of the row before: the page has ended within it. */
export function joinCutRows(blocks: readonly Block[]): readonly Block[] {
  const whole: Block[] = [];
  let columns: Columns | null = null;
  let head = '';
  /** The row of the last service, by its place among the blocks. */
  let last = -1;
  for (const block of blocks) {
    const found = block.kind === 'row' ? serviceColumns(block.cells.map(joinedText)) : null;
    const before = whole[last];
    if (block.kind === 'line') columns = null;
    else if (found) {
      const texts = block.cells.map(joinedText).join('|');
      if (texts !== head) last = -1;
      [columns, head] = [found, texts];
    } else if (columns && before?.kind === 'row' && isCut(block, columns)) {
      whole[last] = joined(before, block);
      continue;
    } else if (columns && isNamed(block, columns)) last = whole.length;
    whole.push(block);
  }
  return whole;
}

const isNamed = ({ cells }: Row, columns: Columns): boolean =>
  !isCount(cells.map(joinedText)) &&
  columns.some((name, at) => name === 'title' && joinedText(cells[at]) !== '');

function isCut({ cells }: Row, columns: Columns): boolean {
  const title = columns.indexOf('title');
  return (
    title >= 0 &&
    cells.length === columns.length &&
    cells.slice(0, title + 1).every((lines) => joinedText(lines) === '')
  );
}

const joined = (row: Row, rest: Row): Block => ({
  kind: 'row',
  cells: row.cells.map((lines, at) => [...lines, ...(rest.cells[at] ?? [])]),
});
