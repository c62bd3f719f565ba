/** Beside the lists of requests: how the work stands at the posts below, and which duties are open. */
import type { OpenDuty, PostSummary } from '../request/index.ts';
import { dutiesOf } from '../standard/index.ts';
import type { Service } from '../standard/index.ts';
import { emptyState, figures, html, soft, table, tag } from '../ui/index.ts';
import type { Content, Html } from '../ui/index.ts';
import { formatInstant } from '../working-time/index.ts';
import { hrefOf } from './queue-address.ts';
import { countShown } from './queue-filters.ts';
import { titleOf } from './queue-table.ts';
import type { QueueGround } from './queue-table.ts';
import { queueWords } from './queue-words.ts';

/** Each post with something to do leads to its part of the queue. */
export function postsTable(ground: QueueGround, posts: readonly PostSummary[]): Html {
  const { lang, now, timeZone } = ground;
  const words = queueWords[lang].posts;
  if (posts.length === 0) return emptyState({ title: words.noneTitle, text: words.noneText });
  const nearest = ({ nearest: due }: PostSummary): Content =>
    due === null
      ? '–'
      : tag({ kind: isPast(due, now) ? 'late' : 'plain', label: formatInstant(due, timeZone, lang) });
  return table({
    caption: words.caption,
    columns: [
      {
        label: words.post,
        names: true,
        cell: ({ position }) =>
          html`<a href="${hrefOf({ view: 'below', text: '', filter: { position } })}">${titleOf(position, ground)}</a>`,
      },
      { label: words.holder, cell: ({ holder }) => soft(holder ?? words.vacant) },
      { label: words.waiting, cell: ({ waiting }) => countShown(waiting), figures: true },
      { label: words.late, cell: ({ late }) => countShown(late), figures: true },
      { label: words.nearest, cell: nearest },
    ],
    groups: [{ rows: posts }],
  });
}

const isPast = (due: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(due, now) < 0;

/** What superiors owe after promises that were broken, the most pressing first. */
export function dutiesTable(ground: QueueGround, duties: readonly OpenDuty[]): Content {
  const { lang, now, timeZone, serviceOf } = ground;
  const words = queueWords[lang].duties;
  if (duties.length === 0) return emptyState({ title: words.noneTitle, text: words.noneText });
  const serviceFor = (duty: OpenDuty): Service => serviceOf(duty.service, duty.serviceVersion);
  const when = (instant: Temporal.Instant): string => formatInstant(instant, timeZone, lang);
  const list = table({
    caption: words.caption,
    columns: [
      {
        label: words.duty,
        names: true,
        cell: (row: OpenDuty) => {
          const title = dutiesOf(serviceFor(row)).find(({ id }) => id === row.duty)?.title[lang] ?? row.duty;
          return html`<a href="/meja/permohonan/${row.number}">${title}</a>`;
        },
      },
      {
        label: words.request,
        cell: (row) => html`${serviceFor(row).title[lang]}<br>${soft(figures(row.number))}`,
      },
      { label: words.post, cell: ({ position }) => soft(titleOf(position, ground)) },
      { label: words.opened, cell: ({ opened }) => when(opened) },
      {
        label: words.due,
        cell: ({ due }) =>
          isPast(due, now)
            ? tag({ kind: 'late', label: words.late(when(due)) })
            : tag({ kind: 'plain', label: when(due) }),
      },
    ],
    groups: [{ rows: duties }],
  });
  return [html`<p>${words.lead}</p>`, list];
}
