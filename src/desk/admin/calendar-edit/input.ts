/** What an administrator enters about days and hours of the calendar. Pure. */
import type { FieldFault, Words } from '../../../ground/index.ts';
import { readDate } from '../../../ui/index.ts';
import type { PostedForm } from '../../../ui/index.ts';
import type { ClosedDay, ClosedKind, RegimeFile, WeekFile } from '../../../working-time/index.ts';
import { valuesOf } from '../../read-action.ts';
import { WEEK } from '../calendar-year.ts';
import { read, typedText } from '../official-input.ts';
import type { Reading } from '../official-input.ts';
import { editWords } from './words.ts';
import type { EditWords } from './words.ts';

export const KINDS = ['national-holiday', 'joint-leave', 'regional-holiday'] as const satisfies ClosedKind[];

export const saidByCalendar = (say: (words: EditWords) => string): Words => ({
  id: say(editWords.id),
  en: say(editWords.en),
});

export const fault = (path: string, say: (words: EditWords) => string): FieldFault => ({
  path,
  words: saidByCalendar(say),
});

const needed = (path: string, label: (words: EditWords) => string): FieldFault =>
  fault(path, (words) => words.needed(label(words)));

/** Names of the fields of a day. */
export const DAY = {
  date: 'tanggal',
  name: 'nama',
  kind: 'jenis',
  decree: 'keputusan',
  compared: 'dicocokkan',
};

export const kindOf = (posted: PostedForm, name: string): ClosedKind | null =>
  KINDS.find((kind) => kind === valuesOf(posted, name)[0]) ?? null;

/** A day with its name, kind and decree. Nothing can have been compared with a decree that nobody knows. */
export function readDay(posted: PostedForm): Reading<ClosedDay> {
  const date = readDate(posted, DAY.date);
  const [name, decree] = [typedText(posted, DAY.name), typedText(posted, DAY.decree)];
  const kind = kindOf(posted, DAY.kind);
  const faults = [
    ...(date.ok ? [] : date.fault.fields),
    ...(date.ok && date.value === null ? [needed(DAY.date, (words) => words.date)] : []),
    ...(name === '' ? [needed(DAY.name, (words) => words.name)] : []),
    ...(kind === null ? [needed(DAY.kind, (words) => words.kind)] : []),
  ];
  const day: ClosedDay = {
    date: (date.ok ? date.value : null) ?? '',
    name,
    kind: kind ?? 'national-holiday',
    decree: decree || null,
    confirmed: decree !== '' && valuesOf(posted, DAY.compared).length > 0,
  };
  return read(day, faults);
}

/** The field of a weekday's hours. */
export const hoursField = (day: (typeof WEEK)[number]): string => `jam-${day}`;

const SPAN = /^([01]?\d|2[0-3])[.:]([0-5]\d)\s*[-–]\s*([01]?\d|2[0-4])[.:]([0-5]\d)$/;

/** "07.30-12.00, 13.00–16.00" as intervals of the file; null for what cannot be read. */
export function readHours(text: string): readonly string[] | null {
  const spans = text.split(/[,;]/).map((span) => span.trim());
  if (spans.length === 1 && spans[0] === '') return [];
  const read = spans.map((span) => {
    const [, ...parts] = SPAN.exec(span) ?? [];
    const [fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = parts;
    return parts.length === 0
      ? null
      : `${fromHour.padStart(2, '0')}:${fromMinute}-${toHour.padStart(2, '0')}:${toMinute}`;
  });
  const spansRead = read.filter((span) => span !== null);
  return spansRead.length === spans.length ? spansRead : null;
}

/** Hours of the file as people type them. */
export const hoursText = (hours: readonly string[]): string =>
  hours.map((span) => span.replaceAll(':', '.')).join(', ');

/** The hours of all weekdays; a day left empty is closed and not written down. */
export function readWeek(posted: PostedForm): Reading<WeekFile> {
  const days = WEEK.map((day) => {
    const text = typedText(posted, hoursField(day));
    return { day, text, hours: readHours(text) };
  });
  const faults = days.flatMap(({ day, text, hours }) =>
    hours === null ? [fault(hoursField(day), (words) => words.hoursUnread(text))] : [],
  );
  const week: WeekFile = Object.fromEntries(
    days.flatMap(({ day, hours }) => (hours && hours.length > 0 ? [[day, hours] as const] : [])),
  );
  return read(week, faults);
}

export const REGIME = { name: 'nama', from: 'mulai', to: 'sampai' };

interface Span {
  readonly from: string;
  readonly to: string;
}

/** A date that must be given. */
function readNeeded(posted: PostedForm, path: string, label: (words: EditWords) => string): Reading<string> {
  const date = readDate(posted, path);
  if (!date.ok) return read('', date.fault.fields);
  return read(date.value ?? '', date.value === null ? [needed(path, label)] : []);
}

/** The first and the last day, in order. */
function readSpan(posted: PostedForm): Reading<Span> {
  const from = readNeeded(posted, REGIME.from, (words) => words.from);
  const to = readNeeded(posted, REGIME.to, (words) => words.to);
  if (!from.ok || !to.ok)
    return read(
      { from: '', to: '' },
      [from, to].flatMap((one) => (one.ok ? [] : one.faults)),
    );
  const reversed = to.value < from.value;
  return read(
    { from: from.value, to: to.value },
    reversed ? [fault(REGIME.to, (words) => words.reversed)] : [],
  );
}

/** Special hours between two dates. */
export function readRegime(posted: PostedForm): Reading<RegimeFile> {
  const name = typedText(posted, REGIME.name);
  const [span, week] = [readSpan(posted), readWeek(posted)];
  const faults = [
    ...(name === '' ? [needed(REGIME.name, (words) => words.regimeName)] : []),
    ...[span, week].flatMap((one) => (one.ok ? [] : one.faults)),
  ];
  if (!span.ok || !week.ok) return { ok: false, faults };
  return read({ name, ...span.value, week: week.value }, faults);
}

/** Faults of a whole calendar under the fields of this form: hours by their weekday, all else by the fallback. */
export function underFields(faults: readonly FieldFault[], fallback: string): readonly FieldFault[] {
  return faults.map(({ path, words }) => {
    const day = /week\.(\w{3})/.exec(path)?.[1];
    return { path: day === undefined ? fallback : `jam-${day}`, words };
  });
}
