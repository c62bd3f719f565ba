/** Services and their sections: what stands under each heading, and under which title. Pure. */
import type { ComponentName } from '../../model.ts';
import type { Line, Placed } from '../model.ts';
import type { Event, HeadingEvent } from './event.ts';
import type { HeadingName } from './headings.ts';
import { readMark, withoutMark } from './marks.ts';
import { isAllCaps } from './plain.ts';
import { continuedParts, returningTitles } from './returning-titles.ts';
import { sharedParts } from './shared-part.ts';
import { endOfService, introducesTable, withoutFoot } from './signature.ts';
import { findTitle } from './titles.ts';

export interface Section {
  readonly name: HeadingName;
  readonly heading: Line;
  /** Number or letter of the heading, counted from 1; null where it has none. */
  readonly value: number | null;
  readonly lines: readonly Line[];
}

export interface ServiceSections {
  readonly title: Placed | null;
  readonly sections: readonly Section[];
  /** What the decree prints once for all of its services. */
  readonly shared: ReadonlySet<HeadingName>;
  /** Parts before it, or behind the last, that have too few components to be a service of their own. */
  readonly dropped: readonly (readonly Section[])[];
}

export interface SectionedDecree {
  readonly services: readonly ServiceSections[];
  /** Lines before the first service: letterhead, considerations, and the decree itself. */
  readonly preamble: readonly Line[];
}

/** A service is believed where so many of its components are found. */
const LEAST_COMPONENTS = 3;

/** Where a service begins, or the part that all of them share. */
interface Start {
  readonly at: number;
  readonly isShared: boolean;
}

interface Span {
  readonly head: readonly Event[];
  readonly body: readonly Event[];
  readonly isShared: boolean;
}

/** Cuts the events where a service ends and the next begins, and where the title of a service comes again. */
export function readSections(events: readonly Event[], hasLooseRows: boolean): SectionedDecree {
  const starts = serviceStarts(events);
  const decree = sectionsAt(events, starts, hasLooseRows);
  const titles = decree.services.flatMap(({ title }) => (title ? [title.text] : []));
  const again = returningTitles(events, titles).difference(new Set(starts.map(({ at }) => at)));
  if (again.size === 0) return decree;
  const all = [...starts, ...[...again].map((at): Start => ({ at, isShared: false }))];
  return sectionsAt(
    events,
    all.toSorted((a, b) => a.at - b.at),
    hasLooseRows,
  );
}

function sectionsAt(
  events: readonly Event[],
  starts: readonly Start[],
  hasLooseRows: boolean,
): SectionedDecree {
  const [first] = starts;
  if (first === undefined) return { services: [], preamble: events.map(({ line }) => line) };
  const spans: Span[] = [];
  let head: readonly Event[] = events.slice(0, first.at);
  for (const [index, { at, isShared }] of starts.entries()) {
    const next = starts[index + 1];
    const { body, nextHead } = cutHead(events.slice(at, next?.at), next, hasLooseRows);
    spans.push({ head, body, isShared });
    head = nextHead;
  }
  return { services: servicesOf(spans), preamble: events.slice(0, first.at).map(({ line }) => line) };
}

/** Services with the components that they share; what a service says itself stands before. */
function servicesOf(spans: readonly Span[]): readonly ServiceSections[] {
  const parts = withRemainders(spans).map(({ head, body, isShared }) => ({
    title: findTitle(head)?.title ?? null,
    sections: sectionsOf(body),
    isShared,
  }));
  const shared = parts.filter(({ isShared }) => isShared).flatMap(({ sections }) => sections);
  const own = withContinued(parts).filter(({ isShared }) => !isShared);
  const believed = own.filter(isBelieved);
  return believed.map((part, index) => {
    const from = index === 0 ? 0 : own.indexOf(believed[index - 1] ?? part) + 1;
    const to = index === believed.length - 1 ? own.length : own.indexOf(part);
    return {
      title: part.title,
      sections: [...part.sections, ...shared],
      shared: new Set(shared.map(({ name }) => name)),
      dropped: own
        .slice(from, to)
        .filter((one) => !isBelieved(one))
        .map(({ sections }) => sections),
    };
  });
}

