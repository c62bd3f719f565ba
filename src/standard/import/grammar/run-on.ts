/**
 * Items that a flattened table has run together without any mark. What announces itself (laws, channels, sentences,
 * verbs) is cut, and a finding says that it was a guess; the rest is left as it stands. Pure.
 */
import type { ListComponent } from '../../model.ts';

const LAW =
  /(?<=[.;)\d\p{Ll}]\s)(?=(?:Undang\s?[-–]\s?[Uu]ndang|Peraturan (?:Pemerintah|Presiden|Menteri|Daerah|Bupati|Wali|Gubernur|Kepala|Badan|Komisi|KPU|BPS|BKN)|Keputusan (?:Presiden|Menteri|Bupati|Wali|Gubernur|Kepala)|Instruksi (?:Presiden|Menteri|Bupati)|Surat Edaran|Permen|Perda|Perbup|Perwali|Perpres)\b)/gu;
/** A law named within another's name is no new item. */
const WITHIN_LAW =
  /(?:dengan|atas|pelaksanaan|melaksanakan|dalam|oleh|dan|pengganti|berdasarkan|perubahan|menjadi|dari|terhadap)\s+$/i;

const CHANNEL =
  /(?<=\s)(?=(?:Telepon|Telp|Telpon|Tlp|Faksimil[ei]?|Fax|E-?mail|Surel|Website|Web|Laman|Situs|Instagram|IG|Facebook|FB|Twitter|X|YouTube|Tiktok|WhatsApp|Whatsapp|WA|SMS|Hotline|Call Center|SP4N|SPAN|Kotak (?:Saran|Pengaduan|Aduan)|Secara langsung|Datang langsung|Alamat|Media [Ss]osial|Medsos|Aplikasi)\b)/gu;
const WITHIN_CHANNEL = /(?:melalui|nomor|no|via|ke|di|pada|alamat|dan|atau|dengan|[/,(:&-])\s*$/i;
/** Behind an address or a number, a capital begins something else. */
const AFTER_ADDRESS =
  /(?<=(?:[\w-]\.(?:go|co|or|ac|desa|sch)\.id|\.(?:com|id|net|org)|\d{4,})\/?\)?\s)(?=\p{Lu})/gu;

const STARTERS =
  'Memiliki|Mampu|Menguasai|Memahami|Mengerti|Mengetahui|Mempunyai|Bisa|Dapat|Berpendidikan|Minimal|Bersikap|Tersedia|Tersedianya|Terdapat|Adanya|Dilakukan|Dilaksanakan|Melakukan|Melaksanakan|Menyerahkan|Mengisi|Mengajukan|Membawa|Melampirkan|Selanjutnya|Kemudian';
const STARTER = new RegExp(String.raw`(?<=[\p{Ll})\d.]\s)(?=(?:${STARTERS})\s\p{Ll})`, 'gu');
const SENTENCE = /(?<=\p{Ll}{2}[.;]\s)(?=\p{Lu}\p{Ll})/gu;

const PATTERNS: Readonly<Partial<Record<ListComponent, readonly (readonly [RegExp, RegExp | null])[]>>> = {
  legalBasis: [[LAW, WITHIN_LAW]],
  complaints: [
    [CHANNEL, WITHIN_CHANNEL],
    [AFTER_ADDRESS, null],
  ],
};
const USUAL: readonly (readonly [RegExp, RegExp | null])[] = [
  [
    STARTER,
    /(?:dan|atau|yang|tidak|belum|kurang|bukan|untuk|dengan|agar|di|ke|dari|oleh|kepada|berupa|,)\s+$/i,
  ],
  [SENTENCE, null],
];

/** The announcement before the run-on items: "Melalui : Website : …". */
const LEAD =
  /^(?:melalui|dapat melalui|disampaikan melalui|pengaduan melalui|antara lain|meliputi|terdiri (?:dari|atas))\s*:\s*/i;

/** The parts of a text that stands without marks; one part where nothing announces a cut. */
export function splitRunOn(component: ListComponent, source: string): readonly string[] {
  const text = source.replace(LEAD, '');
  const cuts = new Set<number>();
  for (const [pattern, forbidden] of PATTERNS[component] ?? USUAL) {
    for (const { index } of text.matchAll(pattern)) {
      if (!forbidden?.test(text.slice(0, index))) cuts.add(index);
    }
  }
  for (const at of repeatsOfFirst(component, text)) cuts.add(at);
  const places = [0, ...[...cuts].toSorted((a, b) => a - b).filter((at) => at > 0)];
  const parts = places
    .map((at, index) => text.slice(at, places[index + 1]).trim())
    .filter((part) => part !== '');
  return parts.length > 1 ? repaired(parts) : [text];
}

/** "Kegiatan Audit … Kegiatan Tinjauan … Kegiatan …": the first word comes again and again, never within a sentence. */
function repeatsOfFirst(component: ListComponent, text: string): readonly number[] {
  const [first = ''] = text.split(' ');
  if (component === 'legalBasis' || component === 'complaints' || !/^\p{Lu}\p{Ll}{3,}$/u.test(first))
    return [];
  const again = [...text.matchAll(new RegExp(`(?<=\\s)${first}\\s(\\S)`, 'gu'))];
  const begins = text.charAt(first.length + 1);
  const alike = again.every(
    ({ 1: next = '', index }) =>
      isCapital(next) === isCapital(begins) && !WITHIN_SENTENCE.test(text.slice(0, index)),
  );
  return again.length >= 2 && alike ? again.map(({ index }) => index) : [];
}

const isCapital = (letter: string): boolean => /\p{Lu}/u.test(letter);

/** Verbs and small words that need what follows them. */
const WITHIN_SENTENCE =
  /(?:^|\s)(?:dan|atau|yang|untuk|dengan|agar|di|ke|dari|oleh|kepada|pada|dalam|berupa|me\p{Ll}+|di\p{Ll}+|,)\s+$/u;

/** A label without its value belongs to what follows: "SP4N Lapor" and "www…" are one channel. */
function repaired(parts: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last !== undefined && /[:/]$/.test(last)) whole.splice(-1, 1, `${last} ${part}`);
    else whole.push(part);
  }
  return whole;
}

const SMALL_WORD =
  /^(?:dan|atau|yang|untuk|dengan|agar|di|ke|dari|oleh|kepada|pada|dalam|berupa|melalui|tentang|sebagai|menurut|me\p{Ll}+|di\p{Ll}+)$/u;
/** Lists of things and sentences; a requirement or a product may well be one long name. */
const LISTED: ReadonlySet<ListComponent> = new Set<ListComponent>([
  'facilities',
  'competence',
  'supervision',
  'serviceGuarantee',
  'safetyGuarantee',
  'evaluation',
  'complaints',
]);

/** Whether a text without marks looks like several things in a row: capitals again and again, and no stops between. */
export function looksRunOn(component: ListComponent, text: string): boolean {
  const words = text.split(' ');
  if (component === 'complaints' && [...text.matchAll(CHANNEL)].length >= 2) return true;
  if (!LISTED.has(component) || words.length < 4 || /[.,;:]\s/.test(text)) return false;
  const isName = words.every((word) => !/^\p{Ll}/u.test(word));
  if (isName) return words.length >= 5;
  const begins = words.filter((word, at) => {
    const before = words[at - 1] ?? '';
    return at > 0 && /^\p{Lu}\p{Ll}/u.test(word) && /^\p{Ll}/u.test(before) && !SMALL_WORD.test(before);
  });
  return begins.length >= 2;
}
