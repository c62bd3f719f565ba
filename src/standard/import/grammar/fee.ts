/** What a decree prints as its fee. Pure. */
import type { FeeAmount, FeeReading } from '../model.ts';
import { NUMBER_WORD, numberOfWords } from './number-words.ts';

const FREE =
  /\b(?:gratis|cuma[\s-]*cuma|nihil|free|tidak\s+(?:ada\s+|di(?:kenakan|pungut|kenai|bebankan)\s+)?(?:\w+\s+){0,2}?(?:biaya|tarif|retribusi|bayar|berbayar|pungutan|dipungut)|tanpa\s+(?:\w+\s+){0,2}?(?:biaya|tarif|pungutan|retribusi|bayar)|bebas\s+(?:\w+\s+){0,1}?(?:biaya|tarif|retribusi|bayar)|nol\s+rupiah)\b/i;

/** English commas part thousands where three figures stand behind each. */
const COMMAS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{2})?(?!\d|\s*(?:ribu|rb|juta|jt|miliar)\b)`;
/**
 * A figure that goes on with a letter, or with a letter among its thousands, is one that a scanner has not read: "5O.000". One
 * that is counted in millions behind its words, "5 (lima) juta", is not five rupiah.
 */
const WHOLE = String.raw`(?![\p{L}\d]|[.,][\dOoIlSB]*\d|\s*\([\p{L}\s]{3,40}\)\s*(?:ribu|rb|juta|jt|miliar)\b)`;
/** Thousands are parted by dots or by spaces; where both stand, a space parts one amount of a table from the next. */
const FIGURE = String.raw`${COMMAS}|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:\s\d{3})+(?![\d.])(?:,\d{1,2})?|\d+(?:,\d{1,3}(?=\s*(?:ribu|rb|juta|jt|miliar)\b)|,\d{1,2})?`;
const SCALED = String.raw`(?:\s*(ribu|rb|juta|jt|miliar)\b)?`;
const MONEY = new RegExp(
  String.raw`(?:(?:\bRp|\bIDR|@)\s*\.?\s*(?:Rp\s*\.?\s*)?(${FIGURE})${SCALED}${WHOLE}(?:\s*,\s*-+|,-)?|(?<![\p{L}\d.,/])(${FIGURE})${SCALED}${WHOLE}(?:,-)?\s*(?:\([^)]*\)\s*)?rupiah\b|(?<![\p{L}\d.,/])(\d{1,3}(?:\.\d{3})+)(?:,\d{2}|,-)?(?![\d.]|\s*(?:orang|lembar|halaman|meter|kg|kilogram|km|m[23²³]|ha|hektar|liter|ton|gram|cc|watt|va|kwh|unit|buah|eksemplar)(?![\p{L}])))`,
  'giu',
);
const WORDS = new RegExp(String.raw`\b((?:(?:${NUMBER_WORD})\s+){1,12})rupiah\b`, 'gi');

const SCALES: Readonly<Record<string, number>> = { ribu: 1e3, rb: 1e3, juta: 1e6, jt: 1e6, miliar: 1e9 };

/** "10,000" and "10,000.00". */
const ENGLISH_FIGURE = /^\d{1,3}(?:,\d{3})+(?:\.\d{2})?$/;

function rupiah(figure: string, scale: string | undefined): number {
  const plain =
    ENGLISH_FIGURE.test(figure) && scale === undefined
      ? figure.replace(/\.\d{2}$/, '').replaceAll(',', '')
      : figure;
  const [whole = '', cents = ''] = plain.replaceAll(/[.\s]/g, '').split(',');
  const factor = SCALES[scale?.toLowerCase() ?? ''] ?? 1;
  const fraction = factor === 1 ? 0 : Number(`0.${cents || '0'}`);
  return Math.round((Number(whole) + fraction) * factor);
}

/** "2 x tayang @ 30.000", "3 kali Rp5.000": how often, before the amount; "20.000 x 2" behind it. */
const TIMES_BEFORE =
  /(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:\p{L}{3,12}\s+)?(?:x|×|kali)\s*(?:\p{L}+\s*){0,3}(?:@|masing-masing|sebesar|=)?\s*$/iu;
const TIMES_BEHIND = /^\s*(?:,-)?\s*(?:\([^)]*\)\s*)?(?:x|×|kali)\s*(\d{1,3})\b(?!\s*(?:jam|hari))/i;

function timesOf(text: string, from: number, to: number): number {
  const before = TIMES_BEFORE.exec(text.slice(0, from));
  const behind = TIMES_BEHIND.exec(text.slice(to));
  const times = Number(before?.[1] ?? behind?.[1] ?? 1);
  return times >= 1 ? times : 1;
}

/** Whether a text says in words that nothing is charged, whatever else it says. */
export const saysFree = (text: string): boolean => FREE.test(text);

/** No service costs more: what does is two figures run together. */
const MOST_IDR = 1e12;

/** Said of a fee, these alone say that there is none. */
const NOTHING = /^\W*(?:tidak ada|tidak|0|Rp\.?\s*[-–—0]+(?:,-)?)\W*$/i;

/** Laws are cited with numbers and years; none of them is money. */
const withoutCitations = (text: string): string =>
  text.replaceAll(/\b(?:nomor|no\.?|tahun|pasal|ayat)\s*:?\s*[\d./-]+/gi, (found) =>
    ' '.repeat(found.length),
  );

/** "Rp 10.000,- (sepuluh ribu rupiah)": the words behind an amount. */
const IN_WORDS = /^[\s,.\d-]*\(\s*([\p{L}\s]{4,120}?)(?:\s+rupiah)?\s*\)/iu;

/** Amounts whose words say another number: which of both is meant, only the office knows. */
export const contradictedMoney = (text: string): readonly string[] =>
  [...text.matchAll(MONEY)].flatMap(({ 0: all, 1: marked, 2: scale, index }) => {
    if (marked === undefined) return [];
    const words = IN_WORDS.exec(text.slice(index + all.length));
    const said = numberOfWords(words?.[1] ?? '');
    return words && said !== null && said !== rupiah(marked, scale) ? [`${all}${words[0]}`] : [];
  });

/** Where an amount begins, whether its figures can be read or not. */
const MARKED = /\b(?:Rp|IDR)\s*\.?\s*(?:Rp\s*\.?\s*)?[OoIlSB]?\d/gi;

/** One amount that cannot be read leaves the others without meaning: none is taken. */
const isWhollyRead = (text: string, found: readonly RegExpExecArray[]): boolean =>
  [...text.matchAll(MARKED)].length <= found.filter(({ 1: marked }) => marked !== undefined).length;

function amountsIn(text: string): readonly FeeAmount[] {
  const found = [...text.matchAll(MONEY)];
  if (!isWhollyRead(text, found)) return [];
  // Beside amounts that say they are money, bare figures are measures: "sampai dengan 3.500 kg sebesar Rp65.000".
  // Those that follow one at once are a row of a table: "Rp 100.000 150.000".
  let end = -1;
  const saying = found.filter(({ 0: all, 1: marked, 3: named, index }) => {
    const follows = end >= 0 && text.slice(end, index).trim() === '';
    const says = marked !== undefined || named !== undefined || follows;
    if (says) end = index + all.length;
    return says;
  });
  const figures = (saying.length > 0 ? saying : found).map((match) => {
    const [all, marked, markedScale, named, namedScale, bare] = match;
    const idr = rupiah(marked ?? named ?? bare ?? '0', marked === undefined ? namedScale : markedScale);
    return { idr, times: timesOf(text, match.index, match.index + all.length) };
  });
  if (figures.length > 0) return figures;
  return [...text.matchAll(WORDS)].flatMap((match) => {
    const idr = numberOfWords(match[1] ?? '');
    return idr === null ? [] : [{ idr, times: 1 }];
  });
}

/**
 * Amounts in whole rupiah with how often each is charged, in the order of the text, and whether the service is free.
 * A text that names no amount and does not say that nothing is charged ("sesuai Perda") gives neither, and so does one
 * whose figures and words contradict each other.
 */
export function readFee(text: string): FeeReading {
  if (contradictedMoney(text).length > 0) return { free: false, amounts: [] };
  const named = amountsIn(withoutCitations(text));
  const amounts = named.filter(({ idr }) => idr > 0 && idr <= MOST_IDR);
  const isNothing = named.some(({ idr }) => idr === 0) || FREE.test(text) || NOTHING.test(text.trim());
  return { free: amounts.length === 0 && isNothing && text.trim() !== '', amounts };
}
