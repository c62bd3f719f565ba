/**
 * Headings of no component, outside tables. What stands under one is no part of the component above, so whatever has
 * the form of the headings around it ends that component: the number that is missing between them, their style, or a
 * label where all of them are labels. Pure.
 */
import type { Line } from '../model.ts';
import { CHAPTER_STYLE, FLAT_STYLE, ROW_STYLE, STEPS_STYLE } from './event.ts';
import type { Event, HeadingEvent, HeadingStyle } from './event.ts';
import { readFeeClosely } from './fee.ts';
import type { HeadingName } from './headings.ts';
import { styleOf } from './heading-style.ts';
import { readMark } from './marks.ts';
import type { Mark } from './marks.ts';
import { readStaffCount } from './staffing.ts';
import { readTime } from './time.ts';

/** What stands between a heading and the next, or the end. */
interface Gap {
  readonly heading: HeadingEvent;
  readonly next: HeadingEvent | null;
  /** Another service begins with the next heading: its title stands in this gap. */
  readonly isLast: boolean;
  readonly events: readonly Event[];
}

type Content = Extract<Event, { kind: 'content' }>;
const LONGEST = 80;

/** The same events, with what looks like a heading of its own made one. */
export function endAtUnknown(events: readonly Event[]): readonly Event[] {
  const gaps = gapsOf(events);
  const look = commonLook(gaps);
  const areLabels = gaps.length > 0 && gaps.every(({ heading }) => heading.behind.length > 0);
  const unknown = new Set<Event>();
  for (const gap of gaps) {
    for (const event of [...numbered(gap), ...lookingAlike(gap, look)]) unknown.add(event);
    if (areLabels) for (const event of labelled(gap)) unknown.add(event);
  }
  return events.map((event) =>
    event.kind === 'content' && unknown.has(event) ? unknownHeading(event) : event,
  );
}

function gapsOf(events: readonly Event[]): readonly Gap[] {
  const places = events.flatMap((event, at) => (event.kind === 'heading' ? [at] : []));
  let seen = new Set<HeadingName>();
  return places.flatMap((at, index): readonly Gap[] => {
    const heading = events[at];
    const to = places[index + 1];
    const next = to === undefined ? undefined : events[to];
    if (heading?.kind !== 'heading') return [];
    seen.add(heading.name);
    const isLast = next?.kind === 'heading' && next.name !== 'other' && seen.has(next.name);
    if (isLast) seen = new Set();
    if ([ROW_STYLE, FLAT_STYLE, CHAPTER_STYLE, STEPS_STYLE].includes(heading.style)) return [];
    return [
      { heading, next: next?.kind === 'heading' ? next : null, isLast, events: events.slice(at + 1, to) },
    ];
  });
}

const contentsOf = ({ events }: Gap): readonly Content[] =>
  events.filter((event): event is Content => event.kind === 'content' && !event.inTable);

const isShort = ({ text }: Line): boolean => text.length <= LONGEST && !/[.;,]$/.test(text);

/** "3. Jangka Waktu", then "4. …", then "5. Biaya": the fourth is a heading as well. */
function numbered(gap: Gap): readonly Content[] {
  const { heading } = gap;
  if (heading.style === '' || heading.value === null) return [];
  const marked = markedLike(gap, heading.style);
  const found: Content[] = [];
  for (let value = heading.value + 1; value <= lastMissing(gap); value += 1) {
    const { event } = nextHeading(marked, value) ?? {};
    if (!event || !isShort(event.line) || isTitleOfNext(gap, event)) break;
    found.push(event);
  }
  return found;
}

/** Behind the last component a number that goes on with the count of components is believed after so many. */
const LEAST_BEFORE_END = 6;

/** The last number of which a heading may stand in this gap; 0 where none may. */
function lastMissing({ heading, next }: Gap): number {
  const from = heading.value ?? 0;
  const to = next?.style === heading.style ? (next.value ?? 0) : 0;
  if (to > from) return to - 1;
  return from < LEAST_BEFORE_END ? 0 : from + 1;
}

