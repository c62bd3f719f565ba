/** From the blocks of a file to what they mean: headings, contents, titles. Pure. */
import { mergeBrokenRows } from './broken-rows.ts';
import { tidy } from './plain.ts';
import { beginsName, findComponentName, readFlatHeading, readHeading } from './headings.ts';
import type { Heading, HeadingName } from './headings.ts';
import { isGroupHead, isLeftover, isPageNumber, isTableHead } from './noise.ts';
import { readMark } from './marks.ts';
import { readTitleLabel } from './title-label.ts';
import type { Block, Line, Row } from '../model.ts';

/** How a heading looks: components of one service look alike, so other looks are sentences that resemble them. */
export type HeadingStyle = string;

export type Event =
  | {
      readonly kind: 'heading';
      readonly name: HeadingName;
      readonly style: HeadingStyle;
      readonly value: number | null;
      readonly line: Line;
      /** What stands in the same line or row. */
      readonly behind: readonly Line[];
      readonly inTable: boolean;
    }
  | { readonly kind: 'content'; readonly line: Line; readonly inTable: boolean }
  | { readonly kind: 'title'; readonly line: Line }
  | { readonly kind: 'noise'; readonly line: Line };

export type HeadingEvent = Extract<Event, { kind: 'heading' }>;

export const ROW_STYLE = 'row';
export const FLAT_STYLE = 'flat';
/** "BAB III": whatever came before is at its end. */
export const CHAPTER_STYLE = 'chapter';

const joined = (lines: readonly Line[]): string => tidy(lines.map(({ text }) => text).join(' '));
const isOrdinal = (text: string): boolean => /^\(?(?:\d{1,2}|[a-z]|[ivxl]{1,5})\s*[.)]{0,2}$/i.test(text);
const ordinalOf = (text: string): number | null => {
  const digits = /\d{1,2}/.exec(text);
  return digits ? Number(digits[0]) : null;
};

const saying = (lines: readonly Line[]): readonly Line[] => lines.filter(({ text }) => !isLeftover(text));
const contents = (lines: readonly Line[]): Event[] =>
  saying(lines).map((line) => ({ kind: 'content', line, inTable: true }));

const rowHeading = (
  name: HeadingName,
  value: number | null,
  line: Line,
  behind: readonly Line[],
): HeadingEvent => ({
  kind: 'heading',
  name,
  style: ROW_STYLE,
  value,
  line,
  behind: saying(behind),
  inTable: true,
});

/**
 * Several components in one cell, or one with its content: "5. Biaya : Gratis" over "6. Produk : …". Beside names alone
 * their contents stand line by line.
 */
