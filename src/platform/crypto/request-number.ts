import { ok, refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { CROCKFORD, randomCrockford, readCrockford } from './crockford.ts';

/** A request number such as KLT-2026-7F3K9Q, in its parts and written out. */
export interface RequestNumber {
  readonly prefix: string;
  readonly year: number;
  readonly number: string;
}

const RANDOM_CHARACTERS = 5;
const SHAPE = /^([A-Z]{2,6})(\d{4})([0-9A-HJKMNP-TV-Z]{6})$/;
const CODE_FROM_END = RANDOM_CHARACTERS + 1;
const YEAR_FROM_END = CODE_FROM_END + 4;

/**
 * A new number: the government's prefix (2 to 6 letters), the year, five random characters and a check
 * character. 2^25 numbers a year: the caller keeps them unique by a constraint and draws again on a clash.
 * No counter: a number tells nobody how many requests there are, nor the number of the next one.
 */
export function newRequestNumber(prefix: string, year: number): string {
  if (!/^[A-Z]{2,6}$/.test(prefix) || year < 1000 || year > 9999) throw new RangeError(`${prefix}-${year}`);
  const random = randomCrockford(RANDOM_CHARACTERS);
  return `${prefix}-${year}-${random}${checkCharacter(prefix, String(year), random)}`;
}

/**
 * Reads a number as people type it: any case, spaces or dashes anywhere or nowhere, O for 0, I or L for 1.
 * Refuses with 'request-number-malformed' or, when it looks right but was mistyped, 'request-number-mistyped'.
 */
export function readRequestNumber(text: string): Result<RequestNumber> {
  const readings = readingsOf(text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')).flatMap(partsOf);
  const [first] = readings;
  if (first === undefined) return refused('invalid', 'request-number-malformed', MALFORMED);
  const right = readings.find(isRight);
  if (right === undefined) return refused('invalid', 'request-number-mistyped', MISTYPED);
  const { prefix, year, code } = right;
  return ok({ prefix, year: Number(year), number: `${prefix}-${year}-${code}` });
}

const MALFORMED = {
  id: 'Nomor permohonan terdiri dari huruf, tahun, dan enam karakter, misalnya KLT-2026-7F3K9Q.',
  en: 'A request number has letters, a year and six characters, for example KLT-2026-7F3K9Q.',
};
const MISTYPED = {
  id: 'Ada karakter yang salah ketik pada nomor permohonan ini. Periksa kembali tanda terima Anda.',
  en: 'A character of this request number is mistyped. Check your receipt again.',
};

interface Parts {
  readonly prefix: string;
  readonly year: string;
  readonly code: string;
}

/** A prefix has letters only, so a digit in it was a letter: 0 was O, 1 was I or L. The check tells which. */
function readingsOf(compact: string): string[] {
  const prefix = compact.slice(0, -YEAR_FROM_END).replaceAll('0', 'O');
  const rest = readCrockford(compact.slice(-YEAR_FROM_END));
  return ['I', 'L'].map((letter) => prefix.replaceAll('1', letter) + rest);
}

function partsOf(compact: string): Parts[] {
  const [, prefix, year, code] = SHAPE.exec(compact) ?? [];
  return prefix && year && code ? [{ prefix, year, code }] : [];
}

function isRight({ prefix, year, code }: Parts): boolean {
  return code.endsWith(checkCharacter(prefix, year, code.slice(0, RANDOM_CHARACTERS)));
}

/**
 * A check over GF(32). The characters are coefficients of a polynomial that the check character makes vanish at
 * a generator of the field; every position weighs differently, so each single wrong character and each swap of
 * two characters of one part is found (up to 31 positions). Letters of the prefix count from 1, so that a
 * leading one always weighs.
 */
function checkCharacter(prefix: string, year: string, random: string): string {
  const values = [
    ...Array.from(prefix, (letter) => letter.charCodeAt(0) - 64),
    ...Array.from(year, Number),
    ...Array.from(random, (character) => CROCKFORD.indexOf(character)),
  ];
  return CROCKFORD.charAt(timesGenerator(values.reduce((sum, value) => timesGenerator(sum) ^ value, 0)));
}

/** Multiplication by x modulo x^5 + x^2 + 1, which is primitive: x generates all 31 non-zero elements. */
function timesGenerator(element: number): number {
  return (element << 1) ^ (element & 0b10000 ? 0b100101 : 0);
}