interface MarkedContent {
  readonly event: Content;
  readonly mark: Mark;
}

const markedLike = (gap: Gap, style: HeadingStyle): readonly MarkedContent[] =>
  contentsOf(gap).flatMap((event) => {
    const mark = readMark(event.line.text);
    return mark && styleOf(mark) === style ? [{ event, mark }] : [];
  });

/** The line with this number that goes on with no list; else the last with it. */
function nextHeading(marked: readonly MarkedContent[], value: number): MarkedContent | undefined {
  const same = marked.filter(({ mark }) => mark.value === value);
  const isInList = (one: MarkedContent): boolean => marked[marked.indexOf(one) - 1]?.mark.value === value - 1;
  return same.find((one) => !isInList(one)) ?? same.at(-1);
}

/** Right before the first component of the next service stands its title. */
const isTitleOfNext = (gap: Gap, event: Content): boolean => gap.isLast && contentsOf(gap).at(-1) === event;

/** The look that the file gives nearly all headings of components without a number; null where they have none. */
function commonLook(gaps: readonly Gap[]): string | null {
  const looks = gaps.flatMap(({ heading }) => heading.line.look ?? []);
  const [most, count] = [...Map.groupBy(looks, (look) => look)]
    .map(([look, all]) => [look, all.length] as const)
    .toSorted((a, b) => b[1] - a[1])[0] ?? [null, 0];
  return count >= 3 && count >= gaps.length * 0.8 ? most : null;
}

/** Lines that look like the headings, with something below them. */
function lookingAlike(gap: Gap, look: string | null): readonly Content[] {
  if (look === null) return [];
  const contents = contentsOf(gap);
  const alike = contents.filter(({ line }) => line.look === look && isShort(line));
  const end = gap.isLast ? titleAt(contents, alike) : contents.length;
  return alike.filter((event) => {
    const at = contents.indexOf(event);
    return at < end && contents[at + 1] !== undefined && !alike.includes(contents[at + 1] ?? event);
  });
}

/** Before the next service: the last line that is set apart, in whatever way, is its title. */
function titleAt(contents: readonly Content[], alike: readonly Content[]): number {
  const apart = contents.findLastIndex(({ line }) => line.look !== undefined);
  return apart < 0 ? contents.length - alike.length : apart;
}

const LABEL = /^(\p{Lu}[\p{L} ,/&()-]{2,50}?)\s*:\s+\S/u;

/** Whether a text speaks of a fee, if only so that it has to be asked. */
function saysFee(text: string): boolean {
  const { free, amounts, trouble } = readFeeClosely(text);
  return free || amounts.length > 0 || trouble.length > 0;
}

/** Whether what stands behind a label says something of this component. */
const speaksOf: Readonly<Partial<Record<HeadingName, (text: string) => boolean>>> = {
  time: (text) => readTime(text).promise !== null || readTime(text).entries.length > 0,
  fee: saysFee,
  staffing: (text) => readStaffCount(text) !== null,
};

/** "Jangka Waktu: 3 hari kerja", and below "Kontak: …": a label that does not speak of time is no part of it. */
function labelled(gap: Gap): readonly Content[] {
  const speaks = speaksOf[gap.heading.name];
  if (!speaks) return [];
  const first = contentsOf(gap).find(({ line }) => LABEL.test(line.text));
  const rest = first?.line.text.replace(/^[^:]*:\s*/, '') ?? '';
  return first && !speaks(rest) ? [first] : [];
}

function unknownHeading({ line }: Content): Event {
  const rest = /:\s*(\S.*)$/.exec(line.text)?.[1];
  return {
    kind: 'heading',
    name: 'other',
    style: '',
    value: readMark(line.text)?.value ?? null,
    line,
    behind: rest === undefined ? [] : [{ ...line, text: rest }],
    inTable: false,
  };
}
