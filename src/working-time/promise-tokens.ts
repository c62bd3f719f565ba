import { NUMBER_WORDS, readNumberWords } from './number-words.ts';

export type Unit = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes';
export type BoundWord = 'at-most' | 'about';
export type StartEvent = 'received' | 'complete';

interface Place {
  /** Where the token stands in the text, `[at, end)`. */
  readonly at: number;
  readonly end: number;
}

/** What a piece of a printed promise says. `digits`: the number was written in figures, not in words. */
export type Meaning =
  | { readonly kind: 'number'; readonly value: number; readonly digits: string | null }
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'basis'; readonly basis: 'working' | 'calendar' }
  | { readonly kind: 'bound'; readonly bound: BoundWord }
  | { readonly kind: 'starts'; readonly event: StartEvent }
  | { readonly kind: 'times' | 'open' | 'close' | 'dash' | 'to' | 'same-day' | 'filler' | 'unknown' };

export type Token = Meaning & Place;

/** A word whose letters a scanner may have set apart ("h a r i"). */
const loose = (word: string): string => word.split('').join('\\s*');

const anyOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

const WORK = loose('kerja');
const END = '(?![a-z])';
/** The end of a unit: no letter follows, unless it begins "kerja" ("harikerja"). */
const UNIT_END = `(?=\\s*${WORK}|[^a-z]|$)`;

const UNITS: readonly (readonly [Unit, string])[] = [
  ['years', anyOf(loose('tahun'), 'thn\\.?')],
  ['months', anyOf(loose('bulan'), 'bln\\.?')],
  ['weeks', anyOf(loose('minggu'), loose('pekan'))],
  ['days', anyOf(loose('hari'), 'hr\\.?')],
  ['hours', anyOf(loose('jam'))],
  ['minutes', anyOf(loose('menit'), 'mnt\\.?')],
];

const AT_MOST = anyOf(
  'paling\\s+(?:lama|lambat|banyak)(?:nya)?',
  'maksimal',
  'maksimum',
  'maks\\.?',
  'max\\.?',
  '(?:se)?lambat\\s*-?\\s*lambatnya',
  'selama\\s*-?\\s*lamanya',
  'tidak\\s+(?:lebih|melebihi)(?:\\s+dari)?',
  'kurang\\s+dari',
);
const ABOUT = anyOf(
  '±',
  '\\+/-',
  'kurang\\s+lebih',
  'lebih\\s+kurang',
  'sekitar',
  'kira\\s*-?\\s*kira',
  'rata\\s*-?\\s*rata',
);
const TO = anyOf('s\\s*\\.\\s*d\\s*\\.?', 's\\s*/\\s*d', 'sd', 'sampai(?:\\s+dengan)?', 'hingga');
const SAME_DAY = anyOf('(?:pada\\s+)?hari\\s+(?:itu|ini)\\s+juga', '(?:pada\\s+)?hari\\s+yang\\s+sama');

/** Words around an amount that change nothing about it. */
const FILLER = anyOf(
  'jangka',
  'waktu',
  'penyelesaian',
  'pelayanan',
  'layanan',
  'proses',
  'dalam',
  'selama',
  'adalah',
  'yaitu',
  'lama(?:nya)?',
  'kurun',
  'antara',
  'dan',
  'untuk',
  'setiap',
  'per\\s*/?\\s*(?:permohonan|berkas|dokumen|orang|pemohon|layanan|surat)',
  '/\\s*(?:permohonan|berkas|dokumen|orang|pemohon)',
);

/** Words a clause like "sejak berkas dinyatakan lengkap dan benar" may be made of; any other is not read over. */
const START_WORDS = [
  'berkas dokumen persyaratan syarat permohonan pengajuan surat laporan pengaduan aduan data administrasi formulir',
  'informasi pemohon pelapor petugas kantor dinas ppid tanggal saat yang dan serta secara dinyatakan telah sudah di',
  'oleh dari kami benar sah valid tertulis masuk resmi lengkap lengkapnya kelengkapan diterima diterimanya penerimaan',
  'diajukan diajukannya dengan loket verifikator tim',
].flatMap((words) => words.split(' '));
const STARTS = `(?:(?:di|ter)?hitung\\s+)?${anyOf('sejak', 'semenjak', 'setelah', 'mulai')}(?:\\s+${anyOf(...START_WORDS)}${END})+`;

