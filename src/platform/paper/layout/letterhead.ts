import type { Letterhead } from '../model.ts';
import { tagIn } from './context.ts';
import type { Laid, Room, Setting } from './context.ts';
import { letterSizes, mm } from './geometry.ts';
import { imageSize } from './image-size.ts';
import type { Mark, Tag } from './marks.ts';
import { heightOf, marksBelow, strip } from './strip.ts';
import { textStrips } from './text.ts';

/** A shield with a roof, 40 by 46 units: our own placeholder, no official coat of arms. */
const SHIELD = 'M2 2h36v22c0 11-9 17-18 20C11 41 2 35 2 24z';
const ROOF = 'M6 14.5h28l-2.5-3.2-6.5-1.5L22.5 6h-5L15 9.8l-6.5 1.5z';
const SHIELD_UNITS = { width: 40, height: 46, letterFoot: 34, letterSize: 18 };

const CREST_WIDTH = mm(17);
const GAP = mm(3);
/** Of the lines under the names: smaller than a letter's own, so that site and e-mail share one. */
const CONTACT_SIZE = 8.5;
const THICK = 2;
const THIN = 0.6;

const INK = '#1c1917';

function shield(initial: string, room: Room, setting: Setting): { marks: Mark[]; height: number } {
  const scale = CREST_WIDTH / SHIELD_UNITS.width;
  const at = { x: room.x, y: 0, tag: null };
  const size = SHIELD_UNITS.letterSize * scale;
  const letter = initial.slice(0, 1).toUpperCase();
  const width = setting.fonts.width(letter, 'bold', size);
  return {
    height: SHIELD_UNITS.height * scale,
    marks: [
      { kind: 'path', ...at, path: SHIELD, scale, fill: setting.accent },
      { kind: 'path', ...at, path: ROOF, scale, fill: '#ffffff' },
      {
        kind: 'text',
        x: room.x + (CREST_WIDTH - width) / 2,
        y: SHIELD_UNITS.letterFoot * scale,
        text: letter,
        face: 'bold',
        size,
        width,
        colour: '#ffffff',
        tag: null,
      },
    ],
  };
}

function crestOf({ crest }: Letterhead, room: Room, setting: Setting): { marks: Mark[]; height: number } {
  if ('initial' in crest) return shield(crest.initial, room, setting);
  const { width, height } = imageSize(crest.bytes);
  const tall = (CREST_WIDTH * height) / width;
  const tag = tagIn(room, { type: 'Figure', alt: crest.alt });
  const mark: Mark = {
    kind: 'image',
    x: room.x,
    y: 0,
    bytes: crest.bytes,
    width: CREST_WIDTH,
    height: tall,
    tag,
  };
  return { marks: [mark], height: tall };
}

/** Crest at the left, names centred on what is left, closed by a thick and a thin line. */
export function letterheadLaid(block: Letterhead, room: Room, setting: Setting): Laid {
  const crest = crestOf(block, room, setting);
  const left = CREST_WIDTH + GAP;
  // As much blank on the right as the crest takes on the left: the names stand in the middle of the paper.
  const names = { x: room.x + left, width: room.width - 2 * left, align: 'centre' } as const;
  const line = (text: string, size: number, bold: boolean): ReturnType<typeof textStrips> => {
    const tag: Tag = tagIn(room, { type: 'P' });
    return textStrips(text, { ...names, size, bold, tag }, setting.fonts);
  };
  const lines = [
    ...line(block.government.toUpperCase(), letterSizes.large, block.office === undefined),
    ...(block.office === undefined ? [] : line(block.office.toUpperCase(), letterSizes.large, true)),
    ...block.lines.flatMap((text) => line(text, CONTACT_SIZE, false)),
  ];
  const textHeight = heightOf(lines);
  const height = Math.max(crest.height, textHeight);
  const foot = height + mm(2.5);
  const rule = (y: number, weight: number): Mark => ({
    kind: 'line',
    x: room.x,
    y,
    toX: room.x + room.width,
    toY: y,
    weight,
    colour: INK,
    tag: null,
  });
  const marks = [
    ...crest.marks.map((mark) => ({ ...mark, y: mark.y + (height - crest.height) / 2 })),
    ...marksBelow(lines, (height - textHeight) / 2),
    rule(foot, THICK),
    rule(foot + 2.4, THIN),
  ];
  return { pieces: [strip(foot + 3, marks, { withNext: true })], before: 0, after: mm(5) };
}
