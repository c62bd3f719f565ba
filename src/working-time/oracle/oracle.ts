/*
 * The rules of the clock a second time, for tests only: written from their text, minute by minute over the wall
 * clock, with Temporal for dates. Slow on purpose, and sharing nothing with the room but the file format.
 */
import type { PromisedTime, WorkingCalendarFile } from '../index.ts';

const MINUTE = 60;
const MINUTES_A_DAY = 1440;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

export interface OracleQuestion {
  readonly received: string;
  readonly promise: PromisedTime;
  readonly pauses: readonly (readonly [string, string | null])[];
}

export interface OracleAnswer {
  /** Wall-clock time `YYYY-MM-DDTHH:MM:SS`, or null while an open pause stops the clock. */
  readonly due: string | null;
  /** What is left in the promise's own unit: days, or seconds for units of minutes. */
  readonly left: number | null;
}

interface WallPause {
  readonly from: number;
  readonly to: number | null;
}

const dayOf = (second: number): number => Math.floor(second / MINUTE / MINUTES_A_DAY);

const secondsOf = ({ hours, minutes }: PromisedTime): number => (hours * 60 + minutes) * MINUTE;

/** Which minutes of a day are worked: closed days beat regimes, regimes beat the week. */
function minutesOf(file: WorkingCalendarFile, date: Temporal.PlainDate): Uint8Array {
  const worked = new Uint8Array(MINUTES_A_DAY);
  const text = date.toString();
  if (file.closed.some((closed) => closed.date === text)) return worked;
  const regime = file.regimes.find(({ from, to }) => from <= text && text <= to);
  const week = regime ? regime.week : file.week;
  for (const interval of week[WEEK[date.dayOfWeek - 1] ?? 'mon'] ?? []) {
    const [start = 0, end = 0] = interval.split('-').map((time) => {
      const [hours, minutes] = time.split(':').map(Number);
      return (hours ?? 0) * 60 + (minutes ?? 0);
    });
    worked.fill(1, start, end);
  }
  return worked;
}

interface WalkedDay {
  readonly day: number;
  /** 1 for each minute that is worked. */
  readonly minutes: Uint8Array;
  readonly isWorked: boolean;
}

export class Oracle {
  readonly #file: WorkingCalendarFile;
  readonly #days = new Map<number, WalkedDay>();
  /** The day looked at last: a walk asks for the same one a thousand times. */
  #last: WalkedDay = { day: Number.NaN, minutes: new Uint8Array(), isWorked: false };

  constructor(file: WorkingCalendarFile) {
    this.#file = file;
  }

  #day(day: number): WalkedDay {
    if (this.#last.day === day) return this.#last;
    let known = this.#days.get(day);
    if (!known) {
      const minutes = minutesOf(this.#file, EPOCH.add({ days: day }));
      known = { day, minutes, isWorked: minutes.includes(1) };
      this.#days.set(day, known);
    }
    this.#last = known;
    return known;
  }

  #worksAt(second: number): boolean {
    const minute = Math.floor(second / MINUTE);
    const day = Math.floor(minute / MINUTES_A_DAY);
    return this.#day(day).minutes[minute - day * MINUTES_A_DAY] === 1;
  }

