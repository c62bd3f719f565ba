/**
 * Holidays from an iCalendar file (RFC 5545), as ministries and Google give them: events of whole days. What repeats, has
 * hours, or cannot be read is refused by its line; nothing is guessed. Pure.
 */
import type { Words } from '../../ground/index.ts';
import { contentLines, unescaped } from './content-lines.ts';
import type { ContentLine } from './content-lines.ts';
import { importedFrom, kindInName, MOST_NAME, tidyName } from './imported.ts';
import type { FoundDay, ImportDefaults, ImportedDays, LineFault } from './imported.ts';

/** One VEVENT: the line where it begins, and its own properties. */
interface Event {
  readonly line: number;
  readonly properties: readonly ContentLine[];
}

/** Reads the days of a calendar file. `text` is the file as UTF-8. */
export function readHolidayCalendar(text: string, defaults: ImportDefaults): ImportedDays {
  const lines = contentLines(text);
  const unread = lines.filter((one) => typeof one === 'number').map((line) => ({ line, words: UNREADABLE }));
  const { events, faults } = eventsIn(lines.filter((one) => typeof one !== 'number'));
  if (unread.length > 0 || faults.length > 0) return importedFrom([], [...unread, ...faults]);
  const read = events.map((event) => readEvent(event, defaults));
  return importedFrom(
    read.flatMap(({ days }) => days ?? []),
    read.flatMap(({ fault }) => fault ?? []),
    read.flatMap(({ leftOut }) => leftOut ?? []),
  );
}

/** Takes the events out of their nesting; whatever else there is (time zones, alarms) is passed over. */
class Nesting {
  readonly events: { line: number; properties: ContentLine[] }[] = [];
  readonly #open: string[] = [];

  get isClosed(): boolean {
    return this.#open.length === 0;
  }

  /** Takes the next line; gives what is wrong with its place. */
  take(content: ContentLine): Words | null {
    const component = content.value.trim().toUpperCase();
    if (content.name === 'BEGIN') return this.#begin(component, content.line);
    if (this.isClosed) return NO_CALENDAR;
    if (content.name === 'END') return this.#open.pop() === component ? null : notNested(component);
    if (this.#open.at(-1) === 'VEVENT') this.events.at(-1)?.properties.push(content);
    return null;
  }

  #begin(component: string, line: number): Words | null {
    if (this.isClosed && component !== 'VCALENDAR') return NO_CALENDAR;
    this.#open.push(component);
    if (component === 'VEVENT') this.events.push({ line, properties: [] });
    return null;
  }
}

function eventsIn(lines: readonly ContentLine[]): {
  readonly events: readonly Event[];
  readonly faults: readonly LineFault[];
} {
  const nesting = new Nesting();
  for (const content of lines) {
    const words = nesting.take(content);
    if (words) return { events: [], faults: [{ line: content.line, words }] };
  }
  const faults = nesting.isClosed ? [] : [{ line: lines.at(-1)?.line ?? 1, words: CUT_OFF }];
  return { events: nesting.events, faults };
}

interface ReadEvent {
  readonly days?: readonly FoundDay[];
  readonly fault?: LineFault;
  readonly leftOut?: LineFault;
}

/** Rules by which something repeats; a holiday of the moon's year never falls on the same date again. */
const REPEATING = ['RRULE', 'RDATE', 'EXRULE'];

const find = ({ properties }: Event, name: string): ContentLine | undefined =>
  properties.find((one) => one.name === name);

const textOf = (event: Event, name: string): string => unescaped(find(event, name)?.value ?? '');

function readEvent(event: Event, defaults: ImportDefaults): ReadEvent {
  const { line } = event;
  const name = tidyName(textOf(event, 'SUMMARY'));
  const reason = whyNoDayOff(event, name);
  if (reason) return { leftOut: { line, words: reason } };
  if (name === '' || name.length > MOST_NAME) return { fault: { line, words: NO_SUMMARY } };
  const repeating = event.properties.find((one) => REPEATING.includes(one.name));
  if (repeating) return { fault: { line: repeating.line, words: repeats(name) } };
  const span = spanOf(event);
  if ('at' in span) return { fault: { line: span.at?.line ?? line, words: span.words(name) } };
  const { decree, kind } = defaults;
  const common = { name, kind: kindInName(name) ?? kind, decree };
  const confirmed = defaults.confirmed && decree !== null;
  return { days: span.dates.map((date) => ({ line, day: { date, ...common, confirmed } })) };
}

/** Events that the file itself takes back or says are worked. */
function whyNoDayOff(event: Event, name: string): Words | null {
  if (textOf(event, 'STATUS').toUpperCase() === 'CANCELLED') return CANCELLED;
  return isObservance(textOf(event, 'DESCRIPTION')) ? observance(name) : null;
}

