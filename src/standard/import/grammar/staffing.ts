/** How many people a decree says carry out a service. Pure. */
import { NUMBER_WORD, numberOfWords } from './number-words.ts';

const NOUN = String.raw`(?:orang|petugas|pegawai|personil|personel|staf|pelaksana|pekerja|tenaga|operator|verifikator|arsiparis|teknisi|dokter|perawat|bidan|analis|penguji|penyuluh|sopir|pengemudi|org)`;
const PEOPLE = String.raw`(?:\([^)]*\)\s*)?${NOUN}\b`;
const FIGURE = new RegExp(String.raw`(\d{1,4})\s*${PEOPLE}`, 'gi');
const WORD = new RegExp(String.raw`\b((?:(?:${NUMBER_WORD})\s+){1,4})${PEOPLE}`, 'gi');
const TOTAL =
  /\b(?:terdiri|terbagi|masing-masing|yaitu|yakni|meliputi|antara lain|dengan rincian|rincian)\b|^[^\n]{0,60}orang\s*(?:\([^)]*\)\s*)?[:(]/i;
/** "5 orang, …" and "5 orang petugas; …", not "3 orang petugas loket, …". */
const NOBODY_YET = new RegExp(
  String.raw`^\D*\d{1,4}\s*${PEOPLE}(?:\s+(?:petugas|pegawai|pelaksana|personil|personel|staf|tenaga))?\s*[,.;:\n(]`,
  'i',
);
const SUM = /(?:jumlah|total)\s*(?:seluruhnya|keseluruhan)?\s*:?\s*=?\s*(\d{1,4})/i;
/** What a sum comes to. */
const RESULT = new RegExp(String.raw`=\s*(\d{1,4})\s*${PEOPLE}`, 'i');
/** So many people in so many shifts: one factor times the other, in either order. */
const PRODUCT = new RegExp(
  String.raw`(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:\p{L}+\s*){1,2}[x×]\s*(\d{1,3})\s*(?:\([^)]*\)\s*)?(\p{L}+)?`,
  'iu',
);
const RANGE = new RegExp(
  String.raw`\d\s*(?:\([^)]*\)\s*)?(?:[-–—]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*\d{1,4}\s*${PEOPLE}`,
  'i',
);

/**
 * The number of people: the total where the text gives one and then says of whom it consists, else the sum of those
 * it names. Null where no number stands, or only a range ("3-5 orang").
 */
export function readStaffCount(text: string): number | null {
  const total = RESULT.exec(text)?.[1] ?? SUM.exec(text)?.[1];
  const named = [...text.matchAll(FIGURE)].map((match) => Number(match[1]));
  const counts = named.length > 0 ? named : numbersInWords(text);
  const [first, ...more] = counts;
  if (first === undefined) return bareNumber(text);
  if (total !== undefined) return Number(total);
  if (RANGE.test(text)) return null;
  return more.length === 0 ? (productIn(text) ?? first) : sumOf(first, more, text);
}

/** The first number is the total where the text says so, or where it names nobody in particular and several others make it up. */
function sumOf(first: number, more: readonly number[], text: string): number {
  const others = more.reduce((sum, count) => sum + count, 0);
  const isMadeUp = others === first && more.length > 1 && NOBODY_YET.test(text);
  return isMadeUp || TOTAL.test(text) ? first : first + others;
}

function productIn(text: string): number | null {
  const [, one, other, unit = ''] = PRODUCT.exec(text) ?? [];
  return one === undefined || /^(?:jam|hari|menit|kali)$/i.test(unit) ? null : Number(one) * Number(other);
}

const numbersInWords = (text: string): readonly number[] =>
  [...text.matchAll(WORD)].flatMap((match) => numberOfWords(match[1] ?? '') ?? []);

function bareNumber(text: string): number | null {
  const match = /^\D{0,40}?(\d{1,4})\s*(?:\([^)]*\))?\s*[.;]?$/.exec(text.trim());
  return match ? Number(match[1]) : null;
}
