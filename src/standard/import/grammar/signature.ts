/** Signatures at the end of a decree or of each of its annexes are no part of the last component. Pure. */
import type { Event } from './events.ts';

const SIGNED = /\bNIP\b\.?|^\W*(?:ttd|tertanda)\W*$|ditandatangani secara elektronik oleh/i;
const BEGINS =
  /^(?:ditetapkan|disahkan|dikeluarkan|kepala|plt|plh|pj|camat|lurah|direktur|bupati|wali\s?kota|gubernur|sekretaris|inspektur|a\.?\s?n\.?|u\.?b\.?|mengetahui|salinan)\b|^pada tanggal|^[A-Z][\p{L} ]{2,30},\s*(?:\d{1,2}\s)?\s*\p{L}+\s+(?:19|20)\d{2}$/iu;
const FARTHEST = 9;
const LONGEST = 70;

/** The events before the first signature block; all of them where nobody has signed. */
export function withoutSignature(events: readonly Event[]): readonly Event[] {
  const signed = events.findIndex(
    (event) => event.kind === 'content' && !event.inTable && SIGNED.test(event.line.text),
  );
  if (signed < 0) return events;
  let cut = signed;
  for (let at = signed - 1; at >= Math.max(0, signed - FARTHEST); at -= 1) {
    const event = events[at];
    if (event?.kind !== 'content' || event.inTable || event.line.text.length > LONGEST) break;
    if (BEGINS.test(event.line.text)) cut = at;
  }
  const after = events.slice(signed + 1).findIndex((event) => !isAfterSignature(event));
  return [...events.slice(0, cut), ...(after < 0 ? [] : events.slice(signed + 1 + after))];
}

const isAfterSignature = (event: Event): boolean =>
  event.kind === 'content' &&
  /^(?:nip|pembina|penata|pengatur|\W*$)|(?:utama|muda|madya|tk\.? ?I)\b/i.test(event.line.text);
