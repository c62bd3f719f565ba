import { parseArgs } from 'node:util';
import { valueOf } from '../ground/index.ts';
import { calendarText, editCalendar, readDefinition, readHolidays, yearEdits } from '../standard/index.ts';
import type { WorkingCalendarFile } from '../working-time/index.ts';
import { faultLine } from './check.ts';
import { BAD_INPUT, complain } from './io.ts';
import type { CommandIo } from './io.ts';

export const help = `pendopo calendar import FILE --calendar CALENDAR

Takes the holidays of a table (CSV) or an iCalendar file (.ics) into a working calendar and prints the new calendar.
All national holidays and joint leave of the years in FILE are replaced. With a fault in a single line nothing is printed.
Compare with: pendopo standard diff OLD NEW; publish with: pendopo standard publish DIR. The portal puts running
requests on a newly published calendar within a minute.

  --calendar CALENDAR  the calendar.json to take them into
  --decree TEXT        the decree that names these days; without it they are marked as not confirmed
  --add                add the days and replace none but those with the same date and name

Exit code 0: printed; 2: FILE or CALENDAR cannot be used, each fault with its line on standard error.
`;

const OPTIONS = {
  calendar: { type: 'string' },
  decree: { type: 'string' },
  add: { type: 'boolean', default: false },
} as const;

/** A year of holidays has five kilobytes. */
const MOST_BYTES = 500_000;

/** `pendopo calendar import FILE --calendar CALENDAR`. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const [action, ...rest] = args;
  const { values, positionals } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
  const [path] = positionals;
  if (action !== 'import' || path === undefined || positionals.length > 1 || values.calendar === undefined)
    return complain(
      io,
      'Sebut berkas dan kalendernya / name the file and the calendar. Lihat / see: pendopo calendar --help',
    );
  const file = await calendarIn(values.calendar, io);
  if (file === null) return BAD_INPUT;
  const decree = values.decree?.trim() || null;
  const read = readHolidays(await io.readFile(path, MOST_BYTES), {
    kind: 'national-holiday',
    decree,
    confirmed: decree !== null,
  });
  if (!read.ok) {
    for (const { line, words } of read.faults)
      io.stderr.write(`${path}:${line}: ${words.id} / ${words.en}\n`);
    return BAD_INPUT;
  }
  for (const { line, words } of read.leftOut) io.stderr.write(`${path}:${line}: ${words.id} / ${words.en}\n`);
  const edits = values.add ? [{ type: 'add-days', days: read.days } as const] : yearEdits(read.days);
  const next = edits.reduce((calendar, edit) => valueOf(editCalendar(calendar, edit)), file);
  io.stdout.write(calendarText(next));
  return 0;
}

/** The calendar of a file, or null after its faults were written to standard error. */
async function calendarIn(path: string, io: CommandIo): Promise<WorkingCalendarFile | null> {
  const reading = readDefinition('calendar', { path, text: await io.readFile(path) });
  if (reading.ok) return reading.definition.value;
  for (const fault of reading.faults) io.stderr.write(`${faultLine(fault, 'id')}\n`);
  return null;
}
