/** A working calendar changed part by part. Pure: every function gives a new calendar or what is wrong with the change. */
import { ok, refused } from '../../ground/index.ts';
import type { FieldFault, Result } from '../../ground/index.ts';
import { readCalendar } from '../../working-time/index.ts';
import type { ClosedDay, RegimeFile, WeekFile, WorkingCalendarFile } from '../../working-time/index.ts';

import type { CalendarDiff } from './diff.ts';

/** Which day of a date is meant: two feasts may fall on one. */
export interface DayKey {
  readonly date: string;
  readonly name: string;
}

/** One change of a calendar. */
export type CalendarEdit =
  | { readonly type: 'put-day'; readonly day: ClosedDay; readonly instead?: DayKey | undefined }
  | { readonly type: 'remove-day'; readonly day: DayKey }
  /** A whole year as a decree names it: its days stand instead of all others of these kinds in that year. */
  | {
      readonly type: 'put-year';
      readonly year: number;
      readonly kinds: readonly ClosedDay['kind'][];
      readonly days: readonly ClosedDay[];
    }
  | { readonly type: 'add-days'; readonly days: readonly ClosedDay[] }
  | { readonly type: 'put-regime'; readonly regime: RegimeFile; readonly instead?: string | undefined }
  | { readonly type: 'remove-regime'; readonly name: string }
  | { readonly type: 'put-week'; readonly week: WeekFile }
  | { readonly type: 'put-known-until'; readonly knownUntil: string | null };

const isDay =
  ({ date, name }: DayKey) =>
  (day: ClosedDay): boolean =>
    day.date === date && day.name === name;

const sortDays = (days: readonly ClosedDay[]): readonly ClosedDay[] =>
  days.toSorted((one, other) => one.date.localeCompare(other.date));

/** Puts days in; one that is there already, by date and name, is replaced. */
function addDays(closed: readonly ClosedDay[], days: readonly ClosedDay[]): readonly ClosedDay[] {
  const kept = closed.filter((day) => !days.some((one) => isDay(one)(day)));
  return sortDays([...kept, ...days]);
}

type Change<T extends CalendarEdit['type']> = (
  file: WorkingCalendarFile,
  edit: Extract<CalendarEdit, { readonly type: T }>,
) => Partial<WorkingCalendarFile>;

/** What each kind of edit changes. */
const changes: { readonly [T in CalendarEdit['type']]: Change<T> } = {
  'put-day': ({ closed }, { day, instead }) => ({
    closed: addDays(instead ? closed.filter((one) => !isDay(instead)(one)) : closed, [day]),
  }),
  'remove-day': ({ closed }, { day }) => ({ closed: closed.filter((one) => !isDay(day)(one)) }),
  'put-year': ({ closed }, { year, kinds, days }) => ({
    closed: addDays(
      closed.filter(({ date, kind }) => date.slice(0, 4) !== String(year) || !kinds.includes(kind)),
      days,
    ),
  }),
  'add-days': ({ closed }, { days }) => ({ closed: addDays(closed, days) }),
  'put-regime': ({ regimes }, { regime, instead = regime.name }) => ({
    regimes: [...regimes.filter(({ name }) => name !== instead), regime].toSorted((one, other) =>
      one.from.localeCompare(other.from),
    ),
  }),
  'remove-regime': ({ regimes }, { name }) => ({ regimes: regimes.filter((one) => one.name !== name) }),
  'put-week': (_, { week }) => ({ week }),
  'put-known-until': (_, { knownUntil }) => ({ knownUntil }),
};

function applied(file: WorkingCalendarFile, edit: CalendarEdit): WorkingCalendarFile {
  // Checked kind by kind in the table above; an index cannot carry that correlation.
  const change = changes[edit.type] as Change<CalendarEdit['type']>;
  return { ...file, ...change(file, edit) };
}

/**
 * The calendar after a change. Refused with what `readCalendar` finds wrong (overlapping hours or regimes, a date that
 * is none), and when no working time would be left in an ordinary week: no deadline could be found then.
 */
export function editCalendar(file: WorkingCalendarFile, edit: CalendarEdit): Result<WorkingCalendarFile> {
  const next = applied(file, edit);
  const reading = readCalendar(JSON.parse(calendarText(next)));
  const faults: FieldFault[] = reading.ok ? [] : reading.faults.map(({ path, words }) => ({ path, words }));
  if (Object.values(next.week).every((hours) => hours.length === 0)) faults.push(noHours);
  return faults.length === 0 ? ok(next) : refused('invalid', 'calendar-invalid', calendarInvalid, faults);
}

const calendarInvalid = {
  id: 'Kalender ini tidak dapat dipakai. Perbaiki yang disebut di bawah.',
  en: 'This calendar cannot be used. Put right what is named below.',
} as const;

const noHours: FieldFault = {
  path: 'week',
  words: {
    id: 'Minggu biasa harus memuat jam kerja; tanpa itu tidak ada tenggat yang dapat dihitung.',
    en: 'An ordinary week needs working hours; without them no deadline can be found.',
  },
};

/** A calendar as its file is written: the order of the schema, days by date, and only what says something. */
export function calendarText({ timeZone, knownUntil, week, regimes, closed }: WorkingCalendarFile): string {
  const days = closed.map(({ confirmed, ...day }) => (confirmed ? day : { ...day, confirmed }));
  return `${JSON.stringify({ timeZone, knownUntil, week, regimes, closed: days }, null, 1)}\n`;
}

/** The changes that lead from one calendar to another: to make them again on top of a third. */
export const editsOf = (diff: CalendarDiff): readonly CalendarEdit[] => [
  ...diff.removed.map((day): CalendarEdit => ({ type: 'remove-day', day })),
  ...diff.added.map((day): CalendarEdit => ({ type: 'put-day', day })),
  ...diff.changed.map(({ was, is }): CalendarEdit => ({ type: 'put-day', day: is, instead: was })),
  ...diff.regimesRemoved.map(({ name }): CalendarEdit => ({ type: 'remove-regime', name })),
  ...[...diff.regimesAdded, ...diff.regimesChanged.map(({ is }) => is)].map((regime): CalendarEdit => ({
    type: 'put-regime',
    regime,
  })),
  ...(diff.week ? [{ type: 'put-week' as const, week: diff.week.is }] : []),
  ...(diff.knownUntil ? [{ type: 'put-known-until' as const, knownUntil: diff.knownUntil.is }] : []),
];

/**
 * Days of one or several years, each year put anew. A regional holiday is not in the ministers' decree: it stays, unless
 * the days bring such.
 */
export function yearEdits(days: readonly ClosedDay[]): readonly CalendarEdit[] {
  const kinds = [...new Set(['national-holiday', 'joint-leave', ...days.map(({ kind }) => kind)] as const)];
  return [...Map.groupBy(days, ({ date }) => Number(date.slice(0, 4)))].map(([year, own]) => ({
    type: 'put-year',
    year,
    kinds,
    days: own,
  }));
}
