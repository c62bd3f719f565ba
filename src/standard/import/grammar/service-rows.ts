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
import { readMark } from './marks.ts';
import { isHeaderWord, isPageNumber } from './noise.ts';
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

/**
 * The columns of a head whose rows are services: it names them, or says what no table of steps does. `above`: the row before,
 * which may be the upper half of the head.
 */
export function serviceColumns(texts: readonly string[], above: readonly string[]): Columns | null {
  const columns = texts.map((text, at) => columnOf(text === '' && isSplit(texts) ? (above[at] ?? '') : text));
  const known = new Set(columns.filter((name) => name !== null && name !== 'other' && name !== 'title'));
  const isOfSteps = [...texts, ...(isSplit(texts) ? above : [])].some((text) =>
    STEP_COLUMN.test(plainName(text)),
  );
  if (known.size < LEAST_COLUMNS || isOfSteps) return null;
  const isWhole = texts.every((text, at) => text === '' || columns[at] !== null || isHeaderWord(text));
  return columns.includes('title') || (isWhole && !known.isSubsetOf(OF_STEPS)) ? columns : null;
}

/** The lower half of a head: nothing below the number and the name. */
const isSplit = (texts: readonly string[]): boolean => texts.length > 1 && texts[0] === '';

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
  const rows = new CutRows();
  for (const block of blocks) rows.add(block);
  return rows.whole;
}

class CutRows {
  readonly whole: Block[] = [];
  #columns: Columns | null = null;
  #head = '';
  #above: readonly string[] = [];
  /** The row of the last service, by its place among the blocks. */
  #last = -1;

  add(block: Block): void {
    const texts = block.kind === 'row' ? block.cells.map(joinedText) : [];
    const found = serviceColumns(texts, this.#above);
    this.#above = texts;
    if (found) this.#begin(found, texts.join('|'));
    if (block.kind === 'row' && !found && this.#columns) this.#row(block, this.#columns);
    else this.whole.push(block);
    if (endsTable(block)) this.#columns = null;
  }

  /** A head; the same one again goes on with the table before. */
  #begin(columns: Columns, head: string): void {
    if (head !== this.#head) this.#last = -1;
    [this.#columns, this.#head] = [columns, head];
  }

  #row(row: Row, columns: Columns): void {
    const before = this.whole[this.#last];
    const isUnnamed = before?.kind === 'row' && isCut(row, columns);
    if (isUnnamed && !saysAnew(before, row, columns)) {
      this.whole[this.#last] = joined(before, row);
      return;
    }
    if (isUnnamed || isNamed(row, columns)) this.#last = this.whole.length;
    this.whole.push(isUnnamed ? named(row, before, columns) : { kind: 'row', ...row });
  }
}

/** Lines part tables, but for the number of a page. */
const endsTable = (block: Block): boolean => block.kind === 'line' && !isPageNumber(block.line.text);

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

/** Whether a row has a time or a fee where the one before has: then the title reaches over two services. */
const saysAnew = (before: Row, row: Row, columns: Columns): boolean =>
  columns.some((name, at) => {
    const [first, second] = [before.cells[at], row.cells[at]].map(joinedText);
    const isEntry = (readMark(second ?? '')?.value ?? 0) > 1;
    return (
      (name === 'time' || name === 'fee') && VALUE.test(first ?? '') && VALUE.test(second ?? '') && !isEntry
    );
  });

const VALUE = /\d|gratis/i;

const named = (row: Row, before: Row, columns: Columns): Block => ({
  kind: 'row',
  cells: row.cells.map((lines, at) => (columns[at] === 'title' ? (before.cells[at] ?? []) : lines)),
});

const joined = (row: Row, rest: Row): Block => ({
  kind: 'row',
  cells: row.cells.map((lines, at) => [...lines, ...(rest.cells[at] ?? [])]),
});
