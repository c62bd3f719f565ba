import { NUMBER_WORDS, readNumberWords } from './number-words.ts';
import { FILLERS, REQUEST_NOUNS, START_WORDS } from './promise-words.ts';

export type Unit = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes';
export type BoundWord = 'at-least' | 'at-most' | 'about';
export type StartEvent = 'received' | 'complete';

interface Place {
  /** Where the token stands in the text, `[at, end)`. */
  readonly at: number;
  readonly end: number;
}

/**
 * What a piece of a printed promise says. `digits`: the number was written in figures, not in words; `kerja`: that
 * word alone, which means something only behind a unit; `stop`: a full stop, a semicolon, a bullet or a word of no
 * meaning, behind which something else begins; `glue`: "dan", which parts nothing; `needs-working`: "di luar hari
 * libur", which says what working days are and so fits only where they are named.
 */
export type Meaning =
  | { readonly kind: 'number'; readonly value: number; readonly digits: string | null }
  | { readonly kind: 'unit'; readonly unit: Unit }
  /** "sehari", "seminggu": one of a unit in one word. */
  | { readonly kind: 'one'; readonly unit: Unit }
  | { readonly kind: 'basis'; readonly basis: 'working' | 'calendar' }
  | { readonly kind: 'bound'; readonly bound: BoundWord }
  | { readonly kind: 'starts'; readonly event: StartEvent }
  | { readonly kind: MarkKind };

type MarkKind =
  | 'times'
  | 'open'
  | 'close'
  | 'dash'
  | 'to'
  | 'or'
  | 'stop'
  | 'glue'
  | 'kerja'
  | 'same-day'
  | 'extension'
  | 'again'
  | 'needs-working'
  | 'unknown';

export type Token = Meaning & Place;

/** A word whose letters a scanner may have set apart ("h a r i"). */
const loose = (word: string): string => word.split('').join('\\s*');

const anyOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

/** A word of a set; the longest first, since the first that fits is taken. */
const wordOf = (words: ReadonlySet<string>): string =>
  anyOf(...[...words].toSorted((a, b) => b.length - a.length));

const WORK = loose('kerja');
/** What working hours are called where "hari" or "jam" stands before: "pada jam kantor". */
const OFFICE = anyOf(WORK, 'kantor', 'dinas');
const END = '(?![a-z])';
/** The end of a unit: no letter follows, unless it begins "kerja" ("harikerja"). */
const UNIT_END = `(?=\\s*${WORK}|[^a-z]|$)`;
const OPEN = '[(\\[{]';
const CLOSE = '[)\\]}]';

const UNITS: readonly (readonly [Unit, string])[] = [
  ['years', anyOf(loose('tahun'), 'thn\\.?')],
  ['months', anyOf(loose('bulan'), 'bln\\.?')],
  ['weeks', anyOf(loose('minggu'), loose('pekan'), 'mgg\\.?')],
  ['days', anyOf(loose('hari'), 'hr\\.?')],
  ['hours', anyOf(loose('jam'))],
  ['minutes', anyOf(loose('menit'), 'mnt\\.?')],
];

const AT_MOST = anyOf(
  'paling\\s+(?:lama|lambat|banyak)(?:nya)?',
  'maksimal(?:nya)?',
  'maksimum',
  'maks\\.?',
  'max\\.?',
  '(?:se)?lambat\\s*-?\\s*lambatnya',
  'selama\\s*-?\\s*lamanya',
  'tidak\\s+(?:lebih|melebihi)(?:\\s+dari)?',
  'kurang\\s+dari',
);
const AT_LEAST = anyOf(
  'paling\\s+(?:cepat|sedikit|singkat)',
  'minimal',
  'minimum',
  'min\\.?',
  'sekurang\\s*-?\\s*kurangnya',
  'secepat\\s*-?\\s*cepatnya',
);
const ABOUT = anyOf(
  'kurang\\s+lebih',
  'lebih\\s+kurang',
  'sekitar',
  'kira\\s*-?\\s*kira',
  'rata\\s*-?\\s*rata',
  'estimasi(?:nya)?',
  'perkiraan',
  'diperkirakan',
);
const TO = anyOf('s\\s*\\.\\s*d\\s*\\.?', 's\\s*/\\s*d\\.?', 'sd', 'sampai(?:\\s+(?:dengan|dgn))?', 'hingga');
const SAME_DAY = anyOf(
  '(?:(?:pada|di)\\s+)?hari\\s+(?:itu|ini)\\s+juga',
  '(?:(?:pada|di)\\s+)?hari\\s+(?:kerja\\s+)?(?:yang|yg)\\s+sama',
  '(?:pada\\s+)?saat\\s+itu\\s+juga',
  'seketika(?:\\s+itu)?(?:\\s+juga)?',
  'langsung(?:\\s+(?:jadi|selesai|dilayani|ditunggu))?',
);
/** Words by which a lawful extension is added; what follows is its time. "1 (satu) kali" says that it is added once. */
const EXTENSION = `(?:(?:dapat|bisa|boleh)\\s+)?(?:diperpanjang|perpanjangan)${END}(?:\\s+(?:untuk|sebanyak|hanya|kembali|lagi|selama)${END})*(?:\\s+(?:1|satu|1\\s*\\(\\s*satu\\s*\\))\\s+kali${END}(?!\\s*24))?`;

