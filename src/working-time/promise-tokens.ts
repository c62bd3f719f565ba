import { NUMBER_WORDS, readNumberWords } from './number-words.ts';
import {
  WORK,
  OFFICE,
  END,
  UNIT_END,
  OPEN,
  CLOSE,
  UNIT_WORDS,
  AT_MOST,
  AT_LEAST,
  ABOUT,
  TO,
  SAME_DAY,
  EXTENSION,
  WRITTEN_REASON,
  STARTS,
  PROVIDED_COMPLETE,
  ALWAYS_OPEN,
  BY_APPLICANT,
  HOLIDAYS_LEFT_OUT,
  WEEKDAYS,
  PER_REQUEST,
  PER_PIECE,
  OTHER_START,
  LEFT_OUT,
} from './promise-phrases.ts';
import type { Unit } from './promise-phrases.ts';
import { FILLERS } from './promise-words.ts';

export type { Unit } from './promise-phrases.ts';
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
 * libur", which says what working days are and so fits only where they are named; `rate`: "per ekor", a time for each
 * piece; `other-start`, `left-out`: clauses that set the clock otherwise than a request can.
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
  | 'rate'
  | 'other-start'
  | 'left-out'
  | 'unknown';

export type Token = Meaning & Place;

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const;

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

/** "sejak …" names its event by what it says of the file; a clause that names neither starts the clock elsewhere. */
function readStart(text: string): Meaning {
  if (/lengkap|memenuhi|terpenuhi|dipenuhi/.test(text)) return { kind: 'starts', event: 'complete' };
  const received =
    /diterima|penerimaan|diajukan|pengajuan|masuk|disampaikan|daftar|regist|catat|dilaporkan|permohonan|permintaan|laporan|aduan|keluhan/;
  return received.test(text) ? { kind: 'starts', event: 'received' } : { kind: 'other-start' };
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
  [OTHER_START, as({ kind: 'other-start' })],
  [LEFT_OUT, as({ kind: 'left-out' })],
  [BY_APPLICANT, as({ kind: 'unknown' })],
  [EXTENSION, as({ kind: 'extension' })],
  [`(?:berikutnya|lagi)${END}|${WRITTEN_REASON}`, as({ kind: 'again' })],
  [`${WORK}${END}`, as({ kind: 'kerja' })],
  [`(?:kalender|takwim)${END}`, as({ kind: 'basis', basis: 'calendar' })],
  [`${AT_MOST}${END}|[<≤]=?`, as({ kind: 'bound', bound: 'at-most' })],
  [`${AT_LEAST}${END}`, as({ kind: 'bound', bound: 'at-least' })],
  [`${ABOUT}${END}|±|\\+\\s*/?\\s*-|[~≈]`, as({ kind: 'bound', bound: 'about' })],
  [`${TO}${END}`, as({ kind: 'to' })],
  [`atau${END}`, as({ kind: 'or' })],
  [PER_REQUEST, as({ kind: 'stop' })],
  [PER_PIECE, as({ kind: 'rate' })],
  [`\\d+\\s*/\\s*\\d+(?!\\d)|[½¼¾]|(?:setengah|seperempat)${END}`, readFraction],
  [`\\d+(?:[.,]\\d+)*(?!\\d)`, readFigure],
  [NUMBER_WORDS, (text) => ({ kind: 'number', value: readNumberWords(text), digits: null })],
  [`[x×✕✖*х](?=\\s*(?:\\d|${OPEN}|[a-z]))|kali${END}`, as({ kind: 'times' })],
  ...UNITS.flatMap((unit) => [
    [`${UNIT_WORDS[unit]}${UNIT_END}`, as({ kind: 'unit', unit })] as const,
    [`se${UNIT_WORDS[unit]}${UNIT_END}`, as({ kind: 'one', unit })] as const,
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
