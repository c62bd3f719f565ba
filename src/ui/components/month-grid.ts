import { attrs, html, type Content, type Html } from '../html.ts';
import { LOCALE_OF, type Lang } from '../language.ts';
import { monthNames } from '../messages/form.ts';

const DAYS_A_WEEK = 7;
/** Any Monday: weekdays are named by a week that begins with it. */
const MONDAY = Temporal.PlainDate.from('2024-01-01');

/** The names of the days from Monday on; `short` takes three letters. */
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

export interface MonthGridProps {
  readonly lang: Lang;
  /** Class names of the table. */
  readonly kind: string;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly caption: Content;
  /** A `td` for each day of the month, in order. */
  readonly cells: readonly Html[];
}

/** A month as a table of weeks, Monday first. */
export function monthGrid({ lang, kind, year, month, caption, cells }: MonthGridProps): Html {
  const { dayOfWeek } = Temporal.PlainDate.from({ year, month, day: 1 });
  const all = [...Array.from({ length: dayOfWeek - 1 }, () => html`<td></td>`), ...cells];
  const weeks = Array.from({ length: Math.ceil(all.length / DAYS_A_WEEK) }, (_, week) => {
    const days = Array.from({ length: DAYS_A_WEEK }, (_unused, at) => all[week * DAYS_A_WEEK + at]);
    return html`<tr>${days.map((day) => day ?? html`<td></td>`)}</tr>`;
  });
  return html`<table class="${kind}"><caption>${caption}</caption>${COLUMNS[lang]}<tbody>${weeks}</tbody></table>`;
}

/** "November". */
export const monthName = (month: number, lang: Lang): string => monthNames(lang)[month - 1] ?? '';
