import { civilOf, DAY_SECONDS, dayOf, daysInMonth, twoDigits } from './civil.ts';

const ZERO = 48;

/** The two digits at `at` as a number; NaN where they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The minutes of an offset that starts at `at`: none in `+07`, two digits in `+0700` and `+07:00`. */
function offsetMinutes(text: string, at: number): number {
  switch (text.length - at) {
    case 3:
      return 0;
    case 5:
      return pair(text, at + 3);
    case 6:
      return text[at + 3] === ':' ? pair(text, at + 4) : Number.NaN;
    default:
      return Number.NaN;
  }
}

/** Seconds east of UTC written from `at` to the end: `Z`, `+07:00`, `+0700`, `+07`; NaN for anything else. */
function readOffset(text: string, at: number): number {
  const sign = text[at];
  if (sign === 'Z' || sign === 'z') return text.length === at + 1 ? 0 : Number.NaN;
  if (sign !== '+' && sign !== '-') return Number.NaN;
  const hours = pair(text, at + 1);
  const minutes = offsetMinutes(text, at);
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (hours * 60 + minutes) * (sign === '-' ? -60 : 60);
}

/** Where a fraction of a second that starts at `at` ends. Fractions are read over: stamps are kept to the second. */
function skipFraction(text: string, at: number): number {
  if (text[at] !== '.' && text[at] !== ',') return at;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= ZERO + 9) end += 1;
  return end > at + 1 ? end : text.length;
}

/** Day number of the date at the start of the text; NaN where there is none. */
function leadingDate(text: string): number {
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  if (text[4] !== '-' || text[7] !== '-' || !(month >= 1 && month <= 12)) return Number.NaN;
  return day >= 1 && day <= daysInMonth(year, month) ? dayOf(year, month, day) : Number.NaN;
}

/**
 * Epoch seconds of an ISO 8601 date and time with an offset or `Z`; NaN for anything else, also for a time
 * without offset, which names no instant.
 */
export function readInstant(text: string): number {
  const separator = text[10];
  if ((separator !== 'T' && separator !== 't' && separator !== ' ') || text[13] !== ':') return Number.NaN;
  const hours = pair(text, 11);
  const minutes = pair(text, 14);
  const hasSeconds = text[16] === ':';
  const seconds = hasSeconds ? pair(text, 17) : 0;
  if (hours > 23 || minutes > 59 || seconds > 59) return Number.NaN;
  const offset = readOffset(text, hasSeconds ? skipFraction(text, 19) : 16);
  return leadingDate(text) * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds - offset;
}

/** `HH:MM:SS` of seconds since midnight. */
export const writeTime = (secondOfDay: number): string =>
  `${twoDigits(Math.floor(secondOfDay / 3600))}:${twoDigits(Math.floor(secondOfDay / 60) % 60)}:${twoDigits(secondOfDay % 60)}`;

/** `+07:00` of an offset in seconds, a whole number of minutes. */
export const writeOffset = (offset: number): string =>
  `+${twoDigits(Math.floor(offset / 3600))}:${twoDigits((offset / 60) % 60)}`;

/** `2026-12-04T16:00:00+07:00` of seconds on the wall clock of a zone east of UTC. */
export function writeInstant(wallSeconds: number, offsetText: string): string {
  const dayNumber = Math.floor(wallSeconds / DAY_SECONDS);
  const { year, month, day } = civilOf(dayNumber);
  const time = writeTime(wallSeconds - dayNumber * DAY_SECONDS);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${time}${offsetText}`;
}
