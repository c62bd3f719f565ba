/** Numbers written out in Indonesian, as decrees repeat them: "tiga puluh", "sebelas", "seratus dua puluh". */

const DIGITS: Readonly<Record<string, number>> = {
  nol: 0,
  se: 1,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
};

const SCALES: Readonly<Record<string, number>> = { puluh: 10, ratus: 100, ribu: 1000 };

/** One part of a number word. "se" only where a scale follows: not in "sejak" or "selama". */
const PART =
  '(?:se(?=puluh|belas|ratus|ribu)|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus|ribu)';

/** A run of number words, with or without spaces between them ("limabelas"). */
export const NUMBER_WORDS = `${PART}(?:\\s*${PART})*(?![a-z])`;

const PARTS = new RegExp(PART, 'g');

/**
 * The number that a run of number words says; NaN for words in an order that says none ("dua tiga",
 * "puluh"). `text` is lower case.
 */
export function readNumberWords(text: string): number {
  let sum = 0;
  let digit = Number.NaN;
  let limit = Number.POSITIVE_INFINITY; // each scale must be smaller than the one before
  for (const [part] of text.matchAll(PARTS)) {
    const scale = part === 'belas' ? 10 : SCALES[part];
    if (scale === undefined) {
      if (!Number.isNaN(digit)) return Number.NaN;
      digit = DIGITS[part] ?? Number.NaN;
      continue;
    }
    if (scale >= limit || Number.isNaN(digit)) return Number.NaN;
    sum += part === 'belas' ? 10 + digit : digit * scale;
    digit = Number.NaN;
    limit = part === 'belas' ? 1 : scale;
  }
  if (Number.isNaN(digit)) return sum;
  return limit > 1 ? sum + digit : Number.NaN;
}
