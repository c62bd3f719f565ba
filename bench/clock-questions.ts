/** The questions that the benchmark of the clock asks: mixed promises, the same in every run. */
import { readFileSync } from 'node:fs';
import { compileCalendar, readCalendar } from '../src/working-time/index.ts';
import type { PromisedTime, WorkingCalendar, WorkingCalendarFile } from '../src/working-time/index.ts';

/** Klaten's calendar: five days a week, a regime for each Ramadan, the holidays of three years. */
export const CALENDAR_PATH = 'test/clock/klaten.calendar.json';

export function calendarFile(): WorkingCalendarFile {
  const read = readCalendar(
    JSON.parse(readFileSync(new URL(`../${CALENDAR_PATH}`, import.meta.url), 'utf8')),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

export const calendar = (): WorkingCalendar => compileCalendar(calendarFile());

/** Numbers from 0 up to 1, always the same ones (Park and Miller, 1988). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export interface ClockQuestion {
  readonly received: string;
  readonly seconds: number;
  readonly promise: PromisedTime;
}

const time = (part: Partial<PromisedTime>): PromisedTime => ({
  basis: 'working',
  months: 0,
  days: 0,
  hours: 0,
  minutes: 0,
  ...part,
});

/** One promise of each sort that decrees make; the figures vary from question to question. */
const SORTS: readonly ((upTo: (most: number) => number) => PromisedTime)[] = [
  (upTo) => time({ days: 1 + upTo(60) }),
  (upTo) => time({ days: 1 + upTo(20), hours: upTo(7), minutes: 1 + upTo(59) }),
  (upTo) => time({ minutes: 1 + upTo(240) }),
  (upTo) => time({ months: 1 + upTo(4), days: upTo(25), hours: 16 }),
  (upTo) => time({ basis: 'calendar', days: 1 + upTo(30) }),
  (upTo) => time({ basis: 'unspecified', months: 1 + upTo(6) }),
  (upTo) => time({ basis: 'elapsed', hours: 24 * (1 + upTo(3)) }),
  () => time({}),
];

/** 2026-01-01T00:00:00+07:00 and the seconds up to the end of 2026. */
const FIRST_SECOND = 1_767_200_400;
const YEAR_SECONDS = 365 * 86_400;

/** An instant in WIB, as a client would write it. */
export function isoOf(seconds: number): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
  return instant.toString({ timeZone: 'Asia/Jakarta' });
}

export function questions(count: number): readonly ClockQuestion[] {
  const chance = chances(20_261_122);
  const upTo = (most: number): number => Math.floor(chance() * most);
  return Array.from({ length: count }, (_, i) => {
    const seconds = FIRST_SECOND + upTo(YEAR_SECONDS);
    const sort = SORTS[i % SORTS.length] ?? (() => time({}));
    return { seconds, received: isoOf(seconds), promise: sort(upTo) };
  });
}
