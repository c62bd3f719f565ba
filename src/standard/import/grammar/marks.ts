/** Marks of lists: "1.", "a)", "(3)", "IV.", "•", "-". Pure. */
import { romanValue } from './plain.ts';

export type MarkKind = 'number' | 'small' | 'capital' | 'roman' | 'dotted' | 'bullet';

export interface Mark {
  readonly kind: MarkKind;
  /** The mark's form, so that "1." and "1)" are told apart: lists within lists change it. */
  readonly style: string;
  /** Place in its list; 0 for bullets. */
  readonly value: number;
  readonly rest: string;
}

const BULLETS = '•⦁●▪■□◦‣·○❖➢➤✓✔►»∙⁃◾◼\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF02D\u25AA\u25E6';
const BULLET = new RegExp(`^([${BULLETS}])\\s*`, 'u');
const DASH = /^([-–—*+])\s+/;
const LETTER_O = /^(o)\s+(?=\p{Lu})/u;
const NUMBER = /^(\(?)(\d{1,2})\s?([.)])(?:\)?)(?=\s|\p{L}|\(|"|“|$)\s*/u;
/** "1O.", "l2.": ten and twelve as a scanner reads them. */
const SCANNED = /^(\(?)(\d[OoIl]|[Il][\dOo])\s?([.)])(?=\s)\s*/u;
const DOTTED = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\p{L})/u;
/** "2.5 jam" has a figure and its unit; "1.2 Jam pelayanan" is a heading. */
const MEASURED =
  /^\d{1,2}\.\d{1,2}\s+(?:menit|jam|hari|minggu|bulan|tahun|ribu|juta|km|kg|ha|liter|meter)\b|^\d{1,2}\.\d{1,2}\s+(?:Menit|Jam|Hari|Minggu|Bulan|Tahun)(?:\s*(?:$|[;,.()/])|\s+(?:[Kk]erja|[Kk]alender|untuk|sejak|setelah|per)\b)/u;
const LETTER = /^(\(?)(\p{L})\s?([.)])(?=\s|\p{Lu}|\(|$)\s*/u;
const SMALL_LETTER_TIGHT = /^(\(?)([a-z])([.)])(?=\p{L}{3})\s*/u;
const ROMAN = /^(\(?)([IVXLC]{1,7}|[ivxl]{2,6})\s?([.)])(?=\s|\p{Lu}|$)\s*/u;

/** A box to tick behind the mark is part of it. */
const TICK = /^\[[ xXvV✓✔]?\]\s+/u;

const rest = (text: string, match: RegExpExecArray): string =>
  text.slice(match[0].length).trim().replace(TICK, '');

function bulletMark(text: string): Mark | null {
  const bullet = BULLET.exec(text) ?? LETTER_O.exec(text);
  if (bullet) return { kind: 'bullet', style: bullet[1] ?? '•', value: 0, rest: rest(text, bullet) };
  const dash = DASH.exec(text);
  return dash && { kind: 'bullet', style: '-', value: 0, rest: rest(text, dash) };
}

function romanMarkOf(text: string): Mark | null {
  const match = ROMAN.exec(text);
  const [, open = '', digits = '', close = ''] = match ?? [];
  const value = digits.length > 1 ? romanValue(digits) : null;
  if (!match || value === null) return null;
  const form = digits === digits.toUpperCase() ? 'I' : 'i';
  return { kind: 'roman', style: `${open}${form}${close}`, value, rest: rest(text, match) };
}

function letterMark(text: string): Mark | null {
  const match = LETTER.exec(text) ?? SMALL_LETTER_TIGHT.exec(text);
  const [, open = '', letter = '', close = ''] = match ?? [];
  if (!match || !/[a-z]/i.test(letter)) return null;
  const isCapital = letter === letter.toUpperCase();
  return {
    kind: isCapital ? 'capital' : 'small',
    style: `${open}${isCapital ? 'A' : 'a'}${close}`,
    value: letter.toLowerCase().charCodeAt(0) - 96,
    rest: rest(text, match),
  };
}

function numberMark(text: string): Mark | null {
  const dotted = MEASURED.test(text) ? null : DOTTED.exec(text);
  if (dotted) {
    const last = dotted[0].split('.').findLast((part) => part.trim() !== '') ?? '0';
    return { kind: 'dotted', style: '1.1', value: Number(last), rest: rest(text, dotted) };
  }
  const match = NUMBER.exec(text) ?? SCANNED.exec(text);
  if (!match) return null;
  const [, open = '', printed = '', close = ''] = match;
  const digits = printed.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1');
  return { kind: 'number', style: `${open}1${close}`, value: Number(digits), rest: rest(text, match) };
}

/** The mark a text begins with, or null. A single capital may be a letter or a roman number: `capital` then. */
export const readMark = (text: string): Mark | null =>
  numberMark(text) ?? romanMarkOf(text) ?? letterMark(text) ?? bulletMark(text);

/** The text without dashes and bullets in front of its real mark: lists of lists lose their form when flattened. */
export function withoutBullets(text: string): string {
  const mark = bulletMark(text);
  return mark ? withoutBullets(mark.rest) : text;
}

/** The mark as a roman number, where it is a lone letter that may be one: "i.", "v.", "X)". */
export function romanMark(mark: Mark): Mark {
  const letter = String.fromCharCode(96 + mark.value);
  const value = mark.kind === 'small' || mark.kind === 'capital' ? romanValue(letter) : null;
  if (value === null || mark.value > 26) return mark;
  return { ...mark, kind: 'roman', value, style: mark.style.replace('a', 'i').replace('A', 'I') };
}

/** The text without its number or letter; a bullet is no count, and stays. */
export function withoutMark(text: string): string {
  const mark = readMark(text);
  return mark && mark.kind !== 'bullet' ? mark.rest : text;
}
