/** From the lines under a heading to the items of its list. Pure. */
import type { Line, Placed } from '../model.ts';
import { casesOf } from './case-labels.ts';
import type { Case } from './case-labels.ts';
import { breaksWord, joinBroken } from './broken-words.ts';
import { splitInline } from './inline-list.ts';
import { readMark, romanMark } from './marks.ts';
import type { Mark } from './marks.ts';
import { tidy } from './plain.ts';

/** An item with what stands under it; lists within lists become part of their item. */
interface Node {
  readonly mark: Mark | null;
  readonly place: Line['place'];
  text: string;
  readonly children: Node[];
  readonly isDiagram: boolean;
}

export interface ReadList {
  readonly items: readonly Placed[];
  /** The sentence before the list ("… sebagai berikut:"), which is no item. */
  readonly lead: Placed | null;
  /** Numbers of the list as printed; empty where it has none. */
  readonly numbers: readonly { readonly value: number; readonly place: Line['place'] }[];
  /** Lists within items that do not begin at 1: the number each begins with. */
  readonly innerNumbers: readonly { readonly value: number; readonly place: Line['place'] }[];
  /** What heads the cases of the list, each of which is one item. */
  readonly cases: readonly Placed[];
  /** Flow diagrams that stand beside the list. */
  readonly diagrams: readonly Placed[];
  /** One line of a flattened file with no mark at all: what it ran together can only be guessed. */
  readonly isOneLine: boolean;
}

/** Lines that the width of a column has broken, put together again. */
export function joinOpenLines(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && goesOn(last, line)) {
      joined.splice(-1, 1, { ...last, text: joinBroken(last.text, line.text), open: line.open ?? false });
    } else joined.push(line);
  }
  return joined;
}

function goesOn(last: Line, line: Line): boolean {
  if (last.diagram === true || line.diagram === true) return false;
  if (breaksWord(last.text, line.text) || breaksUnit(last.text, line.text)) return true;
  if (last.open !== true) return false;
  return readMark(line.text) === null || continuesNumber(last.text, line.text);
}

/** "2 (dua) hari" and, on the next line, "kerja": nothing begins so, and without it the days would be others. */
const breaksUnit = (before: string, text: string): boolean =>
  /\bhari$/i.test(before) && /^(?:kerja|kalender)\b/i.test(text);

/** "… Tahun 2014 Nomor" and, on the next line, "6. …" is no mark, but a number that the line broke off. */
const continuesNumber = (before: string, text: string): boolean =>
  /\b(?:nomor|no\.?|tahun|pasal|ayat|sebanyak)$/i.test(before) && /^\d/.test(text);

/** The list under a heading: items in order, their own lists within them. `name` is what the component is called. */
export function readList(source: readonly Line[], isOwnName: (text: string) => boolean): ReadList {
  const joined = joinOpenLines(source).filter(({ text }) => !isOwnName(text) || isListed(text));
  const lines = joined.flatMap(splitInline);
  const drawn = lines.filter(({ diagram }) => diagram === true);
  const cases = casesOf(lines, (text) => LEAD_WORDS.test(text));
  const nodes = withoutNames(cases.flatMap(nodesOf), isOwnName);
  const { lead, rest } = takeLead(nodes);
  const listed = rest.filter(({ isDiagram }) => !isDiagram);
  const used = listed.length > 0 ? listed : rest;
  return {
    items: used.map((node) => ({ text: textOf(node), place: node.place })).filter(({ text }) => text !== ''),
    lead,
    numbers: used.flatMap(({ mark, place }) =>
      mark && mark.kind !== 'bullet' ? [{ value: mark.value, place }] : [],
    ),
    innerNumbers: used.flatMap(innerStarts),
    cases: cases.flatMap(({ label }) => label ?? []),
    diagrams:
      listed.length > 0
        ? drawn.filter((line) => rest.some(({ isDiagram, place }) => isDiagram && place === line.place))
        : [],
    isOneLine: source.length === 1 && lines.length === 1 && nodes[0]?.mark === null,
  };
}

/** A case is one node, with its list below it. */
function nodesOf({ label, lines }: Case): readonly Node[] {
  if (!label) return treeOf(lines);
  const text = `${label.text.replace(/[\s:]+$/, '')}:`;
  return [{ mark: null, place: label.place, text, children: [...treeOf(lines)], isDiagram: false }];
}

/** An entry may be called like its component; a bullet only repeats the name. */
const isListed = (text: string): boolean => {
  const mark = readMark(text);
  return mark !== null && mark.kind !== 'bullet';
};

/** "a. Persyaratan Administrasi" above a list says only the component's name again: what counts is the list. */
const withoutNames = (nodes: readonly Node[], isOwnName: (text: string) => boolean): readonly Node[] =>
  nodes.flatMap((node, at) => {
    if (node.mark === null || !isOwnName(node.text)) return [node];
    const isAbove = node.children.length > 0 || nodes[at + 1]?.mark?.value === 1;
    return isAbove ? node.children : [node];
  });