/** What an extension is given with (UU 14/2008 art. 22 (8)): it adds no time. */
const WRITTEN_REASON = `dengan\\s+(?:(?:memberikan|menyampaikan|disertai)\\s+)?alasan(?:nya)?\\s+(?:secara\\s+)?tertulis${END}`;

/** "sejak berkas lengkap"; also the condition that says the same: "apabila persyaratan lengkap". */
const SINCE = anyOf('sejak', 'semenjak', 'setelah', 'sesudah', 'mulai', 'dari');
const PROVIDED = anyOf(
  'apabila',
  'jika',
  'bila',
  'dengan\\s+(?:catatan|ketentuan|syarat)',
  'asalkan',
  'dengan',
);
const CLAUSE = `(?:[\\s:,/]+${wordOf(START_WORDS)}${END})+`;
const STARTS = `(?:(?:di|ter)?hitung\\s+)?${SINCE}${CLAUSE}`;
const PROVIDED_COMPLETE = `(?:${PROVIDED}\\s+)?${anyOf('berkas', 'dokumen', 'persyaratan', 'syarat')}(?:\\s+${wordOf(START_WORDS)}${END}){0,12}?\\s+lengkap${END}(?:\\s+(?:dan|serta)\\s+(?:benar|sah|valid)${END})?`;

/** Hours at which an office is open are no promise: "layanan 24 jam". */
const ALWAYS_OPEN = `(?<!jangka\\s+waktu\\s+(?:penyelesaian\\s+)?)(?:(?:pe)?layanan|selama|buka)\\s*:?\\s*24\\s*(?:${OPEN}[a-z\\s]*${CLOSE})?\\s*jam${END}`;

const HOLIDAYS_LEFT_OUT = `(?:di\\s*luar|tidak\\s+termasuk|kecuali)\\s+hari\\s+libur(?:\\s+nasional)?${END}(?:\\s+dan\\s+cuti\\s+bersama${END})?`;
const WEEKDAYS = `senin\\s*(?:${TO}|[-–—])\\s*(?:kamis|jum'?at|sabtu)${END}`;

type Reader = (text: string) => Meaning;

const as =
  (meaning: Meaning): Reader =>
  () =>
    meaning;

/** Thousands with dots, or one decimal ("1,5"; "1,25"). "1.30 jam" may be a time of day, "2,000" two or two thousand. */
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/;
const PLAIN = /^\d+(?:[.,]\d|,[27]5)?$/;

/** A figure: "10", "1.440" (thousands), "1,5" or "1.5"; NaN for forms that can be read in two ways. */
function readFigure(text: string): Meaning {
  if (THOUSANDS.test(text)) return readFigure(text.replaceAll('.', ''));
  const value = PLAIN.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return { kind: 'number', value, digits: text };
}

/** Only halves and quarters: "2/3 hari" may be two or three days. */
const FRACTIONS: Readonly<Record<string, number>> = {
  '1/2': 0.5,
  '1/4': 0.25,
  '3/4': 0.75,
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  setengah: 0.5,
  seperempat: 0.25,
};

const readFraction: Reader = (text) => ({
  kind: 'number',
  value: FRACTIONS[text.replaceAll(/\s/g, '')] ?? Number.NaN,
  digits: null,
});

