import { lowered } from './marks.ts';
import type { Mark } from './marks.ts';
import { heightOf, marksBelow } from './strip.ts';
import type { Piece, Row, Strip } from './strip.ts';

/** Where a page's content begins and ends, in points from its top; the first page may begin elsewhere. */
export interface Column {
  readonly top: (page: number) => number;
  readonly bottom: number;
}

/** A row up to this share of a page is rather moved to the next page than torn. */
const KEPT_WHOLE = 0.14;
const LINE_WEIGHT = 0.6;
/** A torn row leaves at least this many of its lines on the page. */
const FEWEST_LINES = 2;
/** For sums of fractions: what misses the foot by less than this fits. */
const HAIR = 0.01;

const rowHeight = (cells: Row['cells'], { padding }: Row): number =>
  Math.max(...cells.map(heightOf), 0) + 2 * padding;

/** The leading strips that fit into a height, and do not leave a line behind that must stay with its next. */
function fitting(cell: readonly Strip[], height: number): number {
  let used = 0;
  let count = 0;
  for (const { before, height: own } of cell) {
    used += (count === 0 ? 0 : before) + own;
    if (used > height + HAIR) break;
    count += 1;
  }
  if (count === cell.length) return count;
  let kept = count;
  while (kept > 0 && cell[kept - 1]?.withNext) kept -= 1;
  return kept;
}

class Pages {
  readonly #column: Column;
  readonly pages: Mark[][] = [[]];
  #y: number;
  #fresh = true;

  constructor(column: Column) {
    this.#column = column;
    this.#y = column.top(0);
  }

  get #left(): number {
    return this.#column.bottom - this.#y;
  }

  get #whole(): number {
    return this.#column.bottom - this.#column.top(this.pages.length);
  }

  #put(marks: readonly Mark[], height: number): void {
    this.pages.at(-1)?.push(...marks.map((mark) => lowered(mark, this.#y)));
    this.#y += height;
    this.#fresh = false;
  }

  turn(): void {
    this.pages.push([]);
    this.#y = this.#column.top(this.pages.length - 1);
    this.#fresh = true;
  }

  /** A page that the text itself asks for: not a second one where one has just begun. */
  begin(): void {
    if (!this.#fresh) this.turn();
  }

  #strip({ before, height, marks }: Strip): void {
    const gap = this.#fresh ? 0 : before;
    if (!this.#fresh && gap + height > this.#left + HAIR) {
      this.turn();
      this.#put(marks, height);
    } else {
      this.#y += gap;
      this.#put(marks, height);
    }
  }

  /** Frame and letters of one row, or of the part of it that stands on this page. */
  #part(row: Row, cells: Row['cells']): void {
    const height = rowHeight(cells, row);
    const { edges, lineColour: colour, shade, padding } = row;
    const from = edges[0];
    const to = edges.at(-1);
    const marks: Mark[] = [];
    if (from !== undefined && to !== undefined) {
      const line = { kind: 'line', weight: LINE_WEIGHT, colour, tag: null } as const;
      if (shade !== undefined) {
        marks.push({ kind: 'box', x: from, y: 0, width: to - from, height, fill: shade, tag: null });
      }
      marks.push(
        { ...line, x: from, toX: to, y: 0, toY: 0 },
        { ...line, x: from, toX: to, y: height, toY: height },
      );
      marks.push(...edges.map((x) => ({ ...line, x, toX: x, y: 0, toY: height })));
    }
    this.#put([...marks, ...cells.flatMap((cell) => marksBelow(cell, padding))], height);
  }

  #turnInside({ head }: Row): void {
    this.turn();
    if (!head) return;
    this.#part(head, head.cells);
    // Below a repeated head the page counts as fresh: a row too tall for it is torn, not moved on for ever.
    this.#fresh = true;
  }

  #row(row: Row): void {
    if (!this.#fresh) this.#y += row.before;
    let rest = row.cells;
    for (;;) {
      const height = rowHeight(rest, row);
      if (height <= this.#left + HAIR) return this.#part(row, rest);
      const room = this.#left - 2 * row.padding;
      const counts = rest.map((cell) => fitting(cell, room));
      const small = height <= this.#whole * KEPT_WHOLE;
      const few = rest.some((cell, at) => (counts[at] ?? 0) < Math.min(FEWEST_LINES, cell.length));
      if (!this.#fresh && (small || few)) {
        this.#turnInside(row);
        continue;
      }
      const taken = counts.map((count) => Math.max(count, 1));
      this.#part(
        row,
        rest.map((cell, at) => cell.slice(0, taken[at])),
      );
      rest = rest.map((cell, at) => resumed(cell.slice(taken[at])));
      this.#turnInside(row);
    }
  }

  #needed(piece: Strip | Row): number {
    if (piece.kind === 'strip') return piece.before + piece.height;
    const height = rowHeight(piece.cells, piece);
    if (height <= this.#whole * KEPT_WHOLE) return height;
    return rowHeight(
      piece.cells.map((cell) => cell.slice(0, FEWEST_LINES)),
      piece,
    );
  }

  /** Pieces that hold on to each other, moved to the next page if they fit there and not here. */
  group(pieces: readonly (Strip | Row)[]): void {
    const needed = pieces.reduce((sum, piece) => sum + this.#needed(piece), 0);
    const head = pieces[0]?.kind === 'row' ? pieces[0] : undefined;
    if (!this.#fresh && needed > this.#left + HAIR && needed <= this.#whole) {
      if (head) this.#turnInside(head);
      else this.turn();
    }
    for (const piece of pieces) {
      if (piece.kind === 'strip') this.#strip(piece);
      else this.#row(piece);
    }
  }
}

/** What is left of a cell on the next page begins without a blank. */
const resumed = ([first, ...rest]: readonly Strip[]): Strip[] =>
  first ? [{ ...first, before: 0 }, ...rest] : [];

/** Pieces on pages; marks of each page in the order in which they are read. */
export function paginated(pieces: readonly Piece[], column: Column): Mark[][] {
  const pages = new Pages(column);
  let group: (Strip | Row)[] = [];
  const flush = (): void => {
    if (group.length > 0) pages.group(group);
    group = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'new-page') {
      flush();
      pages.begin();
    } else {
      group.push(piece);
      if (!piece.withNext) flush();
    }
  }
  flush();
  return pages.pages;
}
