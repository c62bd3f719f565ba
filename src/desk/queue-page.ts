import type { QueueCounts, QueueName, QueuePage, QueueRow } from '../request/index.ts';
import { countCeiling } from '../request/index.ts';
import { keepsIdentityApart } from '../standard/index.ts';
import type { Agency, Organisation, Service } from '../standard/index.ts';
import {
  deskWords,
  emptyState,
  figures,
  html,
  pageHeading,
  pagination,
  searchForm,
  soft,
  table,
  tabs,
  tag,
} from '../ui/index.ts';
import type { Column, Content, Html, Lang, TagKind } from '../ui/index.ts';
import { describeTimeLeft, formatInstant } from '../working-time/index.ts';
import type { WorkingCalendar } from '../working-time/index.ts';
import { groupingAt, groupNames, timeLeftOf } from './queue-groups.ts';
import type { GroupName } from './queue-groups.ts';
import { pageWords } from './words.ts';

/** The parts of the queue as they stand in addresses. */
export const queuePaths: Readonly<Record<QueueName, string>> = {
  mine: 'saya',
  below: 'semua',
  returned: 'menunggu',
  done: 'selesai',
};
export const queueNames = Object.keys(queuePaths) as QueueName[];

export interface QueueProps {
  readonly lang: Lang;
  readonly queue: QueueName;
  readonly text: string;
  /** True on a page after the first. */
  readonly further: boolean;
  readonly page: QueuePage;
  readonly counts: QueueCounts;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly organisation: Organisation;
  readonly serviceOf: (id: string, version: number) => Service;
  /** Id of the official who looks. */
  readonly official: string;
}

/** The inside of the queue. */
export function queuePage(props: QueueProps): Content {
  const words = pageWords[props.lang].queue;
  const filled = props.page.rows.length > 0;
  return [
    pageHeading({ title: words.title }),
    queueTabs(props),
    searchForm({
      lang: props.lang,
      action: '/meja',
      name: 'cari',
      label: deskWords[props.lang].queue.search,
      placeholder: deskWords[props.lang].queue.searchExample,
      value: props.text,
      clearHref: queueHref(props.queue),
      hidden: { daftar: queuePaths[props.queue] },
      kind: 'quiet',
    }),
    filled ? queueTable(props) : nothingHere(props),
    pagination({
      lang: props.lang,
      nextHref: props.page.next === null ? null : queueHref(props.queue, { sesudah: props.page.next }),
      summary: props.further && html`<a href="${queueHref(props.queue)}">${words.first}</a>`,
    }) ??
      (props.further && html`<p><a href="${queueHref(props.queue)}">${words.first}</a></p>`),
  ];
}

/** The address of a part of the queue with its filters. */
function queueHref(queue: QueueName, more: Readonly<Record<string, string>> = {}): string {
  return `/meja?${new URLSearchParams({ daftar: queuePaths[queue], ...more }).toString()}`;
}

const countShown = (count: number): number | string =>
  count >= countCeiling ? `${countCeiling - 1}+` : count;

function queueTabs({ lang, queue, counts, text }: QueueProps): Html {
  const words = pageWords[lang].queue;
  const items = queueNames.map((name) => ({
    label: words.names[name],
    href: queueHref(name, text ? { cari: text } : {}),
    current: name === queue,
    ...(name === 'done' ? {} : { count: countShown(counts[name]) }),
  }));
  return tabs({ label: words.tabs, items });
}

function nothingHere({ lang, text }: QueueProps): Html {
  const words = deskWords[lang].queue;
  return text
    ? emptyState({ title: words.noneFound(text), text: pageWords[lang].queue.noneText })
    : emptyState({ title: words.emptyTitle, text: words.emptyText });
}

interface Row extends QueueRow {
  readonly group: GroupName;
}

function queueTable(props: QueueProps): Html {
  const { lang, page, queue } = props;
  const groupOf = groupingAt(props);
  const rows = page.rows.map((row): Row => ({ ...row, group: groupOf(row) }));
  const grouped = Map.groupBy(rows, ({ group }) => group);
  const groups =
    queue === 'done'
      ? [{ rows }]
      : groupNames.map((name) => ({
          label: deskWords[lang].group[name],
          rows: grouped.get(name) ?? [],
        }));
  return table({ caption: deskWords[lang].queue.caption, columns: columnsFor(props), groups });
}

function columnsFor(props: QueueProps): readonly Column<Row>[] {
  const words = deskWords[props.lang].column;
  return [
    { label: words.number, cell: (row) => soft(figures(row.number)) },
    { label: words.service, cell: (row) => serviceCell(row, props), names: true },
    { label: words.applicant, cell: (row) => applicantOf(row, props) },
    { label: words.step, cell: (row) => stepOf(row, props) },
    { label: words.left, cell: (row) => leftCell(row, props) },
    { label: words.holder, cell: (row) => soft(holderOf(row, props)) },
  ];
}

function serviceCell(row: QueueRow, { serviceOf, lang }: QueueProps): Content {
  const { title } = serviceOf(row.service, row.serviceVersion);
  const subject = row.subject !== null && row.subject !== title.id ? row.subject : null;
  return html`<a href="/meja/permohonan/${row.number}">${title[lang]}</a>${subject && html`<br>${soft(subject)}`}`;
}

const agencyName = (agencies: readonly Agency[], id: string): string =>
  agencies.find((agency) => agency.id === id)?.name ?? id;

function applicantOf(row: QueueRow, { organisation, serviceOf, lang }: QueueProps): string {
  if (row.agency !== null) return agencyName(organisation.agencies, row.agency);
  if (row.name !== null) return row.name;
  const hidden = keepsIdentityApart(serviceOf(row.service, row.serviceVersion));
  return hidden ? pageWords[lang].queue.protected : '–';
}

function stepOf(row: QueueRow, { serviceOf, lang }: QueueProps): string {
  const step = serviceOf(row.service, row.serviceVersion).steps.find(({ id }) => id === row.step);
  return step?.title[lang] ?? pageWords[lang].status[row.status];
}

const groupTags: Readonly<Record<GroupName, TagKind>> = {
  late: 'late',
  today: 'soon',
  tomorrow: 'plain',
  week: 'plain',
  later: 'plain',
  paused: 'waiting',
};

function leftCell(row: Row, props: QueueProps): Html {
  const { lang, now, calendar, timeZone } = props;
  const words = pageWords[lang];
  if (row.status === 'returned') return tag({ kind: 'waiting', label: words.status.returned });
  if (row.status !== 'in-progress')
    return tag({ kind: row.status === 'closed' ? 'ok' : 'plain', label: words.status[row.status] });
  const kind = groupTags[row.group];
  if (!row.due) return tag({ kind: 'plain', label: words.queue.notStarted });
  const left = timeLeftOf(row.due, now, calendar);
  // Counted day and night, a deadline may fall where no working time lies: then the date says more.
  const label = left ? describeTimeLeft(left, lang) : words.queue.due(formatInstant(row.due, timeZone, lang));
  return tag({ kind, label });
}

function holderOf(row: QueueRow, { lang, official }: QueueProps): string {
  const words = pageWords[lang].queue;
  if (row.takenBy === official) return words.me;
  return row.takenByName ?? (row.waiting ? words.nobody : '–');
}
