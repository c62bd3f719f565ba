/** The bill, out of the fee as it is printed. */
import { unitBehind, withoutUnit } from '../import/grammar/fee-units.ts';
import type { Service } from '../model/service.ts';
import type { DraftComponents } from './model.ts';
import { inBoth } from './wording.ts';

const REGULATION =
  /\b(?:Peraturan (?:Daerah|Pemerintah|Bupati|Wali ?[Kk]ota|Gubernur|Menteri)|Perda|Perbup|Perwal|PP)\b[^;.]{0,200}?\b(?:Nomor|No\.?)\s*\S+\s+Tahun\s+\d{4}/;

const NUMBERS = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const dotted = (idr: number): string => NUMBERS.format(idr);

interface Place {
  readonly at: number;
  readonly end: number;
}

/** Where an amount is printed, as a whole number of its own: "500.000" does not stand in "1.500.000". */
function placeOf(text: string, idr: number, from: number): Place | null {
  const digits = `(?:${dotted(idr).replaceAll('.', '\\.')}|${idr})`;
  const found = new RegExp(`(?<![\\d.])${digits}(?!\\.?\\d)(?:,-|,00)?`).exec(text.slice(from));
  return found ? { at: from + found.index, end: from + found.index + found[0].length } : null;
}

/** Ends of a clause; a dot behind such short forms is none. */
const CLAUSE_END = /;|:|(?<!\b(?:s\.d|no|min|maks?|dll|tgl))\.(?=\s)/i;

/** What an amount is for: the words since the amount before, back to a mark; a colon right before the amount is none. */
function purposeOf(between: string): string {
  const before = withoutEnds(between.replace(/^\s*\([^)]*\)/, ''), BEFORE_AMOUNT);
  const clause = before.split(CLAUSE_END).at(-1) ?? '';
  return withoutEnds(clause, BEHIND_PURPOSE)
    .replace(/^[\s,./-]+/, '')
    .replace(NO_PURPOSE, '')
    .trim();
}

/** Words that only join an amount to the one before it. */
const NO_PURPOSE = /^(?:dan|serta)\b|^(?:s\.?\s?\/?\s?d\.?|sampai(?: dengan)?|hingga|[–—-])$/i;

/** One after the other from the end: "2 x @ Rp" is three of them. */
const BEFORE_AMOUNT = [/Rp\.?$/i, /@$/, /\b\d+\s*x$/i, /(?<![\s:=])[\s:=]+$/];
const BEHIND_PURPOSE = [/\b\d+\s*x$/i, /(?:\bsebesar|@)$/i];

const withoutEnds = (text: string, ends: readonly RegExp[]): string =>
  ends.reduce((rest, end) => rest.replace(end, '').trimEnd(), text.trimEnd());

/**
 * What each amount is charged for: as a reviewer said it, else by the words before it in the text; empty where there are none.
 * Numbers of rows of a table of tariffs are no part of them. Pure.
 */
export function tariffPurposes({ text, amounts }: DraftComponents['fee']): readonly string[] {
  const read = purposesIn(text, amounts);
  return amounts.map((amount, index) => amount.for ?? read[index] ?? '');
}

function purposesIn(text: string, amounts: readonly { readonly idr: number }[]): readonly string[] {
  let from = 0;
  const purposes = amounts.map(({ idr }) => {
    const place = placeOf(text, idr, from);
    if (!place) return '';
    const between = text.slice(from, place.at);
    const { purpose, end } = behindOf(text, place.end);
    from = end;
    return [purposeOf(between) || purpose, unitOf(text.slice(place.end))].join(' ').trim();
  });
  const areRows = purposes.length > 1 && purposes.every((one, index) => one.startsWith(`${index + 1} `));
  return areRows ? purposes.map((one) => one.replace(/^\d+\s+/, '')) : purposes;
}

/** An amount for each sheet is never shown as the amount. */
function unitOf(behind: string): string {
  const unit = unitBehind(behind);
  return unit === null ? '' : `per ${unit}`;
}

/** "Rp 5.000 per ekor untuk sapi, Rp 2.000 …": what follows an amount with its unit and "untuk" is said of that amount. */
function behindOf(text: string, end: number): { readonly purpose: string; readonly end: number } {
  const rest = withoutUnit(text.slice(end));
  const said =
    /^\s*((?:untuk|bagi)\s+[^,;.()]{2,80})/i.exec(rest) ??
    /^(?:\s*,-)?\s*\(((?!per\b|[^)]*rupiah)[^()\d]{3,60})\)/i.exec(rest);
  const at = text.length - rest.length;
  return said ? { purpose: said[1]?.trim() ?? '', end: at + said[0].length } : { purpose: '', end: at };
}

/**
 * Free, or every amount with what it is for and the regulation the text names. Several amounts are those of several cases:
 * nobody is told to pay their sum before somebody has compared.
 */
export function composeFee(draft: DraftComponents['fee']): Service['fee'] {
  const { text, free, amounts } = draft;
  if (free) return { free: true };
  const tariffBasis = REGULATION.exec(text)?.[0];
  const purposes = tariffPurposes(draft);
  return {
    free: false,
    amounts: amounts.map(({ idr, times }, index) => ({
      idr,
      times,
      for: inBoth((purposes[index] ?? '').replace(/^(?=per |$)/, 'Biaya layanan ').trim()),
    })),
    ...(amounts.length > 1 ? { byCase: true } : {}),
    ...(tariffBasis === undefined ? {} : { tariffBasis }),
  };
}
