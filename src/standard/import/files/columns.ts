/** Tables without ruled lines: names of components at the left, what they say beside them. Pure. */
import { findComponentName } from '../grammar/headings.ts';
import { isPost } from '../grammar/signature.ts';
import type { Block, Line, Place } from '../model.ts';
import type { TextRun } from './page.ts';
import { isBrokenAt, pitchOf, textOf, visualLines } from './visual-lines.ts';
import type { VisualLine } from './visual-lines.ts';

export interface Columns {
  /** Where the right column begins. */
  readonly value: number;
  /** Where it ends. */
  readonly edge: number;
}

/** Where a line stands, for whoever reads it there. */
export type PlaceOf = (line: VisualLine) => Place;

/** So many names with something beside them at the same place make columns. */
const LEAST_NAMES = 4;
const NEAR = 7;

interface Beside {
  readonly x: number;
}

const isOrdinal = (text: string): boolean => /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]{0,2}$/i.test(text.trim());
const isColon = (text: string): boolean => /^[:\s]+$/.test(text);

/** Where the value columns of a document begin, or null where names and values do not stand side by side. */
export function findColumns(pages: readonly (readonly VisualLine[])[]): Columns | null {
  const lines = pages.flat();
  const found = lines.flatMap((line) => besideName(line) ?? []);
  if (found.length < LEAST_NAMES) return null;
  const groups = found.map(({ x }) => found.filter((other) => Math.abs(other.x - x) <= NEAR));
  const most = Math.max(...groups.map(({ length }) => length));
  const common = groups.filter(({ length }) => length >= Math.max(2, most / 5));
  const value = Math.min(...common.flat().map(({ x }) => x));
  if (most < LEAST_NAMES / 2 || value === Infinity) return null;
  const right = lines.map((line) => line.right).toSorted((a, b) => b - a);
  return { value, edge: right[Math.min(2, right.length - 1)] ?? Infinity };
}

/** What stands right of a component's name in its line, apart by more than a space. */
function besideName(line: VisualLine): Beside | null {
  const runs = line.runs.filter(({ text }) => !isColon(text));
  const start = isOrdinal(runs[0]?.text ?? '') ? 1 : 0;
  for (let end = start + 1; end < runs.length; end += 1) {
    const [before, next] = [runs[end - 1], runs[end]];
    if (!before || !next || next.x - before.right < line.size * 0.9) continue;
    const name = textOf(runs.slice(start, end))
      .replace(/^\(?[\da-z]{1,3}[.)]\s*/i, '')
      .replace(/[\s:]+$/, '');
    return findComponentName(name) ? { x: next.x } : null;
  }
  return null;
}

/** Rows of these lines, or null where they do not stand in the columns. */
export function columnBlocks(
  lines: readonly VisualLine[],
  columns: Columns,
  placeOf: PlaceOf,
): readonly Block[] | null {
  const border = columns.value - 4;
  const left = visualLines(runsWhere(lines, (run) => run.x < border && !isColon(run.text)));
  const crossing = left.filter((line) => line.right > border + 12);
  const names = left.filter((line) => !crossing.includes(line));
  const values = visualLines(
    runsWhere(
      lines,
      (run) => run.x >= border && !crossing.some(({ runs }) => runs.some((one) => one.y === run.y)),
      isColon,
    ),
  );
  const named = nameBlocks(names);
  const hasNames = named.some((block) => findComponentName(nameText(block)) !== null);
  const isAside = (values[0]?.x ?? 0) > columns.value + 24;
  if (!hasNames && (named.length > 0 || crossing.length > 0 || isAside)) return null;
  const signature = signatureBelow(values, columns.value);
  const rows = rowsOf(
    named,
    values.filter((line) => !signature.includes(line)),
  );
  const parts = [
    ...rows.map((row) => ({
      y: Math.min(row.name[0]?.y ?? Infinity, row.values[0]?.y ?? Infinity),
      row,
      line: null,
    })),
    ...[...crossing, ...signature].map((line) => ({ y: line.y, row: null, line })),
  ].toSorted((a, b) => a.y - b.y);
  return parts.flatMap(({ row, line }): readonly Block[] => {
    if (line) return [{ kind: 'line', line: { text: line.text, place: placeOf(line) } }];
    return row ? [rowBlock(row, columns.edge, placeOf)] : [];
  });
}

/** A signature stands so much further right than the column above it. */
const SIGNED_AT = 90;

/** What a text without lines sets right below its last row, far to the right, from the post of whoever signs on. */
function signatureBelow(values: readonly VisualLine[], column: number): readonly VisualLine[] {
  const from = values.findLastIndex(({ x }) => x < column + SIGNED_AT) + 1;
  const aside = values.slice(from);
  const post = aside.findIndex(({ text }) => isPost(text));
  return from > 0 && post >= 0 ? aside.slice(post) : [];
}