  #isWorkingDay(day: number): boolean {
    return this.#day(day).isWorked;
  }

  /** The next minute; of a day without work, the next midnight. */
  #next(second: number): number {
    const day = dayOf(second);
    if (!this.#isWorkingDay(day)) return (day + 1) * MINUTES_A_DAY * MINUTE;
    return (Math.floor(second / MINUTE) + 1) * MINUTE;
  }

  #opening(second: number): number {
    let t = second;
    while (!this.#worksAt(t)) t = this.#next(t);
    return t;
  }

  #close(day: number): number {
    return (day * MINUTES_A_DAY + this.#day(day).minutes.lastIndexOf(1) + 1) * MINUTE;
  }

  /** Walks until so many working seconds have passed. */
  #walk(from: number, seconds: number): number {
    let t = from;
    let remaining = seconds;
    while (remaining > 0) {
      const next = this.#next(t);
      const step = this.#worksAt(t) ? Math.min(next - t, remaining) : 0;
      remaining -= step;
      t = remaining === 0 ? t + step : next;
    }
    return t;
  }

  /** Working seconds from one instant to a later one, minute by minute. */
  #worked(from: number, to: number): number {
    let sum = 0;
    for (let t = from; t < to;) {
      const next = Math.min(this.#next(t), to);
      if (this.#worksAt(t)) sum += next - t;
      t = next;
    }
    return sum;
  }

  #nthWorkingDayAfter(day: number, n: number): number {
    let at = day;
    for (let counted = 0; counted < n;) {
      at += 1;
      if (this.#isWorkingDay(at)) counted += 1;
    }
    return at;
  }

  #roll(day: number): number {
    let at = day;
    while (!this.#isWorkingDay(at)) at += 1;
    return at;
  }

  #wall(iso: string): number {
    const local = Temporal.Instant.from(iso).toZonedDateTimeISO(this.#file.timeZone).toPlainDateTime();
    return local.toZonedDateTime('UTC').epochMilliseconds / 1000;
  }

  #text(second: number): string {
    const local = Temporal.Instant.fromEpochMilliseconds(second * 1000)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime();
    return local.toString({ smallestUnit: 'second' });
  }

  answer({ received, promise, pauses }: OracleQuestion): OracleAnswer {
    const walls = pauses.map(([from, to]) => ({
      from: this.#wall(from),
      to: to === null ? null : this.#wall(to),
    }));
    if (promise.basis === 'elapsed') return this.#elapsed(received, promise, walls);
    return this.#counted(this.#wall(received), promise, walls);
  }

  #elapsed(received: string, promise: PromisedTime, pauses: readonly WallPause[]): OracleAnswer {
    const zoned = Temporal.Instant.from(received).toZonedDateTimeISO(this.#file.timeZone);
    const later = zoned.add({ months: promise.months }).add({
      hours: promise.days * 24 + promise.hours,
      minutes: promise.minutes,
    });
    let due = this.#wall(later.toInstant().toString());
    for (const { from, to } of pauses) {
      if (from >= due) continue;
      if (to === null) return { due: null, left: due - from };
      due += to - from;
    }
    return { due: this.#text(due), left: null };
  }

  #counted(received: number, promise: PromisedTime, pauses: readonly WallPause[]): OracleAnswer {
    const s = this.#opening(received);
    let d2 = this.#lastDay(s, promise);
    let due = this.#finish(d2, s, promise);
    for (const { from, to } of pauses) {
      if (from >= due) continue;
      const p = this.#opening(Math.max(from, s));
      const left = this.#left(p, d2, due, promise);
      if (to === null) return { due: null, left: Math.max(0, left) };
      const q = this.#opening(Math.max(to, s));
      if (promise.basis === 'working' && secondsOf(promise) > 0) {
        due = this.#walk(q, left);
        continue;
      }
      d2 = promise.basis === 'working' ? this.#nthWorkingDayAfter(dayOf(q), left) : d2 + dayOf(q) - dayOf(p);
      due = this.#finish(d2, s, promise);
    }
    return { due: this.#text(due), left: null };
  }

  /** D2, for calendar days before it is rolled. */
  #lastDay(s: number, { basis, months, days }: PromisedTime): number {
    const start = EPOCH.add({ days: dayOf(s) });
    const d1 = dayOf(s) + start.until(start.add({ months }), { largestUnit: 'days' }).days;
    if (basis !== 'working') return d1 + days;
    return days === 0 ? this.#roll(d1) : this.#nthWorkingDayAfter(d1, days);
  }

  #finish(d2: number, s: number, promise: PromisedTime): number {
    const day = this.#roll(d2);
    if (secondsOf(promise) === 0) return this.#close(day);
    const sameTime = s - dayOf(s) * MINUTES_A_DAY * MINUTE + day * MINUTES_A_DAY * MINUTE;
    return this.#walk(this.#opening(sameTime), secondsOf(promise));
  }

  /** Working seconds, working days or calendar days left at p. */
  #left(p: number, d2: number, due: number, promise: PromisedTime): number {
    if (promise.basis !== 'working') return d2 - dayOf(p);
    if (secondsOf(promise) > 0) return this.#worked(p, due);
    let days = 0;
    for (let day = dayOf(p) + 1; day <= d2; day += 1) if (this.#isWorkingDay(day)) days += 1;
    return days;
  }
}
