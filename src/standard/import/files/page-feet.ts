/**
 * Heads and feet of pages in a text that has no pages any more: the same words with a number that goes on by one each time
 * ("Standar Pelayanan Kecamatan … | 2"), or beside the number of each page. A scanner leaves them in the middle of lists. Pure.
 */
import { readHeading } from '../grammar/headings.ts';
import { readMark } from '../grammar/marks.ts';
import { isPageNumber } from '../grammar/noise.ts';

/** The words of a line before or behind its only number. */
interface Counted {
  readonly at: number;
  readonly words: string;
  readonly value: number;
  /** The line says by a bar or by a word that its number counts pages. */
  readonly saysPage: boolean;
}

const NUMBER_BEHIND = /^(?<words>\D{8,100}?)\s*(?<value>\d{1,3})$/u;
const NUMBER_AHEAD = /^(?<value>\d{1,3})\s*(?<words>\|\D{4,100})$/u;
const PAGE = /\||\b(?:halaman|hal|hlm|page)\b|\bp\s+a\s+g\s+e\b/i;
/** A page holds at least so many lines; what comes sooner again is a list ("Loket 1", "Loket 2"). */
const LEAST_APART = 10;
/** So often where nothing else says that the number is a page. */
const LEAST_TIMES = 3;

/** The lines, with those that are heads and feet of pages emptied. Every other line keeps its number. */
export function withoutPageFeet(lines: readonly string[]): readonly string[] {
  const runs = Map.groupBy(
    lines.flatMap((line, at) => countedIn(lines, line.trim(), at)),
    ({ words }) => words.toLowerCase().replaceAll(/\s+/g, ' '),
  );
  const feet = new Set([
    ...[...runs.values()].filter(countsPages).flatMap((run) => run.map(({ at }) => at)),
    ...besidePageNumbers(lines),
  ]);
  return feet.size === 0 ? lines : lines.map((line, at) => (feet.has(at) ? '' : line));
}

/** A foot stands apart: where lines are right above and right below it, only a bar or the word says what it is. */
function countedIn(lines: readonly string[], text: string, at: number): readonly Counted[] {
  const { words, value } = (NUMBER_BEHIND.exec(text) ?? NUMBER_AHEAD.exec(text))?.groups ?? {};
  if (words === undefined || value === undefined || readHeading(text)) return [];
  const saysPage = PAGE.test(words);
  const isApart = (lines[at - 1] ?? '').trim() === '' || (lines[at + 1] ?? '').trim() === '';
  return saysPage || isApart ? [{ at, words, value: Number(value), saysPage }] : [];
}

const countsPages = (run: readonly Counted[]): boolean =>
  run.length >= (run.every(({ saysPage }) => saysPage) ? 2 : LEAST_TIMES) &&
  run.every((foot, index) => {
    const before = run[index - 1];
    return !before || (foot.value === before.value + 1 && foot.at - before.at >= LEAST_APART);
  });

/** Words that stand beside a page's number on every page, and nowhere else. */
function besidePageNumbers(lines: readonly string[]): readonly number[] {
  const numbered = new Set(lines.flatMap((line, at) => (isPageNumber(line.trim()) ? [at - 1, at + 1] : [])));
  const places = Map.groupBy(lines.keys(), (at) => (lines[at] ?? '').trim().replaceAll(/\s+/g, ' '));
  return [...places].flatMap(([text, ats]) => {
    const isRunning = text !== '' && ats.length >= 2 && ats.every((at) => numbered.has(at));
    const areApart = ats.every((at, index) => index === 0 || at - (ats[index - 1] ?? 0) >= LEAST_APART);
    return isRunning && areApart && readMark(text) === null && readHeading(text) === null ? ats : [];
  });
}
