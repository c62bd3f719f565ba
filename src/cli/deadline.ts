import { parseArgs } from 'node:util';
import {
  computeDeadline,
  describeDerivation,
  describeLeft,
  readPromisedTime,
} from '../working-time/index.ts';
import type { Deadline, Extension, Lang, Pause, PromisedTime } from '../working-time/index.ts';
import { faultLine, loadCalendar } from './calendar-files.ts';
import { runBatch } from './deadline-batch.ts';
import { complain } from './io.ts';
import type { CommandIo } from './io.ts';
import { unreadablePromise } from './promise-argument.ts';

export const help = `pendopo deadline --calendar FILE --received ISO --promise TEXT [--pause ISO/ISO]… [--json]
pendopo deadline --batch [--calendar FILE] < LINES

Prints when a promised time falls due, and every step by which that was found.

  --calendar FILE    working calendar of the office (JSON)
  --received ISO     when the request was received, with offset: 2026-11-23T10:15:00+07:00
  --promise TEXT     promised time as printed: "10 hari kerja", "2x24 jam", "7 menit"
  --pause ISO/ISO    time the office waited for the applicant; "ISO/" while it still waits; may be repeated
  --extension TEXT   lawful extension, counted like the promise: "7 hari kerja"; may be repeated
  --lang id|en       language of the words (default: id)
  --json             print deadline, steps as data and words in both languages as JSON
  --batch            read one JSON object a line from standard input ({"id","calendar","received","promise",
                     "pauses","extensions"}), print {"id","due"} or {"id","error"} a line
`;

const OPTIONS = {
  calendar: { type: 'string' },
  received: { type: 'string' },
  promise: { type: 'string' },
  pause: { type: 'string', multiple: true, default: [] as string[] },
  extension: { type: 'string', multiple: true, default: [] as string[] },
  lang: { type: 'string', default: 'id' },
  json: { type: 'boolean', default: false },
  batch: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const WAY_OUT = { id: 'lihat: pendopo deadline --help', en: 'see: pendopo deadline --help' } as const;

const parse = (args: string[]) => parseArgs({ args, options: OPTIONS, strict: true }).values;
type Options = ReturnType<typeof parse>;

const langOf = ({ lang }: Options): Lang => (lang === 'en' ? 'en' : 'id');

/**
 * "ISO/ISO", or "ISO/" for a pause that has not ended. What stands there is judged by the clock itself; without a
 * slash nobody knows whether the pause has ended, so that its end is not an instant.
 */
function pauseOf(text: string): Pause {
  const slash = text.indexOf('/');
  if (slash < 0) return { from: text, to: '' };
  const to = text.slice(slash + 1);
  return { from: text.slice(0, slash), to: to === '' ? null : to };
}

/** An extension as an addition to the promise; one that names no basis is counted as the promise is. */
function extensionOf({ basis, months, days, hours, minutes }: PromisedTime): Extension {
  const amounts = { months, days, hours, minutes };
  return basis === 'unspecified' ? amounts : { basis, ...amounts };
}

function answerText({ due, left, derivation }: Deadline, lang: Lang): string {
  const headline = due ?? (left ? describeLeft(left, lang) : '');
  const steps = describeDerivation(derivation, lang).map((words, i) => `${i + 1}. ${words}`);
  return `${[headline, ...steps].join('\n')}\n`;
}

/** The deadline as JSON; each step as data, with its words in both languages. */
function answerJson({ derivation, ...due }: Deadline): string {
  const [id, en] = [describeDerivation(derivation, 'id'), describeDerivation(derivation, 'en')];
  const steps = derivation.map((step, i) => ({ ...step, words: { id: id[i], en: en[i] } }));
  return `${JSON.stringify({ ...due, derivation: steps }, null, 2)}\n`;
}

/** The first of the texts that is no promised time; and what the others say. */
function readPromises(texts: readonly string[]): {
  readonly times: PromisedTime[];
  readonly unread: string | null;
} {
  const times: PromisedTime[] = [];
  for (const text of texts) {
    const { promise } = readPromisedTime(text);
    if (!promise) return { times, unread: text };
    times.push(promise);
  }
  return { times, unread: null };
}

async function answerOne(io: CommandIo, options: Options): Promise<number> {
  const { calendar: path, received, promise: text } = options;
  const lang = langOf(options);
  const missing = path === undefined ? 'calendar' : received === undefined ? 'received' : 'promise';
  if (path === undefined || received === undefined || text === undefined) {
    return complain(io, `missing-option (--${missing}): ${WAY_OUT[lang]}`);
  }
  const { times, unread } = readPromises([text, ...options.extension]);
  const [promise, ...extensions] = times;
  if (unread !== null || !promise) return complain(io, unreadablePromise(unread ?? text)[lang]);
  const loaded = await loadCalendar(io, path);
  if (!loaded.ok) return complain(io, loaded.words[lang]);
  const result = computeDeadline(loaded.calendar, {
    received,
    promise,
    pauses: options.pause.map(pauseOf),
    extensions: extensions.map(extensionOf),
  });
  if (!result.ok) return complain(io, faultLine(result.fault, lang));
  io.stdout.write(options.json ? answerJson(result.value) : answerText(result.value, lang));
  return 0;
}

/** `pendopo deadline`. Exit code 0, or 2 for input that cannot be used; a batch answers bad lines in its output. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  let options: Options;
  try {
    options = parse(args);
  } catch (error) {
    return complain(
      io,
      `bad-option: ${error instanceof Error ? error.message : String(error)}; ${WAY_OUT.id}`,
    );
  }
  if (options.help) {
    io.stdout.write(help);
    return 0;
  }
  if (options.lang !== 'id' && options.lang !== 'en')
    return complain(io, `bad-option (--lang): id|en; ${WAY_OUT.id}`);
  if (!options.batch) return answerOne(io, options);
  await runBatch(io, langOf(options), options.calendar ?? null);
  return 0;
}
