/**
 * Times in English, alone ("3 (three) working days") or beside the Indonesian ("10 hari kerja / 10 working days"). Put
 * word by word into the Indonesian that the clock's parser reads; a word that is not in the table stays, and with it
 * the text stays unread. Pure.
 */

const ONES = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
const ENGLISH_ONES = 'zero one two three four five six seven eight nine ten eleven'.split(' ');
const TEENS = 'twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const NUMBERS: Readonly<Record<string, string>> = Object.fromEntries([
  ...ENGLISH_ONES.map((word, at) => [word, ONES[at] ?? ''] as const),
  ...TEENS.map((word, at) => [word, `${ONES[at + 2]} belas`] as const),
  ...TENS.map((word, at) => [word, `${ONES[at + 2]} puluh`] as const),
]);

/** Phrases before their words: what stands further up is tried first. All of them say of a time what the Indonesian says. */
const PHRASES: readonly (readonly [english: string, indonesian: string])[] = [
  ['(?:working|business|office)[\\s-]+days?', 'hari kerja'],
  ['work\\s?days?', 'hari kerja'],
  ['(?:working|business|office)[\\s-]+hours?', 'jam kerja'],
  ['calendar[\\s-]+days?', 'hari kalender'],
  ['(?:on\\s+)?the\\s+same\\s+day', 'hari itu juga'],
  [
    '(?:(?:which|and)\\s+)?(?:(?:may|can)\\s+be\\s+extended|extendable)(?:\\s+(?:by|for))?',
    'dapat diperpanjang',
  ],
  ['(?:a\\s+)?maximum(?:\\s+of)?|at\\s+(?:the\\s+)?(?:most|latest)|up\\s+to', 'paling lama'],
  ['(?:no|not)\\s+(?:later|more|longer)\\s+than', 'paling lama'],
  ['(?:at\\s+least|a?\\s*minimum(?:\\s+of)?)', 'minimal'],
  ['(?:approximately|about|around)', 'kurang lebih'],
  ['(?:after|since|from|upon|once|as\\s+of)', 'sejak'],
  ['per\\s+(?:application|request|file|applicant|person)', 'per permohonan'],
  ['(?:applications?|requests?)', 'permohonan'],
  ['(?:documents?|files?)', 'berkas'],
  ['requirements?', 'persyaratan'],
  ['(?:received|receipt)', 'diterima'],
  ['submitted', 'diajukan'],
  ['(?:complete|completed)', 'lengkap'],
  ['minutes?', 'menit'],
  ['hours?', 'jam'],
  ['days?', 'hari'],
  ['weeks?', 'minggu'],
  ['months?', 'bulan'],
  ['years?', 'tahun'],
  ['within', 'dalam'],
  ['to', 's.d.'],
  ['and', 'dan'],
  ['or', 'atau'],
  ['(?:the|a|an|of|is|are|has|have|been|was|were)', ''],
];

const TRANSLATIONS: readonly (readonly [RegExp, string])[] = [
  ...PHRASES.map(([english, indonesian]) => [wordly(english), indonesian] as const),
  ...Object.entries(NUMBERS).map(([english, indonesian]) => [wordly(english), indonesian] as const),
];

function wordly(english: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}])(?:${english})(?![\p{L}])`, 'giu');
}

/** A number and an English unit of time: nothing else makes a text English. */
const ENGLISH =
  /(?:\d|\)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty))\s*(?:(?:working|business|office|calendar)[\s-]+)?(?:work\s?)?(?:minute|hour|day|week|month|year)s?\b/iu;

/** Whether a text says a time in English. */
export const saysTimeInEnglish = (text: string): boolean => ENGLISH.test(text);

/** A text with its English words of time in Indonesian. */
export const timeInIndonesian = (text: string): string =>
  TRANSLATIONS.reduce(
    (said, [english, indonesian]) => said.replaceAll(english, indonesian),
    text.replaceAll(/(?<=\p{L}ty)-(?=\p{L})/giu, ' '), // "twenty-one"
  )
    .replaceAll(/\s+/g, ' ')
    .trim();

export interface BothLanguages {
  readonly indonesian: string;
  readonly english: string;
}

/** Where one language ends and the other begins: a stroke between words, a stop, a new line. */
const BETWEEN = /\s+[/|]\s*|\s*[/|]\s+|(?<=\p{L})[/|](?=\d)|;\s*|\r?\n|\.\s+/u;

/** The two halves of a text in both languages; one of them is empty where it is in one only. */
export function inBothLanguages(text: string): BothLanguages {
  const parts = text.split(BETWEEN).filter((part) => part.trim() !== '');
  const [indonesian, english] = [false, true].map((isEnglish) =>
    parts.filter((part) => saysTimeInEnglish(part) === isEnglish),
  );
  return { indonesian: (indonesian ?? []).join('; '), english: (english ?? []).join('; ') };
}
