import type { Facet, QueueCounts, QueueName, QueuePage } from '../request/index.ts';
import { deskWords, emptyState, html, pageHeading, pagination, searchForm, soft, tabs } from '../ui/index.ts';
import type { Content, Html, Lang } from '../ui/index.ts';
import { STOPPED } from './deliveries/stopped-routes.ts';
import { deliveryWords } from './deliveries/words.ts';
import { hrefOf, parametersOf, views } from './queue-address.ts';
import type { QueueAddress, View } from './queue-address.ts';
import { countShown, queueFilters } from './queue-filters.ts';
import type { FilterGround } from './queue-filters.ts';
import { queueTable } from './queue-table.ts';
import type { QueueGround } from './queue-table.ts';
import { ENDING } from './ending/routes.ts';
import { endingWords } from './ending/words.ts';
import { queueWords } from './queue-words.ts';

export interface QueueFrame {
  readonly lang: Lang;
  readonly address: QueueAddress;
  readonly counts: QueueCounts;
  /** Whether somebody stands below whoever looks. */
  readonly leads: boolean;
  /** What stopped and needs somebody; nothing where nothing did. */
  readonly stopped: Content;
}

/** Heading, parts of the queue and search: above every list of the desk. */
export function queueFrame(frame: QueueFrame, inside: Content): Content {
  const { lang, address } = frame;
  const hidden = parametersOf({ ...firstOf(address), text: '' });
  return [
    pageHeading({ title: queueWords[lang].title }),
    frame.stopped,
    queueTabs(frame),
    searchForm({
      lang,
      action: '/meja',
      name: 'cari',
      label: deskWords[lang].queue.search,
      placeholder: deskWords[lang].queue.searchExample,
      value: address.text,
      clearHref: hrefOf({ ...firstOf(address), text: '' }),
      hidden,
      kind: 'quiet',
    }),
    inside,
    html`<p>${soft(html`<a href="${STOPPED}">${deliveryWords[lang].stoppedTitle}</a> · <a href="${ENDING}">${endingWords[lang].title}</a>`)}</p>`,
  ];
}

const firstOf = ({ view, filter, text }: QueueAddress): QueueAddress => ({ view, filter, text });

function queueTabs({ lang, address, counts, leads }: QueueFrame): Html {
  const words = queueWords[lang];
  const shown = (view: View): boolean =>
    view === 'posts' ? leads : view !== 'duties' || counts.duties > 0 || address.view === view;
  const items = views.filter(shown).map((view) => ({
    label: words.views[view],
    href: hrefOf({ view, text: '', filter: {} }),
    current: view === address.view && address.text === '',
    ...(view === 'done' || view === 'posts' ? {} : { count: countShown(counts[view]) }),
  }));
  return tabs({ label: words.tabs, items });
}

export interface QueueProps extends QueueFrame {
  readonly ground: QueueGround;
  readonly queue: QueueName;
  readonly page: QueuePage;
  readonly facets: readonly Facet[];
  readonly facetsComplete: boolean;
  readonly limit: number;
  readonly titles: Pick<FilterGround, 'serviceTitle' | 'stepTitle'>;
}

/** The inside of a list of requests. */
export function queuePage(props: QueueProps): Content {
  const { lang, address, ground, queue, page, facets, facetsComplete, titles } = props;
  const filled = page.rows.length > 0;
  return queueFrame(props, [
    queueFilters({ lang, address, facets, facetsComplete, organisation: ground.organisation, ...titles }),
    filled && html`<p>${soft(orderNote(props))}</p>`,
    filled ? queueTable(ground, address.text === '' ? queue : 'below', page.rows) : nothingHere(props),
    wayOn(lang, address, page.next),
  ]);
}

/** In which order the list stands, or what was searched. */
function orderNote({ lang, address, queue, page, limit }: QueueProps): string {
  const words = queueWords[lang];
  if (address.text === '') return words.order[queue];
  const found = page.guessed ? words.guessed(address.text) : words.found(address.text);
  if (page.partial) return `${found} ${words.frequent}`;
  return page.rows.length < limit ? found : `${found} ${words.manyFound(limit)}`;
}

/** The way to the next page of a list, and back to its first. */
export function wayOn(lang: Lang, address: QueueAddress, next: string | null): Content {
  const back =
    address.after !== undefined && html`<a href="${hrefOf(firstOf(address))}">${queueWords[lang].first}</a>`;
  const nextHref = next === null ? null : hrefOf({ ...address, after: next });
  return pagination({ lang, nextHref, summary: back }) ?? (back && html`<p>${back}</p>`);
}

function nothingHere({ lang, address }: QueueProps): Html {
  const words = queueWords[lang];
  const { queue } = deskWords[lang];
  if (address.text !== '') return emptyState({ title: queue.noneFound(address.text), text: words.noneText });
  return Object.keys(address.filter).length > 0
    ? emptyState({ title: words.noneFilteredTitle, text: words.noneFilteredText })
    : emptyState({ title: queue.emptyTitle, text: queue.emptyText });
}
