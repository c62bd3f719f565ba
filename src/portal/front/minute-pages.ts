import type { Html } from '../../ui/index.ts';

interface Kept {
  readonly stamp: string;
  readonly minute: number;
  readonly main: Html;
}

/**
 * Insides of pages that are the same for everybody within a minute and between two publications. Deadlines shown on
 * them move by the minute; definitions move when something is published. Bounded by the number of names.
 */
export class MinutePages {
  readonly #pages = new Map<string, Kept>();

  /** The page of this name, made anew when its minute or its definitions have passed. */
  get(name: string, stamp: string, now: Temporal.Instant, make: () => Html): Html {
    const minute = Math.floor(now.epochMilliseconds / 60_000);
    const kept = this.#pages.get(name);
    if (kept?.stamp === stamp && kept.minute === minute) return kept.main;
    const main = make();
    this.#pages.set(name, { stamp, minute, main });
    return main;
  }
}
