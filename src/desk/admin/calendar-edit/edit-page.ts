/** The draft of a calendar: what it changes so far, and ways to change more. */
import { isSameCalendar } from '../../../standard/index.ts';
import {
  button,
  buttonRow,
  columns,
  emptyState,
  form,
  html,
  linkButton,
  notice,
  pageHeading,
  pairs,
  panel,
  section,
  table,
  tabs,
  tag,
} from '../../../ui/index.ts';
import type { Content, Lang } from '../../../ui/index.ts';
import { formatDate } from '../../../working-time/index.ts';
import type { ClosedDay, RegimeFile } from '../../../working-time/index.ts';
import { closedIn, regimesIn, yearsOf } from '../calendar-year.ts';
import { calendarWords } from '../calendar-words.ts';
import { dayWords } from '../day-words.ts';
import { dayHref, EDIT, EDIT_DAY, EDIT_HOURS, EDIT_REGIME, IMPACT, IMPORT, regimeHref } from './addresses.ts';
import { diffPart, weekLine } from './diff-part.ts';
import type { OpenDraft } from './draft.ts';
import { editWords } from './words.ts';

export interface EditPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly open: OpenDraft;
  readonly year: number;
  readonly today: Temporal.PlainDate;
  /** What was just done, in words. */
  readonly done: string | null;
}

/** What is in the draft, with links to change each part of it. */
export function editPage(page: EditPage): Content {
  const { lang, open, year, today, done } = page;
  const words = editWords[lang];
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    done !== null && notice({ lang, kind: 'success', title: done, announced: true }),
    staleNotice(page),
    columns({
      main: [
        tabs({
          label: calendarWords[lang].years,
          items: yearsOf(open.file, today.year).map((one) => ({
            label: one,
            href: `${EDIT}?tahun=${one}`,
            current: one === year,
          })),
        }),
        daysSection(page),
        regimesSection(page),
        hoursSection(page),
      ],
      side: changesPanel(page),
      sideLabel: words.changes,
    }),
  ];
}

function staleNotice({ lang, csrf, open }: EditPage): Content {
  const { stale, draft, current } = open;
  if (!stale || !draft) return null;
  const words = editWords[lang];
  return notice({
    lang,
    kind: 'warning',
    children: [
      html`<p>${words.stale(draft.base, current.n)}</p>`,
      form({
        lang,
        csrf,
        action: `${EDIT}/pindah`,
        children: buttonRow(button({ label: words.rebase, kind: 'quiet' })),
      }),
    ],
  });
}

function changesPanel({ lang, csrf, open }: EditPage): Content {
  const words = editWords[lang];
  const { draft, diff, stale } = open;
  if (!draft || isSameCalendar(diff))
    return panel({
      title: words.changes,
      children: emptyState({ title: words.noChanges, text: words.noChangesText }),
    });
  return panel({
    title: words.changes,
    children: [
      diffPart(diff, lang),
      !stale && buttonRow(linkButton({ label: words.impact, href: IMPACT })),
      form({
        lang,
        csrf,
        action: `${EDIT}/buang`,
        children: buttonRow(button({ label: words.drop, kind: 'quiet' })),
      }),
    ],
  });
}

function daysSection({ lang, open, year }: EditPage): Content {
  const words = editWords[lang];
  const days = closedIn(open.file, year);
  const shown =
    days.length === 0
      ? emptyState({ title: calendarWords[lang].none(year) })
      : table<ClosedDay>({
          caption: words.days,
          columns: [
            {
              label: words.date,
              cell: ({ date }) => formatDate(date, lang).replace(/ \d{4}$/, ''),
            },
            {
              label: words.name,
              cell: (day) =>
                html`<a href="${dayHref(day)}"><span class="unseen">${words.change}: </span>${day.name}</a>`,
              names: true,
            },
            { label: words.kind, cell: ({ kind }) => calendarWords[lang].kind[kind] },
          ],
          groups: byDecree(days, lang),
        });
  return section({
    title: words.days,
    children: [
      buttonRow(
        linkButton({ label: words.addDay, href: EDIT_DAY, kind: 'quiet' }),
        linkButton({ label: words.importYear, href: IMPORT, kind: 'quiet' }),
      ),
      shown,
    ],
  });
}

/** One decree names most days of a year, so it is said once. */
function byDecree(
  days: readonly ClosedDay[],
  lang: Lang,
): readonly { readonly label: Content; readonly rows: readonly ClosedDay[] }[] {
  const words = editWords[lang];
  const groups = Map.groupBy(days, ({ decree, confirmed }) => `${confirmed} ${decree ?? ''}`);
  return [...groups.values()].map((rows) => {
    const open = rows[0]?.confirmed === false && tag({ kind: 'soon', label: words.unconfirmed });
    return { label: html`${rows[0]?.decree ?? words.noDecree} ${open}`, rows };
  });
}

function regimesSection({ lang, open, year }: EditPage): Content {
  const words = editWords[lang];
  const regimes = regimesIn(open.file, year);
  const span = ({ from, to, week }: RegimeFile): string =>
    `${dayWords(from, lang)}–${dayWords(to, lang)}: ${weekLine(week, lang)}`;
  return section({
    title: words.regimes,
    children: [
      regimes.length === 0
        ? emptyState({ title: words.noRegimes })
        : pairs(
            regimes.map((regime) => ({
              term: regime.name,
              value: span(regime),
              action: html`<a href="${regimeHref(regime.name)}">${words.change}<span class="unseen">: ${regime.name}</span></a>`,
            })),
          ),
      buttonRow(linkButton({ label: words.addRegime, href: EDIT_REGIME, kind: 'quiet' })),
    ],
  });
}

function hoursSection({ lang, open }: EditPage): Content {
  const words = editWords[lang];
  const { week, knownUntil } = open.file;
  return section({
    title: words.hours,
    children: [
      pairs([
        { term: words.week, value: weekLine(week, lang) },
        { term: words.knownUntil, value: knownUntil === null ? words.unknown : formatDate(knownUntil, lang) },
      ]),
      buttonRow(linkButton({ label: words.changeHours, href: EDIT_HOURS, kind: 'quiet' })),
    ],
  });
}
