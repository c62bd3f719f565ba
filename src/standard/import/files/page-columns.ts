/** Pages set in two columns of text, like a leaflet: the left column is read to its end before the right. Pure. */
import { readHeading } from '../grammar/headings.ts';
import { textOf } from './visual-lines.ts';
import type { VisualLine } from './visual-lines.ts';
import { visualLines } from './visual-lines.ts';

/** So many numbered components on each side tell columns of text from a table, which has them at its left only. */
const LEAST_HEADINGS = 2;
/** Lines over the whole width: titles, and no more. */
const MOST_CROSSING = 0.2;
const STEP = 2;

const crosses = (line: VisualLine, at: number): boolean =>
  line.runs.some(({ x, right }) => x < at - 2 && right > at + 2);

/** Where the empty strip between the columns of this page lies, or null. */
function gutterOf(lines: readonly VisualLine[]): number | null {
  const left = Math.min(...lines.map(({ x }) => x));
  const width = Math.max(...lines.map(({ right }) => right)) - left;
  const places = Array.from(
    { length: Math.floor((width * 0.3) / STEP) },
    (_, at) => left + width * 0.35 + at * STEP,
  );
  const counts = places.map((at) => lines.filter((line) => crosses(line, at)).length);
  const fewest = Math.min(...counts);
  const empty = places.filter((_, at) => counts[at] === fewest);
  const middle = empty[Math.floor(empty.length / 2)];
  return middle === undefined || fewest > lines.length * MOST_CROSSING ? null : middle;
}

const headingsOf = (lines: readonly VisualLine[], isSide: (x: number) => boolean): number =>
  lines.filter(({ runs }) => {
    const heading = readHeading(textOf(runs.filter(({ x }) => isSide(x))));
    return heading?.mark != null && heading.name !== 'other';
  }).length;

/** The strip between two columns of text on each page; null for the pages, or all of them, that have none. */
export function findGutters(pages: readonly (readonly VisualLine[])[]): readonly (number | null)[] {
  const gutters = pages.map((lines) => (lines.length > 0 ? gutterOf(lines) : null));
  const count = (isRight: boolean): number =>
    pages.reduce((sum, lines, at) => {
      const gutter = gutters[at] ?? null;
      return gutter === null ? sum : sum + headingsOf(lines, (x) => x > gutter === isRight);
    }, 0);
  const hasColumns = count(true) >= LEAST_HEADINGS && count(false) >= LEAST_HEADINGS;
  return hasColumns ? gutters : gutters.map(() => null);
}

export interface ColumnLines {
  readonly lines: readonly VisualLine[];
  readonly edge: number;
}

/** The lines of a page in the order of reading: what runs over both columns parts them from what comes below. */
export function linesByColumn(lines: readonly VisualLine[], gutter: number): readonly ColumnLines[] {
  const parts: ColumnLines[] = [];
  let band: VisualLine[] = [];
  const close = (): void => {
    const runs = band.flatMap((line) => line.runs);
    for (const side of [runs.filter(({ x }) => x < gutter), runs.filter(({ x }) => x >= gutter)]) {
      const column = visualLines(side);
      if (column.length > 0)
        parts.push({ lines: column, edge: Math.max(...column.map(({ right }) => right)) });
    }
    band = [];
  };
  for (const line of lines) {
    if (!crosses(line, gutter)) {
      band.push(line);
      continue;
    }
    close();
    parts.push({ lines: [line], edge: line.right + line.size });
  }
  close();
  return parts;
}
