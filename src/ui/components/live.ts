import { attrs, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import { notice } from './notice.ts';

export interface LiveProps {
  /** Once a page. */
  readonly id: string;
  /** How often a script looks for what is new; without one the page stays as it came. */
  readonly seconds: number;
  /** Of what is outside this part: when it changes, the whole page comes anew. */
  readonly state?: string;
  /** Another page of ours that has this part (`livePart`), where asking for this one would keep somebody signed in. */
  readonly from?: string;
  /** What is told above it while the server does not answer, since nobody sees that what they look at is old. */
  readonly away?: AwayProps;
  readonly children: Content;
}

export interface AwayProps {
  readonly lang: Lang;
  /** What to do then. */
  readonly advice: string;
  /** Forms are held back as well: on a machine that nobody could bring back from the browser's own page of errors. */
  readonly holdsForms?: boolean;
}

/** A part that changes while one looks at it. Put in, and read out by screen readers, only when it says something new. */
export const live = (props: LiveProps): Html =>
  html`${props.away && awayNotice(props.id, props.away)}<div${attrs({ id: props.id, 'data-live': props.seconds, 'data-state': props.state, 'data-from': props.from, 'aria-live': 'polite', 'aria-atomic': 'true' })}>${props.children}</div>`;

/** Shown by the script, which puts in since when; its place is there from the beginning, so that it is read out. */
function awayNotice(id: string, { lang, advice, holdsForms }: AwayProps): Html {
  const { away, awayText } = common[lang].live;
  const told = notice({
    lang,
    kind: 'warning',
    title: html`${away} <span data-since></span>`,
    children: html`<p>${advice} ${awayText}</p>`,
  });
  return html`<div${attrs({ role: 'status', 'data-away': id, 'data-holds': holdsForms ? 'yes' : null })}><div hidden>${told}</div></div>`;
}

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
