import * as fc from 'fast-check';
import { WEEKDAYS } from '../types.ts';
import type { PromisedTime, RegimeFile, WeekFile, WorkingCalendarFile } from '../index.ts';
import type { OracleQuestion } from './oracle.ts';

/** The year the random calendars and questions lie in. */
const YEAR_START = Temporal.PlainDate.from('2026-01-01');
const YEAR_SECONDS = 365 * 86_400;
const OFFSETS = ['+07:00', '+08:00', '+09:00', '+00:00', '-03:30'] as const;

const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Up to three intervals of a day, in order; some touch, some end at midnight. */
const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, i) =>
      [minutes[2 * i] ?? 0, minutes[2 * i + 1] ?? 0].map(time).join('-'),
    ),
  );

const usual = fc.constantFrom(
  ['07:30-12:00', '13:00-16:00'],
  ['07:30-11:30', '13:00-16:30'],
  ['08:00-12:00', '12:00-14:15'],
);
const hours = fc.oneof({ arbitrary: usual, weight: 3 }, { arbitrary: intervals, weight: 1 });

const someWeek: fc.Arbitrary<WeekFile> = fc
  .subarray([...WEEKDAYS], { minLength: 1 })
  .chain((days) => fc.tuple(...days.map((day) => hours.map((list) => [day, list] as const))))
  .map((entries) => Object.fromEntries(entries));

const usualWeek: fc.Arbitrary<WeekFile> = fc
  .tuple(usual, fc.constantFrom(5, 6))
  .map(([list, days]) => Object.fromEntries(WEEKDAYS.slice(0, days).map((day) => [day, list])));

const week = fc.oneof(someWeek, usualWeek);
const date = fc.integer({ min: -30, max: 500 }).map((days) => YEAR_START.add({ days }).toString());

/** Regimes one behind another, none over another. A regime may leave the office closed (an empty week). */
const regimes: fc.Arbitrary<RegimeFile[]> = fc
  .uniqueArray(fc.integer({ min: -20, max: 450 }), { minLength: 0, maxLength: 6 })
  .map((days) => days.toSorted((a, b) => a - b))
  .chain((days) =>
    fc.tuple(
      ...Array.from({ length: Math.floor(days.length / 2) }, (_, i) =>
        fc.oneof({ arbitrary: week, weight: 5 }, { arbitrary: fc.constant({}), weight: 1 }).map((hours) => ({
          name: `masa ${i + 1}`,
          from: YEAR_START.add({ days: days[2 * i] ?? 0 }).toString(),
          to: YEAR_START.add({ days: (days[2 * i + 1] ?? 0) - (i % 2) }).toString(),
          week: hours,
        })),
      ),
    ),
  )
  .map((list) => list.filter(({ from, to }) => from <= to));

/** Few now and then, so that questions also fall on weeks before and after all that is special. */
const closedDates = fc.oneof(fc.array(date, { maxLength: 40 }), fc.array(date, { maxLength: 3 }));

const closed = closedDates.map((dates) =>
  dates.map((day) => ({
    date: day,
    name: `libur ${day}`,
    kind: 'regional-holiday' as const,
    decree: null,
    confirmed: true,
  })),
);

export const calendarFile: fc.Arbitrary<WorkingCalendarFile> = fc.record({
  timeZone: fc.constantFrom('Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'),
  knownUntil: date,
  week,
  regimes,
  closed,
});

/** An instant so many seconds into the year, written in some offset. */
const instant = (second: number, offset: string): string =>
  Temporal.Instant.from(`${YEAR_START.toString()}T00:00:00Z`)
    .add({ seconds: second })
    .toString({ timeZone: offset === '+00:00' ? 'UTC' : offset });

const amount = (max: number): fc.Arbitrary<number> =>
  fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, { arbitrary: fc.integer({ min: 1, max }), weight: 3 });

export const promisedTime: fc.Arbitrary<PromisedTime> = fc.record({
  basis: fc.constantFrom('working', 'calendar', 'elapsed', 'unspecified'),
  months: fc.oneof(
    { arbitrary: fc.constant(0), weight: 3 },
    { arbitrary: fc.integer({ min: 1, max: 4 }), weight: 1 },
  ),
  days: fc.oneof(
    { arbitrary: amount(25), weight: 5 },
    { arbitrary: fc.integer({ min: 26, max: 60 }), weight: 1 },
  ),
  hours: amount(30),
  minutes: amount(120),
});

/** Seconds between the corners of a question; mostly hours and days, sometimes none. */
const gap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 200_000 }),
  fc.integer({ min: 1, max: 1_500_000 }),
);

/** A second of the year; often on the minute, where the borders of intervals lie. */
const second = fc.oneof(
  fc.integer({ min: 0, max: YEAR_SECONDS }),
  fc.integer({ min: 0, max: YEAR_SECONDS / 1800 }).map((halfHours) => halfHours * 1800),
);

/** Questions with pauses in order; the last one open now and then. */
export const question: fc.Arbitrary<OracleQuestion> = fc
  .record({
    received: second,
    offset: fc.constantFrom(...OFFSETS),
    promise: promisedTime,
    gaps: fc.array(fc.tuple(gap, gap), { maxLength: 3 }),
    open: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  })
  .map(({ received, offset, promise, gaps, open }) => {
    let at = received;
    const pauses = gaps.map(([before, length], i): readonly [string, string | null] => {
      const from = at + before;
      at = from + length;
      return [instant(from, offset), open && i === gaps.length - 1 ? null : instant(at, offset)];
    });
    return { received: instant(received, offset), promise, pauses };
  });

/** How many questions each random calendar is asked. */
const QUESTIONS_A_CALENDAR = 25;

/** How many random cases the comparison with the oracle takes; PENDOPO_CASES for long runs. */
const CASES = Number(process.env['PENDOPO_CASES'] ?? 10_000);

/** How many random calendars that are; and how many inputs every other property takes. */
export const CALENDARS = Math.ceil(CASES / QUESTIONS_A_CALENDAR);
export const INPUTS = Math.ceil(CASES / 20);

/** A calendar and what it is asked. */
export const scene = fc.tuple(
  calendarFile,
  fc.array(question, { minLength: QUESTIONS_A_CALENDAR, maxLength: QUESTIONS_A_CALENDAR }),
);
