/** The straight lines that a page draws: what tables are ruled with. Reads pdf.js's list of operators. Pure. */
import { matrixOf, placed, times } from './matrix.ts';
import type { Matrix, Point } from './matrix.ts';
import type { Rule } from './page.ts';

export interface OperatorCodes {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly closeFillStroke: number;
  readonly closeEOFillStroke: number;
}

interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** A rule is drawn as a line, or as a filled box this thin (points). */
const THIN = 3.2;
/** Shorter strokes underline words or draw signs. */
const SHORTEST = 6;

/** The ruled lines of a page; `view` puts the page the way it is shown. */
export function rulesOf(
  operators: readonly number[],
  args: readonly unknown[],
  codes: OperatorCodes,
  view: readonly unknown[],
): Rules {
  const page = new PageDrawing(codes, matrixOf(view));
  for (const [at, operator] of operators.entries()) page.draw(operator, args[at]);
  return page.rules.rules();
}

/** Follows what a page draws: where its coordinates stand, and which of its paths are lines. */
class PageDrawing {
  readonly rules = new RuleCollector();
  readonly #codes: OperatorCodes;
  readonly #strokes: ReadonlySet<number>;
  readonly #fills: ReadonlySet<number>;
  readonly #stack: Matrix[] = [];
  #matrix: Matrix;

  constructor(codes: OperatorCodes, view: Matrix) {
    this.#codes = codes;
    this.#matrix = view;
    this.#strokes = new Set([
      codes.stroke,
      codes.closeStroke,
      codes.fillStroke,
      codes.eoFillStroke,
      codes.closeFillStroke,
      codes.closeEOFillStroke,
    ]);
    this.#fills = new Set([codes.fill, codes.eoFill]);
  }

  draw(operator: number, args: unknown): void {
    const given: readonly unknown[] = Array.isArray(args) ? args : [];
    const { save, restore, transform, constructPath, paintFormXObjectBegin, paintFormXObjectEnd } =
      this.#codes;
    if (operator === save || operator === paintFormXObjectBegin) this.#stack.push(this.#matrix);
    if (operator === restore || operator === paintFormXObjectEnd)
      this.#matrix = this.#stack.pop() ?? this.#matrix;
    if (operator === transform) this.#matrix = times(this.#matrix, matrixOf(given));
    if (operator === paintFormXObjectBegin) this.#matrix = times(this.#matrix, matrixOf(given[0]));
    if (operator === constructPath) this.#path(Number(given[0]), given[1]);
  }

  #path(painting: number, data: unknown): void {
    for (const path of subpaths(data)) {
      const points = path.map((point) => placed(this.#matrix, point));
      if (this.#strokes.has(painting)) this.rules.stroke(points);
      else if (this.#fills.has(painting)) this.rules.fill(points);
    }
  }
}

class RuleCollector {
  readonly #horizontal: Rule[] = [];
  readonly #vertical: Rule[] = [];

  stroke(points: readonly Point[]): void {
    for (const [at, [x, y]] of points.entries()) {
      const [nextX, nextY] = points[at + 1] ?? [x, y];
      this.#add(x, y, nextX, nextY);
    }
  }

  /** Thin boxes are lines; larger ones are shading. */
  fill(points: readonly Point[]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= THIN) this.#add(left, (top + bottom) / 2, right, (top + bottom) / 2);
    else if (right - left <= THIN) this.#add((left + right) / 2, top, (left + right) / 2, bottom);
  }

  #add(x: number, y: number, toX: number, toY: number): void {
    if (Math.abs(y - toY) < 0.8 && Math.abs(x - toX) >= SHORTEST) {
      this.#horizontal.push({ at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) });
    } else if (Math.abs(x - toX) < 0.8 && Math.abs(y - toY) >= SHORTEST) {
      this.#vertical.push({ at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) });
    }
  }

  rules(): Rules {
    return { horizontal: merged(this.#horizontal), vertical: merged(this.#vertical) };
  }
}

/** Pieces of one line, drawn cell by cell or twice, as one. */
function merged(rules: readonly Rule[]): readonly Rule[] {
  const whole: Rule[] = [];
  const sorted = rules.toSorted((a, b) => a.at - b.at || a.from - b.from);
  for (const group of alongside(sorted)) {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    for (const { from, to } of group.toSorted((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last?.at === at && from <= last.to + THIN)
        whole.splice(-1, 1, { ...last, to: Math.max(last.to, to) });
      else whole.push({ at, from, to });
    }
  }
  return whole;
}

function alongside(sorted: readonly Rule[]): readonly (readonly Rule[])[] {
  const groups: Rule[][] = [];
  for (const rule of sorted) {
    const group = groups.at(-1);
    if (group && rule.at - (group[0]?.at ?? 0) < THIN / 2) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

const MOVE = 0;
const CLOSE = 4;
/** How many numbers follow each drawing code: move, line, curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0];

/** The numbers of a path: pdf.js wraps them once more where a page draws many. */
function pathData(value: unknown): readonly number[] {
  const data: unknown = Array.isArray(value) ? value[0] : value;
  return data instanceof Float32Array ? Array.from(data) : [];
}

/** The corners of a path's parts. Curves count with their ends: a rounded box is still a box. */
function subpaths(value: unknown): readonly (readonly Point[])[] {
  const numbers = pathData(value);
  const paths: Point[][] = [];
  for (let at = 0; at < numbers.length;) {
    const code = numbers[at] ?? CLOSE;
    const length = LENGTHS[code] ?? 0;
    const [x = 0, y = 0] = numbers.slice(at + length - 1, at + length + 1);
    const path = paths.at(-1);
    const [start] = path ?? [];
    if (code === MOVE) paths.push([[x, y]]);
    else if (length > 0) path?.push([x, y]);
    else if (start) path?.push(start);
    at += length + 1;
  }
  return paths;
}
