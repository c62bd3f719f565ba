import { html, type Content, type Html } from '../html.ts';

export interface TreeItem {
  readonly content: Content;
  readonly below: readonly TreeItem[];
}

/** Who or what stands below what, as lists inside lists: read out as such, and drawn with a line. */
export const tree = (items: readonly TreeItem[]): Html =>
  html`<ul class="tree">${items.map((item) => html`<li><div class="tree-item">${item.content}</div>${item.below.length > 0 && tree(item.below)}</li>`)}</ul>`;
