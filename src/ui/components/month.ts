import { attrs, classes, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { monthGrid, monthName } from './month-grid.ts';

export interface MonthDay {
  /** 1 to 31. */
  readonly day: number;
  /** Nobody works on it, because of the week or for a reason told by `mark`. */
  readonly off?: boolean;
  /** One or two letters that say what kind of day it is; explained beside the calendar. */
  readonly mark?: string;
  /** The same in words, for whoever hears the page: "Libur nasional: Hari Raya Natal". */
  readonly words?: string;
  readonly today?: boolean;
}

export interface MonthProps {
  readonly lang: Lang;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** "20 hari kerja". */
  readonly sum?: Content;
  /** All days of the month, in order. */
  readonly days: readonly MonthDay[];
}

/** A month as a small table, Monday first. What a day is stands in it as a mark, never as a colour alone. */
export function monthTable({ lang, year, month, sum, days }: MonthProps): Html {
  const total = sum && html` <span class="month-sum">${sum}</span>`;
  return monthGrid({
    lang,
    kind: 'month',
    year,
    month,
    caption: html`${monthName(month, lang)}${total}`,
    cells: days.map(dayCell),
  });
}

function dayCell(day: MonthDay): Html {
  const own = attrs({
    class: classes(day.off && 'day-off', day.mark && 'day-marked', day.today && 'day-today'),
    'aria-current': day.today ? 'date' : null,
  });
  const mark = day.mark && html`<span class="day-mark" aria-hidden="true">${day.mark}</span>`;
  const words = day.words && html`<span class="unseen">, ${day.words}</span>`;
  return html`<td${own}>${day.day}${mark}${words}</td>`;
}

/** The months of a year beside and below each other, as many as there is room for. */
export const months = (...tables: readonly Content[]): Html => html`<div class="months">${tables}</div>`;
