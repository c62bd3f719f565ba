/** A fee in Indonesian with its English beside it: one fee, told twice. Pure. */

const ENGLISH =
  /\b(?:adults?|child(?:ren)?|students?|visitors?|foreign(?:ers?)?|fees?|charges?|free\s+of|no\s+(?:fee|charge)|per\s+(?:person|sheet|page|document|day|month|hour|application|visit|vehicle|sample)|each|for|the|and)\b|\bIDR\b/i;
/** Where one language ends and the other begins. */
const BETWEEN = /\s+[/|]\s*|\s*[/|]\s+|;\s*|\r?\n|(?<!\bRp)\.\s+|\s*\((?=[^)]*\bIDR\b)|(?<=\d)\)\s*/i;

/** The two halves of a text in both languages; null where it is in one only. */
export function feeInBothLanguages(
  text: string,
): { readonly indonesian: string; readonly english: string } | null {
  if (!ENGLISH.test(text)) return null;
  const parts = text.split(BETWEEN).filter((part) => /[\p{L}\d]/u.test(part));
  const [indonesian, english] = [false, true].map((isEnglish) =>
    parts.filter((part) => ENGLISH.test(part) === isEnglish).join('; '),
  );
  return indonesian && english ? { indonesian, english } : null;
}
