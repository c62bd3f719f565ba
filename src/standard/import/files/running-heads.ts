/** Heads and feet that every page repeats, and page numbers, belong to the paper and not to the text. Pure. */
import { readHeading } from '../grammar/headings.ts';
import { isPageNumber } from '../grammar/noise.ts';
import type { VisualLine } from './visual-lines.ts';

interface Page {
  readonly height: number;
  /** Lines outside tables, from the top. */
  readonly free: readonly VisualLine[];
}

/** How much of a page's height its head and its foot may take. */
const MARGIN = 0.11;
/** So many lines at the top and at the bottom may be head and foot. */
const MOST_LINES = 4;

const shapeOf = (text: string): string => text.toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ');

/** The pages without what stands at the same edge of at least half of them, and at least two. */
export function withoutRunningHeads<P extends Page>(pages: readonly P[]): readonly P[] {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const lines of edges) {
    for (const shape of new Set(lines.map(({ text }) => shapeOf(text))))
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const isRunning = (text: string): boolean =>
    (counts.get(shapeOf(text)) ?? 0) >= Math.max(2, pages.length / 2);
  return pages.map((page, at) => {
    const dropped = new Set(
      edges[at]?.filter(({ text }) => isPageNumber(text) || (isRunning(text) && !isHeading(text))),
    );
    return dropped.size === 0 ? page : { ...page, free: page.free.filter((line) => !dropped.has(line)) };
  });
}

/** Services that look alike put the same components to the edges of their pages. */
const isHeading = (text: string): boolean => {
  const heading = readHeading(text);
  return heading !== null && heading.mark !== null;
};

function edgeLines({ free, height }: Page): readonly VisualLine[] {
  const top = free.slice(0, MOST_LINES).filter(({ y }) => y < height * MARGIN);
  const bottom = free.slice(-MOST_LINES).filter(({ y }) => y > height * (1 - MARGIN));
  return [...top, ...bottom];
}