type Reader = (text: string) => Meaning;

const as =
  (meaning: Meaning): Reader =>
  () =>
    meaning;

/** A figure: "10", "1.440" (thousands), "1,5" or "1.5". */
function readFigure(text: string): Meaning {
  const plain = /^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(',', '.');
  return { kind: 'number', value: Number(plain), digits: plain };
}

function readFraction(text: string): Meaning {
  const [over = '', under = ''] = text.split('/');
  return { kind: 'number', value: Number(over) / Number(under), digits: null };
}

/** "sejak …" names its event by what it says of the file; a clause that names neither is not read. */
function readStart(text: string): Meaning {
  if (/lengkap/.test(text)) return { kind: 'starts', event: 'complete' };
  if (/diterima|penerimaan|diajukan|masuk/.test(text)) return { kind: 'starts', event: 'received' };
  return { kind: 'unknown' };
}

const half = as({ kind: 'number', value: 0.5, digits: null });

/** Patterns in the order they are tried, on lower-case text; the first that fits takes its piece. */
const PATTERNS: readonly (readonly [string, Reader])[] = [
  [`${SAME_DAY}${END}`, as({ kind: 'same-day' })],
  [
    `\\(?\\s*(?:hari|jam)\\s*(?:/|dan|atau)\\s*(?:jam|hari)\\s+${WORK}\\s*\\)?`,
    as({ kind: 'basis', basis: 'working' }),
  ],
  [`(?:pada|dalam)\\s+(?:hari|jam)\\s+${WORK}${END}`, as({ kind: 'basis', basis: 'working' })],
  [`\\(\\s*(?:hari|jam)\\s*${WORK}\\s*\\)`, as({ kind: 'basis', basis: 'working' })],
  [`\\(\\s*hari\\s+kalender\\s*\\)`, as({ kind: 'basis', basis: 'calendar' })],
  [`${WORK}${END}`, as({ kind: 'basis', basis: 'working' })],
  [`(?:kalender|takwim)${END}`, as({ kind: 'basis', basis: 'calendar' })],
  [STARTS, readStart],
  [AT_MOST, as({ kind: 'bound', bound: 'at-most' })],
  [ABOUT, as({ kind: 'bound', bound: 'about' })],
  [`${TO}(?![a-z])`, as({ kind: 'to' })],
  [`\\d+\\s*/\\s*\\d+(?!\\d)`, readFraction],
  [`\\d+(?:[.,]\\d+)*(?!\\d)`, readFigure],
  ['½', half],
  ['¼', as({ kind: 'number', value: 0.25, digits: null })],
  ['¾', as({ kind: 'number', value: 0.75, digits: null })],
  [`setengah${END}`, half],
  [NUMBER_WORDS, (text) => ({ kind: 'number', value: readNumberWords(text), digits: null })],
  ['(?:x(?=\\s*\\d|\\s*\\(|\\s*[a-z])|×|kali(?![a-z]))', as({ kind: 'times' })],
  ...UNITS.map(([unit, word]) => [`${word}${UNIT_END}`, as({ kind: 'unit', unit })] as const),
  [`${FILLER}${END}`, as({ kind: 'filler' })],
  ['[-–—]', as({ kind: 'dash' })],
  ['\\(', as({ kind: 'open' })],
  ['\\)', as({ kind: 'close' })],
  ['[.,:;\\s]+', as({ kind: 'filler' })],
  ['[a-z0-9]+|.', as({ kind: 'unknown' })],
];

const READERS = PATTERNS.map(([source, read]) => ({ pattern: new RegExp(source, 'suy'), read }));

function tokenAt(text: string, at: number): Token {
  for (const { pattern, read } of READERS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return { ...read(found), at, end: at + found.length };
  }
  return { kind: 'unknown', at, end: at + 1 };
}

/** The text of a promise cut into pieces of meaning, fillers left out; what has none is `unknown`. */
export function tokenize(text: string): Token[] {
  const lower = text.toLowerCase();
  const tokens: Token[] = [];
  for (let at = 0; at < lower.length;) {
    const token = tokenAt(lower, at);
    if (token.kind !== 'filler') tokens.push(token);
    at = token.end;
  }
  return tokens;
}
