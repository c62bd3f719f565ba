/** Pieces of text that run across a ruled line belong to two cells. Pure. */
import type { Rule, TextRun } from './page.ts';
import { weightOf } from './visual-lines.ts';

/** Letters touch a line now and then; a piece that reaches so far over it was written into both cells. */
const OVER = 4;

/** The run in the pieces that vertical lines cut it into, each at the blank nearest to the line. */
export function splitAtRules(run: TextRun, vertical: readonly Rule[]): readonly TextRun[] {
  const height = run.y - run.size * 0.3;
  const cut = vertical.find(
    ({ at, from, to }) => from <= height && to >= height && at > run.x + OVER && at < run.right - OVER,
  );
  if (!cut) return [run];
  const pieces = splitNear(run, cut.at);
  return pieces.length === 1
    ? pieces
    : pieces.flatMap((piece) =>
        splitAtRules(
          piece,
          vertical.filter((rule) => rule !== cut),
        ),
      );
}

/** The run cut at the blank that stands nearest to this place. */
export function splitNear(run: TextRun, at: number): readonly TextRun[] {
  const scale = (run.right - run.x) / Math.max(1, weightOf(run.text));
  const blanks = [...run.text.matchAll(/\s+/g)].map(({ 0: blank, index }) => ({
    index,
    end: index + blank.length,
    from: run.x + scale * weightOf(run.text.slice(0, index)),
    to: run.x + scale * weightOf(run.text.slice(0, index + blank.length)),
  }));
  const distance = ({ from, to }: { from: number; to: number }): number => Math.abs((from + to) / 2 - at);
  const [nearest] = blanks.toSorted((a, b) => distance(a) - distance(b));
  if (!nearest) return [run];
  return [
    { ...run, text: run.text.slice(0, nearest.index), right: Math.min(nearest.from, at - 0.5) },
    { ...run, text: run.text.slice(nearest.end), x: Math.max(nearest.to, at + 0.5) },
  ];
}
