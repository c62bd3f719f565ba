/**
 * Services whose components stand in two places: one annex for what the public sees (service delivery), another for what
 * the office does (manufacturing), each under the titles of the services again. Pure.
 */
import { componentTitles } from '../../model.ts';
import type { ComponentName } from '../../model.ts';
import type { Event, HeadingEvent } from './event.ts';
import { withoutMark } from './marks.ts';
import { isGroupHead } from './noise.ts';
import { plainName } from './plain.ts';

/** A title that the width of the page has broken stands in so many lines. */
const MOST_LINES = 3;
/** Shorter names are words that may stand anywhere. */
const SHORTEST = 8;

/**
 * The component headings right below a line that says the title of a service again, by their places among the events. What a
 * service gives or asks for may bear such a name as well: then the heading is the next of the service before.
 */
export function returningTitles(events: readonly Event[], titles: readonly string[]): ReadonlySet<number> {
  const known = new Set(titles.map(plainName).filter(({ length }) => length >= SHORTEST));
  if (known.size < 2) return new Set();
  return new Set(
    events.flatMap((event, at) => {
      if (event.kind !== 'heading' || event.name === 'other') return [];
      const above = events.slice(0, at);
      return isBelowTitle(above, known) && !isNext(event, event.name, above) ? [at] : [];
    }),
  );
}

const ORDER = Object.keys(componentTitles);
const ANNEX = /^lampiran\b/i;

/** Whether a heading goes on behind the one before it: by its number or, where they have none, in the order of the law. */
function isNext({ value }: HeadingEvent, name: ComponentName, above: readonly Event[]): boolean {
  const at = above.findLastIndex(({ kind }) => kind === 'heading');
  const before = above[at];
  if (before?.kind !== 'heading') return false;
  const isParted = above
    .slice(at)
    .some(({ kind, line }) => kind !== 'heading' && (isGroupHead(line.text) || ANNEX.test(line.text)));
  if (isParted) return false;
  if (value !== null && before.value !== null) return value > before.value;
  return ORDER.indexOf(name) > ORDER.indexOf(before.name);
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
