/** Pieces of text to lines as the eye sees them. Pure. */
import { tidy } from '../grammar/plain.ts';
import type { TextRun } from './page.ts';

export interface VisualLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly runs: readonly TextRun[];
}

/** Lines from top to bottom. Pieces whose baselines differ by less than half their size stand on one line. */
export function visualLines(runs: readonly TextRun[]): readonly VisualLine[] {
  const lines: TextRun[][] = [];
  for (const run of runs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && Math.abs(run.y - first.y) <= 0.45 * Math.min(run.size, first.size)) line.push(run);
    else lines.push([run]);
  }
  return lines.map(lineOf);
}

function lineOf(source: readonly TextRun[]): VisualLine {
  const runs = source.toSorted((a, b) => a.x - b.x);
  const [first] = runs;
  return {
    text: textOf(runs),
    x: first?.x ?? 0,
    right: Math.max(...runs.map(({ right }) => right)),
    y: first?.y ?? 0,
    size: first?.size ?? 10,
    runs,
  };
}

/** Gaps wider than a fraction of the letters' size are spaces. */
const SPACE = 0.13;

export function textOf(runs: readonly TextRun[]): string {
  let text = '';
  let right = Number.NaN;
  for (const run of runs) {
    const gap = run.x - right;
    text += text !== '' && gap > SPACE * run.size ? ` ${run.text}` : run.text;
    right = run.right;
  }
  return tidy(text);
}

/** Whether a line was broken because the next word did not fit before `edge`, and no larger gap parts the two. */
export function isBrokenAt(
  line: VisualLine,
  next: VisualLine | undefined,
  edge: number,
  pitch: number,
): boolean {
  if (!next) return false;
  if (next.y - line.y > pitch * 1.3) return false;
  const [word = ''] = next.text.split(' ');
  const letter = (next.right - next.x) / Math.max(1, next.text.length);
  return line.right + letter * (word.length + 0.6) > edge;
}

/** The usual distance of lines: the smallest that is common. */
export function pitchOf(lines: readonly VisualLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, at) => line.y - (lines[at]?.y ?? 0))
    .filter((gap) => gap > 3)
    .toSorted((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 4)];
  const size = lines[0]?.size ?? 10;
  return usual === undefined ? size * 1.3 : Math.max(usual, size);
}
