import type { ImportDefaults, ImportedDays } from './imported.ts';
import { readHolidayTable } from './read-csv.ts';
import { readHolidayCalendar } from './read-ics.ts';

/**
 * Holidays out of a pasted text or a file: an iCalendar file by its first line, everything else as a table. Either all
 * days, or every fault with its line and how to put it right.
 */
export function readHolidays(text: string, defaults: ImportDefaults): ImportedDays {
  const isCalendar = /^\uFEFF?\s*BEGIN\s*:/i.test(text);
  return isCalendar ? readHolidayCalendar(text, defaults) : readHolidayTable(text, defaults);
}
