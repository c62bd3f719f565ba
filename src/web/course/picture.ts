/** A deadline's way on a wall calendar: its months, and the key to their marks. */
import {
  course as pictured,
  courseKey,
  courseMonth,
  courseSteps,
  courseTitle,
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
import { keyOf, office } from './key.ts';
import { courseWords } from './words.ts';

/** A deadline that can be told: its steps, and the calendar they were found with. */
export interface Told {
  readonly lang: Lang;
  readonly derivation: readonly DerivationStep[];
  readonly calendar: WorkingCalendar;
  /** Marked where the picture shows it; left out on paper, which is read on other days. */
  readonly today?: Temporal.PlainDate;
  /** On a page of its own, where many steps would stand before the picture. */
  readonly foldsSteps?: boolean;
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
  courseSteps(describeDerivation(derivation, lang));

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
  const { shown, between } = laidOut(monthsOf(sight));
  const inSight = shown.flatMap(({ days }) => days);
  return pictured({
    months:
      between.length === 0
        ? months(...shown.map(({ table }) => table()))
        : [months(shown[0]?.table()), folding(between, sight), months(shown[1]?.table())],
    key: [...keyOf(sight, inSight, stopped?.left ?? null), ...notes],
    isSingle: shown.length === 1,
  });
}

/** Which months stand open, and which are told by their sum. */
function laidOut(all: readonly Month[]): {
  readonly shown: readonly Month[];
  readonly between: readonly Month[];
} {
  if (all.length <= MOST_MONTHS) return { shown: all, between: [] };
  return { shown: [...all.slice(0, 1), ...all.slice(-1)], between: all.slice(1, -1) };
}

function folding(between: readonly Month[], sight: Sight): Html {
  const days = between.flatMap((month) => month.days);
  const [first, last] = [between[0]?.name ?? '', between.at(-1)?.name ?? ''];
  const summary = courseWords[sight.lang].between(first, last, sumWords(days, sight.lang));
  if (between.length > MOST_FOLDED) return html`<p class="course-between">${summary}</p>`;
  const tables = months(...between.map(({ table }) => table()));
  return folded({ summary, children: [tables, courseKey(office(days, sight))] });
}

const numbersIn = (days: readonly CourseDay[]): readonly number[] =>
  days.flatMap(({ count }) => (count === null ? [] : [count]));

/** The working time counted on these days, for promises with hours: "3j waktu kerja dihitung". */
function hoursIn(days: readonly CourseDay[], lang: Lang): readonly string[] {
  const { said, label } = courseWords[lang];
  const minutes = Math.ceil(days.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0) / 60);
  return minutes === 0 ? [] : [said.hours(label.hours(Math.floor(minutes / 60), minutes % 60))];
}

/** "1 bulan genap, hari ke-1 sampai ke-6, 3j waktu kerja dihitung"; empty where nothing is counted. */
function sumWords(days: readonly CourseDay[], lang: Lang): string {
  const { sum, said } = courseWords[lang];
  const months = days.find((day) => day.months !== null)?.months ?? null;
  const numbers = numbersIn(days);
  const [first, last] = [numbers[0], numbers.at(-1)];
  const parts = [
    ...(months === null ? [] : [said.months(months)]),
    ...(first === undefined || last === undefined ? [] : [sum(first, last)]),
    ...hoursIn(days, lang),
  ];
  return parts.join(', ');
}

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

/** More steps than these are folded where the page has nothing else to unfold. */
const MOST_STEPS = 12;

function stepsPart(told: Told): Html {
  const { derivation, lang, foldsSteps } = told;
  if (!foldsSteps || derivation.length <= MOST_STEPS) return derivationSteps(told);
  const summary = courseWords[lang].steps(derivation.length);
  return folded({ summary, children: derivationSteps(told) });
}

/** The steps in words, then the same on a wall calendar. */
export const deadlineTold = (told: Told): Content =>
  told.derivation.length > 0 && [
    stepsPart(told),
    courseTitle(courseWords[told.lang].title),
    coursePicture(told),
  ];
