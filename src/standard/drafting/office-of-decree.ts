/** Which office a decree is for, and what its head is called. Pure. */
import type { DraftDecree } from './model.ts';
import { asTitle } from './wording.ts';

const SIGNS = /^(?:KEPALA|DIREKTUR|PLT\.?)\s+/;
/** They sign for the whole government; the office whose services they set stands in the title. */
const HEAD_OF_GOVERNMENT = /^(?:BUPATI|WALI\s?KOTA|GUBERNUR)\b/;
const NAMED_OFFICE =
  /\b(?:PADA|DI\s+LINGKUNGAN)\s+((?:DINAS|BADAN|SEKRETARIAT|INSPEKTORAT|KECAMATAN|RUMAH\s+SAKIT|RSUD|SATUAN|KANTOR)\b.+)$/;
const YEAR_BEHIND = /(?<!\s)\s+TAHUN(?:\s+ANGGARAN)?\s+\d{4}\b.*$/;
const UNKNOWN = 'Perangkat Daerah';

/** The office of a decree: "KEPALA DINAS PERIKANAN …" signs for the Dinas Perikanan, a regent for the office in the title. */
export function officeOf(decree: DraftDecree | null): string {
  const signer = (decree?.office ?? '').toUpperCase();
  if (!HEAD_OF_GOVERNMENT.test(signer)) return asTitle(signer.replace(SIGNS, '')) || UNKNOWN;
  const named = NAMED_OFFICE.exec((decree?.title ?? '').toUpperCase())?.[1];
  return named === undefined ? UNKNOWN : asTitle(named.replace(YEAR_BEHIND, ''));
}

/** What the head of an office is called; all others have a "kepala". */
const HEADS: readonly (readonly [office: RegExp, head: (rest: string) => string])[] = [
  [/^Kecamatan\s+/, (rest) => `Camat ${rest}`],
  [/^Kelurahan\s+/, (rest) => `Lurah ${rest}`],
  [/^(?=Rumah Sakit|RSUD\b)/, (rest) => `Direktur ${rest}`],
  [/^Inspektorat\s+/, (rest) => `Inspektur ${rest}`],
  [/^Sekretariat\s+/, (rest) => `Sekretaris ${rest}`],
];

/** "Dinas Sosial" has a "Kepala Dinas Sosial", "Kecamatan Mekar" a "Camat Mekar". */
export function headOf(office: string): string {
  for (const [pattern, head] of HEADS) if (pattern.test(office)) return head(office.replace(pattern, ''));
  return `Kepala ${office}`;
}
