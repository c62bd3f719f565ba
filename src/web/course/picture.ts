/** A deadline's way on a wall calendar: its months, and the key to their marks. */
import {
  course as pictured,
  courseKey,
  courseMonth,
  folded,
  html,
  monthName,
  months,
} from '../../ui/index.ts';
import type { Content, CourseMonthDay, Html, Lang } from '../../ui/index.ts';
import { dayByDay, describeDerivation } from '../../working-time/index.ts';
import type { CourseDay, DerivationStep, WorkingCalendar } from '../../working-time/index.ts';
import { insideDay, outsideDay } from './day.ts';
import type { Sight } from './day.ts';
import { keyOf } from './key.ts';
import { courseWords } from './words.ts';

/** A deadline that can be told: its steps, and the calendar they were found with. */
export interface Told {
  readonly lang: Lang;
  readonly derivation: readonly DerivationStep[];
  readonly calendar: WorkingCalendar;
  /** Marked where the picture shows it; left out on paper, which is read on other days. */
  readonly today?: Temporal.PlainDate;
}

/** This many months are shown side by side; of more, those between are folded behind their sum. */
const MOST_MONTHS = 3;
/** Of a promise over years the months between are told by their sum alone. */
const MOST_FOLDED = 12;

interface Month {
  readonly name: string;
  readonly days: readonly CourseDay[];
  readonly sum: string;
  readonly table: () => Html;
}

/** The steps in order, in words. */
export const derivationSteps = ({ derivation, lang }: Pick<Told, 'derivation' | 'lang'>): Html =>
  html`<ol>${describeDerivation(derivation, lang).map((line) => html`<li>${line}</li>`)}</ol>`;

/** The months from receipt to deadline; nothing before the clock has started. */
export function coursePicture(told: Told): Content {
  const { derivation, lang } = told;
  const promise = derivation.find((step) => step.kind === 'promise');
  if (!promise) return null;
  const course = dayByDay(told.calendar, derivation, told.today?.toString());
  const sight: Sight = {
    lang,
    course,
    basis: promise.promise.basis,
    timeZone: told.calendar.timeZone,
    today: told.today?.toString() ?? null,
  };
  const stopped = derivation.find((step) => step.kind === 'stopped');
  const provisional = derivation.filter((step) => step.kind === 'provisional');
  const notes = describeDerivation(provisional, lang).map((words) => ({ words }));
  return pictured(shownMonths(sight), courseKey([...keyOf(sight, stopped?.left ?? null), ...notes]));
}

function shownMonths(sight: Sight): Content {
  const all = monthsOf(sight);
  if (all.length <= MOST_MONTHS) return months(...all.map(({ table }) => table()));
  const [first, ...rest] = all;
  const between = rest.slice(0, -1);
  return [
    months(first?.table()),
    between.length <= MOST_FOLDED
      ? folded({ summary: sumOf(between, sight), children: months(...between.map(({ table }) => table())) })
      : html`<p class="course-between">${sumOf(between, sight)}</p>`,
    months(rest.at(-1)?.table()),
  ];
}

const numbersIn = (days: readonly CourseDay[]): readonly number[] =>
  days.flatMap(({ count }) => (count === null ? [] : [count]));

function sumWords(days: readonly CourseDay[], lang: Lang): string {
  const numbers = numbersIn(days);
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === undefined || last === undefined ? '' : courseWords[lang].sum(first, last);
}

const sumOf = (between: readonly Month[], { lang }: Sight): string =>
  courseWords[lang].between(
    between[0]?.name ?? '',
    between.at(-1)?.name ?? '',
    sumWords(
      between.flatMap(({ days }) => days),
      lang,
    ),
  );

function monthsOf(sight: Sight): readonly Month[] {
  const { lang, course } = sight;
  const groups = Map.groupBy(course.days, ({ date }) => date.slice(0, 7));
  return [...groups].map(([yearMonth, days]) => {
    const { year, month } = Temporal.PlainYearMonth.from(yearMonth);
    const sum = sumWords(days, lang);
    return {
      name: `${monthName(month, lang)} ${year}`,
      days,
      sum,
      table: () => courseMonth({ lang, year, month, sum, days: wholeMonth(yearMonth, days, sight) }),
    };
  });
}

/** All days of a month: those of the course, and the others around them. */
function wholeMonth(yearMonth: string, days: readonly CourseDay[], sight: Sight): readonly CourseMonthDay[] {
  const inside = new Map(days.map((day) => [day.date, day]));
  const { daysInMonth } = Temporal.PlainYearMonth.from(yearMonth);
  return Array.from({ length: daysInMonth }, (_, at) => {
    const date = `${yearMonth}-${String(at + 1).padStart(2, '0')}`;
    const day = inside.get(date);
    return day ? insideDay(day, sight) : outsideDay(date, sight);
  });
}

/** The steps in words, then the same on a wall calendar. */
export const deadlineTold = (told: Told): Content =>
  told.derivation.length > 0 && [
    derivationSteps(told),
    html`<h3>${courseWords[told.lang].title}</h3>`,
    coursePicture(told),
  ];