/** Where a list within this item begins with another number than its first. */
function innerStarts({ children }: Node): ReadList['innerNumbers'] {
  const first = children.find(({ mark }) => mark !== null && mark.kind !== 'bullet');
  const own = first?.mark && first.mark.value !== 1 ? [{ value: first.mark.value, place: first.place }] : [];
  return [...own, ...children.flatMap(innerStarts)];
}

/** All words under a heading as one text, without marks: for time, fee and number of staff. */
export function readText(source: readonly Line[], isOwnName: (text: string) => boolean): string {
  const lines = joinOpenLines(source)
    .filter(({ text }) => !isOwnName(text))
    .flatMap(splitInline);
  const parts = treeOf(lines).map(textOf);
  return tidy(parts.reduce((text, part) => (text === '' ? part : append(text, part)), ''));
}

/** Puts marked and unmarked lines into their order above and below each other, by the form of their marks. */
function treeOf(lines: readonly Line[]): readonly Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  const isRoman = countsInRoman(lines);
  for (const line of lines) {
    const node = nodeOf(line, isRoman);
    const depth = depthOf(node, open);
    open.splice(depth);
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else roots.push(node);
    open.push(node);
  }
  return roots;
}

/** "i." may be a letter or a number: before "ii." it is a number. */
const countsInRoman = (lines: readonly Line[]): boolean =>
  lines.some(({ text }, at) => {
    const mark = readMark(text);
    return mark?.kind === 'roman' && mark.value === 2 && /^\(?i\W/i.test(lines[at - 1]?.text ?? '');
  });

function nodeOf(line: Line, isRoman: boolean): Node {
  const read = line.diagram === true ? null : readMark(line.text);
  const mark = read && isRoman ? romanMark(read) : read;
  return {
    mark,
    place: line.place,
    text: mark ? mark.rest : line.text,
    children: [],
    isDiagram: line.diagram === true,
  };
}

/** How many of the open nodes stay open above a new one. */
function depthOf({ mark, isDiagram }: Node, open: readonly Node[]): number {
  const marked = open.findLastIndex((node) => node.mark !== null);
  if (!mark) {
    if (isDiagram && marked === 0 && open.length === 1 && open[0]?.text !== '') return 1;
    return marked + 1;
  }
  const same = open.findLastIndex((node) => node.mark?.style === mark.style);
  if (same >= 0) return same;
  const next = open.findIndex((node) => isNextOf(mark, node.mark));
  if (next >= 0) return next;
  return marked + 1;
}

/** "2)" after "1.": a slip in the mark, when the number goes on. */
const isNextOf = (mark: Mark, before: Mark | null): boolean =>
  before !== null &&
  before.kind === mark.kind &&
  mark.kind !== 'bullet' &&
  mark.value > 1 &&
  mark.value === before.value + 1;

const LEAD_WORDS =
  /(?:sebagai berikut|antara lain|meliputi|terdiri (?:dari|atas)|yaitu|yakni|adalah|berikut ini|berikut|dengan cara|melalui|melampirkan|dengan)\s*[:;,.]?$/i;
/** The sentence of UU 25/2009 art. 21 that names what the guarantee is, before the guarantees themselves. */
const STATUTORY = /komitmen\b.*\brasa aman\b.*\bbahaya\b.*\brisiko\b/i;

const isLead = ({ text }: Node): boolean =>
  STATUTORY.test(text) || LEAD_WORDS.test(text) || (text.endsWith(':') && text.split(' ').length >= 2);

/** A line of its own, with neither mark nor list. */
const isSentence = ({ mark, isDiagram, children }: Node): boolean =>
  mark === null && !isDiagram && children.length === 0;

function takeLead(nodes: readonly Node[]): { lead: Placed | null; rest: readonly Node[] } {
  const [first, ...rest] = nodes;
  if (
    first &&
    rest.length === 0 &&
    first.mark?.kind === 'bullet' &&
    first.children.length > 1 &&
    isLead(first)
  ) {
    return { lead: { text: first.text, place: first.place }, rest: first.children };
  }
  if (!first || !isSentence(first) || !rest.some(({ isDiagram }) => !isDiagram))
    return { lead: null, rest: nodes };
  if (!isLead(first)) return { lead: null, rest: nodes };
  return { lead: { text: first.text, place: first.place }, rest };
}

const append = (text: string, part: string): string => {
  if (/[:;]$/.test(text)) return `${text} ${part}`;
  return `${text}; ${part}`;
};

function textOf({ text, children }: Node): string {
  const parts = children.map(textOf).filter((part) => part !== '');
  const [first, ...more] = text === '' ? parts : [text, ...parts];
  return tidy(more.reduce((all, part) => append(all, part), first ?? ''));
}
