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
  /** The line says by a word, or by a bar, that its number counts pages. */
  readonly saysPage: boolean;
}

const NUMBER_BEHIND = /^(?<words>\D{8,100}?)\s*(?<value>\d{1,3})$/u;
const NUMBER_AHEAD = /^(?<value>\d{1,3})\s*(?<words>\|\D{4,100})$/u;
const PAGE = /\b(?:halaman|hal|hlm|page)\b|\bp\s+a\s+g\s+e\b/i;
/** "LAMPIRAN 2", "Jenis Layanan 3", "Standar Pelayanan Nomor 4": what is counted is a part of the decree. */
const OF_DECREE =
  /\b(?:lampiran|nomor|no|bab|bagian|huruf|jenis|(?:pe)?layanan|standar|tabel|gambar|bagan|formulir|loket|ruang|lantai|tahap\w*|langkah|ke)[\s.:–-]*$/i;
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

/** A foot stands apart, unless the word says what it is; a bar says so between blank lines, elsewhere it parts the cells of a table. */
function countedIn(lines: readonly string[], text: string, at: number): readonly Counted[] {
  const { words, value } = (NUMBER_BEHIND.exec(text) ?? NUMBER_AHEAD.exec(text))?.groups ?? {};
  if (words === undefined || value === undefined || readHeading(text)) return [];
  const blanks = [at - 1, at + 1].filter((beside) => (lines[beside] ?? '').trim() === '').length;
  const saysPage = PAGE.test(words) || (words.includes('|') && blanks === 2);
  return saysPage || mayCountPages(words, blanks) ? [{ at, words, value: Number(value), saysPage }] : [];
}

const mayCountPages = (words: string, blanks: number): boolean =>
  blanks > 0 && !words.includes('|') && !OF_DECREE.test(words);

const countsPages = (run: readonly Counted[]): boolean =>
  run.length >= (run.every(({ saysPage }) => saysPage) ? 2 : LEAST_TIMES) &&
  run.every((foot, index) => {
    const before = run[index - 1];
    return !before || (foot.value === before.value + 1 && foot.at - before.at >= LEAST_APART);
  });

/** Words that stand beside a page's number on every page, and nowhere else. */
function besidePageNumbers(lines: readonly string[]): readonly number[] {
  const numbers = pageNumbers(lines);
  const places = Map.groupBy(lines.keys(), (at) => (lines[at] ?? '').trim().replaceAll(/\s+/g, ' '));
  return [...places].flatMap(([text, ats]) => {
    const beside = ats.flatMap((at) => numbers.get(at - 1) ?? numbers.get(at + 1) ?? []);
    const isRunning = text !== '' && ats.length >= 2 && beside.length === ats.length && rises(beside);
    return isRunning && readMark(text) === null && readHeading(text) === null ? ats : [];
  });
}

const rises = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));

/**
 * The lines that are nothing but the number of a page, with it. Numbers closer to each other than pages are those of a list,
 * whose items many services have in common: "1", "Fotokopi KTP", "2", "Fotokopi KK".
 */
function pageNumbers(lines: readonly string[]): ReadonlyMap<number, number> {
  const found = lines.flatMap((line, at) =>
    isPageNumber(line.trim()) ? [{ at, value: Number(/\d+/.exec(line)?.[0]) }] : [],
  );
  const isAlone = (at: number, other: { readonly at: number } | undefined): boolean =>
    other === undefined || Math.abs(other.at - at) >= LEAST_APART;
  return new Map(
    found.flatMap(({ at, value }, index) =>
      isAlone(at, found[index - 1]) && isAlone(at, found[index + 1]) ? [[at, value]] : [],
    ),
  );
}
