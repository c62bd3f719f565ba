/**
 * Which of the lines that look like headings are headings. Components of one service look alike ("A.", "B.", …), so the
 * look that most of them share decides; a line of another look is believed only where its component would be missing. Pure.
 */
import { CHAPTER_STYLE, FLAT_STYLE, ROW_STYLE, STEPS_STYLE } from './event.ts';
import type { Event, HeadingEvent } from './event.ts';

/** So many different components in lines, with no row between, are the form of a standard and no chance. */
const LEAST_IN_LINES = 3;

/** A table of steps ends what stands before it, and is no heading that others could look like. */
const isHeading = (event: Event): event is HeadingEvent =>
  event.kind === 'heading' && event.style !== STEPS_STYLE;
const namesOf = (headings: readonly HeadingEvent[]): Set<string> =>
  new Set(headings.map(({ name }) => name).filter((name) => name !== 'other'));

/** The same events, with headings that are none turned into content. */
export function acceptHeadings(events: readonly Event[]): readonly Event[] {
  const accepted = new Set<Event>();
  for (const stretch of stretches(events)) for (const heading of acceptedIn(stretch)) accepted.add(heading);
  return events.map((event) =>
    isHeading(event) && !accepted.has(event)
      ? { kind: 'content', line: event.line, inTable: event.inTable }
      : event,
  );
}

/** Headings in lines between rows; each row heading is a stretch of its own, and always accepted. */
function stretches(events: readonly Event[]): readonly (readonly HeadingEvent[])[] {
  const all: HeadingEvent[][] = [[]];
  for (const event of events.filter(isHeading)) {
    if (event.style === ROW_STYLE || event.style === CHAPTER_STYLE) all.push([event], []);
    else all.at(-1)?.push(event);
  }
  return all;
}

function acceptedIn(stretch: readonly HeadingEvent[]): readonly HeadingEvent[] {
  if (stretch[0]?.style === ROW_STYLE || stretch[0]?.style === CHAPTER_STYLE) return stretch;
  if (namesOf(stretch).size < LEAST_IN_LINES) return [];
  const byStyle = Map.groupBy(stretch, ({ style }) => style);
  const sizes = [...byStyle].map(([style, headings]) => [style, namesOf(headings).size] as const);
  const [main = ''] =
    sizes.toSorted(([a, x], [b, y]) => y - x || Number(b !== '') - Number(a !== ''))[0] ?? [];
  const ofMain = stretch.filter(({ style }) => style === main);
  const others = stretch.filter((heading) => heading.style !== main && heading.style !== FLAT_STYLE);
  return [...ofMain, ...others.filter((heading) => isMissing(heading, ofMain))];
}

/** Whether a heading's component is lacking in its service, as the headings of the main look make it. */
function isMissing(heading: HeadingEvent, main: readonly HeadingEvent[]): boolean {
  if (heading.name === 'other') return false;
  const line = heading.line.place.line;
  const before = main.filter((one) => one.line.place.line < line);
  const after = main.filter((one) => one.line.place.line > line);
  const here = [...untilRepeat(before.toReversed()), ...untilRepeat(after)];
  return !here.some(({ name }) => name === heading.name);
}

/** Headings until one of them comes again: there another service begins. */
function untilRepeat(headings: readonly HeadingEvent[]): readonly HeadingEvent[] {
  const seen = new Set<string>();
  const end = headings.findIndex(({ name }) => {
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  });
  return end < 0 ? headings : headings.slice(0, end);
}
