/** The mark a list shows before an entry: Word and HTML keep the form and the number, not the mark itself. Pure. */

export type LabelForm =
  'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman' | 'bullet' | 'none';

/** Bullets of lists within lists differ, so that the reader of marks sees the levels. */
const BULLETS = ['•', '-', '▪', '○'];

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function romanOf(value: number): string {
  let [left, text] = [value, ''];
  for (const [amount, sign] of ROMAN) {
    while (left >= amount) [left, text] = [left - amount, text + sign];
  }
  return text;
}

const letterOf = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26));

/** The figure or letter for the n-th entry; empty for bullets and lists without marks. */
export function ordinal(form: LabelForm, value: number): string {
  if (value < 1 || value > 399) return String(value);
  if (form === 'lowerLetter') return letterOf(value);
  if (form === 'upperLetter') return letterOf(value).toUpperCase();
  if (form === 'lowerRoman') return romanOf(value);
  if (form === 'upperRoman') return romanOf(value).toUpperCase();
  return form === 'decimal' ? String(value) : '';
}

/** "1.", "a.", "•"; deeper lists get ")" so that their levels can be told apart. */
export function listLabel(form: LabelForm, value: number, level: number): string {
  if (form === 'none') return '';
  if (form === 'bullet') return BULLETS[level % BULLETS.length] ?? '•';
  return `${ordinal(form, value)}${level === 0 ? '.' : ')'}`;
}
