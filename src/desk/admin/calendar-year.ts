/** A year of a working calendar, day by day, as people read it. Pure. */
import type { ClosedDay, RegimeFile, Weekday, WorkingCalendarFile } from '../../working-time/index.ts';

/** Monday first, as the calendar's file names them. */
export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface YearDay {
  readonly date: Temporal.PlainDate;
  readonly worked: boolean;
  /** Why it is not worked beyond the week: holidays of that day, mostly none. */
  readonly closed: readonly ClosedDay[];
  /** The hours that replace those of the week, where there are such. */
  readonly regime: RegimeFile | null;
}

const plain = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

/** Dates as `YYYY-MM-DD` compare as texts. */
const covers = ({ from, to }: RegimeFile, iso: string): boolean => from <= iso && iso <= to;

function dayOf(file: WorkingCalendarFile, date: Temporal.PlainDate): YearDay {
  const iso = date.toString();
  const closed = file.closed.filter((day) => day.date === iso);
  // The last one counts where two overlap, as when deadlines are computed.
  const regime = file.regimes.findLast((one) => covers(one, iso)) ?? null;
  const weekday = WEEK[date.dayOfWeek - 1] ?? 'sun';
  const hours = (regime?.week ?? file.week)[weekday] ?? [];
  return { date, worked: closed.length === 0 && hours.length > 0, closed, regime };
}

/** The twelve months of a year, each with all its days. */
export function monthsOf(file: WorkingCalendarFile, year: number): readonly (readonly YearDay[])[] {
  return Array.from({ length: 12 }, (_, at) => {
    const first = Temporal.PlainDate.from({ year, month: at + 1, day: 1 });
    return Array.from({ length: first.daysInMonth }, (_unused, days) => dayOf(file, first.add({ days })));
  });
}

/** Years for which anything is entered, and the present one, in order. */
export function yearsOf(file: WorkingCalendarFile, present: number): readonly number[] {
  const dates = [
    ...file.closed.map(({ date }) => date),
    ...file.regimes.flatMap(({ from, to }) => [from, to]),
  ];
  return [...new Set([present, ...dates.map((date) => plain(date).year)])].sort((one, other) => one - other);
}

/** Closed days of a year in order of date. */
export const closedIn = (file: WorkingCalendarFile, year: number): readonly ClosedDay[] =>
  file.closed
    .filter(({ date }) => plain(date).year === year)
    .toSorted((one, other) => one.date.localeCompare(other.date));

/** Special hours that hold on any day of a year. */
export const regimesIn = (file: WorkingCalendarFile, year: number): readonly RegimeFile[] =>
  file.regimes.filter(({ from, to }) => plain(from).year <= year && plain(to).year >= year);
