import { answerWords } from './words.ts';
import { accepted, wrong } from './reading.ts';
import type { Reading } from './reading.ts';

/** Province codes of Kemendagri that begin a NIK (Sumatra 11-21, Jawa 31-36, … Papua 91-97). */
const PROVINCES = new Set(
  [
    [11, 12, 13, 14, 15, 16, 17, 18, 19, 21],
    [31, 32, 33, 34, 35, 36],
    [51, 52, 53],
    [61, 62, 63, 64, 65],
    [71, 72, 73, 74, 75, 76],
    [81, 82],
    [91, 92, 93, 94, 95, 96, 97],
  ]
    .flat()
    .map(String),
);

/** A woman's day of birth stands in the NIK with 40 added (Permendagri on population administration). */
const WOMAN = 40;

/** A day that exists in some year ending in `yy`; the century is not in the NIK, 1900 was no leap year but 2000 was. */
function existsInSomeYear(day: number, month: number, yy: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year: 2000 + yy, month }).daysInMonth;
}

/** Reads a Nomor Induk Kependudukan: region, date of birth and serial must be possible. Gives its 16 digits. */
export function readNik(raw: unknown): Reading {
  const digits = typeof raw === 'string' ? raw.trim().replaceAll(/[\s.-]/g, '') : '';
  if (!/^\d{16}$/.test(digits)) return wrong(answerWords.nikDigits);
  const part = (from: number): string => digits.slice(from, from + 2);
  const region = PROVINCES.has(part(0)) && part(2) !== '00' && part(4) !== '00';
  if (!region) return wrong(answerWords.nikRegion);
  const day = Number(part(6));
  if (!existsInSomeYear(day > WOMAN ? day - WOMAN : day, Number(part(8)), Number(part(10)))) {
    return wrong(answerWords.nikDate);
  }
  return digits.endsWith('0000') ? wrong(answerWords.nikSerial) : accepted(digits);
}
