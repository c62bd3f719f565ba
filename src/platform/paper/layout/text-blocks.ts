import type { Inline, List, Paragraph, TextBlock } from '../model.ts';
import { gapOf, sizeOf, stacked, tagIn } from './context.ts';
import type { Laid, Room, Setting } from './context.ts';
import { lineHeight, mm } from './geometry.ts';
import type { Tag } from './marks.ts';
import type { Piece, Strip } from './strip.ts';
import { textStrips } from './text.ts';

/** Blank between paragraphs and between items, as shares of a line. */
const BETWEEN_PARAGRAPHS = 0.4;
const BETWEEN_ITEMS = 0.16;
/** Blank between a number and its item, as a share of the letters' size. */
const AFTER_LABEL = 0.5;

const LETTERS = 26;

const LABELS: Readonly<Record<List['numbers'], (at: number) => string>> = {
  decimal: (at) => `${at + 1}.`,
  letters: (at) => `${at < LETTERS ? '' : letterAt(Math.floor(at / LETTERS) - 1)}${letterAt(at % LETTERS)}.`,
  bullet: () => '•',
};
const NUMBERING = { decimal: 'Decimal', letters: 'LowerAlpha', bullet: 'Disc' } as const;

const letterAt = (at: number): string => String.fromCharCode('a'.charCodeAt(0) + at);

const isInline = (text: Inline | readonly TextBlock[]): text is Inline =>
  typeof text === 'string' || text.every((part) => 'text' in part && !('kind' in part));

export function paragraphLaid(block: Paragraph, room: Room, setting: Setting): Laid {
  const size = sizeOf(block.size, setting);
  const strips = textStrips(
    block.text,
    {
      ...room,
      size,
      align: block.align,
      firstLine: block.firstLine === undefined ? undefined : mm(block.firstLine),
      tag: room.tag?.type === 'LBody' ? room.tag : tagIn(room, { type: 'P' }),
    },
    setting.fonts,
  );
  const pieces = block.withNext ? strips.map((one) => ({ ...one, withNext: true })) : strips;
  return { pieces, before: 0, after: gapOf(block.after, lineHeight(size) * BETWEEN_PARAGRAPHS) };
}

interface ListPlace {
  readonly room: Room;
  readonly list: Tag;
  readonly indent: number;
  readonly setting: Setting;
}

/** An item with its number before the first line. */
function itemStrips(item: List['items'][number], label: string, place: ListPlace): Strip[] {
  const { room, list, indent, setting } = place;
  const li: Tag = { type: 'LI', parent: list };
  const lbl: Tag = { type: 'Lbl', parent: li };
  const body: Tag = { type: 'LBody', parent: li };
  const inside: Room = { x: room.x + indent, width: room.width - indent, tag: body };
  const strips = cellStrips(item, inside, setting);
  const number = textStrips(label, { x: room.x, width: indent, size: setting.size, tag: lbl }, setting.fonts);
  const [first, ...rest] = strips;
  if (!first) return [];
  return [{ ...first, marks: [...(number[0]?.marks ?? []), ...first.marks] }, ...rest];
}

export function listLaid(block: List, room: Room, outer: Setting): Laid {
  const size = sizeOf(block.size, outer);
  const setting = { ...outer, size };
  const labels = block.items.map((_, at) => LABELS[block.numbers](at));
  // All digits as wide as the widest, so that the lists of a table stand on one edge.
  const widest = Math.max(
    0,
    ...labels.map((label) => setting.fonts.width(label.replaceAll(/\d/g, '0'), 'regular', size)),
  );
  const indent = widest + size * AFTER_LABEL;
  const list = tagIn(room, { type: 'L', numbering: NUMBERING[block.numbers] });
  const gap = lineHeight(size) * BETWEEN_ITEMS;
  const pieces = block.items.flatMap((item, at): Piece[] => {
    const strips = itemStrips(item, labels[at] ?? '', { room, list, indent, setting });
    return strips.map((one, stripAt) =>
      at > 0 && stripAt === 0 ? { ...one, before: one.before + gap } : one,
    );
  });
  return { pieces, before: 0, after: lineHeight(size) * BETWEEN_PARAGRAPHS };
}

export const textBlockLaid = (block: TextBlock, room: Room, setting: Setting): Laid =>
  block.kind === 'list' ? listLaid(block, room, setting) : paragraphLaid(block, room, setting);

/** What stands in a cell or an item: a line of text, or blocks of it. Text blocks give strips only. */
export function cellStrips(cell: Inline | readonly TextBlock[], room: Room, setting: Setting): Strip[] {
  const blocks: readonly TextBlock[] = isInline(cell) ? [{ kind: 'paragraph', text: cell }] : cell;
  const pieces = stacked(blocks.map((block) => textBlockLaid(block, room, setting)));
  return pieces.filter((piece) => piece.kind === 'strip');
}
