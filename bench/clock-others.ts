/**
 * What others count working time with, asked the same as our clock, where their rules are ours: working days and working
 * minutes over one week with breaks and a list of holidays. They know no regime, so the calendar has none.
 * Both read the zone of the process; `bench/clock.ts` sets it.
 */
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import moment from 'moment';
import 'moment-business-time';
import { WEEKDAYS } from '../src/working-time/types.ts';
import type { WorkingCalendarFile } from '../src/working-time/index.ts';

/** A way to count on from an instant (milliseconds): so many working days (their date matters), or minutes. */
export interface Counter {
  readonly name: string;
  plusDays(instant: number, days: number): number;
  plusMinutes(instant: number, minutes: number): number;
}

const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const intervalsOf = (file: WorkingCalendarFile, i: number): readonly (readonly [string, string])[] =>
  (file.week[WEEKDAYS[i] ?? 'mon'] ?? []).map((interval) => [
    `${interval.slice(0, 5)}:00`,
    `${interval.slice(6)}:00`,
  ]);

export function dayjsCounter(file: WorkingCalendarFile): Counter {
  dayjs.extend(businessTime);
  dayjs.setHolidays(file.closed.map(({ date }) => date));
  const hours = DAY_NAMES.map((name, i) => {
    const intervals = intervalsOf(file, i).map(([start, end]) => ({ start, end }));
    return [name, intervals.length === 0 ? null : intervals] as const;
  });
  dayjs.setBusinessTime(Object.fromEntries(hours) as unknown as ReturnType<typeof dayjs.getBusinessTime>);
  return {
    name: 'dayjs-business-time',
    plusDays: (instant, days) => dayjs(instant).nextBusinessTime().addBusinessDays(days).valueOf(),
    plusMinutes: (instant, minutes) => dayjs(instant).addBusinessMinutes(minutes).valueOf(),
  };
}

/** What moment-business-time adds to a moment; it brings no types. */
interface BusinessMoment extends moment.Moment {
  nextWorkingTime(): BusinessMoment;
  isWorkingTime(): boolean;
  addWorkingTime(count: number, unit: 'days' | 'minutes'): BusinessMoment;
}

export function momentCounter(file: WorkingCalendarFile): Counter {
  const days = WEEKDAYS.map((_, i) => [(i + 1) % 7, intervalsOf(file, i).flat()] as const);
  const workinghours = Object.fromEntries(days.map(([day, list]) => [day, list.length === 0 ? null : list]));
  const locale = { workinghours, holidays: file.closed.map(({ date }) => date) };
  moment.updateLocale('en', locale);
  const opening = (instant: number): BusinessMoment => {
    const at = moment(instant) as BusinessMoment;
    return at.isWorkingTime() ? at : at.nextWorkingTime();
  };
  return {
    name: 'moment-business-time',
    plusDays: (instant, count) => opening(instant).addWorkingTime(count, 'days').valueOf(),
    plusMinutes: (instant, minutes) =>
      (moment(instant) as BusinessMoment).addWorkingTime(minutes, 'minutes').valueOf(),
  };
}
