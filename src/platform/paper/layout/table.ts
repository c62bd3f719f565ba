import type { Align, Cell, Inline, Table } from '../model.ts';
import { sizeOf, tagIn } from './context.ts';
import type { Laid, Room, Setting } from './context.ts';
import { lineHeight } from './geometry.ts';
import type { Tag } from './marks.ts';
import type { Row, Strip } from './strip.ts';
import { cellStrips } from './text-blocks.ts';
import { textStrips } from './text.ts';

/** Blank between a table's lines and its letters, in points. */
const GRID_PADDING = { across: 5, down: 4 };
/** Facts in pairs stand without lines; a blank keeps their columns apart. */
const PAIR_PADDING = { across: 0, down: 0 };
const PAIR_GAP = 6;
const BETWEEN_PAIRS = 2.4;

const HEAD_SHADE = '#eeece7';
const GRID_COLOUR = '#57534e';
const TABLE_SIZE = 'small';

interface Grid {
  readonly table: Table;
  readonly tag: Tag;
  readonly edges: readonly number[];
  readonly padding: { readonly across: number; readonly down: number };
  /** Blank kept free at the right of every cell but the last, where no line parts them. */
  readonly gap: number;
  readonly setting: Setting;
}

/** Width of the longest plain text of a column, with a hair's breadth so that rounding tears no word. */
function longest(table: Table, at: number, { fonts, size }: Setting): number {
  const cells: (Cell | undefined)[] = table.rows.map((row) => row[at]);
  const widthOf = (cell: Cell | undefined): number =>
    typeof cell === 'string' ? fonts.width(cell, 'regular', size) : 0;
  const head = table.head?.[at];
  const title = typeof head === 'string' ? fonts.width(head, 'bold', size) : 0;
  return Math.max(title, ...cells.map(widthOf)) + 0.5;
}

/** x of every column's edge. Columns that fit their text take their width first; shares divide what is left. */
function edgesOf(table: Table, room: Room, around: number, setting: Setting): number[] {
  const { columns } = table;
  const fitted = columns.map(({ share }, at) => (share === 'fit' ? longest(table, at, setting) + around : 0));
  const left = room.width - fitted.reduce((sum, width) => sum + width, 0);
  const shares = columns.map(({ share }) => (share === 'fit' ? 0 : share));
  const all = shares.reduce((sum, share) => sum + share, 0);
  let x = room.x;
  const widthAt = (at: number): number =>
    (fitted[at] ?? 0) + (all === 0 ? 0 : ((shares[at] ?? 0) / all) * left);
  return [x, ...columns.map((_column, at) => (x += widthAt(at)))];
}

/** The room inside of a column's cell. */
function inside(grid: Grid, at: number, tag: Tag | null): Room {
  const from = grid.edges[at] ?? 0;
  const to = grid.edges[at + 1] ?? from;
  const gap = at < grid.table.columns.length - 1 ? grid.gap : 0;
  return { x: from + grid.padding.across, width: to - from - 2 * grid.padding.across - gap, tag };
}

const aligned = (cell: Cell, align: Align | undefined): Cell =>
  align === undefined || typeof cell !== 'string' ? cell : [{ kind: 'paragraph', text: cell, align }];

function rowOf(grid: Grid, cells: readonly (readonly Strip[])[], head: Row | null): Row {
  const framed = grid.table.frame !== 'none';
  return {
    kind: 'row',
    cells,
    padding: grid.padding.down,
    edges: framed ? grid.edges : [],
    lineColour: GRID_COLOUR,
    head,
    shade: head === null && framed && grid.table.head ? HEAD_SHADE : undefined,
    before: 0,
    withNext: false,
  };
}

function headRow(grid: Grid, titles: readonly Inline[], tagged: boolean): Row {
  const tr: Tag = { type: 'TR', parent: grid.tag };
  const cells = titles.map((title, at) => {
    const tag: Tag | null = tagged ? { type: 'TH', scope: 'Column', parent: tr } : null;
    const { size, fonts } = grid.setting;
    const align = grid.table.columns[at]?.align;
    return textStrips(title, { ...inside(grid, at, tag), size, bold: true, align }, fonts);
  });
  return { ...rowOf(grid, cells, null), withNext: true };
}

function bodyRow(grid: Grid, row: readonly Cell[], again: Row | null): Row {
  const tr: Tag = { type: 'TR', parent: grid.tag };
  const cells = row.map((cell, at) => {
    const column = grid.table.columns[at];
    const tag: Tag = column?.names ? { type: 'TH', scope: 'Row', parent: tr } : { type: 'TD', parent: tr };
    return cellStrips(aligned(cell, column?.align), inside(grid, at, tag), grid.setting);
  });
  return { ...rowOf(grid, cells, again), shade: undefined };
}

export function tableLaid(table: Table, room: Room, outer: Setting): Laid {
  const framed = table.frame !== 'none';
  const setting = { ...outer, size: sizeOf(table.size ?? (framed ? TABLE_SIZE : undefined), outer) };
  const padding = framed ? GRID_PADDING : PAIR_PADDING;
  const gap = framed ? 0 : PAIR_GAP;
  const grid: Grid = {
    table,
    setting,
    padding,
    gap,
    tag: tagIn(room, { type: 'Table', summary: table.summary }),
    edges: edgesOf(table, room, 2 * padding.across + gap, setting),
  };
  const head = table.head ? [headRow(grid, table.head, true)] : [];
  // Printed again on every page, but read out once.
  const again = table.head ? headRow(grid, table.head, false) : null;
  const rows = table.rows.map((row, at) => {
    const between = framed || at === 0 ? 0 : BETWEEN_PAIRS;
    return { ...bodyRow(grid, row, again), before: between };
  });
  return { pieces: [...head, ...rows], before: 0, after: lineHeight(setting.size) * (framed ? 0.7 : 0.4) };
}
