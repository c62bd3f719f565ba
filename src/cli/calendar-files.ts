import { compileCalendar, readCalendar } from '../working-time/index.ts';
import type { Lang, WorkingCalendar, Words, WorkingTimeFault } from '../working-time/index.ts';
import type { CommandIo } from './io.ts';

/** A calendar from a file, or in one line why there is none. */
export type LoadedCalendar =
  { readonly ok: true; readonly calendar: WorkingCalendar } | { readonly ok: false; readonly words: Words };

/** A fault in one line: its code, its place, its words. */
export const faultLine = ({ code, path, words }: WorkingTimeFault, lang: Lang): string =>
  `${code} (${path}): ${words[lang]}`;

/** A calendar of fifty years is a tenth of this (bytes). */
const LARGEST_FILE = 4 << 20;

/** What the operating system says of a file that could not be read ("ENOENT"). */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

function loadText(path: string, text: string): LoadedCalendar {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    const id = `calendar-not-json (${path}): Berkas kalender bukan JSON; perbaiki isinya.`;
    const en = `calendar-not-json (${path}): The calendar file is not JSON; correct it.`;
    return { ok: false, words: { id, en } };
  }
  const read = readCalendar(input);
  if (read.ok) return { ok: true, calendar: compileCalendar(read.value) };
  const line = (lang: Lang): string =>
    `${path}: ${read.faults.map((fault) => faultLine(fault, lang)).join('; ')}`;
  return { ok: false, words: { id: line('id'), en: line('en') } };
}

/** Loads and compiles a calendar. All faults of the file are named at once. */
export async function loadCalendar(io: CommandIo, path: string): Promise<LoadedCalendar> {
  try {
    return loadText(path, await io.readFile(path, LARGEST_FILE));
  } catch (error) {
    const reason = reasonOf(error);
    const id = `calendar-unreadable (${path}): Berkas kalender tidak dapat dibaca (${reason}); periksa letaknya.`;
    const en = `calendar-unreadable (${path}): The calendar file cannot be read (${reason}); check its path.`;
    return { ok: false, words: { id, en } };
  }
}
