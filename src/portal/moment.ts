/** What "now" is for an office, and deadlines as seen from it. Pure. */
import type { Service } from '../standard/index.ts';
import type { CalendarVersion } from '../standard/index.ts';
import { runningPromise } from '../request/index.ts';
import { computeDue, formatInstant } from '../working-time/index.ts';
import type { Due } from '../working-time/index.ts';
import type { Lang } from '../ui/index.ts';
import { frontWords } from './words/front.ts';

/** Now on an office's wall clock and working calendar. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly calendar: CalendarVersion;
  readonly timeZone: string;
  readonly local: Temporal.ZonedDateTime;
}

export function momentOf(calendar: CalendarVersion, now: Temporal.Instant): Moment {
  const { timeZone } = calendar.file;
  return { now, calendar, timeZone, local: now.toZonedDateTimeISO(timeZone) };
}

/** When a request received (or found complete) now would fall due; null where the calendar has no such day. */
export function dueIfNow(service: Service, moment: Moment): Due | null {
  const answer = computeDue(moment.calendar.calendar, {
    received: moment.now.toString(),
    promise: runningPromise(service),
  });
  return answer.ok ? answer.value : null;
}

/** An instant in words; "hari ini, 10.34 WIB" when it is today. */
export function instantWords(instant: string, moment: Moment, lang: Lang): string {
  const words = formatInstant(instant, moment.timeZone, lang);
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(moment.timeZone).toPlainDate();
  if (!day.equals(moment.local.toPlainDate())) return words;
  return `${frontWords[lang].todayShort}, ${words.slice(words.lastIndexOf(', ') + 2)}`;
}
