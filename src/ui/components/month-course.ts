import { attrs, classes, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { monthGrid, monthName } from './month-grid.ts';

/** How a day of a course is drawn; each kind has a ground and a line below its number of its own. */
export interface CourseMark {
  /** `outside`: before the receipt or after the deadline. `plain`: within, but not counted as a day. */
  readonly ground: 'outside' | 'plain' | 'counted' | 'off' | 'paused';
  /** A ring around the day of receipt, a filled box for that of the deadline. */
  readonly shape?: 'received' | 'due' | undefined;
  /** Small letters beside the number: special hours. */
  readonly sign?: string | undefined;
  /** One word a line below the number: "ke-3", "tenggat". */
  readonly labels?: readonly string[];
  readonly today?: boolean;
}

export interface CourseMonthDay extends CourseMark {
  /** 1 to 31. */
  readonly day: number;
  /** All of it in words, for whoever hears the page: "Jumat, 25 Desember: libur nasional, Hari Raya Natal". */
  readonly words: string;
}

export interface CourseMonthProps {
  readonly lang: Lang;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** "hari ke-1 sampai ke-6". */
  readonly sum?: Content;
  /** All days of the month, in order. */
  readonly days: readonly CourseMonthDay[];
}

/**
 * A month of a request's course, as on a wall calendar: from the receipt to the deadline every counted day has its number.
 * What a day is stands in it as a word and a shape, never as a colour alone.
 */
export function courseMonth({ lang, year, month, sum, days }: CourseMonthProps): Html {
  return monthGrid({
    lang,
    kind: 'month course-month',
    year,
    month,
    caption: html`${monthName(month, lang)} ${year}${sum && html` <span class="month-sum">${sum}</span>`}`,
    cells: days.map(cell),
  });
}

function cell(day: CourseMonthDay): Html {
  const current = attrs({ 'aria-current': day.today ? 'date' : null });
  return html`<td${current}>${mark(day.day, day)}<span class="unseen">${day.words}</span></td>`;
}

/** The drawn part, which words beside it repeat. */
function mark(content: Content, { ground, shape, sign, today, labels = [] }: CourseMark): Html {
  const own = attrs({
    class: classes('course-day', `course-${ground}`, shape && `course-${shape}`, today && 'course-today'),
    'aria-hidden': 'true',
  });
  const lines = labels.map((label) => html`<span class="course-label">${label}</span>`);
  return html`<span${own}><span class="course-number">${content}${sign && html`<sup class="course-sign">${sign}</sup>`}</span>${lines}</span>`;
}

/** What a mark means, or what closes the office on which day. */
export interface CourseKey {
  /** Drawn before the words as it is in the calendar, with this in place of the number. */
  readonly sample?: CourseMark & { readonly number?: string };
  readonly words: Content;
}

/** The key to the marks, below the months. */
export function courseKey(entries: readonly CourseKey[]): Html {
  const items = entries.map(
    ({ sample, words }) =>
      html`<li>${sample && mark(sample.number ?? '1', sample)}<span>${words}</span></li>`,
  );
  return html`<ul class="course-key">${items}</ul>`;
}

/** The steps of a reckoning, numbered. */
export const courseSteps = (lines: readonly Content[]): Html =>
  html`<ol class="course-steps">${lines.map((line) => html`<li>${line}</li>`)}</ol>`;

/** Stands between the steps and the months. Not a heading: the part may be folded under one of any level. */
export const courseTitle = (words: Content): Html => html`<p class="course-title">${words}</p>`;

export interface CourseProps {
  /** Tables of months, and folded ones. */
  readonly months: Content;
  readonly key: readonly CourseKey[];
  /** A single month has its key beside it where there is room. */
  readonly isSingle?: boolean;
}

/** Months with their key: the picture of one course. */
export function course({ months, key, isSingle }: CourseProps): Html {
  const own = attrs({ class: classes('course', isSingle && 'course-single') });
  return html`<div${own}><div>${months}</div>${courseKey(key)}</div>`;
}
