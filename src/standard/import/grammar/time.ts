/** The promised time of a decree: read by the clock's own parser, never guessed. Pure. */
import { readPromisedTime } from '../../../working-time/index.ts';
import type { PromisedTime } from '../../../working-time/index.ts';

export type TimeTrouble = 'opening-hours' | 'unread' | 'several' | 'open-basis' | 'about';

export interface TimeReading {
  readonly promise: PromisedTime | null;
  /** All times of the text, where it names several. */
  readonly entries: readonly PromisedTime[];
  readonly trouble: readonly TimeTrouble[];
  readonly unread: string | null;
}

const DAY = "(?:senin|selasa|rabu|kamis|jum[’'`]?at|sabtu|minggu|ahad)";
const CLOCK = String.raw`(?:pukul|jam|pkl\.?)?\s*\d{1,2}[.:]\d{2}`;
const OPENING = new RegExp(
  String.raw`\b${DAY}\b[^;]{0,80}?${CLOCK}|${CLOCK}\s*(?:WIB|WITA|WIT)?\s*(?:s\.?\s?/?\s?d\.?|sampai|hingga|[-–—])\s*${CLOCK}`,
  'i',
);

/** What a text under the heading of the promised time says. Hours of opening are no promise. */
export function readTime(text: string): TimeReading {
  if (OPENING.test(text)) return { promise: null, entries: [], trouble: ['opening-hours'], unread: null };
  const reading = readPromisedTime(text);
  const { promise, entries, bound, unread } =
    reading.promise === null ? readWithoutEnd(text, reading) : reading;
  if (promise === null) return { promise, entries: several(entries), trouble: ['unread'], unread };
  const trouble: TimeTrouble[] = [];
  if (entries.length > 1) trouble.push('several');
  if (promise.basis === 'unspecified') trouble.push('open-basis');
  if (bound === 'about') trouble.push('about');
  return { promise, entries: several(entries), trouble, unread: null };
}

type Reading = ReturnType<typeof readPromisedTime>;

/** A full stop or semicolon at the end says nothing of a time. */
function readWithoutEnd(text: string, reading: Reading): Reading {
  const bare = text.replace(/[\s.;,]+$/, '');
  if (bare === text) return reading;
  const again = readPromisedTime(bare);
  return again.promise ? again : reading;
}

const several = (entries: readonly PromisedTime[]): readonly PromisedTime[] =>
  entries.length > 1 ? entries : [];
