/** Signatures at the end of a decree or of each of its annexes are no part of the last component. Pure. */
import type { Event } from './event.ts';
import { readMark } from './marks.ts';
import { isAllCaps } from './plain.ts';

/** What only a signature has: the number of a civil servant, the sign for "signed", or the electronic one. */
const SIGNED = /\bNIP\b\.?|^\W*(?:ttd|tertanda)\W*$|ditandatangani secara elektronik/i;
/** Place and date, or the post of whoever signs. */
const BEGINS =
  /^(?:ditetapkan|disahkan|dikeluarkan|kepala|plt|plh|pj|camat|lurah|direktur|bupati|wali\s?kota|gubernur|sekretaris|inspektur|a\.?\s?n\.?|u\.?b\.?|mengetahui|salinan)\b|^pada tanggal|^[A-Z][\p{L} ]{2,30},\s*(?:\d{1,2}\s)?\s*\p{L}+\s+(?:19|20)\d{2}$/iu;
const DEGREE = /,\s*(?:[SM]\.\s?\p{L}{1,5}|A\.?\s?Md|M\.?M|M\.?Si|Ph\.?D|S\.?H|Sp\.)/u;
const TITLED = /^(?:dr|drs|dra|drg|ir|prof|h|hj)\.\s/i;
const FARTHEST = 9;
const LONGEST = 70;

const textOf = (event: Event | undefined): string =>
  event?.kind === 'content' && !event.inTable ? event.line.text : '';

/** A person's name as signatures have it: with degrees, or all in capitals. */
const isName = (text: string): boolean =>
  text.length <= LONGEST &&
  !readMark(text) &&
  (DEGREE.test(text) ||
    TITLED.test(text) ||
    (isAllCaps(text) && /^\p{Lu}[\p{L}.’' ]+$/u.test(text) && text.includes(' ')));

/** The events before the first signature block; all of them where nobody has signed. */
export function withoutSignature(events: readonly Event[]): readonly Event[] {
  const signed = events.findIndex((event, at) => SIGNED.test(textOf(event)) || isSignedName(events, at));
  if (signed < 0) return events;
  let cut = signed;
  for (let at = signed - 1; at >= Math.max(0, signed - FARTHEST); at -= 1) {
    const text = textOf(events[at]);
    if (text === '' || text.length > LONGEST) break;
    if (BEGINS.test(text) || isName(text)) cut = at;
  }
  const after = events.slice(signed + 1).findIndex((event) => !isAfterSignature(event));
  return [...events.slice(0, cut), ...(after < 0 ? [] : events.slice(signed + 1 + after))];
}

/** A name right below the post of whoever signs, or a titled name as the last line of all. */
function isSignedName(events: readonly Event[], at: number): boolean {
  const text = textOf(events[at]);
  if (!isName(text)) return false;
  const before = textOf(events[at - 1]);
  const isPost = BEGINS.test(before) && before.length <= LONGEST && !/[.;]$/.test(before);
  return isPost || (at === events.length - 1 && (DEGREE.test(text) || TITLED.test(text)));
}

const isAfterSignature = (event: Event): boolean =>
  /^(?:nip|pembina|penata|pengatur|\W*$)|(?:utama|muda|madya|tk\.? ?I)\b/i.test(textOf(event)) ||
  SIGNED.test(textOf(event)) ||
  isName(textOf(event));
