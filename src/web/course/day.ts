/** One day of a course: what is drawn of it, and the same in words. Pure. */
import type { CourseMark, CourseMonthDay, Lang } from '../../ui/index.ts';
import { formatDate, formatInstant } from '../../working-time/index.ts';
import type { Basis, ClosedDay, Course, CourseDay } from '../../working-time/index.ts';
import { courseWords } from './words.ts';

/** What every day of a course is drawn from. */
export interface Sight {
  readonly lang: Lang;
  readonly course: Course;
  readonly basis: Basis;
  readonly timeZone: string;
  /** `YYYY-MM-DD`; null where "today" says nothing, as on paper. */
  readonly today: string | null;
}

/** "Jumat, 25 Desember". */
const dayWords = (date: string, lang: Lang): string => formatDate(date, lang).replace(/ \d{4}$/, '');

/** "16.00 WIB". */
export const timeWords = (instant: string, { timeZone, lang }: Sight): string =>
  formatInstant(instant, timeZone, lang).replace(/^.*, /, '');

const isOn = (instant: string | null, date: string): instant is string =>
  instant !== null && instant.startsWith(date);

/** Time that elapses does so on holidays too: what the office does then is of no concern. */
const minds = ({ basis }: Sight): boolean => basis !== 'elapsed';

/** "08.00–12.00, 12.30–15.00". */
export const hoursWords = (hours: readonly string[], lang: Lang): string =>
  hours.map((span) => (lang === 'id' ? span.replaceAll(':', '.') : span).replace('-', '–')).join(', ');

/** "Hari Raya Natal (libur nasional; SKB 3 Menteri …; belum dipastikan)". */
export function holidayWords({ name, kind, decree, confirmed }: ClosedDay, lang: Lang): string {
  const words = courseWords[lang];
  const notes = [words.kind[kind], decree, confirmed ? null : words.unconfirmed];
  return `${name} (${notes.filter((note) => note !== null).join('; ')})`;
}

/** How a day is counted: its number, months that are over, hours. */
function countLabels({ count, months, seconds }: CourseDay, lang: Lang): readonly string[] {
  const { label } = courseWords[lang];
  const minutes = Math.ceil((seconds ?? 0) / 60);
  return [
    ...(months === null ? [] : [label.months(months)]),
    ...(count === null ? [] : [label.count(count)]),
    ...(seconds === null ? [] : [label.hours(Math.floor(minutes / 60), minutes % 60)]),
  ];
}

function labelsOf(day: CourseDay, sight: Sight): readonly string[] {
  const { course, lang } = sight;
  const { label } = courseWords[lang];
  const [holiday] = minds(sight) ? day.closed : [];
  const starts = isOn(course.start, day.date) && !isOn(course.received, day.date);
  return [
    ...(isOn(course.received, day.date) ? [label.received] : []),
    ...(starts ? [label.start] : []),
    ...(holiday ? [holiday.kind === 'joint-leave' ? label.leave : label.holiday] : []),
    ...countLabels(day, lang),
    ...(day.pauses.length > 0 ? [label.pause] : []),
    ...(isOn(course.due, day.date) ? [label.due] : []),
  ];
}

function groundOf(day: CourseDay, sight: Sight): CourseMark['ground'] {
  if (!day.worked && minds(sight)) return 'off';
  if (day.stands) return 'paused';
  return day.count === null && day.seconds === null && day.months === null ? 'plain' : 'counted';
}

function shapeOf({ date }: CourseDay, { course }: Sight): CourseMark['shape'] {
  if (isOn(course.due, date)) return 'due';
  return isOn(course.received, date) ? 'received' : undefined;
}

function eventsSaid({ date, pauses }: CourseDay, sight: Sight): readonly string[] {
  const { course, lang } = sight;
  const { said } = courseWords[lang];
  const at = (instant: string | null, words: (time: string) => string): readonly string[] =>
    isOn(instant, date) ? [words(timeWords(instant, sight))] : [];
  return [
    ...at(course.received, said.received),
    ...(course.start === course.received ? [] : at(course.start, said.start)),
    ...pauses.flatMap(({ from, to }) => [...at(from, said.pauseBegins), ...at(to, said.pauseEnds)]),
    ...at(course.due, said.due),
  ];
}

function countSaid({ count, months, seconds }: CourseDay, { basis, lang }: Sight): readonly string[] {
  const { said, label } = courseWords[lang];
  const minutes = Math.ceil((seconds ?? 0) / 60);
  const counted = basis === 'unspecified' ? said.calendar : said[basis];
  return [
    ...(months === null ? [] : [said.months(months)]),
    ...(count === null ? [] : [counted(count)]),
    ...(seconds === null ? [] : [said.hours(label.hours(Math.floor(minutes / 60), minutes % 60))]),
  ];
}

function officeSaid({ worked, closed, special }: CourseDay, sight: Sight): readonly string[] {
  if (!minds(sight)) return [];
  const { lang } = sight;
  const { said, kind } = courseWords[lang];
  if (special) return [said.special(special.name, hoursWords(special.hours, lang))];
  if (closed.length > 0) return closed.map((day) => `${kind[day.kind]}: ${day.name}`);
  return worked ? [] : [said.off];
}

/** A day between receipt and deadline. */
export function insideDay(day: CourseDay, sight: Sight): CourseMonthDay {
  const { lang, today } = sight;
  const { said, label } = courseWords[lang];
  const isToday = day.date === today;
  const parts = [
    ...officeSaid(day, sight),
    ...(day.stands ? [said.stands] : []),
    ...eventsSaid(day, sight),
    ...countSaid(day, sight),
    ...(isToday ? [said.today] : []),
  ];
  return {
    day: Number(day.date.slice(8)),
    ground: groundOf(day, sight),
    shape: shapeOf(day, sight),
    sign: day.special && minds(sight) ? label.special : undefined,
    labels: labelsOf(day, sight),
    words: parts.length === 0 ? dayWords(day.date, lang) : `${dayWords(day.date, lang)}: ${parts.join('; ')}`,
    today: isToday,
  };
}

/** A day of the same month before the receipt or after the deadline. */
export function outsideDay(date: string, { lang, today }: Sight): CourseMonthDay {
  const isToday = date === today;
  const words = dayWords(date, lang);
  return {
    day: Number(date.slice(8)),
    ground: 'outside',
    words: isToday ? `${words}: ${courseWords[lang].said.today}` : words,
    today: isToday,
  };
}
