import type { QueueName, QueueRow } from '../request/index.ts';
import { keepsIdentityApart } from '../standard/index.ts';
import type { Agency, Organisation, Service } from '../standard/index.ts';
import { deskWords, figures, html, soft, table, tag } from '../ui/index.ts';
import type { Column, Content, Html, Lang, TagKind } from '../ui/index.ts';
import { describeTimeLeft, formatInstant } from '../working-time/index.ts';
import type { WorkingCalendar } from '../working-time/index.ts';
import { groupingAt, groupNames, timeLeftOf } from './queue-groups.ts';
import type { GroupName } from './queue-groups.ts';
import { queueWords } from './queue-words.ts';
import { pageWords } from './words.ts';

/** What the cells of a list are written from. */
export interface QueueGround {
  readonly lang: Lang;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly organisation: Organisation;
  readonly serviceOf: (id: string, version: number) => Service;
  /** Id of the official who looks. */
  readonly official: string;
}

interface Row extends QueueRow {
  readonly group: GroupName;
}

/** Requests under the groups of their time left; what has ended without groups. */
export function queueTable(ground: QueueGround, queue: QueueName, found: readonly QueueRow[]): Html {
  const words = deskWords[ground.lang];
  const groupOf = groupingAt(ground);
  const rows = found.map((row): Row => ({ ...row, group: groupOf(row) }));
  const grouped = Map.groupBy(rows, ({ group }) => group);
  const groups =
    queue === 'done'
      ? [{ rows }]
      : groupNames.map((name) => ({ label: words.group[name], rows: grouped.get(name) ?? [] }));
  return table({ caption: words.queue.caption, columns: columnsFor(ground, queue), groups });
}

function columnsFor(ground: QueueGround, queue: QueueName): readonly Column<Row>[] {
  const words = deskWords[ground.lang].column;
  const left = leftWordsAt(ground);
  return [
    { label: words.number, cell: (row) => soft(figures(row.number)) },
    { label: words.service, cell: (row) => serviceCell(row, ground), names: true },
    { label: words.applicant, cell: (row) => applicantOf(row, ground) },
    { label: words.step, cell: (row) => stepCell(row, ground) },
    { label: words.left, cell: (row) => leftCell(row, ground, left) },
    { label: words.holder, cell: (row) => soft(holderOf(row, ground, queue)) },
  ];
}

function serviceCell(row: QueueRow, { serviceOf, lang }: QueueGround): Content {
  const { title } = serviceOf(row.service, row.serviceVersion);
  const subject = row.subject !== null && row.subject !== title.id ? row.subject : null;
  return html`<a href="/meja/permohonan/${row.number}">${title[lang]}</a>${subject && html`<br>${soft(subject)}`}`;
}

const agencyName = (agencies: readonly Agency[], id: string): string =>
  agencies.find((agency) => agency.id === id)?.name ?? id;

function applicantOf(row: QueueRow, { organisation, serviceOf, lang }: QueueGround): string {
  if (row.agency !== null) return agencyName(organisation.agencies, row.agency);
  if (row.name !== null) return row.name;
  const hidden = keepsIdentityApart(serviceOf(row.service, row.serviceVersion));
  return hidden ? queueWords[lang].protected : '–';
}

function stepOf(row: QueueRow, { serviceOf, lang }: QueueGround): string {
  const step = serviceOf(row.service, row.serviceVersion).steps.find(({ id }) => id === row.step);
  return step?.title[lang] ?? pageWords[lang].status[row.status];
}

/** The step, and that it is past the time the standard gives it: a late step is seen before the deadline is. */
function stepCell(row: QueueRow, ground: QueueGround): Content {
  const title = stepOf(row, ground);
  const late = row.stepDue !== null && Temporal.Instant.compare(row.stepDue, ground.now) < 0;
  return late ? [title, ' ', tag({ kind: 'soon', label: queueWords[ground.lang].stepLate })] : title;
}

const groupTags: Readonly<Record<GroupName, TagKind>> = {
  late: 'late',
  today: 'soon',
  tomorrow: 'plain',
  week: 'plain',
  later: 'plain',
  paused: 'waiting',
  ended: 'plain',
};

function leftCell(row: Row, { lang }: QueueGround, leftWords: (due: Temporal.Instant) => string): Html {
  const { status } = pageWords[lang];
  if (row.status === 'returned') return tag({ kind: 'waiting', label: status.returned });
  if (row.status !== 'in-progress')
    return tag({ kind: row.status === 'closed' ? 'ok' : 'plain', label: status[row.status] });
  const kind = groupTags[row.group];
  if (!row.due) return tag({ kind: 'plain', label: queueWords[lang].notStarted });
  return tag({ kind, label: leftWords(row.due) });
}

/** What is left to a deadline, in words. Most of a page end with the same few days, so each is reckoned once. */
function leftWordsAt({ lang, now, calendar, timeZone }: QueueGround): (due: Temporal.Instant) => string {
  const known = new Map<number, string>();
  return (due) => {
    const words = known.get(due.epochMilliseconds) ?? wordsOf(due);
    known.set(due.epochMilliseconds, words);
    return words;
  };
  function wordsOf(due: Temporal.Instant): string {
    const left = timeLeftOf(due, now, calendar);
    // Counted day and night, a deadline may fall where no working time lies: then the date says more.
    return left ? describeTimeLeft(left, lang) : queueWords[lang].due(formatInstant(due, timeZone, lang));
  }
}

/**
 * Whose turn it is: whoever has taken it up, or the post at which it waits for somebody to do so. What waits for oneself
 * waits at one's own post: that need not be said on every line.
 */
function holderOf(row: QueueRow, ground: QueueGround, queue: QueueName): string {
  const words = queueWords[ground.lang];
  if (row.takenBy === ground.official) return words.me;
  const posts = row.waitsAt.map((position) => titleOf(position, ground)).join(', ');
  if (row.takenByName !== null) return row.takenByName;
  if (!row.waiting) return '–';
  return posts === '' || queue === 'mine' ? words.nobody : `${posts}: ${words.nobody}`;
}

/** The title of a post; its id where the chart of today has it no more. */
export const titleOf = (
  position: string,
  { organisation, lang }: Pick<QueueGround, 'organisation' | 'lang'>,
): string => organisation.positions.find(({ id }) => id === position)?.title[lang] ?? position;
