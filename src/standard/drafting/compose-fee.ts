/** The bill, out of the fee as it is printed. */
import type { Service } from '../model/service.ts';
import type { DraftComponents } from './model.ts';
import { inBoth } from './wording.ts';

const REGULATION =
  /\b(?:Peraturan (?:Daerah|Pemerintah|Bupati|Wali ?[Kk]ota|Gubernur|Menteri)|Perda|Perbup|Perwal|PP)\b[^;.]*?\bNomor\s+\S+\s+Tahun\s+\d{4}/;

const dotted = (idr: number): string => String(idr).replaceAll(/\B(?=(\d{3})+$)/g, '.');

/** Where an amount is printed, as a whole number of its own: "500.000" does not stand in "1.500.000". */
function placeOf(text: string, idr: number, from: number): number {
  const digits = `(?:${dotted(idr).replaceAll('.', '\\.')}|${idr})`;
  const found = new RegExp(`(?<![\\d.])${digits}(?!\\.?\\d)`).exec(text.slice(from));
  return found ? from + found.index : -1;
}

/** What an amount is for: the words before it, back to the amount or mark before; a colon between the two is none. */
function purposeOf(text: string, at: number): string {
  if (at < 0) return '';
  const before = text.slice(0, at).replace(/[\s:=]*(?:Rp\.?)?\s*$/i, '');
  return (before.split(/;|:|\.(?=\s)|\d{3}(?:,-|,00)?(?:\s*\([^)]*\))?[\s,-]*/).at(-1) ?? '')
    .replace(/\b\d+\s*x\s*$/i, '')
    .replace(/[\s@=]*(?:\b\d+\s*x\s*)?(?:Rp\.?)?\s*$/i, '')
    .replace(/\s*(?:\bsebesar|@)\s*$/i, '')
    .replace(/^[\s,.-]+/, '')
    .trim();
}

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
    const next = placeOf(text, idr, from);
    const at = next < 0 ? placeOf(text, idr, 0) : next;
    from = Math.max(from, at + 1);
    return purposeOf(text, at);
  });
  const areRows = purposes.length > 1 && purposes.every((one, index) => one.startsWith(`${index + 1} `));
  return areRows ? purposes.map((one) => one.replace(/^\d+\s+/, '')) : purposes;
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
      for: inBoth(purposes[index] || 'Biaya layanan'),
    })),
    ...(amounts.length > 1 ? { byCase: true } : {}),
    ...(tariffBasis === undefined ? {} : { tariffBasis }),
  };
}
