/** The title of a service, among the lines before its first component. Pure. */
import type { Placed } from '../model.ts';
import type { Event } from './event.ts';
import { readMark, withoutMark } from './marks.ts';
import { isAllCaps, plainName, tidy } from './plain.ts';
import { hasDegree } from './signature.ts';

/** Names of offices, and what belongs to the decree and not to the service. */
const ORGANISATION =
  /^(?:pemerintah|desa|nagari|gampong|dinas|badan|kantor|kecamatan|kelurahan|sekretariat|inspektorat|rsud|rumah sakit|puskesmas|upt|uptd|bagian|bidang|kabupaten|kota|provinsi|propinsi|satuan polisi|perusahaan|pada|di lingkungan)\b/;
const DECREE =
  /^(?:lampiran|keputusan|peraturan|nomor|no|tanggal|tgl|sk|surat keputusan|tentang|menimbang|mengingat|memutuskan|menetapkan|memperhatikan|ditetapkan|kesatu|kedua|ketiga|keempat|kelima|salinan|kepala|bupati|walikota|wali kota|gubernur|camat|lurah|direktur|nip|jl|jalan|jln|telepon|telp|laman|email|website|pos|kode pos|tembusan|yth|nama unit|unit|penyelenggara|daftar isi|bab)\b/;
const GENERIC = new Set([
  'standar pelayanan',
  'standar pelayanan publik',
  'komponen standar pelayanan',
  'lampiran',
  'standar layanan',
  'service standard',
  'service standards',
  'public service standards',
]);
const SERVICE =
  /^(?:standar )?(?:pelayanan|layanan|penerbitan|izin|permohonan|pengajuan|pembuatan|fasilitasi|rekomendasi|pengelolaan|penyelenggaraan)\b/;

/** The name of the standard before the name of the service, or before the office that has set it. */
const STANDARD_OF = /^standar (?:pelayanan|layanan)(?: publik)? /;

const LONGEST = 200;
const FARTHEST = 12;
const MOST_WORDS = 18;

/** An annex begins here: what stands above belongs to the decree, and to no service of the annex. */
const ANNEX = /^lampiran\b/i;

interface Found {
  readonly title: Placed;
  /** The first event that belongs to the title. */
  readonly from: number;
}

type Likeness = 'title' | 'skip' | 'possible' | 'no';

/** How much a line looks like a title. */
function likenessOf(event: Event): Likeness {
  if (event.kind === 'content') return likenessOfText(event.line.text.replace(/^#+\s*/, ''), event);
  if (event.kind === 'title') return 'title';
  return event.kind === 'noise' ? 'skip' : 'no';
}

type Content = Extract<Event, { kind: 'content' }>;

function likenessOfText(text: string, { line, inTable }: Content): Likeness {
  const bare = withoutMark(text);
  const plain = plainName(bare);
  if (isBesideTitle(plain) || isGenericInBoth(bare)) return 'skip';
  if (text.length > LONGEST || /[;,]$/.test(text)) return 'no';
  if (DECREE.test(plain)) return 'skip';
  // Whoever signed the decree stands right above its annex.
  if (hasDegree(text)) return 'no';
  if (isAllCaps(bare) && plain.includes(' ')) return 'title';
  return inTable ? 'no' : likenessInSmall(text, plain, line.heading === true);
}

/** Titles in small letters look like sentences: they are short, and end without a stop. */
function likenessInSmall(text: string, plain: string, isHeading: boolean): Likeness {
  if (isHeading) return 'title';
  if (/[.:]$/.test(text) || plain.split(' ').length > MOST_WORDS) return 'no';
  return SERVICE.test(plain) ? 'title' : 'possible';
}

/** "STANDAR PELAYANAN / SERVICE STANDARDS". */
function isGenericInBoth(text: string): boolean {
  const names = text.split(/\s\/\s/);
  return names.length > 1 && names.every((name) => GENERIC.has(plainName(name)));
}

/** Names of offices and the words "standar pelayanan" alone stand above and below titles. */
const isBesideTitle = (plain: string): boolean =>
  plain === '' ||
  GENERIC.has(plain) ||
  (STANDARD_OF.test(plain) && ORGANISATION.test(plain.replace(STANDARD_OF, ''))) ||
  (ORGANISATION.test(plain) && !/\bpelayanan\b|\blayanan\b/.test(plain));

/** The nearest line before a service's first component that can be its title; null where there is none. */
export function findTitle(events: readonly Event[]): Found | null {
  let possible: Found | null = null;
  /** The head of a table stands between the line and the title above: that one names all services of the table. */
  let isHeadedApart = false;
  for (let at = events.length - 1; at >= Math.max(0, events.length - FARTHEST); at -= 1) {
    const event = events[at];
    if (!event) break;
    const likeness = likenessAbove(event, possible);
    if (likeness === 'title') return possible && isHeadedApart ? possible : wholeTitle(events, at);
    if (likeness === 'skip' && possible && event.kind === 'noise') isHeadedApart = true;
    if (likeness === 'no') break;
    if (likeness === 'possible') possible ??= found(events, at, at);
  }
  return possible;
}

/** Above a line that may be the title, the beginning of an annex ends the search. */
const likenessAbove = (event: Event, possible: Found | null): Likeness =>
  possible !== null && event.kind === 'content' && ANNEX.test(event.line.text) ? 'no' : likenessOf(event);

/** Titles in capitals run over several lines; the mark stands in the first. */
function wholeTitle(events: readonly Event[], end: number): Found {
  let from = end;
  while (from > 0 && goesOn(events[from - 1], events[from])) from -= 1;
  return found(events, from, end);
}

function goesOn(before: Event | undefined, event: Event | undefined): boolean {
  if (before?.kind !== 'content' || event?.kind !== 'content') return false;
  if (before.inTable !== event.inTable || !isAllCaps(event.line.text)) return false;
  const mark = readMark(event.line.text);
  if (mark && mark.kind !== 'bullet') return false;
  if (!isAllCaps(withoutMark(before.line.text))) return false;
  return likenessOf(before) === 'title';
}

/** "STANDAR PELAYANAN IZIN …" is the standard; the service is what stands behind. */
export function bareTitle(text: string): string {
  const bare = text.replace(/^standar\s+(?:pe)?layanan\s*[:–—-]?\s*/i, '');
  const plain = plainName(bare);
  return plain.includes(' ') && !GENERIC_REST.test(plain) ? bare : text;
}

/** Behind the name of the standard these make no service. */
const GENERIC_REST = /^(?:publik|pada|di|dalam|bagi|untuk|yang)\b/;

function found(events: readonly Event[], from: number, to: number): Found {
  const lines = events.slice(from, to + 1).map(({ line }) => line);
  const [first] = lines;
  const text = lines.map((line) => line.text.replace(/^#+\s*/, '')).join(' ');
  const place = first?.place ?? { page: null, line: 0 };
  const whole = tidy(withoutMark(text)).replace(/\s*[:.]$/, '');
  // Numbered, the words are the name that a list of standards gives this one.
  const title = readMark(text) === null ? bareTitle(whole) : whole;
  return { title: { text: title, place }, from };
}
