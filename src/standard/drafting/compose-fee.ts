/** The bill, out of the fee as it is printed. */
import type { Service } from '../model/service.ts';
import type { DraftComponents } from './model.ts';
import { inBoth } from './wording.ts';

const REGULATION =
  /\b(?:Peraturan (?:Daerah|Pemerintah|Bupati|Wali ?[Kk]ota|Gubernur|Menteri)|Perda|Perbup|Perwal|PP)\b[^;.]*?\bNomor\s+\S+\s+Tahun\s+\d{4}/;

const dotted = (idr: number): string => String(idr).replaceAll(/\B(?=(\d{3})+$)/g, '.');

/** What an amount is for: the words before it, back to the amount or mark before. */
function purposeOf(text: string, idr: number): string {
  const at = [dotted(idr), String(idr)].map((digits) => text.indexOf(digits)).find((index) => index >= 0);
  if (at === undefined) return '';
  const before = text.slice(0, at);
  return (before.split(/;|:|\.(?=\s)|\d{3}(?:,-|,00)?(?:\s*\([^)]*\))?[\s,-]*/).at(-1) ?? '')
    .replace(/\b\d+\s*x\s*$/i, '')
    .replace(/[\s@=]*(?:\b\d+\s*x\s*)?(?:Rp\.?)?\s*$/i, '')
    .replace(/\s*(?:\bsebesar|@)\s*$/i, '')
    .replace(/^[\s,.-]+/, '')
    .trim();
}

/**
 * Free, or every amount with what it is for and the regulation the text names. Several amounts are those of several cases:
 * nobody is told to pay their sum before somebody has compared.
 */
export function composeFee({ text, free, amounts }: DraftComponents['fee']): Service['fee'] {
  if (free) return { free: true };
  const tariffBasis = REGULATION.exec(text)?.[0];
  return {
    free: false,
    amounts: amounts.map(({ idr, times }) => ({
      idr,
      times,
      for: inBoth(purposeOf(text, idr) || 'Biaya layanan'),
    })),
    ...(amounts.length > 1 ? { byCase: true } : {}),
    ...(tariffBasis === undefined ? {} : { tariffBasis }),
  };
}