/** Google marks days that are kept and still worked. */
const isObservance = (description: string): boolean => /^\s*(?:perayaan|observance)\b/i.test(description);

type Span =
  | { readonly dates: readonly string[] }
  | { readonly words: (name: string) => Words; readonly at: ContentLine | undefined };

/** Holidays are days, not seasons. */
const LONGEST = 31;

function spanOf(event: Event): Span {
  const start = find(event, 'DTSTART');
  if (!start) return { words: noStart, at: start };
  const from = dateIn(start);
  if (!from) return { words: noWholeDay, at: start };
  const end = find(event, 'DTEND') ?? find(event, 'DURATION');
  const days = daysFrom(from, end);
  if (days === null || days < 1) return { words: noEnd, at: end };
  if (days > LONGEST) return { words: tooLong, at: end };
  return { dates: Array.from({ length: days }, (_, at) => from.add({ days: at }).toString()) };
}

/**
 * How many days it takes: DTEND is the day after the last one (section 3.6.1), DURATION whole days or weeks. Without
 * either it is one day; null where it cannot be read.
 */
function daysFrom(from: Temporal.PlainDate, end: ContentLine | undefined): number | null {
  if (!end) return 1;
  if (end.name === 'DTEND') return dateIn(end)?.since(from).days ?? null;
  const [, weeks, days] = /^\+?P(?:(\d{1,2})W|(\d{1,3})D)$/.exec(end.value.trim()) ?? [];
  return weeks === undefined ? Number(days ?? 0) : 7 * Number(weeks);
}

/** A value of type DATE; null for a moment, and for a date that does not exist. */
function dateIn({ value, parameters }: ContentLine): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(value.trim()) ?? [];
  if (year === undefined || (parameters.get('VALUE') ?? 'DATE').toUpperCase() !== 'DATE') return null;
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const NO_CALENDAR: Words = {
  id: 'Ini bukan berkas iCalendar: harus mulai dengan BEGIN:VCALENDAR.',
  en: 'This is no iCalendar file: it must begin with BEGIN:VCALENDAR.',
};
const UNREADABLE: Words = {
  id: 'Baris ini tidak terbaca sebagai iCalendar. Ekspor ulang berkasnya tanpa mengubahnya.',
  en: 'This line cannot be read as iCalendar. Export the file again and leave it as it is.',
};
const CUT_OFF: Words = {
  id: 'Berkas terpotong: ada bagian yang dibuka dan tidak ditutup. Ambil ulang berkas lengkapnya.',
  en: 'The file is cut off: something is opened and never ended. Fetch the whole file again.',
};
const notNested = (component: string): Words => ({
  id: `END:${component} tidak menutup bagian yang terbuka. Ambil ulang berkasnya.`,
  en: `END:${component} does not end what is open. Fetch the file again.`,
});
const NO_SUMMARY: Words = {
  id: `Acara ini tanpa nama (SUMMARY), atau namanya lebih dari ${MOST_NAME} huruf. Beri nama harinya.`,
  en: `This event has no name (SUMMARY), or one longer than ${MOST_NAME} letters. Name the day.`,
};
const CANCELLED: Words = { id: 'Dibatalkan di berkasnya.', en: 'Cancelled in the file.' };
const observance = (name: string): Words => ({
  id: `"${name}" hanya perayaan, bukan hari libur.`,
  en: `"${name}" is an observance, not a day off.`,
});
const repeats = (name: string): Words => ({
  id: `"${name}" berulang. Tulis tanggalnya satu per satu: setiap tahun ditetapkan tersendiri.`,
  en: `"${name}" repeats. Write its dates one by one: every year is decreed by itself.`,
});
const noStart = (name: string): Words => ({
  id: `"${name}" tanpa tanggal mulai (DTSTART). Tambahkan tanggalnya.`,
  en: `"${name}" has no beginning (DTSTART). Add its date.`,
});
const noWholeDay = (name: string): Words => ({
  id: `"${name}" bukan acara sehari penuh dengan tanggal yang ada. Tulis DTSTART;VALUE=DATE:20270310.`,
  en: `"${name}" is not a whole-day event on a date that exists. Write DTSTART;VALUE=DATE:20270310.`,
});
const noEnd = (name: string): Words => ({
  id: `Akhir "${name}" tidak terbaca atau tidak sesudah mulainya. DTEND adalah hari sesudah hari terakhir.`,
  en: `The end of "${name}" cannot be read or is not after its beginning. DTEND is the day after the last one.`,
});
const tooLong = (name: string): Words => ({
  id: `"${name}" lebih dari ${LONGEST} hari. Untuk jam kerja khusus, tambahkan masa jam kerja.`,
  en: `"${name}" is longer than ${LONGEST} days. For other working hours, add special hours instead.`,
});
