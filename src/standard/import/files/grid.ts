/** Tables out of ruled lines: which boxes they enclose. Pure. */
import type { Rule } from './page.ts';

export interface CellBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rows from the top; a cell that began in a row above is null in the rows it reaches into. */
export interface RuledTable extends CellBox {
  readonly rows: readonly (readonly (CellBox | null)[])[];
}

const NEAR = 4;

const crosses = (horizontal: Rule, vertical: Rule): boolean =>
  vertical.at >= horizontal.from - NEAR &&
  vertical.at <= horizontal.to + NEAR &&
  horizontal.at >= vertical.from - NEAR &&
  horizontal.at <= vertical.to + NEAR;

/** The tables that these lines rule, from the top of the page. */
export function ruledTables(horizontal: readonly Rule[], vertical: readonly Rule[]): readonly RuledTable[] {
  return networks(horizontal, vertical)
    .flatMap(([across, down]) => withNested(tableOf(across, down)))
    .toSorted((a, b) => a.top - b.top);
}

type Network = readonly [Rule[], Rule[]];

/** Lines that touch each other, directly or through others. */
function networks(horizontal: readonly Rule[], vertical: readonly Rule[]): readonly Network[] {
  const found: Network[] = [];
  const left = new Set(vertical);
  const waiting = new Set(horizontal);
  for (const start of vertical) {
    if (!left.delete(start)) continue;
    const network: Network = [[], [start]];
    for (const down of network[1]) {
      for (const across of waiting) {
        if (!crosses(across, down)) continue;
        waiting.delete(across);
        network[0].push(across);
        for (const other of left) {
          if (!crosses(across, other)) continue;
          left.delete(other);
          network[1].push(other);
        }
      }
    }
    found.push(network);
  }
  return found;
}

/** Places of lines, each once. */
function places(rules: readonly Rule[]): readonly number[] {
  const sorted = rules.map(({ at }) => at).toSorted((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > NEAR);
}

function tableOf(across: readonly Rule[], down: readonly Rule[]): RuledTable | null {
  const xs = places(down);
  const ys = places(across);
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (xs.length < 2 || ys.length < 2) return null;
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  const grid = new Grid(xs, ys, across, down);
  return { left, right, top, bottom, rows: ys.slice(0, -1).map((_, row) => grid.row(row)) };
}

/** Whether a table lies in a cell. */
export const encloses = (box: CellBox, inner: CellBox): boolean =>
  box !== inner &&
  inner.left >= box.left &&
  inner.right <= box.right &&
  inner.top >= box.top &&
  inner.bottom <= box.bottom;

/**
 * A table, and those in its cells whose lines touch it: there a box holds others. They become tables of their own, or what
 * they say would be read twice.
 */
function withNested(table: RuledTable | null): readonly RuledTable[] {
  const boxes = table?.rows.flat().filter((box) => box !== null) ?? [];
  const holders = boxes.filter((box) => boxes.some((one) => encloses(box, one)));
  if (table === null || holders.length === 0) return table === null ? [] : [table];
  const rowsOf = (keep: (box: CellBox) => boolean): RuledTable['rows'] =>
    table.rows
      .map((row) => row.map((box) => (box !== null && keep(box) ? box : null)))
      .filter((row) => row.some((box) => box !== null));
  const outermost = holders.filter((box) => !holders.some((holder) => encloses(holder, box)));
  const nested = outermost.flatMap((holder) => withNested(tableIn(rowsOf((box) => encloses(holder, box)))));
  return [{ ...table, rows: rowsOf((box) => !holders.some((holder) => encloses(holder, box))) }, ...nested];
}

function tableIn(rows: RuledTable['rows']): RuledTable {
  const boxes = rows.flat().filter((box) => box !== null);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    rows,
  };
}

class Grid {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  readonly #across: readonly Rule[];
  readonly #down: readonly Rule[];

  constructor(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]) {
    this.#xs = xs;
    this.#ys = ys;
    this.#across = across;
    this.#down = down;
  }

  /** Cells of a row: a box for those that begin in it, null for those that reach into it from above. */
  row(row: number): readonly (CellBox | null)[] {
    const cells: (CellBox | null)[] = [];
    for (let column = 0; column < this.#xs.length - 1;) {
      const end = this.#endColumn(row, column);
      const begins = this.#hasTop(row, column);
      cells.push(begins ? this.#box(row, column, end) : null);
      column = end;
    }
    return cells;
  }

  #box(row: number, column: number, end: number): CellBox {
    let bottom = row + 1;
    while (bottom < this.#ys.length - 1 && !this.#hasTop(bottom, column)) bottom += 1;
    return {
      left: this.#xs[column] ?? 0,
      right: this.#xs[end] ?? 0,
      top: this.#ys[row] ?? 0,
      bottom: this.#ys[bottom] ?? 0,
    };
  }

  /** The next column that a line parts from this one within the row. */
  #endColumn(row: number, column: number): number {
    const middle = ((this.#ys[row] ?? 0) + (this.#ys[row + 1] ?? 0)) / 2;
    let end = column + 1;
    while (end < this.#xs.length - 1 && !isCovered(this.#down, this.#xs[end] ?? 0, middle)) end += 1;
    return end;
  }

  #hasTop(row: number, column: number): boolean {
    const middle = ((this.#xs[column] ?? 0) + (this.#xs[column + 1] ?? 0)) / 2;
    return row === 0 || isCovered(this.#across, this.#ys[row] ?? 0, middle);
  }
}

const isCovered = (rules: readonly Rule[], at: number, point: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= point && rule.to >= point);
