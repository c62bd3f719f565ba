import { attrs, classes, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import { icon } from './icon.ts';

export interface Card {
  readonly title: Content;
  readonly href: string;
  readonly text?: Content;
  /** The promise, or the largest fact of the card. */
  readonly fact?: Content;
  /** What it means now. */
  readonly meaning?: Content;
}

/** Services or governments to choose from. The whole card leads to its page; the link's text is the title. */
export function cards({
  items,
  level = 2,
}: {
  readonly items: readonly Card[];
  readonly level?: 2 | 3;
}): Html {
  const lines = items.map((card) => {
    const link = html`<a href="${card.href}">${card.title}</a>`;
    const title =
      level === 3 ? html`<h3 class="card-title">${link}</h3>` : html`<h2 class="card-title">${link}</h2>`;
    const text = card.text && html`<p class="card-text">${card.text}</p>`;
    const fact = card.fact && html`<p class="card-fact">${card.fact}</p>`;
    return html`<li class="card">${title}${text}<div class="card-foot">${fact}${card.meaning && html`<p class="card-meaning">${card.meaning}</p>`}</div></li>`;
  });
  return html`<ul class="cards" role="list">${lines}</ul>`;
}

export interface PaginationProps {
  readonly lang: Lang;
  readonly previousHref?: string | null;
  readonly nextHref?: string | null;
  /** "1–50 dari 431". */
  readonly summary?: Content;
}

/** Earlier and later parts of a list, by key and not by page number. Nothing when there is only one part. */
export function pagination(props: PaginationProps): Content {
  if (!props.previousHref && !props.nextHref) return null;
  const words = common[props.lang];
  const previous =
    props.previousHref &&
    html`<a rel="prev" href="${props.previousHref}">${icon('left')}${words.do.previous}</a>`;
  const next =
    props.nextHref && html`<a rel="next" href="${props.nextHref}">${words.do.next}${icon('right')}</a>`;
  return html`<nav class="pagination" aria-label="${words.state.pages}">${previous}<span class="pagination-sum">${props.summary}</span>${next}</nav>`;
}

/** Nothing here: why, and what to do next. */
export function emptyState(props: {
  readonly title: Content;
  readonly text?: Content;
  readonly action?: Content;
}): Html {
  const text = props.text && html`<p>${props.text}</p>`;
  const action = props.action && html`<p class="empty-action">${props.action}</p>`;
  return html`<div class="empty"><p class="empty-title">${props.title}</p>${text}${action}</div>`;
}

export interface Tab {
  readonly label: Content;
  readonly href: string;
  /** A number, or words such as "999+". */
  readonly count?: number | string | null;
  readonly current?: boolean;
}

/** Views of one list, with how much is in each. Links, so that they work everywhere. */
export function tabs({ label, items }: { readonly label: string; readonly items: readonly Tab[] }): Html {
  const lines = items.map((tab) => {
    const count =
      tab.count !== undefined && tab.count !== null && html` <span class="tab-count">${tab.count}</span>`;
    return html`<li><a${attrs({ href: tab.href, 'aria-current': tab.current ? 'page' : null })}>${tab.label}${count}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${label}"><ul role="list">${lines}</ul></nav>`;
}

export interface Crumb {
  readonly label: Content;
  readonly href: string;
}

/** The way back up. The page itself is not in it: its heading says where one is. */
export function breadcrumbs({
  lang,
  items,
}: {
  readonly lang: Lang;
  readonly items: readonly Crumb[];
}): Html {
  const lines = items.map((crumb) => html`<li><a href="${crumb.href}">${crumb.label}</a></li>`);
  return html`<nav class="crumbs" aria-label="${common[lang].frame.whereAmI}"><ol role="list">${lines}</ol></nav>`;
}

export interface Column<Row> {
  readonly label: Content;
  readonly cell: (row: Row) => Content;
  /** Figures stand to the right, under each other. */
  readonly figures?: boolean;
  /** The cell that names the row: read out with every other, and the heading of its card on a phone. */
  readonly names?: boolean;
}

export interface TableProps<Row> {
  /** What the table shows; read out, and seen with `captionSeen`. */
  readonly caption: Content;
  readonly captionSeen?: boolean;
  readonly columns: readonly Column<Row>[];
  /** Rows under group headings ("Terlambat", "Hari ini"); one group without label for a plain table. */
  readonly groups: readonly { readonly label?: Content; readonly rows: readonly Row[] }[];
}

/** Three columns fit on a phone, and figures compare better under each other. */
const MOST_COLUMNS_ON_A_PHONE = 3;

/** A table; where there is no room for all its columns, every row becomes a card with its labels, so that nothing scrolls sideways. */
export function table<Row>(props: TableProps<Row>): Html {
  const head = props.columns.map((column) =>
    // A heading that says nothing would be read out as one.
    column.label === ''
      ? html`<td></td>`
      : html`<th${attrs({ scope: 'col', class: column.figures ? 'cell-figures' : undefined })}>${column.label}</th>`,
  );
  const cells = props.columns.map(framed);
  const tableRow = (row: Row): Html => html`<tr>${cells.map((cell) => cell(row))}</tr>`;
  const groups = props.groups
    .filter((group) => group.rows.length > 0)
    .map((group) => {
      const label =
        group.label &&
        html`<tr class="group"><th scope="rowgroup" colspan="${props.columns.length}">${group.label}</th></tr>`;
      return html`<tbody>${label}${group.rows.map(tableRow)}</tbody>`;
    });
  const caption = html`<caption${attrs({ class: props.captionSeen ? undefined : 'unseen' })}>${props.caption}</caption>`;
  const wide = props.columns.length > MOST_COLUMNS_ON_A_PHONE;
  return html`<table${attrs({ class: classes('table', wide && 'table-wide') })}>${caption}<thead><tr>${head}</tr></thead>${groups}</table>`;
}

/** What stands around every cell of a column is the same in all rows, and made once. */
function framed<Row>({ label, cell, figures, names }: Column<Row>): (row: Row) => Html {
  const own = attrs({ class: classes(figures && 'cell-figures', names && 'cell-names') });
  if (names) return (row) => html`<th scope="row"${own}>${cell(row)}</th>`;
  const named = html`<span class="cell-label" aria-hidden="true">${label}</span>`;
  return (row) => html`<td${own}>${named}<div class="cell">${cell(row)}</div></td>`;
}