function fusedNames(lines: readonly Line[], beside: readonly Line[]): readonly Event[] | null {
  const groups: { heading: Heading; line: Line; own: Line[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const heading = fusedHeading(line, next);
    if (heading) groups.push({ heading, line, own: [] });
    else if (groups.length === 0) return null;
    else if (findComponentName(`${lines[at - 1]?.text ?? ''} ${line.text}`) === null)
      groups.at(-1)?.own.push(line);
  }
  const [first] = groups;
  const isFused =
    groups.length > 1 ||
    (first !== undefined && first.own.length > 0 && lines.length > 1 && beside.length === 0);
  if (!isFused) return null;
  const isPaired =
    groups.length === beside.length &&
    groups.every(({ own, heading }) => own.length === 0 && heading.rest === '');
  return groups.map(({ heading, line, own }, at) => {
    const rest = heading.rest === '' ? [] : [{ ...line, text: heading.rest }];
    const others = isPaired ? beside.slice(at, at + 1) : at === 0 ? beside : [];
    return rowHeading(heading.name, heading.mark?.value ?? null, line, [...rest, ...own, ...others]);
  });
}

/** Within a cell only a numbered name, or one with a colon, is a heading: contents may be called like components. */
function fusedHeading(line: Line, next: Line | undefined): Heading | null {
  const alone = readHeading(line.text);
  const both = next && !readMark(next.text) ? readHeading(`${line.text} ${next.text}`) : null;
  const heading = both && both.rest === '' && !alone?.rest ? both : alone;
  return heading?.mark || line.text.includes(':') ? heading : null;
}

/** Reads rows one after another: a name may be broken over two rows, a table may hold one service a row. */
class RowReader {
  #pending: { name: string; number: number } | null = null;
  #columns: readonly (HeadingName | 'title' | null)[] | null = null;

  read(row: Row): readonly Event[] {
    const cells = row.cells.map((lines) => lines.filter(({ text }) => !/^[:\s]*$/.test(text)));
    const texts = cells.map(joined);
    const [first] = cells.flat();
    if (!first) return [];
    if (this.#isMatrixHead(texts)) return [{ kind: 'noise', line: first }];
    if (this.#columns) return this.#matrixRow(cells, this.#columns);
    return this.#standardRow(cells, texts, first);
  }

  #standardRow(cells: readonly (readonly Line[])[], texts: readonly string[], first: Line): readonly Event[] {
    const filled = texts.filter((text) => text !== '');
    if (isTableHead(texts)) return [{ kind: 'noise', line: first }];
    if (filled.every((text) => isOrdinal(text) || isGroupHead(text)) && filled.some(isGroupHead)) {
      return [{ kind: 'noise', line: first }];
    }
    const at = texts.findIndex((text) => text !== '' && !isOrdinal(text) && !isGroupHead(text));
    if (at < 0) return filled.length === 1 && isPageNumber(filled[0] ?? '') ? [] : contents([first]);
    return this.#named(cells, texts, at) ?? this.#continued(cells, texts, at);
  }

  /** A row whose first cell of words names a component, or labels the title. */
  #named(cells: readonly (readonly Line[])[], texts: readonly string[], at: number): readonly Event[] | null {
    const [line] = cells[at] ?? [];
    const text = texts[at] ?? '';
    const behind = cells.slice(at + 1).flat();
    const label = readTitleLabel(text, joined(behind));
    if (label !== null && line) return [{ kind: 'title', line: { ...line, text: label } }];
    const fused = fusedNames(cells[at] ?? [], cells.slice(at + 1).flat());
    if (fused) return fused;
    const heading = readHeading(text);
    if (!heading || !line || (heading.name === 'other' && behind.length === 0)) return null;
    const number = ordinalOf(texts[at - 1] ?? '') ?? heading.mark?.value ?? null;
    this.#pending = { name: text, number: number ?? 0 };
    const rest = heading.rest === '' ? [] : [{ ...line, text: heading.rest, open: false }];
    return [rowHeading(heading.name, number, { ...line, text }, [...rest, ...behind])];
  }

  /** A row without a name goes on with the component before; one with a next number and unknown words is another thing. */
  #continued(cells: readonly (readonly Line[])[], texts: readonly string[], at: number): readonly Event[] {
    const [line] = cells[at] ?? [];
    const number = at > 0 ? ordinalOf(texts[at - 1] ?? '') : null;
    const text = texts[at] ?? '';
    const isNext = number !== null && this.#pending?.number === number - 1;
    if (line && isNext && (beginsName(text) || cells.length > at + 1) && text.length <= 60) {
      this.#pending = { name: text, number };
      return [rowHeading('other', number, { ...line, text }, cells.slice(at + 1).flat())];
    }
    const used = cells.filter((lines) => lines.length > 0);
    const [only = []] = used;
    const isBanner = used.length === 1 && used[0] === cells[0] && only.length === 1;
    if (isBanner) return only.map((banner) => ({ kind: 'content', line: banner, inTable: false }));
    if (used.length === 1) return contents(only);
    const [from] = used.flat();
    return from
      ? contents([{ ...from, text: texts.filter((cell) => cell !== '').join(' '), open: false }])
      : [];
  }

  /** "No | Jenis Pelayanan | Persyaratan | Waktu | Biaya …": then each row is a service. */
  #isMatrixHead(texts: readonly string[]): boolean {
    const names = texts.map((text) =>
      readTitleLabel(text, 'x') === null ? findComponentName(text) : ('title' as const),
    );
    const known = new Set(names.filter((name) => name !== null && name !== 'other' && name !== 'title'));
    if (known.size < 3) return false;
    this.#columns = names;
    return true;
  }

  #matrixRow(
    cells: readonly (readonly Line[])[],
    columns: readonly (HeadingName | 'title' | null)[],
  ): readonly Event[] {
    const texts = cells.map(joined);
    const isCount = texts.every((text, at) => text === '' || ordinalOf(text) === at + 1);
    if (isCount) return [];
    return columns.flatMap((name, at): Event[] => {
      const [line, ...more] = cells[at] ?? [];
      if (!name || !line) return [];
      if (name === 'title') return [{ kind: 'title', line: { ...line, text: joined([line, ...more]) } }];
      return [rowHeading(name, at, line, [line, ...more])];
    });
  }

  /** A table ends where lines begin. */
  leaveTable(): void {
    this.#columns = null;
  }
}

