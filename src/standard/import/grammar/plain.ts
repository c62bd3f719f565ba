/** Texts without what people write differently: case, signs, spaces. Pure. */

/** Small letters and single spaces only; "&", "atau" and "dan/atau" are "dan". For comparing names of components. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' dan ')
    .replaceAll(/\btariff\b/g, 'tarif')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b(?:dan|atau)\b(?: (?:dan|atau)\b)*/g, 'dan')
    .trim();
}

/** Letters and figures only: what is left when a scanner has set spaces at will. */
export const lettersOf = (text: string): string => plainName(text).replaceAll(' ', '');

/** Letters set apart, as in "L A M P I R A N": four in a row are no words. */
const SPACED = /^\W*(?:\p{L}\s+){3,}\p{L}\W*$/u;

/** A line of letters set apart, as the words they make; two spaces part these. */
const unspaced = (text: string): string =>
  SPACED.test(text)
    ? text
        .trim()
        .split(/\s{2,}/)
        .map((word) => word.replaceAll(' ', ''))
        .join(' ')
    : text;

/** Single spaces, none at the ends; invisible signs away. */
export const tidy = (text: string): string =>
  unspaced(text)
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a roman number up to 399, or null: "IV" is 4, "IIX" is none. */
export function romanValue(text: string): number | null {
  const digits = text.toLowerCase();
  if (!/^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(digits) || digits === '') return null;
  const values = Array.from(digits, (digit) => ROMAN[digit] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Whether nearly all letters of a text are capitals, as in titles of decrees. */
export function isAllCaps(text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  const capitals = letters.replaceAll(/[^\p{Lu}]/gu, '');
  return letters.length >= 4 && capitals.length / letters.length >= 0.85;
}
