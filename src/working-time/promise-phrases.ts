/*
 * How decrees say what belongs to a promised time, as patterns on lower-case text. Sources of regular expressions, put
 * together from words: what they mean is said where they are tried (promise-tokens.ts).
 */
import { PIECE_NOUNS, REQUEST_NOUNS, START_WORDS } from './promise-words.ts';

/** A word whose letters a scanner may have set apart ("h a r i"). */
const loose = (word: string): string => word.split('').join('\\s*');

const anyOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

/** A word of a set, to be followed by its end: of "diterima" the first letters are a word of the set as well. */
const wordOf = (words: ReadonlySet<string>): string => anyOf(...words);

export const WORK = loose('kerja');
/** What working hours are called where "hari" or "jam" stands before: "pada jam kantor". */
export const OFFICE = anyOf(WORK, 'kantor', 'dinas');
export const END = '(?![a-z])';
/** The end of a unit: no letter follows, unless it begins "kerja" ("harikerja"). */
export const UNIT_END = `(?=\\s*${WORK}|[^a-z]|$)`;
export const OPEN = '[(\\[{]';
export const CLOSE = '[)\\]}]';

/** The units of time, the longest first. */
export const UNIT_WORDS = {
  years: anyOf(loose('tahun'), 'thn\\.?'),
  months: anyOf(loose('bulan'), 'bln\\.?'),
  weeks: anyOf(loose('minggu'), loose('pekan'), 'mgg\\.?'),
  days: anyOf(loose('hari'), 'hr\\.?'),
  hours: loose('jam'),
  minutes: anyOf(loose('menit'), 'mnt\\.?'),
} as const;

export type Unit = keyof typeof UNIT_WORDS;

export const AT_MOST = anyOf(
  'paling\\s+(?:lama|lambat|banyak)(?:nya)?',
  'maksimal(?:nya)?',
  'maksimum',
  'maks\\.?',
  'max\\.?',
  '(?:se)?lambat\\s*-?\\s*lambatnya',
  'selama\\s*-?\\s*lamanya',
  'tidak\\s+(?:lebih|melebihi)(?:\\s+dari)?',
  '(?:kurang|lebih\\s+kecil)(?:\\s+dari)?\\s+atau\\s+sama\\s+dengan',
  'kurang\\s+dari',
);
export const AT_LEAST = anyOf(
  'paling\\s+(?:cepat|sedikit|singkat)',
  'minimal',
  'minimum',
  'min\\.?',
  'sekurang\\s*-?\\s*kurangnya',
  'secepat\\s*-?\\s*cepatnya',
);
export const ABOUT = anyOf(
  'kurang\\s+lebih',
  'lebih\\s+kurang',
  'sekitar',
  'kira\\s*-?\\s*kira',
  'rata\\s*-?\\s*rata',
  'estimasi(?:nya)?',
  'perkiraan',
  'diperkirakan',
);
export const TO = anyOf(
  's\\s*\\.\\s*d\\s*\\.?',
  's\\s*/\\s*d\\.?',
  'sd',
  'sampai(?:\\s+(?:dengan|dgn))?',
  'hingga',
);
export const SAME_DAY = anyOf(
  '(?:(?:pada|di)\\s+)?hari\\s+(?:itu|ini)\\s+juga',
  '(?:(?:pada|di)\\s+)?hari\\s+(?:kerja\\s+)?(?:yang|yg)\\s+sama',
  '(?:pada\\s+)?saat\\s+itu\\s+juga',
  'seketika(?:\\s+itu)?(?:\\s+juga)?',
  'langsung(?:\\s+(?:jadi|selesai|dilayani|ditunggu))?',
);
/** Words by which a lawful extension is added; what follows is its time. "1 (satu) kali" says that it is added once. */
export const EXTENSION = `(?:(?:dapat|bisa|boleh)\\s+)?(?:diperpanjang|perpanjangan)${END}(?:\\s+(?:untuk|sebanyak|hanya|kembali|lagi|selama)${END})*(?:\\s+(?:1|satu|1\\s*\\(\\s*satu\\s*\\))\\s+kali${END}(?!\\s*24))?`;

/** What an extension is given with (UU 14/2008 art. 22 (8)): it adds no time. */
export const WRITTEN_REASON = `dengan\\s+(?:(?:memberikan|menyampaikan|disertai)\\s+)?alasan(?:nya)?\\s+(?:secara\\s+)?tertulis${END}`;

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
export const STARTS = `(?:(?:di|ter)?hitung\\s+)?${SINCE}${CLAUSE}`;
export const PROVIDED_COMPLETE = `(?:${PROVIDED}\\s+)?${anyOf('berkas', 'dokumen', 'persyaratan', 'syarat')}(?:\\s+${wordOf(START_WORDS)}${END}){0,12}?\\s+lengkap${END}(?:\\s+(?:dan|serta)\\s+(?:benar|sah|valid)${END})?`;

const IN_WORDS = `(?:${OPEN}[a-z\\s]*${CLOSE})?`;
const DAY_AND_NIGHT = `24\\s*${IN_WORDS}\\s*jam${END}`;
/** "7 x 24 jam" says the same of a door; with the event it is counted from, it is a promise. */
const SO_MANY = `\\d+\\s*${IN_WORDS}\\s*(?:x|×|kali)\\s*${DAY_AND_NIGHT}(?!\\s*,?\\s*(?:(?:di|ter)?hitung\\s+)?(?:sejak|semenjak|setelah|sesudah)${END})`;
/** Hours at which an office is open are no promise: "layanan 24 jam". */
export const ALWAYS_OPEN = `(?<!jangka\\s+waktu\\s+(?:penyelesaian\\s+)?)(?:(?:(?:pe)?layanan|selama|buka)\\s*:?\\s*${DAY_AND_NIGHT}|(?:(?:pe)?layanan|siaga|buka)\\s*:?\\s*${SO_MANY})`;

/** What whoever asks has to do ("perbaikan dokumen oleh pemohon") promises nothing of the office. */
export const BY_APPLICANT = `oleh\\s+(?:pemohon|pelapor)${END}`;

export const HOLIDAYS_LEFT_OUT = `(?:di\\s*luar|tidak\\s+termasuk|kecuali)\\s+hari\\s+libur(?:\\s+nasional)?${END}(?:\\s+dan\\s+cuti\\s+bersama${END})?`;
export const WEEKDAYS = `senin\\s*(?:${TO}|[-–—])\\s*(?:kamis|jum'?at|sabtu)${END}`;

/** One request, for which a time is promised ("30 menit per permohonan"). */
export const EACH = '(?:/|per\\s*/?|(?:(?:untuk|bagi)\\s+)?(?:setiap|tiap|masing\\s*-?\\s*masing))\\s*';
export const PER_REQUEST = `${EACH}${wordOf(REQUEST_NOUNS)}${END}`;
/** A time for each piece ("30 menit per ekor"): how many pieces a request has, it does not say. */
export const PER_PIECE = `${EACH}${wordOf(PIECE_NOUNS)}${END}`;

/** The rest of a clause, up to where another begins or a figure is named. */
const REST = '(?:\\s+[^\\s.,;:()\\d]+)+';
/** An event that is neither the receipt nor the file being complete: "terhitung sejak menerima pelimpahan". */
export const OTHER_START = `(?:(?:di|ter)?hitung\\s+)?(?:sejak|semenjak|setelah|sesudah)${REST}`;
/** Time that shall not be counted, other than holidays: "tidak termasuk waktu proses di provinsi". */
export const LEFT_OUT = `(?:tidak\\s+termasuk|di\\s*luar|kecuali)${REST}`;
