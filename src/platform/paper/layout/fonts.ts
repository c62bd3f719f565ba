import type { Face } from './marks.ts';

/** What the layout must know of letters, and no more: it never sees a font file. */
export interface Fonts {
  /** Width of a text in points. */
  width(text: string, face: Face, size: number): number;
  /** Whether there is a drawing for this character. */
  has(character: string): boolean;
}

/** The same sign in other clothes: for characters of decrees that a typeface may not draw. */
const STAND_INS: Readonly<Record<string, string>> = {
  '\u00AD': '',
  '\u200B': '',
  '\u200C': '',
  '\u200D': '',
  '\u2060': '',
  '\uFEFF': '',
  '\t': ' ',
  '\u2007': '\u00A0',
  '\u202F': '\u00A0',
  '\u2010': '-',
  '\u2011': '-',
  '\u2043': '-',
  '\u25AA': '•',
  '\u25E6': '•',
  '\uF0B7': '•',
  '\u2713': '√',
  '\u2714': '√',
};

const UNKNOWN = '\u25A1';

function drawable(character: string, fonts: Fonts): string {
  const standIn = STAND_INS[character];
  if (standIn !== undefined) return standIn;
  if (character < ' ') return '';
  if (fonts.has(character)) return character;
  const plain = Array.from(character.normalize('NFKD'))
    .filter((part) => fonts.has(part))
    .join('');
  // A box, never nothing: whoever reads the paper sees that a sign stood there.
  return plain || (fonts.has(UNKNOWN) ? UNKNOWN : '?');
}

/** A text of signs that the typeface can draw; composed first, since decrees come with accents apart. */
export function drawableText(text: string, fonts: Fonts): string {
  let drawn = '';
  for (const character of text.normalize('NFC')) drawn += drawable(character, fonts);
  return drawn;
}
