/** From sections to services: every component read by its kind. Pure. */
import { componentTitles, isListComponent } from '../../model.ts';
import type { ComponentName, ListComponent, TextComponent } from '../../model.ts';
import type { ImportedComponents, ImportedFee, ImportedList, Line, Place, Placed } from '../model.ts';
import { readFee } from './fee.ts';
import { findComponentName } from './headings.ts';
import { isChannelHead } from './noise.ts';
import type { HeadingName } from './headings.ts';
import { joinOpenLines, readList, readText } from './items.ts';
import type { ReadList } from './items.ts';
import { looksRunOn, splitRunOn } from './run-on.ts';
import type { Section, ServiceSections } from './sections.ts';
import { readStaffCount } from './staffing.ts';
import { findTariffTable } from './tariff-table.ts';
import { isOpeningHours, readTime } from './time.ts';
import type { TimeReading } from './time.ts';

/** How a list was read, for the findings. */
export interface ListNotes extends ReadList {
  readonly runOn: 'guessed' | 'left' | null;
}

/** A service as read, with all that its findings need and its output does not show. */
export interface ReadService {
  readonly title: Placed | null;
  readonly components: ImportedComponents;
  /** Where each component's heading stands; absent where the decree has none. */
  readonly headings: ReadonlyMap<ComponentName, Place>;
  readonly lists: ReadonlyMap<ListComponent, ListNotes>;
  readonly time: TimeReading;
  /** The head of a table behind the standard, where the fee was read from it. */
  readonly tariffTable: Line | null;
  /** Headings among the components that are none of the fourteen. */
  readonly others: readonly Line[];
  /** Lines under revision marks that nobody has accepted. */
  readonly revised: readonly { readonly name: ComponentName; readonly line: Line }[];
  /** Headings of the time that only say when the door is open, beside one with the promise. */
  readonly hoursAside: readonly Line[];
  /** Components that the decree prints once for all of its services. */
  readonly shared: ReadonlySet<HeadingName>;
  /** Headings of parts that have too few components to be a service, part by part. */
  readonly dropped: readonly (readonly Line[])[];
  /** Components that stand twice in one service. */
  readonly repeated: readonly { readonly name: ComponentName; readonly place: Place }[];
}

const componentNames = Object.keys(componentTitles) as ComponentName[];
/** Lines that say "nothing": the component is there and empty. */
const isNothing = (text: string): boolean => /^[-–—._…\s]*$/.test(text);

export function readService({ title, sections, shared, dropped }: ServiceSections): ReadService {
  const own = (name: HeadingName): readonly Section[] => sections.filter((section) => section.name === name);
  const linesOf = (name: ComponentName): readonly Line[] =>
    own(name)
      .flatMap(({ lines }) => lines)
      .filter(({ text }) => !isNothing(text));
  const lists = new Map(
    componentNames.filter(isListComponent).map((name) => [name, readItems(name, linesOf(name))]),
  );
  const timeText = textOf('time', promiseLines(own('time').map(({ lines }) => lines)));
  const time = readTime(timeText.text);
  const { fee, tariffTable } = feeOf(textOf('fee', linesOf('fee')), own('other'));
  const staffing = textOf('staffing', linesOf('staffing'));
  const itemsOf = (name: ListComponent): ImportedList => ({ items: lists.get(name)?.items ?? [] });
  return {
    title,
    components: {
      requirements: itemsOf('requirements'),
      procedure: itemsOf('procedure'),
      time: { ...timeText, promise: time.promise, entries: time.entries },
      fee,
      product: itemsOf('product'),
      complaints: itemsOf('complaints'),
      legalBasis: itemsOf('legalBasis'),
      facilities: itemsOf('facilities'),
      competence: itemsOf('competence'),
      supervision: itemsOf('supervision'),
      staffing: { ...staffing, count: readStaffCount(staffing.text) },
      serviceGuarantee: itemsOf('serviceGuarantee'),
      safetyGuarantee: itemsOf('safetyGuarantee'),
      evaluation: itemsOf('evaluation'),
    },
    headings: new Map(
      sections
        .toReversed()
        .flatMap(({ name, heading }) => (name === 'other' ? [] : [[name, heading.place] as const])),
    ),
    lists,
    time,
    tariffTable,
    others: sections
      .filter(({ name, heading, lines }) => name === 'other' && lines.length > 0 && heading !== tariffTable)
      .map(({ heading }) => heading),
    revised: componentNames.flatMap((name) =>
      linesOf(name)
        .filter(({ struckOut }) => struckOut !== undefined)
        .map((line) => ({ name, line })),
    ),
    hoursAside: own('time')
      .filter((section) => own('time').length > 1 && isAside(section, time))
      .map(({ heading }) => heading),
    shared,
    dropped: dropped.map((part) => part.map(({ heading }) => heading)),
    repeated: componentNames.flatMap((name) =>
      own(name)
        .slice(1)
        .map(({ heading }) => ({ name, place: heading.place })),
    ),
  };
}

/** Of several headings for the time, those that say when the door is open are left out where another has the promise. */
function promiseLines(parts: readonly (readonly Line[])[]): readonly Line[] {
  const filled = parts.filter((lines) => lines.some(({ text }) => !isNothing(text)));
  const promising = filled.filter((lines) => !isOpeningHours(readText(lines, () => false)));
  return (promising.length > 0 ? promising : filled).flat().filter(({ text }) => !isNothing(text));
}

const isAside = ({ lines }: Section, { promise }: TimeReading): boolean =>
  promise !== null && isOpeningHours(readText(lines, () => false));

/** A fee as its cell says it, or with the table behind the standard that the cell points to. */
function feeOf(
  { text, place }: { readonly text: string; readonly place: Place | null },
  behind: readonly Section[],
): { readonly fee: ImportedFee; readonly tariffTable: Line | null } {
  const table = findTariffTable(text, behind);
  if (table === null) return { fee: { text, place, ...readFee(text) }, tariffTable: null };
  return { fee: { text: table.text, place, ...table.reading }, tariffTable: table.heading };
}

const namesItself =
  (name: ComponentName) =>
  (text: string): boolean =>
    findComponentName(text.replace(/[\s.:]+$/, '')) === name;

function textOf(name: TextComponent, lines: readonly Line[]): { text: string; place: Place | null } {
  return { text: readText(lines, namesItself(name)).replace(/^:\s*/, ''), place: lines[0]?.place ?? null };
}

/** What is no item: the name of the component again, or the head of a table with the channels for complaints. */
const headsOnly =
  (name: ListComponent) =>
  (text: string): boolean =>
    namesItself(name)(text) || (name === 'complaints' && isChannelHead(text));

/** A product may be called what the component is called; the others repeat their heading only by accident. */
function readItems(name: ListComponent, lines: readonly Line[]): ListNotes {
  const repeats = joinOpenLines(lines).length > 1 ? headsOnly(name) : () => false;
  const list = readList(lines, repeats);
  const [only] = list.items;
  if (!list.isOneLine || !only) return { ...list, runOn: null };
  const parts = splitRunOn(name, only.text);
  if (parts.length > 1)
    return { ...list, items: parts.map((text) => ({ text, place: only.place })), runOn: 'guessed' };
  return { ...list, runOn: looksRunOn(name, only.text) ? 'left' : null };
}
