/** What the letterhead of a decree says of the office that nothing below it says again. Pure. */

const GOVERNMENT = /^pemerintah\s+(?:kota|kabupaten|provinsi)\s+\p{L}/iu;
const ADDRESS = /^(?:alamat\b\s*(?::\s*)?)?(?:jalan|jln|jl)\b\.?\s+\S/i;
/** Behind the address stand other ways to the office. */
const AFTER_ADDRESS =
  /(?<![\s,;(–-])[\s,;(–-]*\b(?:telp|telepon|tlp|fax|faks|faksimile|kode\s+pos|e-?mail|surel|pos-?el|website|laman|www|http)\b.*$/i;
/** A letterhead stands at the top. */
const LINES = 15;

/** The line that names the government, such as "PEMERINTAH KOTA …", or null. */
export const governmentLine = (head: readonly string[]): string | null =>
  head.slice(0, LINES).find((line) => GOVERNMENT.test(line.trim())) ?? null;

/** The street address of the office, without telephone and the like, or null where the letterhead has none. */
export function addressIn(head: readonly string[]): string | null {
  const line = head.slice(0, LINES).find((text) => ADDRESS.test(text.trim()));
  const address = line
    ?.trim()
    .replace(/^alamat\s*:?\s*/i, '')
    .replace(AFTER_ADDRESS, '')
    .trim();
  return address === undefined || address === '' ? null : address;
}
