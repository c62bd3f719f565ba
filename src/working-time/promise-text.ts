import { PromiseParser } from './promise-parser.ts';
import type { Draft, Span } from './promise-parser.ts';
import type { StartEvent, Unit } from './promise-tokens.ts';
import type { Basis, PromisedTime } from './types.ts';

/** What a printed promise says. */
export interface PromiseReading {
  /** The promised time, of a range the longest; null unless the *whole* text was understood. */
  readonly promise: PromisedTime | null;
  readonly bound: 'exact' | 'at-most' | 'range' | 'about';
  /** Every time the text names, in its order: both ends of a range; also what could be read of a text that as a whole could not. */
  readonly entries: readonly PromisedTime[];
  /** The event the text lets the clock start at, where it says so. */
  readonly starts: StartEvent | null;
  /** The words that could not be read, or contradict others; null where there are none. */
  readonly unread: string | null;
}

/** Only hours and minutes, unmarked, are hours of the office; bare days, weeks and months stay unspecified. */
function basisOf({ units, elapsed }: Draft, bases: ReadonlySet<'working' | 'calendar'>): Basis {
  if (elapsed) return 'elapsed';
  const [basis] = bases;
  if (basis) return basis;
  const long: readonly Unit[] = ['years', 'months', 'weeks', 'days'];
  return long.some((unit) => units.has(unit)) ? 'unspecified' : 'working';
}

/** "2×24 jam kerja", "1 hari 2×24 jam", "hari kerja … hari kalender": two readings, so none. */
function contradicts({ units, elapsed }: Draft, bases: ReadonlySet<'working' | 'calendar'>): boolean {
  if (bases.size > 1) return true;
  return elapsed && (bases.size > 0 || [...units].some((unit) => unit !== 'hours' && unit !== 'minutes'));
}

/** "2×24 jam s.d. 3 hari": ends of a range that are counted by different clocks cannot be compared. */
const mixesElapsed = (entries: readonly PromisedTime[]): boolean =>
  entries.some(({ basis }) => basis === 'elapsed') && entries.some(({ basis }) => basis !== 'elapsed');

/** Roughly how long a promise is, in minutes: enough to tell the longer end of a range. */
function weightOf({ basis, months, days, hours, minutes }: PromisedTime): number {
  const [daysAMonth, minutesADay] = basis === 'working' ? [21, 450] : [30, 1440];
  return (months * daysAMonth + days) * minutesADay + hours * 60 + minutes;
}

/** The words at these places, neighbours joined, in the order of the text. */
function quote(text: string, spans: readonly Span[]): string | null {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.at - b.at)) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, span.at).trim() === '')
      joined.splice(-1, 1, { at: last.at, end: Math.max(last.end, span.end) });
    else joined.push(span);
  }
  const words = joined.map(({ at, end }) => text.slice(at, end).replaceAll(/\s+/g, ' ').trim());
  return words.length === 0 ? null : words.join(' … ');
}

function boundOf({ isRange, bound }: PromiseParser): PromiseReading['bound'] {
  if (isRange) return 'range';
  return bound ?? 'exact';
}

/**
 * Reads a promised time as decrees print it: "10 (sepuluh) hari kerja", "2 x 24 jam", "½ jam", "1 s.d. 3 hari",
 * "paling lama 14 hari kerja sejak berkas lengkap", "4 Bulan 21 Hari 16 Jam (Hari kerja)". It never guesses:
 * where a word was not understood, or two say different things, `promise` is null and `unread` holds the words.
 */
export function readPromisedTime(text: string): PromiseReading {
  const parser = new PromiseParser(text);
  const drafts = parser.read();
  const entries = drafts.map((draft) => ({ basis: basisOf(draft, parser.bases), ...draft.amounts }));
  const contradictions = drafts.filter((draft) => contradicts(draft, parser.bases));
  const unclear = contradictions.length > 0 || mixesElapsed(entries) || drafts.length === 0;
  const unread = quote(text, unclear ? [{ at: 0, end: text.length }] : parser.unread);
  const [longest = null] = entries.toSorted((a, b) => weightOf(b) - weightOf(a));
  return {
    promise: unread === null ? longest : null,
    bound: boundOf(parser),
    entries,
    starts: parser.starts,
    unread,
  };
}
