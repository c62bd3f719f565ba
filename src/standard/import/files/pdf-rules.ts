/** The straight lines that a page draws: what tables are ruled with. Reads pdf.js's list of operators. Pure. */
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

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

/** A rule is drawn as a line, or as a filled box this thin (points). */
const THIN = 3.2;
/** Shorter strokes underline words or draw signs. */
const SHORTEST = 6;

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function matrixOf(value: unknown): Matrix {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from<unknown>(value).map(Number);
  return [a, b, c, d, e, f];
}

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const placed = (m: Matrix, [x, y]: Point): Point => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];

/** The ruled lines of a page; `view` puts the page the way it is shown. */
export function rulesOf(
  operators: readonly number[],
  args: readonly unknown[],
  codes: OperatorCodes,
  view: readonly unknown[],
): Rules {
  const rules = new RuleCollector();
  const strokes = new Set([
    codes.stroke,
    codes.closeStroke,
    codes.fillStroke,
    codes.eoFillStroke,
    codes.closeFillStroke,
    codes.closeEOFillStroke,
  ]);
  const fills = new Set([codes.fill, codes.eoFill]);
  const stack: Matrix[] = [];
  let matrix = matrixOf(view);
  for (const [at, operator] of operators.entries()) {
    const given: readonly unknown[] = Array.isArray(args[at]) ? (args[at] as readonly unknown[]) : [];
    if (operator === codes.save) stack.push(matrix);
    else if (operator === codes.restore || operator === codes.paintFormXObjectEnd)
      matrix = stack.pop() ?? matrix;
    else if (operator === codes.transform) matrix = times(matrix, matrixOf(given));
    else if (operator === codes.paintFormXObjectBegin) {
      stack.push(matrix);
      matrix = times(matrix, matrixOf(given[0]));
    } else if (operator === codes.constructPath) {
      const painting = Number(given[0]);
      const current = matrix;
      const paths = subpaths(given[1]).map((points) => points.map((point) => placed(current, point)));
      for (const points of paths) {
        if (strokes.has(painting)) rules.stroke(points);
        else if (fills.has(painting)) rules.fill(points);
      }
    }
  }
  return rules.rules();
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

/** How many numbers follow each drawing code: move, line, curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0];

/** The corners of a path's parts. Curves count with their ends: a rounded box is still a box. */
function subpaths(value: unknown): readonly (readonly Point[])[] {
  const data: unknown = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  if (!(data instanceof Float32Array) && !Array.isArray(data)) return [];
  const numbers = Array.from<unknown>(data).map(Number);
  const paths: Point[][] = [];
  for (let at = 0; at < numbers.length;) {
    const code = numbers[at] ?? 4;
    const length = LENGTHS[code] ?? 0;
    const path = paths.at(-1);
    const end: Point = [numbers[at + length - 1] ?? 0, numbers[at + length] ?? 0];
    if (code === 0) paths.push([end]);
    else if (length > 0) path?.push(end);
    else if (path?.[0]) path.push(path[0]);
    at += length + 1;
  }
  return paths;
}
