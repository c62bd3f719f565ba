import type { Signature, Signatures } from '../model.ts';
import { tagIn } from './context.ts';
import type { Laid, Room, Setting } from './context.ts';
import { lineHeight, mm } from './geometry.ts';
import { codeLaid, imageLaid } from './pictures.ts';
import { heightOf, marksBelow, strip } from './strip.ts';
import type { Strip } from './strip.ts';
import { textStrips } from './text.ts';

/** Room for a hand and a stamp. */
const HAND = mm(20);
const DOTS = '.'.repeat(40);

/** The four parts of a signature, each as high as the same part beside it, so that names stand on one line. */
type Parts = readonly [date: Strip[], post: Strip[], mark: Strip[], name: Strip[]];

function markStrips({ mark, place }: Signature, room: Room, setting: Setting): Strip[] {
  const placed = (strips: Strip[]): Strip[] => {
    const [first, ...rest] = strips;
    if (!first || place === undefined) return strips;
    const { x, width } = room;
    const at = { kind: 'place', name: place, x, y: 0, width, height: first.height, tag: null } as const;
    return [{ ...first, marks: [...first.marks, at] }, ...rest];
  };
  if (mark === undefined) return placed([strip(HAND, [])]);
  if (mark.kind === 'room') {
    const words =
      mark.text === undefined
        ? []
        : textStrips(
            mark.text,
            { ...room, size: setting.size, tag: tagIn(room, { type: 'P' }) },
            setting.fonts,
          );
    const height = Math.max(mm(mark.height), heightOf(words));
    return placed([strip(height, marksBelow(words, (height - heightOf(words)) / 2))]);
  }
  const { pieces } = mark.kind === 'qr' ? codeLaid(mark, room) : imageLaid(mark, room);
  return placed(pieces.filter((piece) => piece.kind === 'strip'));
}

function partsOf(signature: Signature, room: Room, setting: Setting): Parts {
  const { fonts, size } = setting;
  const line = (text: string, bold = false, underline = false): Strip[] =>
    textStrips([{ text, bold, underline }], { ...room, size, tag: tagIn(room, { type: 'P' }) }, fonts);
  const { placeAndDate, post, name, under = [] } = signature;
  return [
    placeAndDate === undefined ? [] : line(placeAndDate),
    post.flatMap((text) => line(text)),
    markStrips(signature, room, setting),
    [...(name === undefined ? line(DOTS) : line(name, true, true)), ...under.flatMap((text) => line(text))],
  ];
}

function columnsOf(count: number, room: Room): Room[] {
  const gap = mm(8);
  const width = (room.width - gap) / 2;
  const column = (x: number): Room => ({ x, width, tag: room.tag });
  const right = column(room.x + width + gap);
  return count === 1 ? [right] : [column(room.x), right];
}

export function signaturesLaid({ blocks, across }: Signatures, room: Room, setting: Setting): Laid {
  const columns = across ? [room] : columnsOf(blocks.length, room);
  const all = blocks.map((block, at) => partsOf(block, columns[at] ?? room, setting));
  let y = 0;
  const tops = ([0, 1, 2, 3] as const).map((part) => {
    const top = y;
    y += Math.max(...all.map((parts) => heightOf(parts[part])));
    return top;
  });
  // Read out one signature after the other, not line by line across both.
  const marks = all.flatMap((parts) => parts.flatMap((part, at) => marksBelow(part, tops[at])));
  return {
    pieces: [strip(y, marks)],
    before: lineHeight(setting.size),
    after: lineHeight(setting.size) * 0.6,
  };
}
