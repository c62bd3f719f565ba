/**
 * Services whose components stand in two places: one annex for what the public sees (service delivery), another for what
 * the office does (manufacturing), each under the titles of the services again. Pure.
 */
import type { ComponentName } from '../../model.ts';
import type { Event } from './event.ts';
import { withoutMark } from './marks.ts';
import { plainName } from './plain.ts';

/** A title that the width of the page has broken stands in so many lines. */
const MOST_LINES = 3;
/** Shorter names are words that may stand anywhere. */
const SHORTEST = 8;

/** The component headings right below a line that says the title of a service again, by their places among the events. */
export function returningTitles(events: readonly Event[], titles: readonly string[]): ReadonlySet<number> {
  const known = new Set(titles.map(plainName).filter(({ length }) => length >= SHORTEST));
  if (known.size < 2) return new Set();
  return new Set(
    events.flatMap((event, at) =>
      event.kind === 'heading' && event.name !== 'other' && isBelowTitle(events.slice(0, at), known)
        ? [at]
        : [],
    ),
  );
}

function isBelowTitle(above: readonly Event[], known: ReadonlySet<string>): boolean {
  const end = above.findLastIndex(({ kind }) => kind !== 'noise');
  let text = '';
  for (let at = end; at > end - MOST_LINES; at -= 1) {
    const event = above[at];
    if (event === undefined || (event.kind !== 'content' && event.kind !== 'title')) return false;
    text = `${withoutMark(event.line.text)} ${text}`;
    if (known.has(plainName(text))) return true;
  }
  return false;
}

/** A service, or one of its parts, by what is needed to put the parts together. */
interface Part {
  readonly title: string | null;
  readonly components: ReadonlySet<ComponentName>;
}

/**
 * Which of the parts before it each part goes on with, or null where it begins a service: the first of the same title, if
 * none of its components stands there already. Two services may bear one name; two times the same component are two services.
 */
export function continuedParts(parts: readonly Part[]): readonly (number | null)[] {
  const whole: { readonly at: number; readonly title: string; readonly names: Set<ComponentName> }[] = [];
  return parts.map(({ title, components }, at) => {
    const name = title === null ? '' : plainName(title);
    const before = whole.find((one) => one.title === name && one.names.isDisjointFrom(components));
    if (name !== '' && before) {
      for (const component of components) before.names.add(component);
      return before.at;
    }
    whole.push({ at, title: name, names: new Set(components) });
    return null;
  });
}
