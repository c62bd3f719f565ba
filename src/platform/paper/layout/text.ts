import type { Align, Inline } from '../model.ts';
import type { Fonts } from './fonts.ts';
import { baseline, lineHeight } from './geometry.ts';
import { balancedLines, linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import type { Tag, TextMark } from './marks.ts';
import { strip } from './strip.ts';
import type { Strip } from './strip.ts';
import { wordsOf } from './words.ts';
import type { Look, Segment } from './words.ts';

/** Where a text stands and how it looks. Points. */
export interface TextPlace {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: Align;
  readonly firstLine?: number;
  /** Lines of much the same length. */
  readonly balanced?: boolean;
  readonly colour?: string;
  readonly tag: Tag | null;
}

const sameLook = (one: Segment, other: Segment): boolean =>
  one.face === other.face && one.underline === other.underline && one.link === other.link;

/** Segments of a line with their blanks, those of one look joined. The blank after a line keeps its words apart for a reader of the text. */
function joined(line: Line): { segment: Segment; text: string }[] {
  const parts: { segment: Segment; text: string }[] = [];
  line.words.forEach((word, wordAt) => {
    word.segments.forEach((segment, at) => {
      const previous = parts.at(-1);
      const gap = wordAt > 0 && at === 0 ? ' ' : '';
      if (previous && sameLook(previous.segment, segment)) {
        previous.text += gap + segment.text;
      } else {
        if (previous) previous.text += gap;
        parts.push({ segment, text: segment.text });
      }
    });
  });
  const end = parts.at(-1);
  if (end && !line.last) end.text += ' ';
  return parts;
}

function startOf(line: Line, place: TextPlace, indent: number): number {
  const free = place.width - indent - line.width;
  if (place.align === 'right') return place.x + indent + free;
  if (place.align === 'centre') return place.x + indent + free / 2;
  return place.x + indent;
}

function marksOf(line: Line, place: TextPlace, indent: number, fonts: Fonts): TextMark[] {
  let x = startOf(line, place, indent);
  return joined(line).map(({ segment, text }) => {
    const { face, underline, link } = segment;
    const { size, colour, tag } = place;
    const width = fonts.width(text, face, size);
    const inLink: Tag | null = link === undefined ? tag : { type: 'Link', parent: tag };
    const mark: TextMark = {
      kind: 'text',
      x,
      y: baseline(size),
      text,
      face,
      size,
      width,
      colour,
      underline,
      link,
      tag: inLink,
    };
    x += width;
    return mark;
  });
}

/** A text as lines. First and last two lines of a paragraph are not parted from it by a page. */
export function textStrips(text: Inline, place: TextPlace, fonts: Fonts): Strip[] {
  const look: Look = { size: place.size, bold: place.bold ?? false };
  const strips: Strip[] = [];
  wordsOf(text, look, fonts).forEach((words, at) => {
    const indent = at === 0 ? (place.firstLine ?? 0) : 0;
    const lines = place.balanced
      ? balancedLines(words, place.width, look, fonts)
      : linesOf(words, place.width, indent, look, fonts);
    lines.forEach((line, lineAt) => {
      const marks = marksOf(line, place, lineAt === 0 ? indent : 0, fonts);
      strips.push(strip(lineHeight(place.size), marks));
    });
  });
  const last = strips.length - 1;
  return strips.map((one, at) => ({ ...one, withNext: at < last && (at === 0 || at === last - 1) }));
}