/** What each block means, as far as it can be said from the block itself and its neighbours. */
export function readEvents(source: readonly Block[]): readonly Event[] {
  const blocks = mergeBrokenRows(source);
  const rows = new RowReader();
  const events: Event[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    if (block.kind === 'row') {
      events.push(...rows.read(block));
      continue;
    }
    rows.leaveTable();
    const [before, next] = [blocks[at - 1], blocks[at + 1]];
    const isOpen = before?.kind === 'line' && before.line.open === true;
    const { read, used } = lineEvents(block.line, next?.kind === 'line' ? next.line : null, isOpen);
    events.push(...read);
    at += used;
  }
  return events;
}

/** Events of a line; `used` says whether the next line was part of its heading. */
function lineEvents(
  line: Line,
  next: Line | null,
  isWithin: boolean,
): { read: readonly Event[]; used: 0 | 1 } {
  const { text } = line;
  if (isLeftover(text) || isPageNumber(text)) return { read: [], used: 0 };
  if (isGroupHead(text)) return { read: [{ kind: 'noise', line }], used: 0 };
  if (/^BAB\s+[IVXLC]+\b/.test(text)) {
    const chapter: Heading = { name: 'other', mark: null, rest: '', isClosed: true };
    return { read: headingEvents(chapter, line, CHAPTER_STYLE), used: 0 };
  }
  const label = readTitleLabel(text, null);
  if (label !== null) return { read: [{ kind: 'title', line: { ...line, text: label } }], used: 0 };
  const isSentence = /^\p{Ll}/u.test(text) && !readMark(text);
  if (isSentence || (isWithin && !readMark(text) && !text.includes(':'))) {
    return { read: [{ kind: 'content', line, inTable: false }], used: 0 };
  }
  const wrapped = next ? wrappedHeading(line, next) : null;
  if (wrapped) return { read: headingEvents(wrapped, line), used: 1 };
  const heading = readHeading(text);
  if (heading) return { read: headingEvents(heading, line), used: 0 };
  const flat = readFlatHeading(text);
  if (flat) return { read: headingEvents(flat, line, FLAT_STYLE), used: 0 };
  return { read: [{ kind: 'content', line, inTable: false }], used: 0 };
}

/** A heading that the width of the page has broken: it is longer than what its first line says alone. */
function wrappedHeading(line: Line, next: Line): Heading | null {
  if (line.text.length + next.text.length > 110 || line.text.includes(':')) return null;
  const alone = readHeading(line.text);
  if (!alone && !beginsName(line.text.replace(/^\S{1,5}[.)]\s*/, ''))) return null;
  const both = readHeading(`${line.text} ${next.text}`);
  if (!both || readHeading(next.text)?.mark) return null;
  return alone && (alone.name !== both.name || both.rest !== '') ? null : both;
}

function headingEvents({ name, mark, rest }: Heading, line: Line, style?: HeadingStyle): readonly Event[] {
  const own: HeadingEvent = {
    kind: 'heading',
    name,
    style: style ?? styleOf(mark),
    value: mark?.value ?? null,
    line,
    behind: rest === '' ? [] : [{ ...line, text: rest }],
    inTable: false,
  };
  return [own];
}

/** A lone "I." or "C." may be letter or roman number, so capitals of both kinds are one style. */
function styleOf(mark: Heading['mark']): HeadingStyle {
  if (!mark) return '';
  return mark.kind === 'roman' ? mark.style.replace('I', 'A') : mark.style;
}
