/** What can be compared: every service that two governments or more have. */
import { directory, emptyState, html, linkButton, pageHeading } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { compareWords } from '../words/compare.ts';

export interface Comparable {
  readonly name: string;
  readonly title: string;
  readonly governments: number;
}

/** The inside of the page; a common name a line. */
export function comparableList(lang: Lang, comparable: readonly Comparable[]): Html {
  const words = compareWords[lang];
  const heading = pageHeading({ title: words.title, lead: words.lead });
  if (comparable.length === 0) {
    const action = linkButton({ label: words.toFront, href: '/', kind: 'quiet' });
    return html`${heading}${emptyState({ title: words.nothing, text: words.nothingText, action })}`;
  }
  const lines = comparable.map(({ name, title, governments }) => ({
    title,
    href: `/bandingkan/${name}`,
    fact: words.governments(governments),
  }));
  return html`${heading}${directory(lines)}`;
}