/** "sejak …" names its event by what it says of the file; a clause that names neither is not read. */
function readStart(text: string): Meaning {
  if (/lengkap|memenuhi|terpenuhi|dipenuhi/.test(text)) return { kind: 'starts', event: 'complete' };
  const received =
    /diterima|penerimaan|diajukan|pengajuan|masuk|disampaikan|daftar|regist|catat|dilaporkan|permohonan|permintaan|laporan|aduan|keluhan/;
  return received.test(text) ? { kind: 'starts', event: 'received' } : { kind: 'unknown' };
}

const working = as({ kind: 'basis', basis: 'working' });
const readWord: Reader = (word) => ({ kind: FILLERS.has(word) ? 'stop' : 'unknown' });

/** Patterns in the order they are tried, on lower-case text; the first that fits takes its piece. */
const PATTERNS: readonly (readonly [string, Reader])[] = [
  [`[^\\S\\n\\r]*[\\n\\r]\\s*[-–—•·*▪](?=\\s)|^\\s*[•·▪](?=\\s)`, as({ kind: 'stop' })],
  ['\\s+|[,|]', as({ kind: 'glue' })],
  [`dan${END}`, as({ kind: 'glue' })],
  [ALWAYS_OPEN, as({ kind: 'unknown' })],
  [`${SAME_DAY}${END}`, as({ kind: 'same-day' })],
  [
    `${OPEN}?\\s*(?:hari|jam|menit)(?:\\s*(?:/|dan|atau|&|,)\\s*(?:jam|hari|menit)){1,2}\\s*${OFFICE}${END}\\s*${CLOSE}?`,
    working,
  ],
  [`(?:pada|dalam|di|selama)\\s+(?:hari|jam)\\s*${OFFICE}${END}`, working],
  [`${OPEN}\\s*(?:dihitung\\s+)?(?:dalam\\s+)?(?:hari|jam)\\s*${OFFICE}\\s*${CLOSE}`, working],
  [`${OPEN}\\s*hari\\s+kalender\\s*${CLOSE}`, as({ kind: 'basis', basis: 'calendar' })],
  [HOLIDAYS_LEFT_OUT, as({ kind: 'needs-working' })],
  [WEEKDAYS, as({ kind: 'needs-working' })],
  [STARTS, readStart],
  [PROVIDED_COMPLETE, as({ kind: 'starts', event: 'complete' })],
  [EXTENSION, as({ kind: 'extension' })],
  [`(?:berikutnya|lagi)${END}|${WRITTEN_REASON}`, as({ kind: 'again' })],
  [`${WORK}${END}`, as({ kind: 'kerja' })],
  [`(?:kalender|takwim)${END}`, as({ kind: 'basis', basis: 'calendar' })],
  [`${AT_MOST}${END}|[<≤]=?`, as({ kind: 'bound', bound: 'at-most' })],
  [`${AT_LEAST}${END}`, as({ kind: 'bound', bound: 'at-least' })],
  [`${ABOUT}${END}|±|\\+\\s*/?\\s*-|[~≈]`, as({ kind: 'bound', bound: 'about' })],
  [`${TO}${END}`, as({ kind: 'to' })],
  [`atau${END}`, as({ kind: 'or' })],
  [`(?:/|per\\s*/?|(?:untuk\\s+)?(?:setiap|tiap))\\s*${wordOf(REQUEST_NOUNS)}${END}`, as({ kind: 'stop' })],
  [`\\d+\\s*/\\s*\\d+(?!\\d)|[½¼¾]|(?:setengah|seperempat)${END}`, readFraction],
  [`\\d+(?:[.,]\\d+)*(?!\\d)`, readFigure],
  [NUMBER_WORDS, (text) => ({ kind: 'number', value: readNumberWords(text), digits: null })],
  [`[x×✕✖*х](?=\\s*(?:\\d|${OPEN}|[a-z]))|kali${END}`, as({ kind: 'times' })],
  ...UNITS.flatMap(([unit, word]) => [
    [`${word}${UNIT_END}`, as({ kind: 'unit', unit })] as const,
    [`se${word}${UNIT_END}`, as({ kind: 'one', unit })] as const,
  ]),
  ['[a-z0-9]+(?:-[a-z]+)*', readWord],
  ['[-–—]', as({ kind: 'dash' })],
  [OPEN, as({ kind: 'open' })],
  [CLOSE, as({ kind: 'close' })],
  ['[.;:]', as({ kind: 'stop' })],
  ['.', as({ kind: 'unknown' })],
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

/** A lower-case text cut into pieces of meaning, glue left out; what has none is `unknown`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    if (token.kind !== 'glue') tokens.push(token);
    at = token.end;
  }
  return tokens;
}
