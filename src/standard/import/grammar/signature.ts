/** Where a service has ended: signatures, copies, page feet and other annexes are no part of the last component. Pure. */
import type { Event } from './event.ts';
import { readMark } from './marks.ts';
import { isAllCaps } from './plain.ts';

/** What only a signature has: the number of a civil servant, the sign for "signed", or the electronic one. */
const SIGNED =
  /\bN\s?I\s?P\b\.?|^\W*(?:t\s*\.?\s*t\s*\.?\s*d|d\s*\.?\s*t\s*\.?\s*o|tertanda|cap\s*(?:dan|\/)\s*ttd)\W*$|ditandatangani secara elektronik/i;
const PLACE_AND_DATE = /^[A-Z][\p{L} ]{2,30}\s?,\s*(?:\d{1,2}\s)?\s*\p{L}+\s+(?:19|20)\d{2}$/u;
/** Place and date, or the post of whoever signs. */
const BEGINS =
  /^(?:ditetapkan|disahkan|dikeluarkan|kepala|plt|plh|pj|camat|lurah|direktur|bupati|wali\s?kota|gubernur|sekretaris|inspektur|ketua|a\.?\s?n\.?|u\.?b\.?|mengetahui|salinan)\b|^pada tanggal/iu;
const DEGREE = /,\s*(?:[SM]\s?\.\s?\p{L}{1,5}|A\.?\s?Md|M\.?M|M\.?Si|M\.?T|Ph\.?D|S\.?H|S\.?E|S\.?STP|Sp\.)/u;
/** "NUR AINI, S.Sos": a person, not a thing. */
export const hasDegree = (text: string): boolean => DEGREE.test(text) && text.length <= LONGEST;
const TITLED = /^(?:dr|drs|dra|drg|drh|ir|prof|h|hj)\s?\.\s/i;
const FARTHEST = 9;
const LONGEST = 70;

const textOf = (event: Event | undefined): string => (event?.kind === 'content' ? event.line.text : '');

/** "H. SYAMSUDDIN, S.Sos" begins with no letter of a list: whoever has been to Mecca bears it before the name. */
const HAJJ = /^Hj?\s?\.\s*(?=\p{Lu})/u;

