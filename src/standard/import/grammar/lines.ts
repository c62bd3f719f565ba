/** Lines outside tables: headings, titles, contents. Pure. */
import type { Line } from '../model.ts';
import { CHAPTER_STYLE, FLAT_STYLE } from './event.ts';
import type { Event, HeadingStyle } from './event.ts';
import { styleOf } from './heading-style.ts';
import { beginsName, isExactName, readFlatHeading, readHeading } from './headings.ts';
import type { Heading } from './headings.ts';
import { readMark } from './marks.ts';
import { isGroupHead, isLeftover, isPageNumber } from './noise.ts';
import { readTitleLabel } from './title-label.ts';

/** The lines beside a line. */
export interface Around {
  readonly next: Line | null;
  /** The sentence of the line before goes on in this one. */
  readonly isWithinSentence: boolean;
}

interface LineReading {
  readonly events: readonly Event[];
  /** The next line was part of this one's heading. */
  readonly usesNext: boolean;
}

const CHAPTER = /^BAB\s+[IVXLC]+\b/;
/** The head of a table whose cells were run together. */
const TABLE_HEAD =
  /^(?:no\.?\s+)?komponen(?:\s+standar)?(?:\s+pelayanan)?\s+(?:uraian|keterangan|penjelasan)$/i;
/** Two lines of one name are no longer than this. */
const LONGEST_NAME = 110;

const one = (event: Event): LineReading => ({ events: [event], usesNext: false });

/** What a line means, as far as it and its neighbours say. */
export function readLine(line: Line, around: Around): LineReading {
  const { text } = line;
  if (isLeftover(text) || isPageNumber(text)) return { events: [], usesNext: false };
  if (isGroupHead(text) || TABLE_HEAD.test(text)) return one({ kind: 'noise', line });
  const label = readTitleLabel(text, null);
  if (label !== null) return one({ kind: 'title', line: { ...line, text: label } });
  return headingLine(line, around) ?? one({ kind: 'content', line, inTable: false });
}

function headingLine(line: Line, { next, isWithinSentence }: Around): LineReading | null {
  const { text } = line;
  if (CHAPTER.test(text)) {
    return one(headingEvent({ name: 'other', mark: null, rest: '', isClosed: true }, line, CHAPTER_STYLE));
  }
  if (!readMark(text) && (/^\p{Ll}/u.test(text) || (isWithinSentence && !text.includes(':')))) return null;
  const wrapped = next && wrappedHeading(line, next);
  if (wrapped) return { events: [headingEvent(wrapped, line)], usesNext: true };
  const heading = readHeading(text);
  return heading ? one(headingEvent(heading, line)) : flatLine(line, next);
}

/** A row of a flattened table: its name may be broken as well. */
function flatLine(line: Line, next: Line | null): LineReading | null {
  const flat = readFlatHeading(line.text);
  if (flat) return one(headingEvent(flat, line, FLAT_STYLE));
  const broken = next && !readMark(next.text) ? readFlatHeading(`${line.text} ${next.text}`) : null;
  return broken?.rest === '' ? { events: [headingEvent(broken, line, FLAT_STYLE)], usesNext: true } : null;
}

/** A heading that the width of the page has broken: it is longer than what its first line says alone. */
function wrappedHeading(line: Line, next: Line): Heading | null {
  const text = `${line.text} ${next.text}`;
  if (text.length > LONGEST_NAME || line.text.includes(':') || readHeading(next.text)?.mark) return null;
  const both = readHeading(text);
  const alone = readHeading(line.text);
  if (alone) return both && (isLonger(both, alone, text) || endsInService(line, next)) ? both : null;
  return beginsName(line.text.replace(/^\S{1,5}[.)]\s*/, '')) ? both : null;
}

/** Every component may be said to be "pelayanan": alone in the next line, the word is the end of the name. */
const endsInService = (line: Line, next: Line): boolean =>
  line.open === true && /^(?:pe)?layanan(?:\s+publik)?$/i.test(next.text);

/** What is a name already becomes a longer one only to the letter: short contents resemble slips of the pen. */
const isLonger = (both: Heading, alone: Heading, text: string): boolean =>
  both.name === alone.name && both.rest === '' && isExactName(text);

const headingEvent = ({ name, mark, rest }: Heading, line: Line, style?: HeadingStyle): Event => ({
  kind: 'heading',
  name,
  style: style ?? styleOf(mark),
  value: mark?.value ?? null,
  line,
  behind: rest === '' ? [] : [{ ...line, text: rest }],
  inTable: false,
});
