import { parseArgs } from 'node:util';
import { describePromise, readPromisedTime } from '../working-time/index.ts';
import type { Lang, PromiseReading } from '../working-time/index.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';
import { unreadablePromise } from './promise-argument.ts';

export const help = `pendopo promise TEXT [--json] [--lang id|en]

Reads a promised time as a decree prints it: "10 (sepuluh) hari kerja", "2 x 24 jam",
"paling lama 14 hari kerja sejak berkas lengkap". Says what it could not read instead of guessing.

  --json         print {"promise","bound","entries","starts","unread"}; promise is null where unread
  --lang id|en   language of the words (default: id)
`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'id' },
  help: { type: 'boolean', default: false },
} as const;

/** Decrees begin their times with a dash, "- 7 menit": no option, for none begins with a space or a figure. */
const isDashedText = (word: string): boolean => /^-+(?![-a-z])./is.test(word);

function parse(args: readonly string[]) {
  const dashed = args.includes('--') ? [] : args.filter(isDashedText);
  const others = args.filter((word) => !dashed.includes(word));
  const ordered = dashed.length === 0 ? others : [...others, '--', ...dashed];
  return parseArgs({ args: ordered, options: OPTIONS, strict: true, allowPositionals: true });
}

const BOUNDS: Readonly<Record<PromiseReading['bound'], Readonly<Record<Lang, string>>>> = {
  exact: { id: '', en: '' },
  'at-most': { id: 'paling lama ', en: 'at most ' },
  range: { id: 'rentang; dihitung yang terlama: ', en: 'a range; the longest counts: ' },
  about: { id: 'kira-kira ', en: 'about ' },
};

const STARTS = {
  received: { id: ', sejak diterima', en: ', from receipt' },
  complete: { id: ', sejak berkas lengkap', en: ', from the file being complete' },
} as const;

const BASES = {
  working: { id: 'hari dan jam kerja', en: 'working days and hours' },
  calendar: { id: 'hari kalender', en: 'calendar days' },
  elapsed: { id: 'terus-menerus, siang dan malam', en: 'time that elapses day and night' },
  unspecified: {
    id: 'tidak disebut hari kerja atau hari kalender; dihitung sebagai hari kalender',
    en: 'neither working nor calendar days; counted as calendar days',
  },
} as const;

function readingText({ promise, bound, starts }: PromiseReading, lang: Lang): string {
  if (!promise) return '';
  const start = starts === null ? '' : STARTS[starts][lang];
  return `${BOUNDS[bound][lang]}${describePromise(promise, lang)}${start} (${BASES[promise.basis][lang]})\n`;
}

/** `pendopo promise`. Exit code 0, or 2 for arguments that cannot be used and, without --json, unread texts. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return complain(io, `bad-option: ${message}; lihat: pendopo promise --help`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const lang = values.lang === 'en' ? 'en' : 'id';
  const text = positionals.join(' ');
  if (text.trim() === '')
    return complain(io, 'missing-text: pendopo promise "10 hari kerja"; lihat: pendopo promise --help');
  const reading = readPromisedTime(text);
  if (!values.json && !reading.promise) return complain(io, unreadablePromise(text)[lang]);
  io.stdout.write(values.json ? `${JSON.stringify(reading)}\n` : readingText(reading, lang));
  return 0;
}
