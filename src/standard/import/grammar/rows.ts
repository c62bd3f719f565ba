/** Rows of tables: a component a row, or a service a row. Pure, but for what a row leaves to the next. */
import type { Row } from '../model.ts';
import { Cells, isOrdinal, joinedText, ordinalOf } from './cells.ts';
import { rowHeading, tableContents } from './event.ts';
import type { Event } from './event.ts';
import { fusedComponents } from './fused-cells.ts';
import { findComponentName, readHeading } from './headings.ts';
import type { HeadingName } from './headings.ts';
import { englishColumns, isGroupHead, isPageNumber, isTableHead } from './noise.ts';
import { TABLE_LEAD } from './signature.ts';
import { readTitleLabel } from './title-label.ts';

type Column = HeadingName | 'title' | null;

/** So many components side by side are the head of a table with a service a row. */
const LEAST_COLUMNS = 3;
const LONGEST_NAME = 60;

export class RowReader {
  /** Number of the row before, to tell the next component from a table within a component. */
  #number: number | null = null;
  #columns: readonly Column[] | null = null;
  /** Columns that say the same in English. */
  #english: ReadonlySet<number> = new Set();

  read(printed: Row): readonly Event[] {
    const row = withoutColumns(printed, this.#english);
    const cells = new Cells(row);
    const { first } = cells;
    if (!first) return [];
    if (this.#isMatrixHead(cells)) return [{ kind: 'noise', line: first }];
    if (isHead(cells)) {
      this.#english = englishColumns(new Cells(printed).texts);
      return [{ kind: 'noise', line: first }];
    }
    if (this.#columns) return matrixRow(cells, this.#columns);
    if (cells.at < 0) return cells.filled.every(isPageNumber) ? [] : tableContents([first]);
    return this.#named(cells) ?? this.#other(cells) ?? continued(cells);
  }

  /** A table ends where lines begin; below what heads a table of tariffs, numbers count no components. */
  leaveTable(text: string): void {
    this.#columns = null;
    this.#english = new Set();
    if (TABLE_LEAD.test(text)) this.#number = null;
  }

  /** A row whose first cell of words names a component, or labels the title. */
  #named(cells: Cells): readonly Event[] | null {
    const [line] = cells.named;
    const label = readTitleLabel(cells.name, joinedText(cells.behind));
    if (label !== null && line) return [{ kind: 'title', line: { ...line, text: label } }];
    const fused = fusedComponents(cells.named, cells.behind, cells.number);
    if (fused) return fused;
    const heading = readHeading(cells.name);
    if (!heading || !line || (heading.name === 'other' && cells.behind.length === 0)) return null;
    this.#number = cells.number ?? heading.mark?.value ?? null;
    const rest = heading.rest === '' ? [] : [{ ...line, text: heading.rest, open: false }];
    return [
      rowHeading(heading.name, this.#number, { ...line, text: cells.name }, [...rest, ...cells.behind]),
    ];
  }

  /** The next number beside unknown words is none of the components, and no part of the one before. */
  #other(cells: Cells): readonly Event[] | null {
    const [line] = cells.named;
    const isNext = cells.number !== null && this.#number === cells.number - 1;
    if (!line || !isNext || cells.cells.length <= cells.at + 1 || cells.name.length > LONGEST_NAME)
      return null;
    this.#number = cells.number;
    return [rowHeading('other', cells.number, { ...line, text: cells.name }, cells.behind)];
  }

  /** "No | Jenis Pelayanan | Persyaratan | Waktu | Biaya …": then each row is a service. */
  #isMatrixHead({ texts }: Cells): boolean {
    const columns = texts.map((text): Column =>
      readTitleLabel(text, 'x') === null ? findComponentName(text) : 'title',
    );
    const known = new Set(columns.filter((name) => name !== null && name !== 'other' && name !== 'title'));
    if (known.size < LEAST_COLUMNS) return false;
    this.#columns = columns;
    return true;
  }
}

/** A row that spans the table has fewer cells, and keeps what it has. */
const withoutColumns = (row: Row, left: ReadonlySet<number>): Row =>
  row.cells.length > Math.max(-1, ...left)
    ? { ...row, cells: row.cells.map((lines, at) => (left.has(at) ? [] : lines)) }
    : row;

/** "No | Komponen | Uraian", or the name of one of the two groups. */
const isHead = ({ texts, filled }: Cells): boolean =>
  isTableHead(texts) ||
  (filled.some(isGroupHead) && filled.every((text) => isOrdinal(text) || isGroupHead(text)));

/** A row without a name goes on with the component before; a line over the whole table may be a title. */
function continued(cells: Cells): readonly Event[] {
  const used = cells.cells.filter((lines) => lines.length > 0);
  const [only = [], another] = used;
  if (another === undefined) {
    const isBanner = only === cells.cells[0] && only.length === 1;
    return isBanner ? only.map((line) => ({ kind: 'content', line, inTable: false })) : tableContents(only);
  }
  const { first } = cells;
  return first ? tableContents([{ ...first, text: cells.filled.join(' '), open: false }]) : [];
}

function matrixRow({ cells, texts }: Cells, columns: readonly Column[]): readonly Event[] {
  const isCount = texts.every((text, at) => text === '' || ordinalOf(text) === at + 1);
  if (isCount) return [];
  return columns.flatMap((name, at): readonly Event[] => {
    const lines = cells[at] ?? [];
    const [line] = lines;
    if (!name || !line) return [];
    if (name === 'title') return [{ kind: 'title', line: { ...line, text: joinedText(lines) } }];
    return [rowHeading(name, at, line, lines)];
  });
}
