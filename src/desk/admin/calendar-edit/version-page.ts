/** Versions of the calendar: what each changed, on which decree, and which deadlines it moved. */
import type { CalendarAside, CalendarMove, RecordedChange } from '../../../request/index.ts';
import { diffCalendars } from '../../../standard/index.ts';
import type { Version } from '../../../standard/index.ts';
import {
  button,
  buttonRow,
  form,
  html,
  notice,
  pageHeading,
  pairs,
  panel,
  section,
  table,
  tag,
} from '../../../ui/index.ts';
import type { Content, Lang } from '../../../ui/index.ts';
import { formatInstant } from '../../../working-time/index.ts';
import { versionHref } from './addresses.ts';
import { asidePart } from './aside-part.ts';
import { diffPart } from './diff-part.ts';
import { dayShift } from './impact-page.ts';
import { requestCell } from './request-cell.ts';
import type { NamedRequests } from './request-cell.ts';
import { editWords } from './words.ts';

export type CalendarVersionRow = Version<'calendar'>;

export interface HistoryPart {
  readonly lang: Lang;
  readonly timeZone: string;
  /** All versions, oldest first. */
  readonly versions: readonly CalendarVersionRow[];
  readonly changes: readonly RecordedChange[];
  readonly current: number;
  /** Who published, by what the version says of it. */
  readonly publisher: (by: string) => string;
}

/** The list of versions, the newest first. */
export function historySection(part: HistoryPart): Content {
  const { lang, versions, timeZone, current, publisher } = part;
  const words = editWords[lang];
  return section({
    title: words.history,
    id: 'versi',
    children: table<CalendarVersionRow>({
      caption: words.history,
      columns: [
        {
          label: words.history,
          cell: ({ n }) =>
            html`<a href="${versionHref(n)}">${words.version(n)}</a>${n === current && html` ${tag({ kind: 'ok', label: words.inForce })}`}`,
          names: true,
        },
        { label: words.since, cell: ({ publishedAt }) => formatInstant(publishedAt, timeZone, lang) },
        { label: words.by, cell: ({ publishedBy }) => publisher(publishedBy) },
        { label: words.why, cell: ({ n }) => whyOf(part, n) },
        {
          label: words.movedCount,
          cell: ({ n }) => part.changes.find((one) => one.n === n)?.moved ?? '–',
          figures: true,
        },
      ],
      groups: [{ rows: versions.toReversed() }],
    }),
  });
}

function whyOf({ lang, changes }: Pick<HistoryPart, 'lang' | 'changes'>, n: number): Content {
  const words = editWords[lang];
  const change = changes.find((one) => one.n === n);
  if (!change) return n === 1 ? words.first : '–';
  const open = !change.confirmed && html` ${tag({ kind: 'soon', label: words.unconfirmed })}`;
  const reason = change.reason && html`<br><span class="soft">${change.reason}</span>`;
  return html`${change.decree ?? words.noDecree}${open}${reason}`;
}

export interface VersionPage extends HistoryPart, NamedRequests {
  readonly csrf: string;
  readonly mayChange: boolean;
  readonly version: CalendarVersionRow;
  readonly before: CalendarVersionRow | null;
  readonly change: RecordedChange | null;
  /** Running requests that still stand on an older calendar. */
  readonly left: number;
  readonly moves: readonly CalendarMove[];
  /** Requests that this version gave no deadline. */
  readonly asides: readonly CalendarAside[];
  readonly justPublished: boolean;
}

/** One version: its changes, its reasons, the progress of its re-computation, the way back to it. */
export function versionPage(page: VersionPage): Content {
  const { lang, version, before, timeZone, publisher } = page;
  const words = editWords[lang];
  return [
    pageHeading({ title: words.versionTitle(version.n) }),
    page.justPublished &&
      notice({ lang, kind: 'success', title: words.published(version.n), announced: true }),
    progressNotice(page),
    asidePart(page, page.asides, page.asides.length),
    panel({
      title: words.diff,
      children: before ? diffPart(diffCalendars(before.value, version.value), lang) : words.first,
    }),
    pairs([
      { term: words.since, value: formatInstant(version.publishedAt, timeZone, lang) },
      { term: words.by, value: publisher(version.publishedBy) },
      { term: words.why, value: whyOf(page, version.n) },
    ]),
    movesSection(page),
    undoForm(page),
  ];
}

function progressNotice({ lang, change, left, version, current }: VersionPage): Content {
  const words = editWords[lang];
  if (change?.finishedAt)
    return notice({ lang, kind: 'info', title: words.done(change.total ?? 0, change.moved ?? 0) });
  if (version.n !== current || version.n === 1) return null;
  const total = change?.total ?? null;
  if (total === null) return left > 0 && notice({ lang, kind: 'info', title: words.waitingJob });
  return notice({
    lang,
    kind: 'info',
    title: words.progress,
    children: [
      html`<p>${words.doing(Math.max(0, total - left), total)}</p>`,
      html`<progress max="${Math.max(1, total)}" value="${Math.max(0, total - left)}" aria-label="${words.progress}"></progress>`,
    ],
  });
}

function movesSection(page: VersionPage): Content {
  const { lang, moves, change, timeZone } = page;
  if (moves.length === 0) return null;
  const words = editWords[lang];
  const title = words.firstMoves(moves.length, change?.moved ?? moves.length);
  const due = (at: Temporal.Instant | null): string =>
    at === null ? words.stands : formatInstant(at, timeZone, lang);
  return section({
    title,
    children: table<CalendarMove>({
      caption: title,
      columns: [
        {
          label: words.number,
          cell: (move) => requestCell(page, move),
          names: true,
        },
        { label: words.before, cell: ({ was }) => due(was) },
        { label: words.after, cell: ({ is }) => due(is) },
        {
          label: words.shift,
          cell: ({ was, is }) => dayShift(was?.toString() ?? null, is?.toString() ?? null, timeZone, lang),
        },
      ],
      groups: [{ rows: moves }],
    }),
  });
}

function undoForm({ lang, csrf, mayChange, version, current }: VersionPage): Content {
  if (!mayChange || version.n === current) return null;
  const words = editWords[lang];
  return panel({
    title: words.undo,
    children: [
      html`<p>${words.undoText}</p>`,
      form({
        lang,
        csrf,
        action: `${versionHref(version.n)}/kembali`,
        children: buttonRow(button({ label: words.undo, kind: 'quiet' })),
      }),
    ],
  });
}
