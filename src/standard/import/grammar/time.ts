/** The promised time of a decree: read by the clock's own parser, never guessed. Pure. */
import { readPromisedTime } from '../../../working-time/index.ts';
import type { PromisedTime } from '../../../working-time/index.ts';
import { withoutAges, withoutCitations } from './citations.ts';
import { inBothLanguages, saysTimeInEnglish, timeInIndonesian } from './english-time.ts';
import { readScannedFigures } from './scanned-figures.ts';
import { timePhrases } from './time-phrases.ts';
import { isAllWeek, saysOpenDoor } from './time-sense.ts';

export type TimeTrouble =
  | 'opening-hours'
  | 'always-open'
  | 'each'
  | 'left-out'
  | 'unread'
  | 'several'
  | 'open-basis'
  | 'open-hours'
  | 'about'
  | 'within-sentence'
  | 'scanned-figure'
  | 'abbreviated'
  | 'languages-differ';

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

/** Whether a text says when the door is open, and nothing else. */
export const isOpeningHours = (text: string): boolean =>
  (OPENING.test(text) || saysOpenDoor(text)) && timePhrases(withoutOpening(text)).entries.length === 0;

/** What a text under the heading of the promised time says. Hours of opening are no promise. */
export function readTime(printed: string): TimeReading {
  const figured = readScannedFigures(printed);
  const source = spelledOut(figured);
  const reading = saysTimeInEnglish(source) ? readEnglish(source) : readClean(source);
  if (reading.promise === null) return reading;
  const trouble: readonly TimeTrouble[] = [
    ...(figured === printed ? [] : ['scanned-figure' as const]),
    ...(source === figured ? [] : ['abbreviated' as const]),
  ];
  return { ...reading, trouble: [...reading.trouble, ...trouble] };
}

/**
 * "14 HK": the usual short form of "hari kerja", and in works contracts one of "hari kalender". Read as the first, and told.
 * The clock's own parser does not take it: there nobody compares.
 */
const spelledOut = (text: string): string =>
  text.replaceAll(/(?<=\d\s*(?:\([^)]{2,40}\)\s*)?)HK\b/g, ' hari kerja');

/**
 * What is said in both languages must be the same time in both. English is read as a whole or not at all: what guards the
 * times within sentences (deadlines before an event, validity) knows only Indonesian words.
 */
function readEnglish(source: string): TimeReading {
  const { indonesian, english } = inBothLanguages(source);
  if (!saysTime(indonesian)) return readCredible(timeInIndonesian(source));
  const [own, other] = [readClean(indonesian), readCredible(timeInIndonesian(english))];
  const [says, saysOther] = [own, other].map(({ promise, entries }) => JSON.stringify([promise, entries]));
  if (own.promise !== null && says === saysOther) return own;
  return {
    promise: null,
    entries: several([own, other].flatMap(allTimes)),
    trouble: ['languages-differ'],
    unread: null,
  };
}

const saysTime = (text: string): boolean => /\d|\b(?:menit|jam|hari|minggu|bulan)\b/i.test(text);

function readCredible(text: string): TimeReading {
  const whole = readWhole(text);
  if (whole.promise === null || isCredible(whole.promise)) return whole;
  return { promise: null, entries: [], trouble: ['unread'], unread: null };
}

const allTimes = ({ promise, entries }: TimeReading): readonly PromisedTime[] =>
  entries.length > 0 || promise === null ? entries : [promise];

function readClean(source: string): TimeReading {
  if (isOpeningHours(source)) return { promise: null, entries: [], trouble: ['opening-hours'], unread: null };
  const text = withoutCitations(source);
  if (OPENING.test(text)) return readClauses(withoutOpening(text), null);
  const whole = readWhole(text);
  if (saysAllWeek(text)) return readClauses(text, { ...whole, promise: null, entries: [] });
  return whole.promise && isCredible(whole.promise) ? whole : readClauses(text, whole);
}