const isBelieved = ({ sections }: Part): boolean => countComponents(sections) >= LEAST_COMPONENTS;

interface Part {
  readonly title: Placed | null;
  readonly sections: readonly Section[];
  readonly isShared: boolean;
}

/** Parts of one service that stand in different annexes, put together where the first of them stands. */
function withContinued(parts: readonly Part[]): readonly Part[] {
  const owners = continuedParts(
    parts.map(({ title, sections, isShared }) => ({
      title: isShared ? null : (title?.text ?? null),
      components: componentsOf(sections),
    })),
  );
  return parts.flatMap((part, at) => {
    if (owners[at] !== null) return [];
    const others = parts.filter((_, index) => owners[index] === at);
    return [{ ...part, sections: [part, ...others].flatMap(({ sections }) => sections) }];
  });
}

/** A component that comes once more behind the last one begins no service where nothing else follows. */
function withRemainders(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const before = whole.at(-1);
    const isRemainder =
      !span.isShared && findTitle(span.head) === null && countComponents(sectionsOf(span.body)) === 1;
    if (before && isRemainder) {
      whole.splice(-1, 1, { ...before, body: [...before.body, ...span.body] });
    } else whole.push(span);
  }
  return whole;
}

const componentsOf = (sections: readonly Section[]): ReadonlySet<ComponentName> =>
  new Set(sections.flatMap(({ name }) => (name === 'other' ? [] : [name])));

const countComponents = (sections: readonly Section[]): number => componentsOf(sections).size;

const isComponent = (event: Event): event is HeadingEvent & { name: ComponentName } =>
  event.kind === 'heading' && event.name !== 'other';

/** Places where services begin: where a component comes again and the order begins anew, or a shared part ends. */
function serviceStarts(events: readonly Event[]): readonly Start[] {
  const shares = sharedParts(events);
  const starts: Start[] = [];
  let seen = new Set<HeadingName>();
  let opener: Opener | null = null;
  let titled = false;
  for (const [at, event] of events.entries()) {
    if (event.kind === 'title') titled = true;
    const part = shares.find(({ from, to }) => at >= from && at < to);
    if (part?.from === at) starts.push({ at, isShared: true });
    if (part) opener = null;
    if (part || !isComponent(event)) continue;
    const next = { event, count: countAbove(events, at), isTitled: titled || isBelowTitle(events, at) };
    if (opener === null || beginsAnew(next, opener, seen, titled)) {
      starts.push({ at, isShared: false });
      seen = new Set();
      opener = next;
    }
    titled = false;
    seen.add(event.name);
  }
  return starts;
}

/** The first component of a service, with the number that the line above its table has. */
interface Opener {
  readonly event: HeadingEvent;
  readonly count: number | null;
  /** A title stands between it and the heading before. */
  readonly isTitled: boolean;
}

/** Whether a line right above a heading is a title beyond doubt, and no entry of a list. */
function isBelowTitle(events: readonly Event[], at: number): boolean {
  const above = events.slice(0, at);
  const between = above.slice(above.findLastIndex(({ kind }) => kind === 'heading') + 1);
  const found = findTitle(between);
  const line = found && between[found.from]?.line;
  if (!line) return false;
  const mark = readMark(line.text);
  const isListed =
    mark !== null &&
    (['bullet', 'small'].includes(mark.kind) ||
      mark.value === 1 ||
      between.some((event) => event.line !== line && readMark(event.line.text)?.style === mark.style));
  return !isListed && (isAllCaps(withoutMark(line.text)) || line.heading === true);
}

/**
 * The number of the line right above a table: "2. Permohonan Informasi" begins the second service also where its first
 * component is one that the service before lacks.
 */