const runsWhere = (
  lines: readonly VisualLine[],
  keep: (run: TextRun) => boolean,
  drop: (text: string) => boolean = () => false,
): readonly TextRun[] => lines.flatMap(({ runs }) => runs.filter((run) => keep(run) && !drop(run.text)));

interface RowParts {
  readonly name: readonly VisualLine[];
  readonly values: readonly VisualLine[];
}

/** Lines of the left column that belong to one name: near each other, and no number begins a new one. */
function nameBlocks(names: readonly VisualLine[]): readonly (readonly VisualLine[])[] {
  const blocks: VisualLine[][] = [];
  for (const line of names) {
    const last = blocks.at(-1)?.at(-1);
    const begins = isOrdinal(line.runs[0]?.text ?? '') || /^\(?(?:\d{1,2}|[a-zA-Z])[.)]\s/.test(line.text);
    const isNear = last !== undefined && line.y - last.y < line.size * 1.7;
    if (isNear && !begins && !areTwoNames(blocks.at(-1) ?? [], line)) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Two names under each other, and not one in two lines. */
function areTwoNames(above: readonly VisualLine[], line: VisualLine): boolean {
  const isName = (lines: readonly VisualLine[]): boolean => findComponentName(nameText(lines)) !== null;
  return isName(above) && isName([line]) && !isName([...above, line]);
}

const nameText = (lines: readonly VisualLine[]): string =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/^\(?[\da-z]{1,3}[.)]?\s+/i, '');

/**
 * Which values stand beside which name. Names stand at the top of their rows, or in the middle: then what stands closer
 * together than the rest belongs together.
 */
function rowsOf(
  names: readonly (readonly VisualLine[])[],
  values: readonly VisualLine[],
): readonly RowParts[] {
  const isTop = standAtTop(names, values);
  const groups = isTop ? values.map((line) => [line]) : clusters(values);
  const place = isTop ? topRow : nearestRow;
  const byRow = Map.groupBy(groups, (group) => place(names, group));
  const valuesOf = (row: number): readonly VisualLine[] => (byRow.get(row) ?? []).flat();
  const above = valuesOf(-1);
  const rows = names.map((name, row) => ({ name, values: valuesOf(row) }));
  return above.length > 0 ? [{ name: [], values: above }, ...rows] : rows;
}

const topOf = (lines: readonly VisualLine[]): number => lines[0]?.y ?? 0;

/** Names stand at the top where each has a value on its line, or at least no value stands above the first of them. */
const standAtTop = (names: readonly (readonly VisualLine[])[], values: readonly VisualLine[]): boolean =>
  topOf(values) >= topOf(names[0] ?? []) - 3 ||
  names.every((name) => values.some(({ y }) => Math.abs(y - topOf(name)) < 3));

const topRow = (names: readonly (readonly VisualLine[])[], [line]: readonly VisualLine[]): number =>
  names.findLastIndex((name) => topOf(name) <= (line?.y ?? 0) + 3);

function nearestRow(names: readonly (readonly VisualLine[])[], group: readonly VisualLine[]): number {
  const middle = middleOf(group);
  const distances = names.map((name) => Math.abs(middleOf(name) - middle));
  return distances.indexOf(Math.min(...distances));
}

const middleOf = (lines: readonly VisualLine[]): number => ((lines[0]?.y ?? 0) + (lines.at(-1)?.y ?? 0)) / 2;

function clusters(lines: readonly VisualLine[]): readonly (readonly VisualLine[])[] {
  const pitch = pitchOf(lines);
  const groups: VisualLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last && line.y - last.y <= pitch * 1.35) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

function rowBlock({ name, values }: RowParts, edge: number, placeOf: PlaceOf): Block {
  const placed = (lines: readonly VisualLine[], end: number): readonly Line[] => {
    const pitch = pitchOf(lines);
    return lines.map((line, at) => ({
      text: line.text,
      place: placeOf(line),
      open: isBrokenAt(line, lines[at + 1], end, pitch),
    }));
  };
  const [first] = name;
  const ordinal = first?.runs[0];
  if (!first || !ordinal || !isOrdinal(ordinal.text))
    return { kind: 'row', cells: [[], placed(name, Infinity), placed(values, edge)] };
  const rest =
    first.runs.length > 1
      ? [{ ...first, text: textOf(first.runs.slice(1)) }, ...name.slice(1)]
      : name.slice(1);
  return {
    kind: 'row',
    cells: [[{ text: ordinal.text, place: placeOf(first) }], placed(rest, Infinity), placed(values, edge)],
  };
}
