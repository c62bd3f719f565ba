import { create } from 'qrcode';
import type { Align, Image, QrCode } from '../model.ts';
import { tagIn } from './context.ts';
import type { Laid, Room } from './context.ts';
import { mm } from './geometry.ts';
import { imageSize } from './image-size.ts';
import { strip } from './strip.ts';

/** Modules of quiet zone around a code (ISO/IEC 18004 asks for four). */
const QUIET = 4;
const GAP = 6;

function startOf(width: number, align: Align | undefined, room: Room): number {
  if (align === 'centre') return room.x + (room.width - width) / 2;
  return align === 'right' ? room.x + room.width - width : room.x;
}

export function imageLaid({ bytes, width: wanted, alt, align }: Image, room: Room): Laid {
  const size = imageSize(bytes);
  const width = Math.min(mm(wanted), room.width);
  const height = (width * size.height) / size.width;
  const tag = tagIn(room, { type: 'Figure', alt });
  const mark = { kind: 'image', x: startOf(width, align, room), y: 0, bytes, width, height, tag } as const;
  return { pieces: [strip(height, [mark])], before: 0, after: GAP };
}

/** Dark modules of an address, row by row, with the quiet zone. */
function modulesOf(address: string): boolean[][] {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
  const all = size + 2 * QUIET;
  return Array.from({ length: all }, (_row, y) =>
    Array.from({ length: all }, (_cell, x) => {
      const inside = x >= QUIET && y >= QUIET && x < size + QUIET && y < size + QUIET;
      return inside && Boolean(data[(y - QUIET) * size + (x - QUIET)]);
    }),
  );
}

export function codeLaid({ address, side: wanted, alt, align }: QrCode, room: Room): Laid {
  const side = mm(wanted);
  const tag = tagIn(room, { type: 'Figure', alt });
  const x = startOf(side, align, room);
  const mark = { kind: 'code', x, y: 0, side, modules: modulesOf(address), tag } as const;
  return { pieces: [strip(side, [mark])], before: 0, after: GAP };
}
