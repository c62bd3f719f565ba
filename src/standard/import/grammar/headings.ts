/** Recognizes the heading of a component, in any of its spellings. Pure. */
import type { ComponentName } from '../../model.ts';
import { editDistance } from '../../reading/likeness.ts';
import { componentNames, otherHeadings } from './component-names.ts';
import { readMark, withoutBullets } from './marks.ts';
import type { Mark } from './marks.ts';
import { composedName } from './name-words.ts';
import { lettersOf, plainName } from './plain.ts';

/** A heading that is none of the fourteen ends the component before it. */
export type HeadingName = ComponentName | 'other';

export interface Heading {
  readonly name: HeadingName;
  readonly mark: Mark | null;
  /** What stands behind the heading in the same line: "Biaya : Gratis". */
  readonly rest: string;
  /** A colon, or nothing behind the name: without them the words may be part of a sentence. */
  readonly isClosed: boolean;
}

const entries = Object.entries(componentNames).flatMap(([name, spellings]) =>
  spellings.map((spelling) => [lettersOf(spelling), name] as const),
);
const byLetters = new Map<string, HeadingName>([
  ...otherHeadings.map((spelling): [string, HeadingName] => [lettersOf(spelling), 'other']),
  ...entries.map(([letters, name]): [string, HeadingName] => [letters, name as ComponentName]),
]);

/** How many slips of the pen a name of so many letters may carry; short names are too like other words. */
function slipsAllowed(length: number): number {
  if (length < 9) return 0;
  if (length < 16) return 1;
  return length < 26 ? 2 : 3;
}

const LONGEST_NAME = 70;

/** What the law adds to the names of the two guarantees (UU 25/2009 art. 21). */
const EXPLANATION = /\s+(?:yang\s+memberikan\s+kepastian|dalam\s+bentuk\s+komitmen)\b.*$/is;

/** The component that a text names, whole and by itself; small slips are forgiven. */
export function findComponentName(text: string): HeadingName | null {
  if (text.length > LONGEST_NAME * 3) return null;
  const letters = lettersOf(text.replace(EXPLANATION, ''));
  if (letters === '' || letters.length > LONGEST_NAME) return null;
  const exact = byLetters.get(letters) ?? byLetters.get(lettersOf(text.replaceAll(/\([^)]*\)/g, ' ')));
  return exact ?? composedName(text) ?? nearlyNamed(letters);
}

function nearlyNamed(letters: string): HeadingName | null {
  const limit = slipsAllowed(letters.length);
  if (limit === 0) return null;
  let best: HeadingName | null = null;
  let distance = limit + 1;
  for (const [candidate, name] of byLetters) {
    if (slipsAllowed(candidate.length) === 0 || !resembles(candidate, letters)) continue;
    const slips = editDistance(letters, candidate, distance);
    if (slips < distance) [best, distance] = [name, slips];
  }
  return best;
}

/** Whether a text is a component's name to the letter. */
export const isExactName = (text: string): boolean => {
  const mark = readMark(text);
  return byLetters.has(lettersOf(mark ? mark.rest : text));
};

/** A slip hits the beginning or the end of a name, never both: spares comparing all names letter by letter. */
const resembles = (one: string, other: string): boolean =>
  one.slice(0, 2) === other.slice(0, 2) || one.slice(-2) === other.slice(-2);

/** A heading that is followed by its content: "Persyaratan : …", "Persyaratan", "Biaya (Tarif) – Gratis". */
export function readHeading(text: string): Heading | null {
  const bare = withoutBullets(text);
  const mark = readMark(bare);
  if (mark && mark.kind !== 'bullet') {
    const marked = headingOf(mark.rest, mark);
    if (marked) return marked;
  }
  return headingOf(bare, null);
}

function headingOf(text: string, mark: Mark | null): Heading | null {
  const labelled = beforeSign(text, mark, /\s*:\s*(?=\S)/);
  if (labelled) return labelled;
  const whole = findComponentName(text.replace(/[\s.:;,]+$/, ''));
  if (whole) return { name: whole, mark, rest: '', isClosed: true };
  return beforeSign(text, mark, /\s+[–—=-]+\s+/);
}

function beforeSign(text: string, mark: Mark | null, sign: RegExp): Heading | null {
  const match = sign.exec(text);
  if (!match) return null;
  const name = findComponentName(text.slice(0, match.index));
  return name && { name, mark, rest: text.slice(match.index + match[0].length).trim(), isClosed: true };
}

interface Spelling {
  readonly name: ComponentName;
  readonly pattern: RegExp;
}

/** Spellings by their first word, the longest first. Whatever signs stand between the words. */
const spellingsByFirst = Map.groupBy(
  componentOf(componentNames).toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? '',
);

function componentOf(
  names: typeof componentNames,
): readonly (Spelling & { readonly words: readonly string[] })[] {
  return Object.entries(names).flatMap(([name, spellings]) =>
    spellings.map((spelling) => {
      const words = spelling.split(' ');
      const between = String.raw`[\s,/()&-]*(?:(?:dan|atau)[\s,/&-]+)*`;
      const pattern = new RegExp(String.raw`^${words.join(between)}(?![\p{L}\p{N}])`, 'iu');
      return { name: name as ComponentName, words, pattern };
    }),
  );
}

/**
 * A heading that a flattened table has run into its content: "3 Jangka Waktu Pelayanan 30 Menit". Only after a number,
 * and only where what follows begins as a content does: with a figure, a capital or a mark.
 */
export function readFlatHeading(text: string): Heading | null {
  const match = /^(\d{1,2})\s*[.)]?\s+((\p{L}+).*)$/u.exec(text);
  if (!match) return null;
  const [, number = '', tail = '', first = ''] = match;
  for (const { name, pattern } of spellingsByFirst.get(first.toLowerCase()) ?? []) {
    const found = pattern.exec(tail);
    if (!found) continue;
    const rest = tail.slice(found[0].length).replace(/^[\s:;.,]+/, '');
    if (rest !== '' && !/^[\p{Lu}\d(•-]/u.test(rest)) return null;
    const mark: Mark = { kind: 'number', style: '1', value: Number(number), rest: tail };
    return { name, mark, rest, isClosed: false };
  }
  return null;
}

/** Whether a text may be the beginning of a component's name that goes on in the next line. */
export function beginsName(text: string): boolean {
  const start = plainName(text);
  if (start.length < 5) return false;
  return Object.values(componentNames).some((spellings) =>
    spellings.some((spelling) => spelling.length > start.length && spelling.startsWith(start)),
  );
}
