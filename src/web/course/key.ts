/** What the marks of a course mean: only those that are there. Pure. */
import type { CourseKey, CourseMark } from '../../ui/index.ts';
import { describeLeftAmount, formatDate, formatInstant } from '../../working-time/index.ts';
import type { CourseDay, Left } from '../../working-time/index.ts';
import { holidayWords, hoursWords } from './day.ts';
import type { Sight } from './day.ts';
import { courseWords } from './words.ts';

const dayNumber = (instant: string): string => String(Number(instant.slice(8, 10)));

const entry = (sample: CourseMark & { readonly number?: string }, words: string): CourseKey => ({
  sample,
  words,
});

/** The key to a course, in the order in which one reads it; of holidays and special hours only those of the days in sight. */
export function keyOf(sight: Sight, inSight: readonly CourseDay[], left: Left | null): readonly CourseKey[] {
  const { lang } = sight;
  return [
    ...beginning(sight),
    ...counting(sight),
    ...daysOff(sight),
    ...office(inSight, sight),
    ...standing(sight),
    ...ending(sight),
    ...(left ? [{ words: courseWords[lang].key.stopped(describeLeftAmount(left, lang)) }] : []),
  ];
}

function beginning({ course, lang, timeZone }: Sight): readonly CourseKey[] {
  const { key, label } = courseWords[lang];
  const when = (instant: string): string => formatInstant(instant, timeZone, lang);
  const { received, start } = course;
  const receipt = entry(
    { ground: 'plain', shape: 'received', number: dayNumber(received), labels: [label.received] },
    key.received(when(received)),
  );
  if (start === received) return [receipt];
  const labels = start.slice(0, 10) === received.slice(0, 10) ? [] : [label.start];
  return [receipt, entry({ ground: 'plain', number: dayNumber(start), labels }, key.start(when(start)))];
}

/** The first day that is counted in a way stands for all of them. */
function counting({ course, basis, lang }: Sight): readonly CourseKey[] {
  const { key, label } = courseWords[lang];
  const { days } = course;
  const months = days.find((day) => day.months !== null);
  const first = days.find((day) => day.count !== null);
  const hours = days.find((day) => day.seconds !== null);
  const counted = (day: CourseDay | undefined, text: string, words: string): readonly CourseKey[] =>
    day ? [entry({ ground: 'counted', number: dayNumber(day.date), labels: [text] }, words)] : [];
  const minutes = Math.ceil((hours?.seconds ?? 0) / 60);
  return [
    ...counted(months, label.months(months?.months ?? 0), key.months),
    ...counted(first, label.count(first?.count ?? 0), key[basis === 'unspecified' ? 'calendar' : basis]),
    ...counted(hours, label.hours(Math.floor(minutes / 60), minutes % 60), key.hours),
  ];
}

/** What the office does on these days: special hours, and holidays one by one, each with the decree it rests on. */
export function office(days: readonly CourseDay[], sight: Sight): readonly CourseKey[] {
  const { basis, lang } = sight;
  const { label } = courseWords[lang];
  if (basis === 'elapsed') return [];
  const holidays = days.flatMap(({ date, closed }) =>
    closed.map((day) => {
      const labels = [day.kind === 'joint-leave' ? label.leave : label.holiday];
      const words = `${formatDate(date, lang)}: ${holidayWords(day, lang)}`;
      return entry({ ground: 'off', number: dayNumber(date), labels }, words);
    }),
  );
  return [...specialHours(days, sight), ...holidays];
}

function daysOff({ course, basis, lang }: Sight): readonly CourseKey[] {
  const dayOff = course.days.find(({ worked, closed }) => !worked && closed.length === 0);
  if (!dayOff || basis === 'elapsed') return [];
  return [entry({ ground: 'off', number: dayNumber(dayOff.date) }, courseWords[lang].key.off)];
}

function specialHours(days: readonly CourseDay[], { lang }: Sight): readonly CourseKey[] {
  const { key, label, or } = courseWords[lang];
  const withHours = days.flatMap(({ date, special }) => (special ? [{ date, ...special }] : []));
  return [...Map.groupBy(withHours, ({ name }) => name)].map(([name, own]) => {
    const kinds = new Set(own.map(({ hours }) => hoursWords(hours, lang)));
    const number = dayNumber(own[0]?.date ?? '');
    return entry({ ground: 'plain', number, sign: label.special }, key.special(name, [...kinds].join(or)));
  });
}

function standing({ course, lang }: Sight): readonly CourseKey[] {
  const { key, label } = courseWords[lang];
  const stood =
    course.days.find(({ stands }) => stands) ?? course.days.find(({ pauses }) => pauses.length > 0);
  const number = dayNumber(stood?.date ?? '');
  return stood ? [entry({ ground: 'paused', number, labels: [label.pause] }, key.pause)] : [];
}

function ending({ course: { due, days }, today, lang, timeZone }: Sight): readonly CourseKey[] {
  const { key, label } = courseWords[lang];
  const isSeen = today !== null && days.some(({ date }) => date.slice(0, 7) === today.slice(0, 7));
  const now = entry({ ground: 'plain', today: true, number: dayNumber(today ?? '') }, key.today);
  const shown = isSeen ? [now] : [];
  if (due === null) return shown;
  const sample = { ground: 'counted', shape: 'due', number: dayNumber(due), labels: [label.due] } as const;
  return [entry(sample, key.due(formatInstant(due, timeZone, lang))), ...shown];
}
