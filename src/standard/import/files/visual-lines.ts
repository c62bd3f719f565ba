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

/** Ends that no sentence has. */
const NEEDS_MORE =
  /(?:,|\b(?:dan|atau|dengan|di|ke|dari|yang|dalam|untuk|oleh|pada|tentang|kepada|nomor|tahun))$/i;

/** Whether a line was broken because the next word did not fit before `edge`, and no larger gap parts the two. */
export function isBrokenAt(
  line: VisualLine,
  next: VisualLine | undefined,
  edge: number,
  pitch: number,
): boolean {
  if (!next || next.y - line.y > pitch * 1.3) return false;
  const isLong = line.right - line.x > 0.45 * (edge - line.x);
  if (isLong && (NEEDS_MORE.test(line.text) || (/^\p{Ll}/u.test(next.text) && !/[.;:]$/.test(line.text))))
    return true;
  if (isSetApart(line, next)) return false;
  const [word = ''] = next.text.split(' ');
  const width = ((line.right - line.x) * weightOf(` ${word}`)) / Math.max(1, weightOf(line.text));
  return line.right + width > edge - 0.4 * line.size;
}

/** Bold below plain, or plain below bold: no typeface of the one line stands in the other, as of a heading and its text. */
function isSetApart(line: VisualLine, next: VisualLine): boolean {
  const fonts = new Set(line.runs.map(({ font }) => font));
  return next.runs.every(({ font }) => font !== undefined && !fonts.has(font)) && /^\P{Ll}/u.test(next.text);
}

/** Where paragraphs are set apart by space, lines without it between them are of one paragraph. */
export const partsParagraphs = (lines: readonly VisualLine[], pitch: number): boolean =>
  lines.some((line, at) => at > 0 && line.y - (lines[at - 1]?.y ?? 0) > pitch * 1.3);

/** Lines of one paragraph, where space parts paragraphs: near each other, and the first is no short one. */
export const isSameParagraph = (
  line: VisualLine,
  next: VisualLine | undefined,
  edge: number,
  pitch: number,
): boolean =>
  next !== undefined && next.y - line.y <= pitch * 1.15 && line.right - line.x > 0.5 * (edge - line.x);

/** How wide letters are beside each other: what a proportional typeface makes of them, roughly. */
export function weightOf(text: string): number {
  const narrow = text.replaceAll(/[^iljtfrI.,;:'’()\-|/ ]/g, '').length;
  const wide = text.replaceAll(/[^mwMW@%]/g, '').length;
  const capitals = text.replaceAll(/[^\p{Lu}]/gu, '').length;
  return text.length - 0.45 * narrow + 0.5 * wide + 0.3 * capitals;
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
