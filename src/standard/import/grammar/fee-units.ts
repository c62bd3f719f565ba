/** How often an amount is charged, and for each of what: "2 x", "per lembar", "/m2/hari", "x jumlah halaman". Pure. */
import { moneyIn } from './fee-money.ts';
import type { Money } from './fee-money.ts';

const WORDS_BETWEEN = String.raw`^\s*(?:,-+|,00)?\s*(?:\([^)]{0,120}\)\s*)?[,;]?\s*`;
const UNIT = String.raw`\p{L}[\p{L}\d²³]*(?:\s*\/\s*\p{L}[\p{L}\d²³]*|\s+per\s+\p{L}[\p{L}\d²³]*){0,2}`;
/** Of the bracket behind an amount only one that holds nothing else is a unit: "Rp 25.000 (per kendaraan)". */
const EACH = new RegExp(
  String.raw`${WORDS_BETWEEN}\(?\s*(?:\/|per\b|untuk\s+(?:(?:se)?tiap|jangka\s+waktu)\b|(?:se)?tiap\b)\s*((?:\d{1,3}\s*(?:\([^)]{2,40}\)\s*)?)?${UNIT})`,
  'iu',
);
const BRACKETED = new RegExp(String.raw`^\s*(?:,-+|,00)?\s*\(\s*(?:\/|per\b)\s*(${UNIT})\s*\)`, 'iu');
const MULTIPLIED = new RegExp(
  String.raw`${WORDS_BETWEEN}(?:x|×|\*|(?:di)?kali(?:kan)?)\s*(?:jumlah|banyaknya|luas|lama|volume)?\s*(?:dengan\s+)?(${UNIT})`,
  'iu',
);
const ONCE = /^\s*(?:,-+|,00)?\s*(?:sekali|satu\s+kali|1\s*(?:x|kali))\s+(\p{L}+)/iu;

/** One asking has one of these: an amount for each is the amount of the request. */
const OF_A_REQUEST = /^(?:permohonan|permintaan|pemohon|berkas|izin|pelayanan|layanan|permohonannya)$/i;

const found = (behind: string): RegExpExecArray | null =>
  BRACKETED.exec(behind) ?? EACH.exec(behind) ?? MULTIPLIED.exec(behind) ?? ONCE.exec(behind);

/** The unit that stands behind an amount, in the words of the text; null where there is none, or it is the request itself. */
export function unitBehind(behind: string): string | null {
  const unit =
    found(behind)?.[1]
      ?.replaceAll(/\s*\/\s*/g, '/')
      .trim() ?? '';
  return unit === '' || OF_A_REQUEST.test(unit) ? null : unit;
}

/** What stands behind an amount, without its unit. */
export const withoutUnit = (behind: string): string => behind.slice(found(behind)?.[0].length ?? 0);

/** "2 x tayang @ 30.000", "3 kali Rp5.000": how often, before the amount; "20.000 x 2" behind it. */
const TIMES_BEFORE =
  /(\d{1,3})\s*(?:\([^)]*\)\s*)?(?:\p{L}{3,12}\s+)?(?:x|×|kali)\s*(?:\p{L}+\s*){0,3}(?:@|masing-masing|sebesar|=)?\s*$/iu;
const TIMES_BEHIND =
  /^\s*(?:,-)?\s*(?:\([^)]*\)\s*)?(?:x|×|kali)\s*(\d{1,3})\b(?!\s*(?:jam|hari|bulan|tahun))/i;

/** How often an amount of this text is charged; 1 where nothing says so. */
export function timesOf(text: string, { at, end }: Money): number {
  const before = TIMES_BEFORE.exec(text.slice(0, at));
  const behind = TIMES_BEHIND.exec(text.slice(end));
  const times = Number(before?.[1] ?? behind?.[1] ?? 1);
  return times >= 1 ? times : 1;
}

/** Whether a number of times stands before an amount. */
export const isCountedBefore = (text: string, { at }: Money): boolean => TIMES_BEFORE.test(text.slice(0, at));

/** The units of all amounts of a text, each once. */
export const unitsIn = (text: string): readonly string[] => [
  ...new Set(moneyIn(text).flatMap(({ end }) => unitBehind(text.slice(end)) ?? [])),
];