/** A person's name as signatures have it: with degrees, or all in capitals. */
const isName = (text: string): boolean =>
  text.length <= LONGEST &&
  (!readMark(text) || (HAJJ.test(text) && DEGREE.test(text))) &&
  (DEGREE.test(text) || TITLED.test(text) || (isAllCaps(text) && /^\p{Lu}[\p{L}.’' ]+$/u.test(text)));

/** The post of whoever signs, alone in its line. */
export const isPost = (text: string): boolean =>
  BEGINS.test(text) && text.length <= LONGEST && !/[.;]$/.test(text) && !readMark(text);

/** A name of several words, or one word below the post. */
const isSigner = (text: string, before: string): boolean =>
  isName(text) && (isPost(before) || text.includes(' '));

export interface Ending {
  /** What still belongs to the service. */
  readonly body: readonly Event[];
  /** What stands behind its end; without signatures, which nobody misses. */
  readonly after: readonly Event[];
}

/**
 * Cuts the events behind the last heading of a service where a signature, a list of copies or another annex begins, or, behind
 * a standard in a table, a table of its own: below a heading in the text a table is what the component says.
 */
export function endOfService(heading: Event | undefined, events: readonly Event[]): Ending {
  const isTabled = heading?.kind === 'heading' && heading.inTable;
  const signed = events.findIndex((event, at) => SIGNED.test(textOf(event)) || isSignedName(events, at));
  const annexed = events.findIndex(
    (event, at) => beginsAnnex(event) || (isTabled && introducesTable(events.slice(at))),
  );
  if (annexed >= 0 && (signed < 0 || annexed < signed)) {
    return { body: events.slice(0, annexed), after: events.slice(annexed) };
  }
  if (signed < 0) return { body: events, after: [] };
  const from = beginOfSignature(events, signed);
  const behind = events.slice(signed + 1);
  const end = behind.findIndex((event) => !isAfterSignature(event));
  return { body: events.slice(0, from), after: end < 0 ? [] : behind.slice(end) };
}

function beginOfSignature(events: readonly Event[], signed: number): number {
  let from = signed;
  for (let at = signed - 1; at >= Math.max(0, signed - FARTHEST); at -= 1) {
    const text = textOf(events[at]);
    if (text === '' || text.length > LONGEST) break;
    if (BEGINS.test(text) || PLACE_AND_DATE.test(text) || isName(text)) from = at;
  }
  return from;
}

/** A name right below the post of whoever signs, or a titled name as the last line of all. */
function isSignedName(events: readonly Event[], at: number): boolean {
  const text = textOf(events[at]);
  const before = textOf(events[at - 1]);
  if (isSignedInOne(events, at)) return true;
  if (!isSigner(text, before)) return false;
  const isDated = PLACE_AND_DATE.test(before) || PLACE_AND_DATE.test(textOf(events[at - 2]));
  return isPost(before) || isDated || (at === events.length - 1 && (DEGREE.test(text) || TITLED.test(text)));
}

/** "Kepala Dinas" / "Pertanian, Drh." / "Intan …": post and name that the width of a column has broken, at the very end. */
function isSignedInOne(events: readonly Event[], at: number): boolean {
  const rest = events.slice(at).map(textOf);
  const text = rest.join(' ');
  return (
    at > 0 &&
    rest.length <= 4 &&
    isPost(rest[0] ?? '') &&
    text.length <= LONGEST * 2 &&
    POST_AND_NAME.test(text)
  );
}

const POST_AND_NAME =
  /,\s*(?:(?:[Dd]rs?|[Dd]ra|[Dd]r[gh]|[Ii]r|[Pp]rof|Hj?)\s?\.\s+)*\p{Lu}[\p{L}.’']+(?:\s+\p{Lu}[\p{L}.’']*){1,4}(?:,\s*[SMA]\S*)*$/u;

const isAfterSignature = (event: Event): boolean =>
  /^(?:nip|pembina|penata|pengatur|\W*$)|(?:utama|muda|madya|tk\.? ?I)\b/i.test(textOf(event)) ||
  SIGNED.test(textOf(event)) ||
  isName(textOf(event));

/** Copies of the decree, what a page offers below its text, and tables and pictures that stand behind the components. */
const ANNEX =
  /^(?:tembusan\b|bagikan\b|share\b|dibagikan\b|salin\s+tautan|last\s+updated?|terakhir\s+(?:diperbarui|diubah)|diperbarui\s+(?:pada|tanggal)|copyright\b|©|hak\s+cipta\b|kembali\s+ke\s+(?:atas|beranda)|berita\s+terkait|layanan\s+(?:lainnya|terkait)|(?:tabel|bagan|gambar|denah|peta|diagram|struktur\s+organisasi|daftar\s+(?:tarif|harga|biaya|lampiran|isi)|lampiran(?:\s+[IVX\d]+)?)(?![^:]*\b(?:di|ter)\p{L}+)\b[^.;]*$)/iu;

/**
 * Below the list of the very last component a file without pages shows no more of it: lines without a mark that begin
 * with a capital are the foot of the page. Where lines are broken by a width, they may be the rest of an item.
 */
export function withoutFoot(events: readonly Event[]): Ending {
  const at = events.findIndex((event, index) => index > 1 && isFoot(event, events[index - 1], events[0]));
  return at < 0 ? { body: events, after: [] } : { body: events.slice(0, at), after: events.slice(at) };
}

function isFoot(event: Event, before: Event | undefined, first: Event | undefined): boolean {
  if (event.kind !== 'content' || event.inTable || before?.kind !== 'content') return false;
  const [above, text] = [before.line.text, event.line.text];
  const isListed = readMark(textOf(first)) !== null && readMark(above) !== null;
  const mayGoOn = before.line.open === true || /[:,]$/.test(above) || !/^[\p{Lu}©]/u.test(text);
  return isListed && !mayGoOn && event.line.place.page === null && readMark(text) === null;
}

/** What heads a table of its own, between the table of a standard and the next service. */
export const TABLE_LEAD = /\b(?:tarif|retribusi|biaya|tabel|daftar|rincian|klasifikasi)\b[^.;]*$/i;

/** Whether events begin with a line outside tables that says what the table right below it lists: tariffs by class, say. */
export function introducesTable([event, next]: readonly Event[]): boolean {
  if (event?.kind !== 'content' || event.inTable || event.line.text.length > LONGEST * 2) return false;
  return next?.kind === 'content' && next.inTable && TABLE_LEAD.test(event.line.text);
}

function beginsAnnex(event: Event): boolean {
  const text = textOf(event);
  return text.length <= 120 && event.kind === 'content' && event.line.open !== true && ANNEX.test(text);
}
