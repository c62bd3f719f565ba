import { html, type Content, type Html } from '../html.ts';

/** A line of a directory: where it leads, its one telling fact, and a remark. */
export interface DirectoryLine {
  readonly title: Content;
  readonly href: string;
  /** "10 hari kerja": to the right where there is room. */
  readonly fact?: Content;
  readonly text?: Content;
}

/** Many things to choose from, a line each, to be taken in at one look; `cards` where there is more to say of each. */
export function directory(items: readonly DirectoryLine[]): Html {
  const lines = items.map(({ title, href, fact, text }) => {
    const remark = text && html`<p class="directory-text">${text}</p>`;
    const told = fact && html`<p class="directory-fact">${fact}</p>`;
    return html`<li class="directory-line"><a class="directory-link" href="${href}">${title}</a>${told}${remark}</li>`;
  });
  return html`<ul class="directory" role="list">${lines}</ul>`;
}
