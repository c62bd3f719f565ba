import {
  button,
  buttonRow,
  columns,
  dateField,
  emptyState,
  errorOf,
  errorSummary,
  html,
  linkButton,
  monthTable,
  months,
  notice,
  pageHeading,
  pairs,
  panel,
  promiseBox,
  queryForm,
  readDateParts,
  screenOnly,
  section,
  table,
  tabs,
  tag,
  textField,
} from '../../ui/index.ts';
import type { Column, Content, Lang, MonthDay, PostedForm } from '../../ui/index.ts';
import type { CalendarVersion } from '../../standard/index.ts';
import { describeDerivation, formatDate, formatInstant } from '../../working-time/index.ts';
import type { ClosedDay, Deadline, RegimeFile, Weekday, WeekFile } from '../../working-time/index.ts';
import { closedIn, monthsOf, regimesIn, WEEK, yearsOf } from './calendar-year.ts';
import type { YearDay } from './calendar-year.ts';
import { EDIT, editWords, historySection } from './calendar-edit/index.ts';
import type { HistoryPart } from './calendar-edit/index.ts';
import { CALENDAR } from './calendar-address.ts';
import { calendarWords } from './calendar-words.ts';
import { dayWords } from './day-words.ts';
import { FIELDS } from './reckoning.ts';
import type { Reckoning } from './reckoning.ts';

export interface CalendarPage {
  readonly lang: Lang;
  readonly version: CalendarVersion;
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** Whether a day that the file leaves open has been compared with its decree since. */
  readonly isOpen: (day: ClosedDay) => boolean;
  /** What stands in the fields of the little reckoner. */
  readonly asked: PostedForm;
  readonly reckoning: Reckoning;
  readonly history: HistoryPart;
  /** Whether whoever reads may change it, and has begun to. */
  readonly mayChange: boolean;
  readonly hasDraft: boolean;
}

/** A year in months, every special day with its decree, the hours of the week, and a deadline to try. */
export function calendarPage(page: CalendarPage): Content {
  const { lang, version, year, today } = page;
  const words = calendarWords[lang];
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    tabs({
      label: words.years,
      items: yearsOf(version.file, today.year).map((one) => ({
        label: one,
        href: `${CALENDAR}?tahun=${one}`,
        current: one === year,
      })),
    }),
    openNotice(page),
    changeLink(page),
    yearSection(page),
    columns({
      main: [listSection(page), hoursSection(page), historySection(page.history)],
      side: [reckonerPanel(page), aboutPanel(page)],
      sideLabel: words.ask,
    }),
  ];
}

function changeLink({ lang, mayChange, hasDraft }: CalendarPage): Content {
  if (!mayChange) return null;
  const words = editWords[lang];
  return [
    hasDraft && notice({ lang, kind: 'info', title: words.waiting }),
    screenOnly(
      buttonRow(linkButton({ label: hasDraft ? words.toDraft : words.open, href: EDIT, kind: 'quiet' })),
    ),
  ];
}

function openNotice({ lang, version, year, isOpen }: CalendarPage): Content {
  const words = calendarWords[lang];
  const count = closedIn(version.file, year).filter(isOpen).length;
  if (count === 0) return null;
  const link = html`<p>${words.toConfirm(count)} <a href="/meja/kelola/kepastian#calendar">${words.confirmLink}</a></p>`;
  return notice({ lang, kind: 'warning', children: link });
}

function yearSection(page: CalendarPage): Content {
  const { lang, version, year } = page;
  const words = calendarWords[lang];
  const tables = monthsOf(version.file, year).map((days, at) =>
    monthTable({
      lang,
      year,
      month: at + 1,
      sum: words.days(days.filter(({ worked }) => worked).length),
      days: days.map((day) => shownDay(page, day)),
    }),
  );
  return section({ title: words.yearTitle(year), children: [legend(page), months(...tables)] });
}

function shownDay({ lang, today, isOpen }: CalendarPage, day: YearDay): MonthDay {
  const words = calendarWords[lang];
  const [first] = day.closed;
  const open = day.closed.some(isOpen);
  const regimeMark = day.regime && day.worked ? words.mark.regime : '';
  const mark = `${first ? words.mark[first.kind] : regimeMark}${open ? words.mark.open : ''}`;
  const said = [
    ...day.closed.map(({ kind, name }) => `${words.kind[kind]}: ${name}`),
    ...(open ? [words.open] : []),
    ...(regimeMark === '' || !day.regime ? [] : [`${words.regime}: ${day.regime.name}`]),
  ];
  return {
    day: day.date.day,
    off: !day.worked,
    today: day.date.equals(today),
    ...(mark === '' ? {} : { mark }),
    ...(said.length === 0 ? {} : { words: said.join('; ') }),
  };
}

function listSection(page: CalendarPage): Content {
  const { lang, version, year } = page;
  const words = calendarWords[lang];
  const days = closedIn(version.file, year);
  const shown =
    days.length === 0
      ? emptyState({ title: words.none(year), text: words.noneText })
      : table<ClosedDay>({
          caption: words.list,
          columns: dayColumns(page),
          groups: byDecree(page, days),
        });
  return section({ title: words.list, children: shown });
}

