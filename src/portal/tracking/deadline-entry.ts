/** A deadline as an entry for the applicant's own calendar (iCalendar, RFC 5545). Pure. */
import { isEnded } from '../../request/index.ts';
import type { TrackingView } from '../../request/index.ts';
import { formatInstant } from '../../working-time/index.ts';
import type { Lang } from '../../ui/index.ts';
import { trackWords } from '../words/track.ts';

/** The deadline that lies ahead (ISO instant); null while the clock stands, when it has passed or the request has ended. */
export const findDeadlineAhead = ({ state, timeLeft }: TrackingView): string | null =>
  isEnded(state.status) || timeLeft?.late === true ? null : state.due;

export interface EntryFacts {
  readonly lang: Lang;
  readonly number: string;
  readonly service: string;
  readonly office: string;
  /** ISO instant. */
  readonly due: string;
  readonly timeZone: string;
  /** Whole address of the request's page. */
  readonly address: string;
  readonly now: Temporal.Instant;
  /** Of the request: a file fetched later replaces the entry of an earlier one. */
  readonly version: number;
}

/** "20261207T090000Z". */
const utc = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

/** Backslash, comma, semicolon and line break have a meaning of their own (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\,;]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);

/** Longest line in octets, its end not counted (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** A line cut into pieces that fit; a piece goes on after a line break and a blank, never inside a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > MOST_OCTETS) {
      pieces.push(piece);
      piece = ' ';
    }
    piece += character;
  }
  return [...pieces, piece].join('\r\n');
}

/** The file. Its entry takes up no time. */
export function deadlineEntry(facts: EntryFacts): string {
  const { lang, number, service, office, due, timeZone, address, now, version } = facts;
  const words = trackWords[lang].entry;
  const when = formatInstant(due, timeZone, lang);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pendopo//Tenggat//ID',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${number}@pendopo`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(Temporal.Instant.from(due))}`,
    `SUMMARY:${escaped(words.summary(service))}`,
    `DESCRIPTION:${escaped(words.description(number, office, when))}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
