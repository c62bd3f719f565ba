import type { Draft } from './promise-draft.ts';
import { PromiseParser } from './promise-parser.ts';
import type { CountedBasis } from './promise-parser.ts';
import type { UnreadReason, UnreadSpan } from './promise-times.ts';
import type { StartEvent } from './promise-tokens.ts';
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
  /** The time by which the text lets the promise be extended ("dan dapat diperpanjang 7 hari kerja"); not part of the promise. */
  readonly extension: PromisedTime | null;
  /** The words that could not be read, or contradict others; null where there are none. */
  readonly unread: string | null;
  /** Why the first of them could not be read; null where there are none. */
  readonly reason: UnreadReason | null;
}

type Bases = ReadonlySet<CountedBasis>;

/** No promise is this long: a longer text is not searched for one. */
const LONGEST = 2000;

/** Only hours and minutes, unmarked, are hours of the office; bare days, weeks and months stay unspecified. */
function basisOf(draft: Draft, bases: Bases): Basis {
  if (draft.elapsed) return 'elapsed';
  const [basis] = bases;
  if (basis) return basis;
  return draft.has('years', 'months', 'weeks', 'days') ? 'unspecified' : 'working';
}

const entryOf = (draft: Draft, bases: Bases): PromisedTime => ({
  basis: basisOf(draft, bases),
  ...draft.amounts,
});

/**
 * Two readings of one time, so none: "2×24 jam kerja"; "hari kerja … hari kalender"; "1 minggu kerja" (7 days, or the 5
 * or 6 of an office's week); "7 hari 24 jam" (a time, or hours of opening).
 */
function contradicts(draft: Draft, bases: Bases): boolean {
  if (bases.size > 1 || (draft.elapsed && bases.size > 0)) return true;
  if (bases.has('working') && draft.has('weeks')) return true;
  return draft.amounts.hours >= 24 && draft.has('years', 'months', 'weeks', 'days');
}

/** Roughly how long a promise is, in minutes: enough to tell whether a range runs upwards. */
const weightOf = ({ months, days, hours, minutes }: PromisedTime): number =>
  (months * 30 + days) * 1440 + hours * 60 + minutes;

/** A range whose ends count by different clocks, or whose second end is the shorter, is none that we can read. */
function isBadRange([first, second]: readonly PromisedTime[]): boolean {
  if (!first || !second) return false;
  return (first.basis === 'elapsed') !== (second.basis === 'elapsed') || weightOf(second) < weightOf(first);
}

/** The words at these places, neighbours joined, in the order of the text. */
function quote(text: string, spans: readonly UnreadSpan[]): string | null {
  const joined: { at: number; end: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, span.at).trim() === '') last.end = Math.max(last.end, span.end);
    else joined.push({ at: span.at, end: span.end });
  }
  const words = joined.map(({ at, end }) => text.slice(at, end).replaceAll(/\s+/g, ' ').trim());
  return words.length === 0 ? null : words.join(' … ');
}

function boundOf({ times, bound }: PromiseParser): PromiseReading['bound'] {
  if (times.isRange) return 'range';
  return bound ?? 'exact';
}

/** A text as it is read: without what cannot be seen, words parted at the end of a line put together again. */
const clean = (text: string): string =>
  text
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/(?<=[a-z])-[^\S\n]*\r?\n\s*(?=[a-z])/gi, (cut) => (/\n\s*\n/.test(cut) ? cut : ''));

/** What the text as a whole says against itself, however well its parts were read. */
function whyNoPromise(parser: PromiseParser): UnreadReason | null {
  const { times, bases, extensionBases } = parser;
  const { drafts, extension, isRange } = times;
  if (drafts.some((draft) => contradicts(draft, bases))) return 'contradiction';
  if (parser.isHalfBased) return 'contradiction';
  if (extension && contradicts(extension, extensionBases)) return 'contradiction';
  const entries = drafts.map((draft) => entryOf(draft, bases));
  if (isRange && isBadRange(entries)) return 'contradiction';
  // No time at all, or "0 menit", which is what a scanner left of one; a promise of nothing is said in words.
  return entries.every((entry) => weightOf(entry) === 0) && !parser.isSameDay ? 'nothing' : null;
}

/** Reads a text of a length that a promise can have. */
function read(text: string): PromiseReading {
  const parser = new PromiseParser(text.toLowerCase()).read();
  const { bases, extensionBases, starts } = parser;
  const { drafts, extension, unread: spans } = parser.times;
  const entries = drafts.map((draft) => entryOf(draft, bases));
  const why = whyNoPromise(parser);
  const unread = why === null ? quote(text, spans) : quote(text, [{ at: 0, end: text.length, reason: why }]);
  return {
    promise: unread === null ? (entries.at(-1) ?? null) : null,
    bound: boundOf(parser),
    entries,
    starts,
    extension: extension && entryOf(extension, extensionBases),
    unread,
    reason: spans[0]?.reason ?? why,
  };
}

/**
 * Reads a promised time as decrees print it: "10 (sepuluh) hari kerja", "2 x 24 jam", "½ jam", "1 s.d. 3 hari",
 * "paling lama 14 hari kerja sejak berkas lengkap", "4 Bulan 21 Hari 16 Jam (Hari kerja)". It never guesses:
 * where a word was not understood, or two say different things, `promise` is null, `unread` holds the words and
 * `reason` says why. Takes any text and never throws.
 */
export function readPromisedTime(text: string): PromiseReading {
  const cleaned = clean(text.slice(0, LONGEST));
  if (text.length <= LONGEST) return read(cleaned);
  return {
    promise: null,
    bound: 'exact',
    entries: [],
    starts: null,
    extension: null,
    unread: `${cleaned.slice(0, 60)}…`,
    reason: 'nothing',
  };
}
