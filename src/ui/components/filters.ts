import { html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';

/** One thing that a list can be narrowed by: a link that stays in the address. */
export interface FilterChoice {
  readonly label: Content;
  readonly href: string;
  /** How many of the list have it; a number, or words such as "999+". */
  readonly count?: number | string;
}

/** A filter that is set; its link takes it away again. */
export interface SetFilter {
  readonly label: string;
  readonly removeHref: string;
}

export interface FiltersProps {
  readonly lang: Lang;
  readonly label: string;
  readonly set: readonly SetFilter[];
  /** Takes all of them away. */
  readonly clearHref: string;
  /** Asked for most; always in sight. */
  readonly quick: readonly FilterChoice[];
  /** All others, folded. */
  readonly more: readonly { readonly title: string; readonly choices: readonly FilterChoice[] }[];
  readonly moreLabel: string;
}

/** What a list is narrowed by, and what else it can be narrowed by. Nothing where there is neither. */
export function filters(props: FiltersProps): Content {
  const words = common[props.lang].do;
  const more = props.more.filter(({ choices }) => choices.length > 0);
  if (props.set.length + props.quick.length + more.length === 0) return null;
  const chips = props.set.map(
    ({ label, removeHref }) =>
      html`<li><a class="filter filter-set" href="${removeHref}"><span class="unseen">${words.removeFilter}</span>${label}<span aria-hidden="true"> ×</span></a></li>`,
  );
  const clear =
    props.set.length > 1 &&
    html`<li><a class="filter-clear" href="${props.clearHref}">${words.clearFilters}</a></li>`;
  const line = html`<ul class="filter-line" role="list">${chips}${clear}${props.quick.map(choiceOf)}</ul>`;
  return html`<nav class="filters" aria-label="${props.label}">${line}${more.length > 0 && folded(more, props.moreLabel)}</nav>`;
}

const choiceOf = ({ label, href, count }: FilterChoice): Html =>
  html`<li><a class="filter" href="${href}">${label}${count !== undefined && html` <span class="tab-count">${count}</span>`}</a></li>`;

const folded = (more: FiltersProps['more'], label: string): Html =>
  html`<details class="filters-more"><summary>${label}</summary><div class="filter-groups">${more.map(
    ({ title, choices }) =>
      html`<div><p class="filter-title">${title}</p><ul class="filter-line" role="list">${choices.map(choiceOf)}</ul></div>`,
  )}</div></details>`;
