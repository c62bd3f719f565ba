/** From what lies on the pages to lines and rows in the order of reading. Pure. */
import type { Block, DecreeText, Line } from '../model.ts';
import { columnBlocks, findColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { encloses, ruledTables } from './grid.ts';
import type { CellBox, RuledTable } from './grid.ts';
import { cellLinesOf } from './nested-table.ts';
import type { PageContent, TextRun } from './page.ts';
import { findGutters, linesByColumn } from './page-columns.ts';
import { PlaceCounter } from './place-counter.ts';
import { splitAtRules } from './split-run.ts';
import { withoutRunningHeads } from './running-heads.ts';
import { isBrokenAt, isSameParagraph, partsParagraphs, pitchOf, visualLines } from './visual-lines.ts';
import type { VisualLine } from './visual-lines.ts';

interface PageParts {
  readonly number: number;
  readonly height: number;
  /** Those that lie in no cell of another. */
  readonly tables: readonly RuledTable[];
  /** Those that do. */
  readonly nested: readonly RuledTable[];
  readonly inTables: ReadonlyMap<RuledTable, readonly TextRun[]>;
  readonly free: readonly VisualLine[];
}

export function readPages(pages: readonly PageContent[]): DecreeText {
  const parts = withoutRunningHeads(pages.map(partsOf));
  const freeLines = parts.map(({ free }) => free);
  const edge = edgeOf(freeLines.flat());
  const gutters = findGutters(freeLines);
  const columns = gutters.every((gutter) => gutter === null) ? findColumns(freeLines) : null;
  const counter = new PlaceCounter();
  return {
    blocks: parts.flatMap((part, at) =>
      pageBlocks(part, { edge, columns, gutter: gutters[at] ?? null }, counter),
    ),
  };
}

function partsOf(page: PageContent): PageParts {
  const tables = ruledTables(page.horizontal, page.vertical).filter((table) => isTable(table, page.runs));
  const taken = new Set(page.runs.filter((run) => tables.some((table) => isWithin(run, table))));
  const inTables = new Map(
    tables.map((table) => [
      table,
      page.runs.filter((run) => isWithin(run, table)).flatMap((run) => splitAtRules(run, page.vertical)),
    ]),
  );
  const free = visualLines(page.runs.filter((run) => !taken.has(run)));
  const nested = tables.filter((table) => tables.some((outer) => liesInCell(table, outer)));
  const outer = tables.filter((table) => !nested.includes(table));
  return { number: page.number, height: page.height, tables: outer, nested, inTables, free };
}

const liesInCell = (table: RuledTable, outer: RuledTable): boolean =>
  table !== outer && outer.rows.some((boxes) => boxes.some((box) => box !== null && encloses(box, table)));

/** A frame around a page or a picture has one cell, and is no table. */
function isTable({ rows }: RuledTable, runs: readonly TextRun[]): boolean {
  return rows.some((cells) => cells.length > 1) && runs.length > 0;
}

const isWithin = ({ x, right, y, size }: TextRun, box: CellBox): boolean => {
  const [middle, height] = [(x + right) / 2, y - size * 0.3];
  return middle >= box.left && middle <= box.right && height >= box.top && height <= box.bottom;
};

/** Where lines outside tables end at the right: the farthest that several reach. */
function edgeOf(lines: readonly VisualLine[]): number {
  const ends = lines.map(({ right }) => right).toSorted((a, b) => b - a);
  return ends[Math.min(2, ends.length - 1)] ?? Infinity;
}

type Part = { readonly y: number; readonly blocks: () => readonly Block[] };

interface PageLayout {
  /** Where lines end at the right. */
  readonly edge: number;
  /** A table without lines. */
  readonly columns: Columns | null;
  /** The strip between two columns of text. */
  readonly gutter: number | null;
}

function pageBlocks(part: PageParts, layout: PageLayout, counter: PlaceCounter): readonly Block[] {
  counter.page = part.number;
  const ordered: Part[] = part.tables.map((table) => ({
    y: table.top,
    blocks: () => tableRows(table, part, counter),
  }));
  for (const lines of between(part.free, part.tables)) {
    ordered.push({ y: lines[0]?.y ?? 0, blocks: () => freeBlocks(lines, layout, counter) });
  }
  return ordered.toSorted((a, b) => a.y - b.y).flatMap(({ blocks }) => blocks());
}

function freeBlocks(
  lines: readonly VisualLine[],
  { edge, columns, gutter }: PageLayout,
  counter: PlaceCounter,
): readonly Block[] {
  if (gutter !== null) {
    return linesByColumn(lines, gutter).flatMap((column) => lineBlocks(column.lines, column.edge, counter));
  }
  const rows = columns && columnBlocks(lines, columns, () => counter.next());
  return rows ?? lineBlocks(lines, edge, counter);
}

/** Lines outside tables, parted where a table stands between. */
function between(
  lines: readonly VisualLine[],
  tables: readonly RuledTable[],
): readonly (readonly VisualLine[])[] {
  const above = (line: VisualLine): number => tables.filter(({ top }) => top < line.y).length;
  return [...Map.groupBy(lines, above).values()];
}

const lineBlocks = (lines: readonly VisualLine[], edge: number, counter: PlaceCounter): readonly Block[] =>
  placedLines(lines, edge, counter).map((line) => ({ kind: 'line', line }));

/** Lines with places, and whether each was broken at this edge. `isCell`: a page's lines have many kinds of space. */
function placedLines(
  lines: readonly VisualLine[],
  edge: number,
  counter: PlaceCounter,
  isCell = false,
): readonly Line[] {
  const pitch = pitchOf(lines);
  const hasParagraphs = isCell && partsParagraphs(lines, pitch);
  return lines.map((line, at) => {
    const next = lines[at + 1];
    const isLast = at === lines.length - 1;
    const isWithin = hasParagraphs && isSameParagraph(line, next, edge, pitch);
    const open = isWithin || isBrokenAt(line, next, edge, pitch) || (isLast && isFull(line, edge));
    return { text: line.text, place: counter.next(), open };
  });
}

/** The last line of a page or cell cannot look ahead; it was broken if it reaches the edge. */
const isFull = (line: VisualLine, edge: number): boolean =>
  line.right > edge - line.size * 3 && !/[.;:]$/.test(line.text);

function tableRows(table: RuledTable, part: PageParts, counter: PlaceCounter): readonly Block[] {
  const lefts = new Set(table.rows.flatMap((boxes) => boxes.flatMap((box) => box?.left ?? [])));
  return table.rows.flatMap((boxes): readonly Block[] => {
    const cells = boxes.map((box) => (box ? cellLines(box, table, part, counter) : []));
    const spans = boxes.map((box) => (box ? columnsIn(box, lefts) : 1));
    return cells.every((lines) => lines.length === 0) ? [] : [{ kind: 'row', cells, spans }];
  });
}

/** Over how many columns a cell reaches: so many begin at its left edge or right of it. */
const columnsIn = ({ left, right }: CellBox, lefts: ReadonlySet<number>): number =>
  [...lefts].filter((at) => at >= left && at < right).length;

/** The lines of a cell, and of tables that lie in it. */
function cellLines(box: CellBox, table: RuledTable, part: PageParts, counter: PlaceCounter): readonly Line[] {
  const inner = part.nested.filter((one) => encloses(box, one));
  const within = (part.inTables.get(table) ?? []).filter((run) => isWithin(run, box));
  const runs = within.filter((run) => !inner.some((one) => isWithin(run, one)));
  const parts: Part[] = inner.map((one) => ({ y: one.top, blocks: () => tableRows(one, part, counter) }));
  for (const lines of between(visualLines(runs), inner)) {
    parts.push({ y: lines[0]?.y ?? 0, blocks: () => cellBlocks(lines, box, counter) });
  }
  return cellLinesOf(parts.toSorted((a, b) => a.y - b.y).flatMap(({ blocks }) => blocks()));
}

function cellBlocks(lines: readonly VisualLine[], box: CellBox, counter: PlaceCounter): readonly Block[] {
  const indent = Math.min(...lines.map(({ x }) => x)) - box.left;
  const edge = box.right - Math.min(9, Math.max(1.5, indent));
  return placedLines(lines, edge, counter, true).map((line) => ({ kind: 'line', line }));
}
