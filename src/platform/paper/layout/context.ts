import type { Fonts } from './fonts.ts';
import { letterSizes, mm } from './geometry.ts';
import type { Tag } from './marks.ts';
import type { Piece } from './strip.ts';
import type { Size } from '../model.ts';

/** What every block may need while it is laid out. */
export interface Setting {
  readonly fonts: Fonts;
  /** Colour of shields, rules and table heads' lines. */
  readonly accent: string;
  /** Letter size where a block names none: smaller inside of tables. */
  readonly size: number;
}

/** The room a block is given: points from the page's left edge. */
export interface Room {
  readonly x: number;
  readonly width: number;
  /** The part of the structure it belongs to; null for decoration. */
  readonly tag: Tag | null;
}

/** A block in pieces, with the blank it wants around itself. */
export interface Laid {
  readonly pieces: readonly Piece[];
  readonly before: number;
  readonly after: number;
}

export const sizeOf = (size: Size | undefined, setting: Setting): number =>
  size === undefined ? setting.size : letterSizes[size];

export const gapOf = (millimetres: number | undefined, otherwise: number): number =>
  millimetres === undefined ? otherwise : mm(millimetres);

/** A part of the structure below the room's own; decoration stays decoration. */
export const tagIn = (room: Room, tag: Omit<Tag, 'parent'>): Tag => ({ ...tag, parent: room.tag });

/** Blocks one below the other, with the larger of the two blanks between each pair. */
export function stacked(laid: readonly Laid[]): Piece[] {
  const pieces: Piece[] = [];
  let gap = 0;
  laid.forEach((block, at) => {
    const before = at === 0 ? 0 : Math.max(gap, block.before);
    block.pieces.forEach((piece, pieceAt) => {
      pieces.push(
        pieceAt === 0 && piece.kind !== 'new-page' ? { ...piece, before: before + piece.before } : piece,
      );
    });
    gap = block.after;
  });
  return pieces;
}
