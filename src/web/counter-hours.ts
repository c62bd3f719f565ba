/** Counter hours in words: shorter than the working hours of the calendar, and said wherever somebody might come. Pure. */
import type { Government } from '../standard/index.ts';
import type { Weekday } from '../working-time/index.ts';
import { formatList } from '../ui/index.ts';
import type { Lang } from '../ui/index.ts';
import { counterHoursWords } from './words.ts';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** One stretch of a day, both as `HH:MM` on the office's wall. */
export interface CounterInterval {
  readonly from: string;
  readonly to: string;
}

/** The counter's intervals on an ISO weekday (1 = Monday), by the government's own week; holidays are for the caller. */
export function counterIntervals({ counter }: Government, isoWeekday: number): readonly CounterInterval[] {
  const weekday = WEEKDAYS[isoWeekday - 1];
  return (weekday ? (counter.week[weekday] ?? []) : []).map((text) => {
    const [from = '', to = ''] = text.split('-');
    return { from, to };
  });
}

/** Whether the counter is open at this moment of a working day. */
export function isCounterOpen(government: Government, local: Temporal.ZonedDateTime): boolean {
  const now = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return counterIntervals(government, local.dayOfWeek).some(({ from, to }) => from <= now && now < to);
}

/** `09:00` as it is said: "09.00" in Indonesian. */
const clockWords = (time: string, lang: Lang): string => (lang === 'id' ? time.replace(':', '.') : time);

/** "Senin–Kamis 08.00–12.00 dan 13.00–15.00; Jumat 08.00–11.00": days with the same hours taken together. */
function describeCounterHours(government: Government, lang: Lang): string {
  const groups: { first: number; last: number; hours: string }[] = [];
  for (let day = 1; day <= WEEKDAYS.length; day += 1) {
    const hours = hoursOn(government, day, lang);
    const group = groups.at(-1);
    if (hours === '') continue;
    if (group?.hours === hours && group.last === day - 1) group.last = day;
    else groups.push({ first: day, last: day, hours });
  }
  const { days } = counterHoursWords[lang];
  const span = (first: number, last: number): string =>
    [...new Set([days[first - 1] ?? '', days[last - 1] ?? ''])].join('–');
  return groups.map(({ first, last, hours }) => `${span(first, last)} ${hours}`).join('; ');
}

function hoursOn(government: Government, day: number, lang: Lang): string {
  const spans = counterIntervals(government, day).map(
    ({ from, to }) => `${clockWords(from, lang)}–${clockWords(to, lang)}`,
  );
  return formatList(spans, lang);
}

/** The same as a sentence. */
export const counterHoursLine = (government: Government, lang: Lang): string =>
  counterHoursWords[lang].open(describeCounterHours(government, lang));

/** The part of a counter's public page that says how many wait; the officer's page follows it. */
export const WAITING_PART = 'menunggu';
