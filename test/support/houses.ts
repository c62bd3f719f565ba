/** The services of all governments, each in its house: organisation and calendars, read from their files. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { governmentFiles, readDefinitions } from '../../src/standard/index.ts';
import type { Organisation, Service } from '../../src/standard/index.ts';
import { compileCalendar } from '../../src/working-time/index.ts';
import type { WorkingCalendar, WorkingCalendarFile } from '../../src/working-time/index.ts';

/** A service with what its life depends on. */
export interface House {
  readonly service: Service;
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  /** The same calendar after more joint leave was decreed, to be put on by `recompute`. */
  readonly later: WorkingCalendar;
}

/** Every second Wednesday of the year that these lives fall into, and some days next to each other. */
function withMoreLeave(file: WorkingCalendarFile): WorkingCalendarFile {
  const first = Temporal.PlainDate.from('2026-11-18');
  const more = Array.from({ length: 26 }, (_, at) => first.add({ weeks: 2 * at }));
  const days = [...more, ...more.slice(0, 4).map((date) => date.add({ days: 1 }))];
  const closed = days.map((date) => ({
    date: date.toString(),
    name: 'Cuti bersama',
    kind: 'joint-leave' as const,
    decree: null,
    confirmed: false,
  }));
  return { ...file, closed: [...file.closed, ...closed] };
}

/** All services of the governments that come with the program. */
export const houses: House[] = [];
for (const government of ['klaten', 'klungkung', 'purbalingga', 'bulungan']) {
  const directory = fileURLToPath(new URL(`../../governments/${government}`, import.meta.url));
  const read = readDefinitions(await governmentFiles(directory));
  assert.ok(read.organisation && read.calendar);
  for (const { value } of read.services) {
    houses.push({
      service: value,
      organisation: read.organisation.value,
      calendar: compileCalendar(read.calendar.value),
      later: compileCalendar(withMoreLeave(read.calendar.value)),
    });
  }
}