function countAbove(events: readonly Event[], at: number): number | null {
  const heading = events[at];
  if (heading?.kind !== 'heading' || !heading.inTable) return null;
  const above = events.slice(0, at).findLast(({ kind }) => kind !== 'noise');
  if (above?.kind !== 'content' || above.inTable) return null;
  const mark = readMark(above.line.text);
  return mark && mark.kind !== 'bullet' ? mark.value : null;
}

function beginsAnew(next: Opener, opener: Opener, seen: ReadonlySet<HeadingName>, titled: boolean): boolean {
  if (titled && seen.size >= LEAST_COMPONENTS) return true;
  const isSameRow = next.event.value !== null && next.event.value === opener.event.value;
  if (isSameRow && isNextCount(next, opener)) return true;
  if (!seen.has(next.event.name) || goesOn(next, seen, isSameRow)) return false;
  return next.event.name === opener.event.name || isSameRow || seen.size > 10;
}

const isNextCount = ({ count }: Opener, { count: before }: Opener): boolean =>
  count !== null && before !== null && count === before + 1;

/** A component that comes again before a service can be whole is a part of the one before, unless a title stands between. */
const goesOn = ({ isTitled }: Opener, seen: ReadonlySet<HeadingName>, isSameRow: boolean): boolean =>
  seen.size < LEAST_COMPONENTS && !isTitled && !(isSameRow && seen.size > 1);

/**
 * Takes from the end of a service what is the title of the next, and what follows its last component: signatures, other
 * annexes, and behind the end of a ruled table everything.
 */
function cutHead(
  events: readonly Event[],
  next: Start | undefined,
  hasLooseRows: boolean,
): { body: readonly Event[]; nextHead: readonly Event[] } {
  const hasNext = next !== undefined;
  const last = events.findLastIndex((event) => event.kind === 'heading');
  const heading = events[last];
  const { body: signed, after } = endOfService(heading, events.slice(last + 1));
  const { body: own, after: foot } = hasNext ? { body: signed, after: [] } : withoutFoot(signed);
  const titleAt = hasNext && !next.isShared ? (findTitle(own)?.from ?? own.length) : own.length;
  const tableEnd = own.findLastIndex((event) => event.kind === 'content' && event.inTable) + 1;
  const isEnded = isTabled(heading, tableEnd) && (hasNext || !hasLooseRows);
  const cut = isEnded ? Math.min(titleAt, tableEnd) : titleAt;
  const left = !hasNext || introducesTable(after) ? leftOut([...foot, ...after]) : [];
  return {
    body: [...events.slice(0, last + 1), ...own.slice(0, cut), ...left],
    nextHead: [...own.slice(cut), ...after],
  };
}

/** Whether a component stands in a table, beside its name or below. */
const isTabled = (heading: Event | undefined, tableEnd: number): boolean =>
  heading?.kind === 'heading' && heading.inTable && (heading.behind.length > 0 || tableEnd > 0);

/** What stands behind the end of the last service is told, as a part that is none of the components; with the table it heads. */
function leftOut(events: readonly Event[]): readonly Event[] {
  const [first, ...rest] = events.filter((event) => event.kind === 'content');
  if (first === undefined) return [];
  const { line } = first;
  const end = rest.findIndex(({ inTable }) => !inTable);
  const rows = rest.slice(0, end < 0 ? rest.length : end).map((event) => event.line);
  const behind = [line, ...rows];
  return [{ kind: 'heading', name: 'other', style: '', value: null, line, behind, inTable: false }];
}

function sectionsOf(events: readonly Event[]): readonly Section[] {
  const sections: (Section & { lines: Line[] })[] = [];
  for (const event of events) {
    if (event.kind === 'heading') {
      sections.push({ name: event.name, heading: event.line, value: event.value, lines: [...event.behind] });
    } else if (event.kind === 'content') sections.at(-1)?.lines.push(event.line);
  }
  return sections;
}
