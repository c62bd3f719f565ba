/** When visitors may take a number: while the counter is open, in its breaks, and shortly before. Pure. */
import type { Government } from '../../standard/index.ts';
import { isWorkingDay } from '../../working-time/index.ts';
import { counterIntervals } from '../../web/index.ts';
import type { Stretch } from '../../visits/index.ts';
import type { Moment } from '../moment.ts';

/** People stand at the door before it opens. */
export const MINUTES_BEFORE = 30;

/** Whether a number taken now will be called today. */
export function mayTakeNumber(government: Government, { calendar, local }: Moment): boolean {
  if (!isWorkingDay(calendar.calendar, local.toPlainDate())) return false;
  const today = counterIntervals(government, local.dayOfWeek);
  const [first, last] = [today[0], today.at(-1)];
  if (!first || !last) return false;
  const now = local.toPlainTime();
  const opens = Temporal.PlainTime.from(first.from).subtract({ minutes: MINUTES_BEFORE });
  const closes = Temporal.PlainTime.from(last.to);
  return Temporal.PlainTime.compare(opens, now) <= 0 && Temporal.PlainTime.compare(now, closes) < 0;
}

/** When the counter is open on this day; nothing on one that is no working day. */
export function openToday(government: Government, { calendar, local }: Moment): readonly Stretch[] {
  if (!isWorkingDay(calendar.calendar, local.toPlainDate())) return [];
  const at = (time: string): Temporal.Instant => local.withPlainTime(time).toInstant();
  return counterIntervals(government, local.dayOfWeek).map(({ from, to }) => ({
    from: at(from),
    to: at(to),
  }));
}
