import { dayAt } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { DAY_SECONDS, plusMonths, readDate } from './civil.ts';
import { readInstant } from './iso.ts';
import type { StepKind, StepOf } from './sentences.ts';
import type { DerivationStep, PromisedTime } from './types.ts';
import { isWorked, openingOf } from './working.ts';

/** From one wall-clock second up to, not including, another; `to` is NaN while it lasts. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is done at each kind of step. The others (days off, holidays, regimes) stand on the calendar by themselves. */
type Followers = { readonly [K in StepKind]?: (step: StepOf<K>) => void };

/** Follows a derivation with a pencil on a wall calendar: numbers the days, and rubs out what a pause puts off. */
export class Pencil {
  readonly #calendar: WorkingCalendar;
  #promise: PromisedTime | null = null;
  /** The day the months are over, and the days in the order in which they count; of elapsed time the instants. */
  #monthEnd: number | null = null;
  #counted: number[] = [];
  received = Number.NaN;
  start = Number.NaN;
  due: number | null = null;
  /** Working time that is counted by hours. */
  spans: Span[] = [];
  /** When the clock stood still, as moved into working hours. */
  readonly pauses: Span[] = [];

  readonly #followers: Followers = {
    received: ({ at }) => (this.received = this.start = this.#wall(at)),
    start: ({ at }) => (this.start = this.#wall(at)),
    promise: ({ promise }) => (this.#promise = promise),
    extended: ({ promise }) => (this.#promise = promise),
    months: ({ to }) => (this.#monthEnd = readDate(to)),
    'working-days': (step) => this.#countWorkingDays(step),
    'calendar-days': (step) => this.#countCalendarDays(step),
    'working-minutes': ({ from, to }) => this.spans.push({ from: this.#wall(from), to: this.#wall(to) }),
    elapsed: (step) => this.#countElapsed(step),
    pause: (step) => this.#pause(step),
    stopped: ({ from }) => this.#stop(this.#wall(from)),
    due: ({ at }) => (this.due = this.#wall(at)),
  };

  constructor(calendar: WorkingCalendar) {
    this.#calendar = calendar;
  }

  follow(step: DerivationStep): void {
    // The table gives each kind its own function; that this one fits this step is beyond what types can say.
    const follower = this.#followers[step.kind] as ((step: DerivationStep) => void) | undefined;
    follower?.(step);
  }

  get isElapsed(): boolean {
    return this.#promise?.basis === 'elapsed';
  }

  /** The number of each day that counts, from 1 on. */
  numbers(): ReadonlyMap<number, number> {
    return new Map(this.#counted.map((at, i) => [this.#dateOf(at), i + 1]));
  }

  /** How many months of the promise are over on a day, where they are. */
  monthsOver(day: number): number | null {
    const isOver = this.#monthEnd !== null && this.#dateOf(this.#monthEnd) === day;
    return isOver ? (this.#promise?.months ?? null) : null;
  }

  #wall(instant: string): number {
    return readInstant(instant) + this.#calendar.zone.offset;
  }

  #dateOf(at: number): number {
    return this.isElapsed ? dayAt(at) : at;
  }

  #countWorkingDays({ from, to }: StepOf<'working-days'>): void {
    for (let day = readDate(from) + 1; day <= readDate(to); day += 1) {
      if (isWorked(this.#calendar, day)) this.#counted.push(day);
    }
  }

  #countCalendarDays({ from, days }: StepOf<'calendar-days'>): void {
    // After a pause such a step only tells by how much the last day moved, which the pause has said.
    if (this.pauses.length > 0) return;
    for (let n = 1; n <= days; n += 1) this.#counted.push(readDate(from) + n);
  }

  #countElapsed({ from, promise }: StepOf<'elapsed'>): void {
    const received = this.#wall(from);
    const day = dayAt(received);
    const first = received + (plusMonths(day, promise.months) - day) * DAY_SECONDS;
    if (promise.months > 0) this.#monthEnd = first;
    for (let n = 1; n <= promise.days; n += 1) this.#counted.push(first + n * DAY_SECONDS);
  }

  #pause(step: StepOf<'pause'>): void {
    const pause = { from: this.#wall(step.countedFrom), to: this.#wall(step.countedTo) };
    if (pause.from === pause.to) return;
    this.pauses.push(pause);
    if (this.isElapsed) {
      this.#putOff(pause.from, pause.to - pause.from);
    } else if (step.movedDays !== null) {
      this.#putOff(dayAt(pause.from), step.movedDays);
      if (step.moves) this.spans = []; // the hours are told again, from their new base
    } else if (step.moves) {
      this.#rubOut(pause.from);
    }
  }

  /** The clock stands since an instant, and nobody knows until when. */
  #stop(from: number): void {
    const stop = this.isElapsed ? from : openingOf(this.#calendar, Math.max(from, this.start));
    this.pauses.push({ from: stop, to: Number.NaN });
    this.#rubOut(stop);
    if (this.#promise?.basis !== 'working') this.spans = [];
  }

  /** Everything counted after `from` comes later by `length` (both in days, or in seconds of elapsed time). */
  #putOff(from: number, length: number): void {
    const later = (at: number): number => (at > from ? at + length : at);
    this.#counted = this.#counted.map(later);
    if (this.#monthEnd !== null) this.#monthEnd = later(this.#monthEnd);
  }

  /** Takes back what was counted beyond an instant. */
  #rubOut(from: number): void {
    const last = this.isElapsed ? from : dayAt(from);
    this.#counted = this.#counted.filter((at) => at <= last);
    if (this.#monthEnd !== null && this.#monthEnd > last) this.#monthEnd = null;
    this.spans = this.spans
      .map((span) => ({ ...span, to: Math.min(span.to, from) }))
      .filter((span) => span.from < span.to);
  }
}
