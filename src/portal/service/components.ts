/** The 14 components of a standard as the decree words them: six open, eight folded behind them. */
import {
  componentTitles,
  deliveryComponents,
  manufacturingComponents,
  type ComponentName,
  type Components,
  type Service,
} from '../../standard/index.ts';
import { attrs, folded, html, section } from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import { frontWords } from '../words/front.ts';

/** The decree speaks Indonesian; on an English page its words are marked so, for those who hear the page. */
const inIndonesian = (lang: Lang, content: Content): Html =>
  html`<div${attrs({ lang: lang === 'id' ? null : 'id' })}>${content}</div>`;

const itemList = (items: readonly string[]): Html =>
  html`<ol>${items.map((item) => html`<li>${item}</li>`)}</ol>`;

/** What the decree says under one heading, as printed. */
export function componentContent(components: Components, name: ComponentName, lang: Lang): Html {
  const component = components[name];
  return inIndonesian(
    lang,
    'items' in component ? itemList(component.items) : html`<p>${component.text}</p>`,
  );
}

/** How many items stand behind a folded heading. */
function countOf(components: Components, name: ComponentName): number | null {
  const component = components[name];
  return 'items' in component ? component.items.length : null;
}

function foldedComponent(components: Components, name: ComponentName, lang: Lang): Html {
  const count = countOf(components, name);
  const title = componentTitles[name][lang];
  return folded({
    summary: count === null ? title : `${title} (${count})`,
    children: componentContent(components, name, lang),
    id: `komponen-${name}`,
  });
}

/**
 * All 14 components as printed, under two headings (UU 25/2009 art. 21; PermenPANRB 15/2014: the six of the delivery reach
 * the public first). They are folded: what the six say stands in plain words further up on the page.
 */
export function componentsSection({ components }: Service, lang: Lang): Html {
  const words = frontWords[lang].service;
  const all = (names: readonly ComponentName[]): Html[] =>
    names.map((name) => foldedComponent(components, name, lang));
  return html`${section({ title: words.componentsDelivery, level: 3, children: all(deliveryComponents) })}${section({ title: words.componentsInside, level: 3, children: all(manufacturingComponents) })}`;
}
