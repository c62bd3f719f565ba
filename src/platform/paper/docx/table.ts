import { letterSizes } from '../layout/geometry.ts';
import { plainText } from '../layout/words.ts';
import type { Cell, Column, Table } from '../model.ts';
import { element, valued } from './xml.ts';

/** Blank inside of cells, in twentieths of a point. */
const GRID_MARGINS = { top: 60, left: 100, bottom: 60, right: 100 };
const BARE_MARGINS = { top: 0, left: 0, bottom: 0, right: 100 };
const HEAD_SHADE = 'EEECE7';
const GRID_COLOUR = '57534E';
/** Letters are about this much wide, as shares of their size: Word knows its fonts only when it opens the file. */
const CAPITAL_WIDTH = 0.75;
const LETTER_WIDTH = 0.58;

/** A row as cells of markup, each at least one paragraph. */
export interface WordRow {
  readonly cells: readonly string[];
  readonly isHead?: boolean;
  readonly whole?: boolean;
}

export interface WordTable {
  /** Twentieths of a point. */
  readonly widths: readonly number[];
  readonly rows: readonly WordRow[];
  readonly framed: boolean;
  readonly summary?: string;
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

function borders(framed: boolean): string {
  const line = framed
    ? { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': GRID_COLOUR }
    : { 'w:val': 'nil' };
  return element('w:tblBorders', {}, ...sides.map((side) => element(`w:${side}`, line)));
}

function margins(framed: boolean): string {
  const blank = framed ? GRID_MARGINS : BARE_MARGINS;
  return element(
    'w:tblCellMar',
    {},
    ...(['top', 'left', 'bottom', 'right'] as const).map((side) =>
      element(`w:${side}`, { 'w:w': blank[side], 'w:type': 'dxa' }),
    ),
  );
}

function rowOf({ cells, isHead = false, whole = false }: WordRow, { widths, framed }: WordTable): string {
  const properties = (whole ? '<w:cantSplit/>' : '') + (isHead ? '<w:tblHeader/>' : '');
  const shade =
    isHead && framed ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': HEAD_SHADE }) : '';
  const written = cells.map((cell, at) => {
    const width = element('w:tcW', { 'w:w': widths[at] ?? 0, 'w:type': 'dxa' });
    return element('w:tc', {}, element('w:tcPr', {}, width, shade), cell);
  });
  return element('w:tr', {}, properties === '' ? '' : element('w:trPr', {}, properties), ...written);
}

/** A table, in the order that the schema demands (CT_TblPr). */
export function tableMarkup(table: WordTable): string {
  const { widths, rows, framed, summary } = table;
  const all = widths.reduce((sum, width) => sum + width, 0);
  const hasHead = rows.some(({ isHead }) => isHead);
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': all, 'w:type': 'dxa' }),
      borders(framed),
      valued('w:tblLayout', 'fixed').replace('w:val', 'w:type'),
      margins(framed),
      element('w:tblLook', { 'w:val': hasHead ? '0020' : '0000', 'w:firstRow': hasHead ? 1 : 0 }),
      summary === undefined ? '' : valued('w:tblDescription', summary),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...rows.map((row) => rowOf(row, table)),
  );
}

/** About how wide a text is, as a multiple of its letters' size. */
function aboutWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += /\p{Lu}/u.test(letter) ? CAPITAL_WIDTH : LETTER_WIDTH;
  return width;
}

const cellWidth = (cell: Cell | undefined): number => (typeof cell === 'string' ? aboutWidth(cell) : 0);

/** About as wide as the longest plain text of a column. */
function fitted({ rows, head, size = 'normal' }: Table, at: number): number {
  const title = head?.[at];
  const longest = Math.max(
    title === undefined ? 0 : aboutWidth(plainText(title)),
    ...rows.map((row) => cellWidth(row[at])),
  );
  return Math.round(longest * letterSizes[size] * 20) + 120;
}

/** Widths of columns over a room, in twentieths of a point. */
export function widthsOf(table: Table, room: number): number[] {
  const own = table.columns.map(({ share }: Column, at) => (share === 'fit' ? fitted(table, at) : 0));
  const left = room - own.reduce((sum, width) => sum + width, 0);
  const shares = table.columns.map(({ share }) => (share === 'fit' ? 0 : share));
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  return own.map((width, at) => width + Math.round(((shares[at] ?? 0) / all) * left));
}
