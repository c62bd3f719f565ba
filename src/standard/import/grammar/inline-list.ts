/** Lists that a flattened table has run into one line: "1. … 2. … 3. …", "• … • …". Pure. */
import type { Line } from '../model.ts';
import { readMark } from './marks.ts';

interface Cut {
  readonly at: number;
}

/** One line for each entry of the list that runs through this line; the line itself where there is none. */
export function splitInline(line: Line): readonly Line[] {
  if (line.diagram === true) return [line];
  const cuts = cutsOf(line.text);
  if (cuts.length === 0) return [line];
  const starts = cuts[0]?.at === 0 ? cuts : [{ at: 0 }, ...cuts];
  return starts
    .map(({ at }, index) => line.text.slice(at, starts[index + 1]?.at).trim())
    .filter((text) => text !== '')
    .map((text) => ({ ...line, text, open: false }));
}

function cutsOf(text: string): readonly Cut[] {
  const first = readMark(text);
  if (first?.kind === 'bullet') return first.style === '-' ? dashCuts(text) : bulletCuts(text, first.style);
  const ordered = [numberCuts(text), letterCuts(text)].find(
    (cuts) => cuts.length > 1 && mayBegin(text, cuts[0]),
  );
  if (ordered) return ordered;
  if (first) return [];
  return leadBullets(text);
}

/** A list begins with the line, or behind the words that announce it. */
const mayBegin = (text: string, cut: Cut | undefined): boolean =>
  cut !== undefined && (cut.at === 0 || /[:;.]\s*$/.test(text.slice(0, cut.at)) || cut.at < 60);

const escaped = (sign: string): string => sign.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const bulletCuts = (text: string, bullet: string): readonly Cut[] =>
  [...text.matchAll(new RegExp(`(?:^|(?<=\\s))${escaped(bullet)}\\s*(?=\\S)`, 'gu'))].map(({ index }) => ({
    at: index,
  }));

/** Dashes also join words ("Senin - Kamis"): only one before a capital, behind a whole word, begins an item. */
const dashCuts = (text: string): readonly Cut[] =>
  [...text.matchAll(/(?:^|(?<=[\p{Ll})\d.;]\s))[-–]\s+(?=\p{Lu}\p{Ll})/gu)]
    .filter(({ index }) => !/(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\s$/i.test(text.slice(0, index)))
    .map(({ index }) => ({ at: index }));

/** "Pengaduan melalui: • telepon • surat": bullets behind an announcement. */
function leadBullets(text: string): readonly Cut[] {
  const match = /:\s+([•⦁●▪■▫◦‣➢➤✓✔►»\uF0B7\uF0A7\uF0D8\uF0FC])\s/u.exec(text);
  return match?.[1] === undefined ? [] : bulletCuts(text, match[1]);
}

const NUMBER = /(?<=^|\s)(\d{1,2})([.)])(?=\s+\S|\p{Lu}\p{Ll}|\s*$)/gu;

/**
 * Marks with numbers that go on from one to the next. A number that leaps or repeats is believed only behind the end
 * of an item and before a capital: lists are misnumbered, and texts are full of other numbers.
 */
function numberCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let style = '';
  let last = 0;
  for (const match of text.matchAll(NUMBER)) {
    const [, digits = '', close = ''] = match;
    const value = Number(digits);
    if (cuts.length === 0) {
      if (value !== 1 && match.index !== 0) continue;
      style = close;
    } else if (close !== style || !follows(text, match.index, value, last)) continue;
    cuts.push({ at: match.index });
    last = value;
  }
  return cuts;
}

function follows(text: string, at: number, value: number, last: number): boolean {
  if (value === last + 1) return true;
  const near = value >= last - 1 && value <= last + 3;
  return near && /[;.:,)]\s*$/.test(text.slice(0, at)) && /^\d{1,2}[.)]\s*\p{Lu}/u.test(text.slice(at));
}

const LETTER = /(?<=^|\s)([a-z])([.)])(?=\s+\S)/g;

function letterCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let style = '';
  for (const match of text.matchAll(LETTER)) {
    const [, letter = '', close = ''] = match;
    if (letter.charCodeAt(0) !== 97 + cuts.length || (cuts.length > 0 && close !== style)) continue;
    style = close;
    cuts.push({ at: match.index });
  }
  return cuts;
}
