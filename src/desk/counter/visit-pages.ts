/** The slip with a queue number, and the visitor book of a day. */
import type { Government } from '../../standard/index.ts';
import {
  emptyState,
  figures,
  html,
  pageHeading,
  pagination,
  promiseBox,
  sheet,
  soft,
  table,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { formatDate, formatInstant } from '../../working-time/index.ts';
import { counterHoursLine, governmentLetterhead } from '../../web/index.ts';
import { numberLabel } from '../../visits/index.ts';
import type { Counter, Visit } from '../../visits/index.ts';
import { visitWords } from './visit-words.ts';

export interface SlipProps {
  readonly lang: Lang;
  readonly government: Government;
  readonly counter: Counter;
  readonly visit: Visit;
  readonly ahead: number;
  readonly timeZone: string;
}

/** What a visitor takes along: the number large, where it is called, how many come before. No name: slips are left lying about. */
export function slip({ lang, government, counter, visit, ahead, timeZone }: SlipProps): Html {
  const words = visitWords[lang];
  return sheet({
    head: governmentLetterhead(government, lang),
    title: words.slipTitle,
    children: [
      promiseBox({
        label: counter.title[lang],
        time: numberLabel(counter, visit.number),
        meaning: words.ahead(ahead),
        state: 'running',
      }),
      html`<p>${formatInstant(visit.arrived_at.toString(), timeZone, lang)}</p>`,
      html`<p>${words.slipText}</p>`,
      html`<p>${counterHoursLine(government, lang)}</p>`,
    ],
  });
}

export interface BookProps {
  readonly lang: Lang;
  readonly counter: Counter;
  readonly visits: readonly Visit[];
  readonly day: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
}

const wholeMinutes = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.round(from.until(to).total({ unit: 'minutes' }));

export function bookPage(props: BookProps): Content {
  const { lang, counter, visits, day, today } = props;
  const words = visitWords[lang];
  const href = (to: Temporal.PlainDate): string =>
    `/meja/loket/buku-tamu?loket=${counter.position}&tanggal=${to.toString()}`;
  const isPast = Temporal.PlainDate.compare(day, today) < 0;
  return [
    pageHeading({
      above: counter.title[lang],
      title: words.bookOf(formatDate(day, lang)),
      lead: words.bookLead,
    }),
    visits.length === 0 ? emptyState({ title: words.noVisits, text: words.noVisitsText }) : visitTable(props),
    pagination({
      lang,
      previousHref: href(day.subtract({ days: 1 })),
      nextHref: isPast ? href(day.add({ days: 1 })) : null,
    }),
  ];
}

function visitTable({ lang, counter, visits, day, timeZone }: BookProps): Html {
  const words = visitWords[lang];
  return table({
    caption: words.bookOf(formatDate(day, lang)),
    columns: [
      {
        label: words.number,
        cell: ({ number }: Visit) => figures(numberLabel(counter, number)),
        names: true,
      },
      { label: words.arrived, cell: ({ arrived_at }) => clockTime(arrived_at, timeZone, lang) },
      {
        label: words.waited,
        cell: ({ arrived_at, called_at }) =>
          called_at === null ? '–' : words.minutes(wholeMinutes(arrived_at, called_at)),
      },
      { label: words.said, cell: ({ said }) => saidCell(said, words.erased) },
      { label: words.outcome, cell: (visit) => outcomeOf(visit, lang) },
    ],
    groups: [{ rows: visits }],
  });
}

function clockTime(at: Temporal.Instant, timeZone: string, lang: Lang): Content {
  const words = formatInstant(at.toString(), timeZone, lang);
  return figures(words.slice(words.lastIndexOf(', ') + 2));
}

function saidCell(said: Visit['said'], erased: string): Content {
  if (said === null) return soft(erased);
  const parts = [said.name, said.purpose].filter((part) => part !== '');
  return parts.length === 0 ? '–' : parts.join(' · ');
}

function outcomeOf({ outcome, called_at }: Visit, lang: Lang): string {
  const words = visitWords[lang];
  if (outcome !== null) return words.outcomes[outcome];
  return called_at === null ? words.notEnded : words.inService;
}
