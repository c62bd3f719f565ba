import { attrs, classes, html, type Content, type Html } from '../html.ts';

/** The page's one heading, with what stands just above it (a number, the service) and below it (one sentence). */
export function pageHeading(props: {
  readonly title: Content;
  readonly above?: Content;
  readonly lead?: Content;
}): Html {
  const above = props.above && html`<p class="heading-above">${props.above}</p>`;
  const lead = props.lead && html`<p class="lead">${props.lead}</p>`;
  return html`<div class="heading">${above}<h1>${props.title}</h1>${lead}</div>`;
}

export interface ColumnsProps {
  /** Name of the page and what it is for: on a phone the only thing above `side`. Without it `main` comes first. */
  readonly head?: Content;
  readonly main: Content;
  /** The promise and the next action; the decision on the desk. */
  readonly side: Content;
  readonly sideLabel?: string;
}

/**
 * A main column and a narrow one beside it, which stays in sight. On a phone they stand below each other in the order
 * in which they are read: head, side, main, so that the promise and the next action are never far down.
 */
export function columns({ head, main, side, sideLabel }: ColumnsProps): Html {
  const beside = html`<aside${attrs({ class: 'column-side', 'aria-label': sideLabel })}>${side}</aside>`;
  const under = html`<div class="column-main">${main}</div>`;
  if (!head) return html`<div class="columns">${under}${beside}</div>`;
  return html`<div class="columns columns-with-head"><div class="column-head">${head}</div>${beside}${under}</div>`;
}

/** One column as wide as a line of text should be: forms, letters, confirmations. */
export const narrow = (...children: readonly Content[]): Html => html`<div class="narrow">${children}</div>`;

export interface PanelProps {
  readonly title?: Content;
  readonly level?: 2 | 3;
  readonly id?: string;
  /** The next step on a page of the desk: its buttons stay in sight while its form is longer than the window. */
  readonly decides?: boolean;
  readonly children: Content;
}

/** A framed part of a page. */
export function panel(props: PanelProps): Html {
  return html`<section${attrs({ class: classes('panel', props.decides && 'panel-decides'), id: props.id })}>${heading(props)}${props.children}</section>`;
}

/** A part of a page under its heading, without a frame. */
export function section(props: PanelProps): Html {
  return html`<section${attrs({ class: 'section', id: props.id })}>${heading(props)}${props.children}</section>`;
}

function heading({ title, level }: PanelProps): Content {
  if (!title) return null;
  return level === 3 ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`;
}

/** Things in a list with bullets. */
export const bullets = (items: readonly Content[]): Html =>
  html`<ul class="bullets">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const withBreaks = (paragraph: string): Content =>
  paragraph.split('\n').map((line, at) => [at > 0 && html`<br>`, line]);

/** Paragraphs from a text with line breaks, as people type them and browsers send them (CRLF). */
export function paragraphs(text: string): Content {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => html`<p>${withBreaks(paragraph)}</p>`);
}

/** Text in the colour of a remark. */
export const soft = (children: Content): Html => html`<span class="soft">${children}</span>`;

/** Figures that stand under each other: numbers of requests, sums, times. */
export const figures = (children: Content): Html => html`<span class="figures">${children}</span>`;

export interface Pair {
  readonly term: Content;
  readonly value: Content;
  /** "Ubah", on a page to check one's answers. */
  readonly action?: Content;
}

/** Terms with their values: what was asked for, what is known about a service. */
export function pairs(items: readonly Pair[]): Html {
  const withActions = items.some((item) => item.action);
  const lines = items.map(
    (item) =>
      html`<div class="pair"><dt>${item.term}</dt><dd>${item.value}</dd>${withActions && html`<dd class="pair-action">${item.action}</dd>`}</div>`,
  );
  return html`<dl${attrs({ class: classes('pairs', withActions && 'pairs-with-actions') })}>${lines}</dl>`;
}

/** A long part, folded under a clear heading. */
export function folded(props: {
  readonly summary: Content;
  readonly children: Content;
  readonly open?: boolean;
  readonly id?: string;
}): Html {
  return html`<details${attrs({ class: 'folded', open: props.open, id: props.id })}><summary>${props.summary}</summary><div class="folded-inside">${props.children}</div></details>`;
}