/** One decree names all the days of a year, so it is said once, together with whether it was looked at. */
function byDecree(
  { lang, isOpen }: CalendarPage,
  days: readonly ClosedDay[],
): readonly { readonly label: Content; readonly rows: readonly ClosedDay[] }[] {
  const words = calendarWords[lang];
  const groups = Map.groupBy(days, (day) => `${isOpen(day) ? 'open' : 'compared'} ${day.decree ?? ''}`);
  return [...groups.values()].map((rows) => {
    const open = rows.some(isOpen);
    const state = tag(open ? { kind: 'soon', label: words.open } : { kind: 'ok', label: words.confirmed });
    return { label: html`${rows[0]?.decree ?? words.noDecree} ${state}`, rows };
  });
}

function dayColumns({ lang }: CalendarPage): readonly Column<ClosedDay>[] {
  const words = calendarWords[lang];
  return [
    { label: words.date, cell: ({ date }) => formatDate(date, lang).replace(/ \d{4}$/, '') },
    { label: words.what, cell: ({ name }) => name, names: true },
    { label: words.sort, cell: ({ kind }) => `${words.kind[kind]} (${words.mark[kind]})` },
  ];
}

function hoursSection({ lang, version, year }: CalendarPage): Content {
  const words = calendarWords[lang];
  const { file } = version;
  const hoursIn = (week: WeekFile, weekday: Weekday): string => {
    const hours = week[weekday] ?? [];
    return hours.length === 0
      ? words.closed
      : hours.map((span) => span.replaceAll(':', '.').replace('-', '–')).join(', ');
  };
  const regimes = regimesIn(file, year);
  return section({
    title: words.hours,
    children: table<Weekday>({
      caption: words.hours,
      columns: [
        { label: words.weekday, cell: (weekday) => words.week[weekday], names: true },
        { label: words.usual, cell: (weekday) => hoursIn(file.week, weekday) },
        ...regimes.map((regime) => ({
          label: regimeTitle(regime, lang),
          cell: (weekday: Weekday) => hoursIn(regime.week, weekday),
        })),
      ],
      groups: [{ rows: WEEK }],
    }),
  });
}

const regimeTitle = ({ name, from, to }: RegimeFile, lang: Lang): Content =>
  html`${name}<br><span class="soft">${dayWords(from, lang)}–${dayWords(to, lang)}</span>`;

function legend({ lang, version, year, isOpen }: CalendarPage): Content {
  const { mark, kind, regime, open } = calendarWords[lang];
  const days = closedIn(version.file, year);
  const used = new Set(days.map((day) => day.kind));
  const kinds = (['national-holiday', 'joint-leave', 'regional-holiday'] as const).filter((one) =>
    used.has(one),
  );
  const items = [
    ...kinds.map((one) => [mark[one], kind[one]] as const),
    ...(regimesIn(version.file, year).length > 0 ? [[mark.regime, regime] as const] : []),
    ...(days.some(isOpen) ? [[mark.open, open] as const] : []),
  ];
  const shown = items.map(
    ([sign, meaning], at) => html`${at > 0 && ' · '}<strong>${sign}</strong> ${meaning}`,
  );
  return items.length > 0 && html`<p class="soft">${shown}</p>`;
}

function aboutPanel({ lang, version }: CalendarPage): Content {
  const words = calendarWords[lang];
  const { knownUntil, timeZone } = version.file;
  return panel({
    children: [
      pairs([
        { term: words.zone, value: timeZone },
        { term: words.known, value: knownUntil ? formatDate(knownUntil, lang) : words.unknown },
        { term: words.version, value: version.n },
      ]),
      knownUntil && html`<p class="soft">${words.beyond(dayWords(knownUntil, lang))}</p>`,
    ],
  });
}

function reckonerPanel(page: CalendarPage): Content {
  const { lang, asked, reckoning } = page;
  const words = calendarWords[lang];
  const faults = reckoning.kind === 'wrong' ? reckoning.faults : [];
  const typed = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value : '';
  };
  const common = (name: string, label: string, hint: string) => ({
    lang,
    name,
    label,
    hint,
    value: typed(name),
    error: errorOf(faults, name, lang),
  });
  const shown = panel({
    title: words.ask,
    id: 'hitung',
    children: [
      html`<p class="soft">${words.askLead}</p>`,
      errorSummary({ lang, faults }),
      reckoning.kind === 'found' && answer(reckoning.deadline, page),
      queryForm({
        action: `${CALENDAR}#hitung`,
        children: [
          textField(common(FIELDS.promise, words.promise, words.promiseHint)),
          dateField({
            lang,
            name: FIELDS.received,
            label: words.received,
            value: readDateParts(asked, FIELDS.received),
            error: errorOf(faults, FIELDS.received, lang),
          }),
          textField({ ...common(FIELDS.at, words.at, words.atHint), width: 'short' }),
          buttonRow(button({ label: words.reckon, kind: 'quiet' })),
        ],
      }),
    ],
  });
  // On paper an empty form says nothing; an answer does.
  return reckoning.kind === 'found' ? shown : screenOnly(shown);
}

function answer({ due, provisional, derivation }: Deadline, { lang, version }: CalendarPage): Content {
  const words = calendarWords[lang];
  const time = due && formatInstant(Temporal.Instant.from(due), version.file.timeZone, lang);
  return [
    promiseBox({ label: words.due, time, meaning: provisional ? words.provisional : null }),
    html`<h3>${words.steps}</h3><ol>${describeDerivation(derivation, lang).map((step) => html`<li>${step}</li>`)}</ol>`,
  ];
}
