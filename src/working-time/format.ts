import type { InstantLike } from './between.ts';
import { civilOf, DAY_SECONDS, readDate, twoDigits, weekdayOf } from './civil.ts';
import { readInstant } from './iso.ts';
import type { DayRun, Lang } from './types.ts';
import { findZone, findZoneByOffset } from './zones.ts';

const WEEKDAY_NAMES: Readonly<Record<Lang, readonly string[]>> = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const MONTH_NAMES: Readonly<Record<Lang, string>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  en: 'January February March April May June July August September October November December',
};

const monthName = (month: number, lang: Lang): string => MONTH_NAMES[lang].split(' ')[month - 1] ?? '';

const weekdayName = (dayNumber: number, lang: Lang): string =>
  WEEKDAY_NAMES[lang][weekdayOf(dayNumber)] ?? '';

/** "23 November 2026". */
const dateWords = (dayNumber: number, lang: Lang): string => {
  const { year, month, day } = civilOf(dayNumber);
  return `${day} ${monthName(month, lang)} ${year}`;
};

const fullDate = (dayNumber: number, lang: Lang): string =>
  `${weekdayName(dayNumber, lang)}, ${dateWords(dayNumber, lang)}`;

/** "10.15" in Indonesian, "10:15" in English. Seconds are left out. */
function timeWords(secondOfDay: number, lang: Lang): string {
  const hours = twoDigits(Math.floor(secondOfDay / 3600));
  return `${hours}${lang === 'id' ? '.' : ':'}${twoDigits(Math.floor(secondOfDay / 60) % 60)}`;
}

function instantWords(wall: number, zoneName: string, lang: Lang): string {
  const day = Math.floor(wall / DAY_SECONDS);
  return `${fullDate(day, lang)}, ${timeWords(wall - day * DAY_SECONDS, lang)} ${zoneName}`;
}

function secondsOf(instant: InstantLike): number {
  const seconds = readInstant(String(instant));
  if (Number.isNaN(seconds)) throw new RangeError(`not an instant with an offset: ${String(instant)}`);
  return seconds;
}

function dayNumberOf(date: string | Temporal.PlainDate): number {
  const day = readDate(String(date));
  if (Number.isNaN(day)) throw new RangeError(`not a date: ${String(date)}`);
  return day;
}

/**
 * An instant in words on the wall clock of a zone of Indonesia: "Senin, 23 November 2026, 10.15 WIB",
 * "Monday, 23 November 2026, 10:15 WIB". Throws a RangeError for what is no instant or no such zone.
 */
export function formatInstant(instant: InstantLike, timeZone: string, lang: Lang): string {
  const zone = findZone(timeZone);
  if (!zone) throw new RangeError(`not a zone of Indonesia: ${timeZone}`);
  return instantWords(secondsOf(instant) + zone.offset, zone.name, lang);
}

/** A date (`YYYY-MM-DD`) in words: "Senin, 23 November 2026". Throws a RangeError for what is no date. */
export const formatDate = (date: string | Temporal.PlainDate, lang: Lang): string =>
  fullDate(dayNumberOf(date), lang);

/** An instant in words, in the zone of Indonesia that its own offset names. */
export function formatOwnInstant(instant: string, lang: Lang): string {
  const offset = Number(instant.slice(-6, -3)) * 3600;
  return instantWords(secondsOf(instant) + offset, findZoneByOffset(offset)?.name ?? '', lang);
}

/** The time of day of an instant, on the clock of its own offset: "16.00". */
export const formatOwnTime = (instant: string, lang: Lang): string =>
  instant.slice(11, 16).replace(':', lang === 'id' ? '.' : ':');

/** The weekdays of a run: "Sabtu–Minggu", or "Minggu" alone. */
export function formatRunDays({ from, to }: DayRun, lang: Lang): string {
  const first = weekdayName(dayNumberOf(from), lang);
  return from === to ? first : `${first}–${weekdayName(dayNumberOf(to), lang)}`;
}

/** The dates of a run, as short as they can be: "28–29 November 2026", "31 Oktober–1 November 2026". */
export function formatRunDates({ from, to }: DayRun, lang: Lang): string {
  const end = dateWords(dayNumberOf(to), lang);
  if (from === to) return end;
  const [a, b] = [civilOf(dayNumberOf(from)), civilOf(dayNumberOf(to))];
  if (a.year !== b.year) return `${dateWords(dayNumberOf(from), lang)}–${end}`;
  return a.month === b.month ? `${a.day}–${end}` : `${a.day} ${monthName(a.month, lang)}–${end}`;
}
