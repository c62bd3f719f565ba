/**
 * Several components in one cell, or one with its content: "5. Biaya : Gratis" over "6. Produk : …". Beside names alone
 * their contents stand line by line. Pure.
 */
import type { Line } from '../model.ts';
import { rowHeading } from './event.ts';
import type { Event } from './event.ts';
import { findComponentName, isExactName, readHeading } from './headings.ts';
import type { Heading } from './headings.ts';
import { readMark } from './marks.ts';

interface Group {
  readonly heading: Heading;
  readonly line: Line;
  /** Lines below the name, in the same cell. */
  readonly own: Line[];
}

/** The components of a fused cell with their contents, or null where the cell is none. `number`: of its row. */
export function fusedComponents(
  lines: readonly Line[],
  beside: readonly Line[],
  number: number | null,
): readonly Event[] | null {
  const groups = groupsOf(lines, number !== null && beside.length === 0);
  const [first] = groups;
  if (!first) return null;
  const holdsContent = first.own.length > 0 && beside.length === 0;
  if (groups.length === 1 && !holdsContent) return null;
  const isPaired = groups.length === beside.length && groups.every(isBare);
  return groups.map((group, at) => {
    const others = isPaired ? beside.slice(at, at + 1) : beside;
    return eventOf(group, isPaired || group === first ? others : []);
  });
}

const isBare = ({ own, heading }: Group): boolean => own.length === 0 && heading.rest === '';

function eventOf({ heading, line, own }: Group, others: readonly Line[]): Event {
  const rest = heading.rest === '' ? [] : [{ ...line, text: heading.rest }];
  return rowHeading(heading.name, heading.mark?.value ?? null, line, [...rest, ...own, ...others]);
}

/** Names with the lines below them; none where the cell does not begin with a name. `isNumbered`: by the row, which has no other cell. */
function groupsOf(lines: readonly Line[], isNumbered: boolean): readonly Group[] {
  const groups: Group[] = [];
  for (const [at, line] of lines.entries()) {
    const isName = at === 0 && isNumbered && isExactName(line.text);
    const heading = isName ? readHeading(line.text) : headingIn(line, lines[at + 1]);
    if (heading) groups.push({ heading, line, own: [] });
    else if (groups.length === 0) return [];
    else if (!endsName(lines[at - 1], line)) groups.at(-1)?.own.push(line);
  }
  return groups;
}

/** The second line of a name that the width of the cell has broken. */
const endsName = (before: Line | undefined, line: Line): boolean =>
  before !== undefined && findComponentName(`${before.text} ${line.text}`) !== null;

/** Within a cell only a numbered name, or one with a colon, is a heading: contents may be called like components. */
function headingIn(line: Line, next: Line | undefined): Heading | null {
  const alone = readHeading(line.text);
  const both = next && !readMark(next.text) ? readHeading(`${line.text} ${next.text}`) : null;
  const isWrapped = both?.rest === '' && (alone === null || alone.rest === '');
  const heading = isWrapped ? both : alone;
  return heading?.mark || line.text.includes(':') ? heading : null;
}
