import type { Block, Heading, Paper, SideBySide } from '../model.ts';
import { gapOf, sizeOf, stacked, tagIn } from './context.ts';
import type { Laid, Room, Setting } from './context.ts';
import { letterSizes, lineHeight, mm } from './geometry.ts';
import { letterheadLaid } from './letterhead.ts';
import type { Mark } from './marks.ts';
import { codeLaid, imageLaid } from './pictures.ts';
import { signaturesLaid } from './signatures.ts';
import { heightOf, marksBelow, strip, together } from './strip.ts';
import type { Piece, Strip } from './strip.ts';
import { tableLaid } from './table.ts';
import { textBlockLaid } from './text-blocks.ts';
import { textStrips } from './text.ts';
import { plainText } from './words.ts';

const RULE_WEIGHT = 0.6;
const HEADING_SIZES = { 1: 'large', 2: 'normal', 3: 'normal' } as const;
const SIDE_GAP = mm(6);

function headingLaid(block: Heading, room: Room, setting: Setting): Laid {
  const size = sizeOf(block.size ?? HEADING_SIZES[block.level], setting);
  const tag = tagIn(room, { type: `H${block.level}` });
  const strips = textStrips(
    block.text,
    { ...room, size, bold: true, align: block.align, balanced: block.align === 'centre', tag },
    setting.fonts,
  );
  const title = block.bookmark === undefined ? plainText(block.text) : block.bookmark;
  const mark: Mark[] =
    title === null ? [] : [{ kind: 'bookmark', level: block.level, title, x: room.x, y: 0, tag: null }];
  const lines = strips.map((one, at) => ({
    ...one,
    marks: at === 0 ? [...mark, ...one.marks] : one.marks,
    withNext: true,
  }));
  return {
    pieces: block.newPage ? [{ kind: 'new-page' }, ...lines] : lines,
    before: lineHeight(size) * 0.9,
    after: gapOf(block.after, lineHeight(size) * 0.35),
  };
}

/** Whatever the pieces were, as strips that can lie beside others: rows without a frame lose nothing by it. */
function flat(pieces: readonly Piece[]): Strip[] {
  return pieces.flatMap((piece): Strip[] => {
    if (piece.kind === 'new-page') return [];
    if (piece.kind === 'strip') return [piece];
    const height = Math.max(...piece.cells.map(heightOf)) + 2 * piece.padding;
    return [
      strip(
        height,
        piece.cells.flatMap((cell) => marksBelow(cell, piece.padding)),
        piece,
      ),
    ];
  });
}

function sideBySideLaid({ left, right, shares = [1, 1] }: SideBySide, room: Room, setting: Setting): Laid {
  const width = room.width - SIDE_GAP;
  const leftWidth = (width * shares[0]) / (shares[0] + shares[1]);
  const sides = [
    { blocks: left, room: { ...room, width: leftWidth } },
    { blocks: right, room: { ...room, x: room.x + leftWidth + SIDE_GAP, width: width - leftWidth } },
  ];
  const columns = sides.map((side) =>
    flat(stacked(side.blocks.map((block) => blockLaid(block, side.room, setting)))),
  );
  const height = Math.max(...columns.map(heightOf));
  return {
    pieces: [
      strip(
        height,
        columns.flatMap((column) => marksBelow(column)),
      ),
    ],
    before: 0,
    after: lineHeight(setting.size) * 0.6,
  };
}

function ruleLaid(room: Room, setting: Setting): Laid {
  const line: Mark = {
    kind: 'line',
    x: room.x,
    y: 0,
    toX: room.x + room.width,
    toY: 0,
    weight: RULE_WEIGHT,
    colour: setting.accent,
    tag: null,
  };
  return { pieces: [strip(RULE_WEIGHT, [line])], before: mm(2), after: mm(2) };
}

const LAID: { [K in Block['kind']]: (block: Block & { kind: K }, room: Room, setting: Setting) => Laid } = {
  paragraph: textBlockLaid,
  list: textBlockLaid,
  heading: headingLaid,
  table: tableLaid,
  image: imageLaid,
  qr: codeLaid,
  letterhead: letterheadLaid,
  signatures: signaturesLaid,
  'side-by-side': sideBySideLaid,
  together: ({ blocks }, room, setting) => {
    const laid = blocks.map((block) => blockLaid(block, room, setting));
    return {
      pieces: together(stacked(laid)),
      before: laid[0]?.before ?? 0,
      after: laid.at(-1)?.after ?? 0,
    };
  },
  rule: (_block, room, setting) => ruleLaid(room, setting),
  space: ({ height }) => ({ pieces: [strip(mm(height), [])], before: 0, after: 0 }),
  'new-page': () => ({ pieces: [{ kind: 'new-page' }], before: 0, after: 0 }),
};

function blockLaid<K extends Block['kind']>(block: Block & { kind: K }, room: Room, setting: Setting): Laid {
  return LAID[block.kind](block, room, setting);
}

/** The whole body in pieces, in the order in which they are read. */
export function bodyPieces(paper: Pick<Paper, 'body'>, room: Room, setting: Omit<Setting, 'size'>): Piece[] {
  const sized = { ...setting, size: letterSizes.normal };
  return stacked(paper.body.map((block) => blockLaid(block, room, sized)));
}
