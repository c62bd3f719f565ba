import type { EndingDelivery } from '../../product/index.ts';
import { keepsIdentityApart } from '../../standard/index.ts';
import type { Agency, Service } from '../../standard/index.ts';
import { emptyState, html, notice, pageHeading, soft, table, tag } from '../../ui/index.ts';
import type { Column, Content, Lang } from '../../ui/index.ts';
import { formatDate } from '../../working-time/index.ts';
import { endingWords } from './words.ts';

interface Telling {
  readonly lang: Lang;
  /** After how many the list was cut; null: it is whole. */
  readonly more: number | null;
  readonly today: Temporal.PlainDate;
  readonly agencies: readonly Agency[];
  readonly serviceOf: (row: EndingDelivery) => Service;
  readonly titleOf: (kind: EndingDelivery['kind']) => string;
}

/** From so few days on the owner has no more time for a new request to be handled in peace. */
const SOON = 30;

export function endingPage(rows: readonly EndingDelivery[], telling: Telling): Content {
  const { lang } = telling;
  const words = endingWords[lang];
  return [
    pageHeading({ title: words.title, lead: words.lead }),
    telling.more !== null &&
      notice({ lang, kind: 'info', children: html`<p>${words.more(telling.more)}</p>` }),
    rows.length === 0
      ? emptyState({ title: words.none, text: words.noneText })
      : table<EndingDelivery>({ caption: words.title, columns: columnsFor(telling), groups: [{ rows }] }),
  ];
}

function columnsFor(telling: Telling): readonly Column<EndingDelivery>[] {
  const { lang, serviceOf, titleOf } = telling;
  const words = endingWords[lang];
  return [
    {
      label: words.request,
      cell: (row) =>
        html`<a href="/meja/permohonan/${row.number}">${row.number}</a><br>${soft(serviceOf(row).title[lang])}`,
      names: true,
    },
    { label: words.owner, cell: (row) => ownerOf(row, telling) },
    { label: words.product, cell: ({ kind }) => titleOf(kind) },
    { label: words.ends, cell: (row) => endCell(row, telling) },
    { label: words.notice, cell: (row) => noticeCell(row, lang) },
  ];
}

function ownerOf(row: EndingDelivery, { agencies, serviceOf, lang }: Telling): string {
  const agency = agencies.find(({ id }) => id === row.agency)?.name;
  const parts = [row.name, agency].filter((part) => part !== null && part !== undefined);
  if (parts.length > 0) return parts.join(', ');
  return keepsIdentityApart(serviceOf(row)) ? endingWords[lang].protected : '–';
}

function endCell({ endsOn }: EndingDelivery, { today, lang }: Telling): Content {
  const { days } = today.until(endsOn, { largestUnit: 'days' });
  const left = endingWords[lang].left(days);
  return html`${formatDate(endsOn, lang)}<br>${days <= SOON ? tag({ kind: 'soon', label: left }) : soft(left)}`;
}

function noticeCell({ noticed, told }: EndingDelivery, lang: Lang): Content {
  const words = endingWords[lang];
  if (noticed === null) return soft(words.notYet);
  return told ? words.told(noticed) : words.notTold;
}
