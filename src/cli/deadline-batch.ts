import { once } from 'node:events';
import { computeDue } from '../working-time/index.ts';
import type { DeadlineQuestion, Lang, WorkingCalendar, Words } from '../working-time/index.ts';
import { faultLine, loadCalendar } from './calendar-files.ts';
import type { LoadedCalendar } from './calendar-files.ts';
import { linesOf, LONGEST_LINE } from './deadline-lines.ts';
import type { Line } from './deadline-lines.ts';
import type { CommandIo } from './io.ts';
import { PromiseTexts, unreadablePromise } from './promise-argument.ts';

/** Output is written in pieces of about this many characters. */
const PIECE = 1 << 16;

type Fields = Readonly<Record<string, unknown>>;

const NOT_AN_OBJECT: Words = {
  id: 'bad-line: Baris ini bukan satu objek JSON; tulis satu objek per baris.',
  en: 'bad-line: This line is not one JSON object; write one object a line.',
};

const TOO_LONG: Words = {
  id: `bad-line: Baris ini lebih panjang daripada ${LONGEST_LINE} huruf; tulis satu objek per baris.`,
  en: `bad-line: This line is longer than ${LONGEST_LINE} characters; write one object a line.`,
};

const NO_CALENDAR: Words = {
  id: 'no-calendar (calendar): Sebutkan berkas kalender dalam baris ini atau dengan --calendar.',
  en: 'no-calendar (calendar): Name a calendar file in this line or with --calendar.',
};

/** Calendars kept ready; a batch that names more of them loads the oldest again. */
const MOST_CALENDARS = 1000;

const PROMISE_FIELDS: ReadonlySet<string> = new Set(['basis', 'months', 'days', 'hours', 'minutes', 'text']);

/** Names of options, which a line does not know: read over, they would give a wrong date. */
const MISNAMED: readonly string[] = ['pause', 'extension'];

/** The first field that would be read over although it was meant to count: "pause" for "pauses", "day" for "days". */
function misnamedField(fields: Fields): string | null {
  const own = MISNAMED.find((name) => fields[name] !== undefined);
  if (own !== undefined) return own;
  const { promise } = fields;
  if (typeof promise !== 'object' || promise === null) return null;
  const unknown = Object.keys(promise).find((name) => !PROMISE_FIELDS.has(name));
  return unknown === undefined ? null : `promise.${unknown}`;
}

const misnamed = (path: string): Words => ({
  id: `unknown-field (${path}): Isian ini tidak dikenal; hapus atau perbaiki namanya.`,
  en: `unknown-field (${path}): This field is not known; remove it or correct its name.`,
});

/** The object of a line; null where the line is none. */
function parseLine(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/** The id as it is echoed, in JSON; null for what is neither text nor number. */
const idOf = ({ id }: Fields): string =>
  typeof id === 'string' || typeof id === 'number' ? JSON.stringify(id) : 'null';

const errorLine = (id: string, message: string): string =>
  `{"id":${id},"error":${JSON.stringify(message)}}\n`;

/** Answers the lines of a batch. Calendars are loaded once, when first named. */
class Batch {
  readonly #io: CommandIo;
  readonly #lang: Lang;
  readonly #defaultCalendar: string | null;
  readonly #calendars = new Map<string, LoadedCalendar>();
  readonly #promises = new PromiseTexts();

  constructor(io: CommandIo, lang: Lang, defaultCalendar: string | null) {
    this.#io = io;
    this.#lang = lang;
    this.#defaultCalendar = defaultCalendar;
  }

  /** The answer to a line; a promise of it only where a calendar must first be loaded, for that is slow. */
  answer(line: Line): string | Promise<string> {
    if (line === null) return errorLine('null', TOO_LONG[this.#lang]);
    const fields = parseLine(line);
    if (!fields) return errorLine('null', NOT_AN_OBJECT[this.#lang]);
    const path = fields['calendar'] ?? this.#defaultCalendar;
    if (typeof path !== 'string') return errorLine(idOf(fields), NO_CALENDAR[this.#lang]);
    const loaded = this.#calendars.get(path);
    return loaded ? this.#answerBy(loaded, fields) : this.#loadAndAnswer(path, fields);
  }

  async #loadAndAnswer(path: string, fields: Fields): Promise<string> {
    const loaded = await loadCalendar(this.#io, path);
    const [oldest] = this.#calendars.keys();
    if (oldest !== undefined && this.#calendars.size >= MOST_CALENDARS) this.#calendars.delete(oldest);
    this.#calendars.set(path, loaded);
    return this.#answerBy(loaded, fields);
  }

  #answerBy(loaded: LoadedCalendar, fields: Fields): string {
    if (!loaded.ok) return errorLine(idOf(fields), loaded.words[this.#lang]);
    const wrong = misnamedField(fields);
    if (wrong !== null) return errorLine(idOf(fields), misnamed(wrong)[this.#lang]);
    const { promise } = fields;
    if (typeof promise !== 'string') return this.#compute(loaded.calendar, fields, fields);
    const read = this.#promises.find(promise);
    if (!read) return errorLine(idOf(fields), unreadablePromise(promise)[this.#lang]);
    return this.#compute(loaded.calendar, fields, { ...fields, promise: read });
  }

  #compute(calendar: WorkingCalendar, fields: Fields, question: Fields): string {
    // A line of JSON is only claimed to be a question; computeDue believes nothing and says what is wrong.
    const result = computeDue(calendar, question as unknown as DeadlineQuestion);
    if (!result.ok) return errorLine(idOf(fields), faultLine(result.fault, this.#lang));
    const { due, left } = result.value;
    if (due === null) return `{"id":${idOf(fields)},"due":null,"left":${JSON.stringify(left)}}\n`;
    return `{"id":${idOf(fields)},"due":"${due}"}\n`;
  }
}

/**
 * Reads one question a line from standard input and writes one answer a line: `{"id","due"}`,
 * `{"id","due":null,"left"}` for an open pause, `{"id","error"}` for a bad line. Empty lines are passed over.
 */
export async function runBatch(io: CommandIo, lang: Lang, defaultCalendar: string | null): Promise<void> {
  const batch = new Batch(io, lang, defaultCalendar);
  let output = '';
  const flush = async (): Promise<void> => {
    if (output !== '' && !io.stdout.write(output)) await once(io.stdout, 'drain');
    output = '';
  };
  for await (const lines of linesOf(io.stdin)) {
    for (const line of lines) {
      if (line?.trim() === '') continue;
      const answer = batch.answer(line);
      output += typeof answer === 'string' ? answer : await answer;
      if (output.length > PIECE) await flush();
    }
    await flush();
  }
}
