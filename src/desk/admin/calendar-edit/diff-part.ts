/** What one calendar changes of another, in words. */
import type { CalendarDiff, ChangedDay } from '../../../standard/index.ts';
import { bullets, html, tag } from '../../../ui/index.ts';
import type { Content, Html, Lang } from '../../../ui/index.ts';
import { formatDate } from '../../../working-time/index.ts';
import type { ClosedDay, RegimeFile, WeekFile } from '../../../working-time/index.ts';
import { WEEK } from '../calendar-year.ts';
import { calendarWords } from '../calendar-words.ts';
import { dayWords } from '../day-words.ts';
import { hoursText } from './input.ts';
import { editWords } from './words.ts';

type Group = readonly [title: string, lines: readonly Content[]];

/** Every change under what was done, days first. */
export function diffPart(diff: CalendarDiff, lang: Lang): Content {
  const words = editWords[lang];
  const groups: readonly Group[] = [
    [
      words.added,
      [
        ...diff.added.map((day) => dayLine(day, lang)),
        ...diff.regimesAdded.map((one) => regimeLine(one, lang)),
      ],
    ],
    [
      words.removed,
      [
        ...diff.removed.map((day) => dayLine(day, lang)),
        ...diff.regimesRemoved.map((one) => regimeLine(one, lang)),
      ],
    ],
    [
      words.changed,
      [
        ...diff.changed.map((day) => changedLine(day, lang)),
        ...diff.regimesChanged.map(
          ({ was, is }) =>
            html`${regimeLine(is, lang)} <span class="soft">(${words.was}: ${regimeLine(was, lang)})</span>`,
        ),
        ...otherLines(diff, lang),
      ],
    ],
  ];
  return groups
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [html`<h3>${title}</h3>`, bullets(lines)]);
}

function dayLine({ date, name, kind, decree, confirmed }: ClosedDay, lang: Lang): Html {
  const words = editWords[lang];
  const open = !confirmed && html` ${tag({ kind: 'soon', label: words.unconfirmed })}`;
  return html`${formatDate(date, lang)}: ${name} <span class="soft">(${calendarWords[lang].kind[kind]}; ${decree ?? words.noDecree})</span>${open}`;
}

const changedLine = ({ was, is }: ChangedDay, lang: Lang): Html =>
  html`${dayLine(is, lang)} <span class="soft">(${editWords[lang].was}: ${was.name}; ${calendarWords[lang].kind[was.kind]}; ${was.decree ?? editWords[lang].noDecree})</span>`;

const regimeLine = ({ name, from, to, week }: RegimeFile, lang: Lang): Html =>
  html`${name}, ${dayWords(from, lang)}–${dayWords(to, lang)}: ${weekLine(week, lang)}`;

/** Weekdays with the same hours are said together: "Senin, Selasa 08.00-15.00; Jumat …". */
export function weekLine(week: WeekFile, lang: Lang): string {
  const groups = Map.groupBy(WEEK, (day) => hoursText(week[day] ?? []));
  return [...groups]
    .map(([hours, days]) => {
      const named = days.map((day) => calendarWords[lang].week[day]).join(', ');
      return `${named} ${hours === '' ? editWords[lang].closed : hours}`;
    })
    .join('; ');
}

function otherLines({ week, knownUntil, timeZone }: CalendarDiff, lang: Lang): readonly Content[] {
  const words = editWords[lang];
  const until = (date: string | null): string => (date === null ? words.unknown : dayWords(date, lang));
  const line = (what: string, was: string, is: string): Html =>
    html`${what}: ${is} <span class="soft">(${words.was}: ${was})</span>`;
  return [
    ...(week ? [line(words.week, weekLine(week.was, lang), weekLine(week.is, lang))] : []),
    ...(knownUntil ? [line(words.knownUntil, until(knownUntil.was), until(knownUntil.is))] : []),
    ...(timeZone ? [line(words.zone, timeZone.was, timeZone.is)] : []),
  ];
}
