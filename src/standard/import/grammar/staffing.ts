/** How many people a decree says carry out a service. Pure. */
import { NUMBER_WORD, numberOfWords } from './number-words.ts';

const PEOPLE = String.raw`(?:\([^)]*\)\s*)?(?:orang|petugas|pegawai|personil|personel|staf|pelaksana|org)\b`;
const FIGURE = new RegExp(String.raw`(\d{1,4})\s*${PEOPLE}`, 'gi');
const WORD = new RegExp(String.raw`\b((?:(?:${NUMBER_WORD})\s+){1,4})${PEOPLE}`, 'gi');
const TOTAL =
  /\b(?:terdiri|terbagi|masing-masing|yaitu|yakni|meliputi|antara lain|dengan rincian|rincian)\b|^[^\n]{0,60}orang\s*(?:\([^)]*\)\s*)?[:;(]/i;
const SUM = /(?:jumlah|total)\s*(?:seluruhnya|keseluruhan)?\s*:?\s*=?\s*(\d{1,4})/i;

/**
 * The number of people: the total where the text gives one and then says of whom it consists, else the sum of those
 * it names. Null where no number stands.
 */
export function readStaffCount(text: string): number | null {
  const named = [...text.matchAll(FIGURE)].map((match) => Number(match[1]));
  const counts = named.length > 0 ? named : numbersInWords(text);
  const [first] = counts;
  if (first === undefined) return bareNumber(text);
  const total = SUM.exec(text);
  if (total) return Number(total[1]);
  const others = counts.slice(1).reduce((sum, count) => sum + count, 0);
  if (others === 0 || others === first || TOTAL.test(text)) return first;
  return first + others;
}

const numbersInWords = (text: string): readonly number[] =>
  [...text.matchAll(WORD)].flatMap((match) => numberOfWords(match[1] ?? '') ?? []);

function bareNumber(text: string): number | null {
  const match = /^\D{0,40}?(\d{1,4})\s*(?:\([^)]*\))?\s*[.;]?$/.exec(text.trim());
  return match ? Number(match[1]) : null;
}
