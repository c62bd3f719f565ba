import { attrs, classes, html, type Content, type Html } from '../html.ts';
import { LOCALE_OF, type Lang } from '../language.ts';
import { monthNames } from '../messages/form.ts';

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

const DAYS_A_WEEK = 7;
/** Any Monday: weekdays are named by a week that begins with it. */
const MONDAY = Temporal.PlainDate.from('2024-01-01');

/** The names of the days from Monday on; `narrow` takes three letters. */
const weekdays = (lang: Lang, length: 'long' | 'short'): readonly string[] =>
  Array.from({ length: DAYS_A_WEEK }, (_, at) =>
    MONDAY.add({ days: at }).toLocaleString(LOCALE_OF[lang], { weekday: length }),
  );

const COLUMNS: Record<Lang, Html> = { id: columnsIn('id'), en: columnsIn('en') };

function columnsIn(lang: Lang): Html {
  const long = weekdays(lang, 'long');
  const heads = weekdays(lang, 'short').map(
    (short, at) => html`<th${attrs({ scope: 'col', abbr: long[at] })}>${short}</th>`,
  );
  return html`<thead><tr>${heads}</tr></thead>`;
}

/** A month as a small table, Monday first. What a day is stands in it as a mark, never as a colour alone. */
export function monthTable(props: MonthProps): Html {
  const first = Temporal.PlainDate.from({ year: props.year, month: props.month, day: 1 });
  const before = Array.from({ length: first.dayOfWeek - 1 }, () => null);
  const cells = [...before, ...props.days];
  const weeks = Array.from({ length: Math.ceil(cells.length / DAYS_A_WEEK) }, (_, week) =>
    Array.from({ length: DAYS_A_WEEK }, (_unused, at) => cells[week * DAYS_A_WEEK + at] ?? null),
  );
  const name = monthNames(props.lang)[props.month - 1];
  const sum = props.sum && html` <span class="month-sum">${props.sum}</span>`;
  return html`<table class="month"><caption>${name}${sum}</caption>${COLUMNS[props.lang]}<tbody>${weeks.map((week) => html`<tr>${week.map(dayCell)}</tr>`)}</tbody></table>`;
}

function dayCell(day: MonthDay | null): Html {
  if (!day) return html`<td></td>`;
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
