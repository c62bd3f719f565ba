import { attrs, html, type Content, type Html } from '../html.ts';

export interface LiveProps {
  /** Once a page. */
  readonly id: string;
  /** How often a script looks for what is new; without one the page stays as it came. */
  readonly seconds: number;
  /** Of what is outside this part: when it changes, the whole page comes anew. */
  readonly state?: string;
  /** Another page of ours that has this part (`livePart`), where asking for this one would keep somebody signed in. */
  readonly from?: string;
  readonly children: Content;
}

/** A part that changes while one looks at it. Put in, and read out by screen readers, only when it says something new. */
export const live = (props: LiveProps): Html =>
  html`<div${attrs({ id: props.id, 'data-live': props.seconds, 'data-state': props.state, 'data-from': props.from, 'aria-live': 'polite', 'aria-atomic': 'true' })}>${props.children}</div>`;

/** A part that other pages show with `live` and `from`. */
export const livePart = (id: string, children: Content): Html => html`<div id="${id}">${children}</div>`;

/**
 * The way on from a page at a shared machine; a script goes it by itself after some seconds, once the server answers. Without
 * `seconds` only whoever presses it.
 */
export const returnLink = (props: {
  readonly label: string;
  readonly href: string;
  readonly seconds?: number;
}): Html =>
  html`<a${attrs({ class: 'button', href: props.href, 'data-return': props.seconds })}>${props.label}</a>`;
