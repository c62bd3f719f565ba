/** Amounts of money within a text, each with its place. Pure. */
import { NUMBER_WORD, numberOfWords } from './number-words.ts';

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
/** What is counted or measured; of a range of measures the unit stands behind its second end. */
const MEASURED = String.raw`\s*(?:(?:-|–|s\.?\s?\/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*\d[\d.]*\s*)?(?:orang|jiwa|penumpang|kursi|lembar|halaman|meter|kg|kilogram|km|m[23²³]|ha|hektar|liter|ton|gram|cc|watt|va|kva|kwh|gt|unit|buah|ekor|eksemplar)(?![\p{L}])`;
const MONEY = new RegExp(
  String.raw`(?:(?:\bRp|\bIDR|@)\s*\.?\s*(?:Rp\s*\.?\s*)?(${FIGURE})${SCALED}${WHOLE}(?:\s*,\s*-+|,-)?|(?<![\p{L}\d.,/])(${FIGURE})${SCALED}${WHOLE}(?:,-)?\s*(?:\([^)]*\)\s*)?rupiah\b|(?<![\p{L}\d.,/])(\d{1,3}(?:\.\d{3})+)(?:,\d{2}|,-)?(?![\d.]|${MEASURED}))`,
  'giu',
);
const WORDS = new RegExp(String.raw`\b((?:(?:${NUMBER_WORD})\s+){1,12})rupiah\b`, 'gi');
/** Figures of thousands that are written neither with "Rp" nor with dots: "20000", "5 ribu". */
const PLAIN = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(?:\d{1,4}0{3}|\d{1,3}(?:,\d)?\s*(?:ribu|rb|juta|jt|miliar)\b)(?![\d.,]\d|${MEASURED})`,
  'giu',
);

const SCALES: Readonly<Record<string, number>> = { ribu: 1e3, rb: 1e3, juta: 1e6, jt: 1e6, miliar: 1e9 };

/** An amount that a text names, `[at, end)`. */
export interface Money {
  readonly idr: number;
  /** "Rp" or "rupiah" stands with it; else it may be a measure as well. */
  readonly isMarked: boolean;
  readonly at: number;
  readonly end: number;
}

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

/** The amounts of a text in their order; where it has none in figures, those in words. */
export function moneyIn(text: string): readonly Money[] {
  const found = [...text.matchAll(MONEY)].map((match): Money => {
    const [all, marked, markedScale, named, namedScale, bare] = match;
    const scale = marked === undefined ? namedScale : markedScale;
    const figure = marked ?? named ?? bare ?? '0';
    return {
      idr: rupiah(figure, scale),
      isMarked: bare === undefined,
      at: match.index,
      end: match.index + all.length,
    };
  });
  return found.length > 0 ? found : wordsIn(text);
}

const wordsIn = (text: string): readonly Money[] =>
  [...text.matchAll(WORDS)].flatMap(({ 0: all, 1: words = '', index }) => {
    const idr = numberOfWords(words);
    return idr === null ? [] : [{ idr, isMarked: true, at: index, end: index + all.length }];
  });

/** Figures of thousands beside these amounts, with their places. */
export const plainFiguresIn = (
  text: string,
  money: readonly Money[],
): readonly { readonly at: number; readonly end: number }[] =>
  [...text.matchAll(PLAIN)]
    .map(({ 0: all, index }) => ({ at: index, end: index + all.length }))
    .filter(({ at, end }) => !money.some((one) => at < one.end && end > one.at));

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

/** Whether every amount that is marked as one could be read: of the others none has its meaning without it. */
export const isWhollyRead = (text: string): boolean =>
  [...text.matchAll(MARKED)].length <=
  [...text.matchAll(MONEY)].filter((match) => match[1] !== undefined).length;
