/** The one source of "now". Injected everywhere, so that tests and replays decide what time it is. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is moved; for tests and what-if replays. */
export class StandingClock implements Clock {
  #now: Temporal.Instant;

  constructor(now: Temporal.Instant | string) {
    this.#now = Temporal.Instant.from(now);
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  moveTo(now: Temporal.Instant | string): void {
    this.#now = Temporal.Instant.from(now);
  }
}
