/** The lines of a decree's head, one thing a line: who issued it, its number, its date, what it is about. Pure. */

const ISSUERS = 'kepala|camat|lurah|direktur|bupati|wali\\s?kota|gubernur|sekretaris|inspektur|ketua|plt';
const BEGINS = new RegExp(
  `^(?:lampiran\\b.{0,12}?)?(?:keputusan|peraturan)\\s+(?:${ISSUERS})\\b|^(?:nomor|no\\.)\\s*:?\\s*\\S*\\d`,
  'i',
);
/** "SK KEPALA …", "SURAT KEPUTUSAN KEPALA …": the same as "KEPUTUSAN KEPALA …". */
const SHORT = new RegExp(`\\b(?:surat\\s+keputusan|s\\.?k\\.?)\\s+(?=(?:${ISSUERS})\\b)`, 'i');
const PARTS = /\s*[,;]?\s+(?=(?:nomor|no\.)\s*:?\s*[\w./]*\d|(?:tanggal|tgl\.?)\s*:?\s*\d|tentang\s)/giu;

/** Where the decree itself ends and its reasons begin, nothing is part of its head. */
const REASONS = /^[-•]?\s*(?:menimbang|mengingat|memutuskan)\b/i;

/** The same lines; those that hold several parts of the head are cut between them. */
export function headLines(texts: readonly string[]): readonly string[] {
  const reasons = texts.findIndex((text) => REASONS.test(text));
  const end = reasons < 0 ? texts.length : reasons;
  return texts.flatMap((text, at) => (at < end ? partsOf(text) : [text]));
}

function partsOf(source: string): readonly string[] {
  const text = source
    .replace(SHORT, (found) => (found === found.toUpperCase() ? 'KEPUTUSAN ' : 'Keputusan '))
    .replace(/^(?:pada\s+)?tgl\b\.?/i, (found) => (found === found.toUpperCase() ? 'TANGGAL' : 'Tanggal'));
  return BEGINS.test(text) ? text.split(PARTS).filter((part) => part !== '') : [text];
}
