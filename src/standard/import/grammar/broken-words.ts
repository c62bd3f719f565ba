/** Words that the width of a column has broken, put together again: "tinda-" and "kan" are one word, "undang-" and "undang" two. Pure. */

/** Behind these the hyphen belongs to the word. */
const PREFIXES = new Set(
  'e non anti pasca pra sub pro multi antar semi co ex eks bio mikro makro sms wi inter intra supra ultra'.split(
    ' ',
  ),
);
const BROKEN = /(\p{L}+)-$/u;

/** Whether the end of a line and the beginning of the next are one word. */
export const breaksWord = (before: string, after: string): boolean =>
  BROKEN.test(before) && /^\p{Ll}/u.test(after);

/** An e-mail or web address that has not come to its end: a narrow cell breaks it anywhere. */
const OPEN_ADDRESS = /(?:[\w.+-]+@[\w.-]*|\b(?:www\.|https?:\/\/)[\w.-]*)$/i;
const WHOLE_ADDRESS = /\.(?:id|com|net|org|info|gov|app)$/i;

/** Whether the end of a line and the beginning of the next are one address. */
export const breaksAddress = (before: string, after: string): boolean =>
  OPEN_ADDRESS.test(before) && !WHOLE_ADDRESS.test(before) && /^[a-z0-9.@-]/.test(after);

/** Two lines of one sentence as one. */
export function joinBroken(before: string, after: string): string {
  if (breaksAddress(before, after)) return before + after;
  const head = BROKEN.exec(before)?.[1] ?? '';
  const tail = /^\p{Ll}+/u.exec(after)?.[0] ?? '';
  if (head === '' || tail === '') {
    const isLink = /\p{L}[-/]$/u.test(before) && /^[\p{L}\d]/u.test(after) && !/\s[-/]$/.test(before);
    return isLink ? before + after : `${before} ${after}`;
  }
  return (isHyphenated(head, tail) ? before : before.slice(0, -1)) + after;
}

/** "Undang-undang", "selambat-lambatnya", "sayur-mayur": the parts echo each other; "non-", "e-", "KTP-" keep theirs. */
function isHyphenated(head: string, tail: string): boolean {
  const first = head.toLowerCase();
  const isCapitals = head.length > 1 && head === head.toUpperCase();
  if (isCapitals || PREFIXES.has(first)) return true;
  return first === tail || echoes(first, tail);
}

/** Shorter words are endings, and alike by chance. */
const LEAST_ECHO = 4;

const echoes = (first: string, second: string): boolean =>
  first.length >= LEAST_ECHO &&
  second.length >= LEAST_ECHO &&
  (first.includes(second.slice(0, LEAST_ECHO)) || first.slice(-3) === second.slice(-3));