/** Whether a text says "7 x 24 jam" as of a door: what the clock reads as a week, and hardly anybody promises. */
const saysAllWeek = (text: string): boolean =>
  [
    ...text.matchAll(
      /(?<!\d)(?:7|tujuh)\s*(?:\([^)]{2,40}\)\s*)?(?:x|×|kali)\s*24\s*(?:\([^)]{2,40}\)\s*)?jam/gi,
    ),
  ].some(({ 0: phrase, index }) =>
    isAllWeek({
      phrase,
      before: text.slice(0, index).replace(BOUND_BEFORE, 'dalam '),
      after: text.slice(index + phrase.length),
    }),
  );
const BOUND_BEFORE = /\b(?:paling\s+\p{L}+|maks\p{L}*\.?|selambat\S*(?:\s+\S+)?|kurang\s+dari)\s*$/iu;

/** The times of a text's clauses; `whole` is what its reading as a whole came to, where there was one. */
function readClauses(text: string, whole: TimeReading | null): TimeReading {
  const { entries, isAbout, isEach, refused } = timePhrases(withoutAges(text));
  const promise = longest(entries);
  if (promise && isCredible(promise))
    return {
      promise,
      entries: several(entries),
      trouble: [...troubles(promise, entries, isAbout, true), ...(isEach ? ['each' as const] : [])],
      unread: whole?.unread ?? null,
    };
  return {
    promise: null,
    entries: several((whole?.entries ?? entries).filter(isCredible)),
    trouble: [refused ?? (saysAllWeek(text) ? 'always-open' : 'unread')],
    unread: whole?.unread ?? null,
  };
}

/** The text without the clauses that say when the door is open. */
const withoutOpening = (text: string): string =>
  text
    .split(/(?<=;)|(?<=\.)(?=\s)/)
    .filter((clause) => !OPENING.test(clause))
    .join('');

function readWhole(text: string): TimeReading {
  const first = readPromisedTime(text);
  const { promise, entries, bound, unread } = first.promise === null ? readWithoutEnd(text, first) : first;
  if (promise === null) return { promise, entries, trouble: ['unread'], unread };
  return {
    promise,
    entries: several(entries),
    trouble: troubles(promise, entries, bound === 'about', false),
    unread: null,
  };
}

/** So many hours are a day and a night, or several days of an office: the text does not say which. */
const A_DAY = 24;

function troubles(
  promise: PromisedTime,
  entries: readonly PromisedTime[],
  isAbout: boolean,
  isWithinSentence: boolean,
): readonly TimeTrouble[] {
  const trouble: TimeTrouble[] = [];
  if (entries.length > 1) trouble.push('several');
  if (promise.basis === 'unspecified') trouble.push('open-basis');
  if (promise.basis === 'working' && promise.hours >= A_DAY) trouble.push('open-hours');
  if (isAbout) trouble.push('about');
  if (isWithinSentence) trouble.push('within-sentence');
  return trouble;
}

/** Time that elapses day and night cannot be compared with days of the office. */
function longest(entries: readonly PromisedTime[]): PromisedTime | null {
  const elapsed = entries.filter(({ basis }) => basis === 'elapsed').length;
  if (elapsed > 0 && elapsed < entries.length) return null;
  const [first = null] = entries.toSorted((a, b) => minutesOf(b) - minutesOf(a));
  return first;
}

/** Five days of an office are a week: so many days of the calendar for each of them. */
const WEEK = 7 / 5;
const OFFICE_DAY = 450;

/** Roughly how many minutes of the calendar, for comparing: N days of the office are never shorter than N days. */
function minutesOf({ basis, months, days, hours, minutes }: PromisedTime): number {
  const time = hours * 60 + minutes;
  if (basis !== 'working') return (months * 30 + days) * 1440 + time;
  return (months * 30 + (days + Math.floor(time / OFFICE_DAY)) * WEEK) * 1440 + (time % OFFICE_DAY);
}

/** No service takes longer: what does is a validity, an age or a year that lost its law. */
const MOST_MONTHS = 24;
const OFFICE_HOURS = 7.5;
const isCredible = ({ months, days, hours, minutes }: PromisedTime): boolean =>
  months + (days + (hours + minutes / 60) / OFFICE_HOURS) / 30 <= MOST_MONTHS;

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
