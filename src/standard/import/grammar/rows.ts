/** Rows of tables: a component a row, or a service a row. Pure, but for what a row leaves to the next. */
import type { Line, Row } from '../model.ts';
import { Cells, isOrdinal, joinedText } from './cells.ts';
import { rowHeading, stepsHeading, tableContents } from './event.ts';
import type { Event } from './event.ts';
import { fusedComponents } from './fused-cells.ts';
import { readHeading } from './headings.ts';
import { englishColumns, isGroupHead, isPageNumber, isTableHead } from './noise.ts';
import { serviceColumns, serviceRow } from './service-rows.ts';
import type { Columns } from './service-rows.ts';
import { TABLE_LEAD } from './signature.ts';
import { beginsCover, headsSteps, stepLine } from './steps-table.ts';
import { readTitleLabel } from './title-label.ts';

const LONGEST_NAME = 60;

export class RowReader {
  /** Number of the row before, to tell the next component from a table within a component. */
  #number: number | null = null;
  #columns: Columns | null = null;
  /** Within a table of steps: its cover, its head, or the steps. */
  #steps: 'cover' | 'head' | 'body' | null = null;
  /** The row before, which may be the upper half of a head. */
  #above: readonly string[] = [];
  /** Columns that say the same in English. */
  #english: ReadonlySet<number> = new Set();

  /** `mayHoldSteps`: what the row stands under may be said in steps, as far as the events before it say. */
  read(printed: Row, mayHoldSteps: boolean): readonly Event[] {
    const row = withoutColumns(printed, this.#english);
    const cells = new Cells(row);
    const { first } = cells;
    if (!first) return [];
    const columns = serviceColumns(cells.texts, this.#above);
    this.#above = cells.texts;
    if (beginsCover(cells.texts)) return this.#cover(first);
    if (columns ?? headsSteps(cells.texts)) return this.#head(columns, cells, mayHoldSteps);
    if (isHead(cells)) {
      this.#leaveKind(cells);
      this.#english = englishColumns(new Cells(printed).texts);
      return [{ kind: 'noise', line: first }];
    }
    if (this.#columns) return serviceRow(cells, this.#columns);
    if (this.#steps && !this.#endsSteps(cells)) return this.#step(cells);
    this.#steps = null;
    return this.#component(cells, first);
  }

  /** Another head begins rows of another kind; the numbers of columns, and the name of a group, do not. */
  #leaveKind({ texts, filled }: Cells): void {
    if (!filled.some((text) => /\p{L}{2}/u.test(text))) return;
    this.#steps = null;
    if (isTableHead(texts)) this.#columns = null;
  }

  #component(cells: Cells, first: Line): readonly Event[] {
    if (cells.at < 0) return cells.filled.every(isPageNumber) ? [] : tableContents([first]);
    return this.#named(cells) ?? this.#other(cells) ?? continued(cells);
  }

  /** A table ends where lines begin; below what heads a table of tariffs, numbers count no components. */
  leaveTable(text: string): void {
    this.#columns = null;
    this.#steps = null;
    this.#above = [];
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

  /** A service a row, or a step; where no component is said in steps, they are none of the components. */
  #head(columns: Columns | null, { first, filled }: Cells, mayHoldSteps: boolean): readonly Event[] {
    const goesOn = this.#steps !== null;
    this.#columns = columns;
    this.#steps = columns ? null : 'head';
    if (!first) return [];
    if (columns || goesOn || mayHoldSteps) return [{ kind: 'noise', line: first }];
    return [stepsHeading({ ...first, text: filled.join(', ') })];
  }

  /** The cover of an operating procedure is none of the components, wherever it stands. */
  #cover(first: Line): readonly Event[] {
    this.#columns = null;
    this.#steps = 'cover';
    return [stepsHeading(first)];
  }

  /** A row of steps; what stands without a number right below the head is its second row. */
  #step(cells: Cells): readonly Event[] {
    const isNumbered = isOrdinal(cells.filled[0] ?? '');
    if (this.#steps === 'head' && !isNumbered && cells.texts.slice(0, 2).every((text) => text === ''))
      return [];
    this.#steps = 'body';
    const line = stepLine(cells);
    return line ? tableContents([line]) : [];
  }

  /** The next of the components, in the same table. */
  #endsSteps(cells: Cells): boolean {
    if (this.#steps === 'cover') return false;
    const heading = readHeading(cells.name);
    if (!heading || heading.name === 'other' || cells.filled.length > 3) return false;
    if (this.#number === null) return cells.at === 0 && cells.number === null && cells.filled.length === 2;
    return cells.number === this.#number + 1;
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
