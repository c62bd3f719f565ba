import { lowered } from './marks.ts';
import type { Mark } from './marks.ts';

/** A piece of the paper that no page tears: a line of text, a picture. Marks lie from its top, x from the page's edge. */
export interface Strip {
  readonly kind: 'strip';
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Blank above, that falls away at the top of a page. */
  readonly before: number;
  /** Stays on the page of the next one. */
  readonly withNext: boolean;
}

/** Cells side by side, each a column of strips; goes on over pages line by line. */
export interface Row {
  readonly kind: 'row';
  readonly cells: readonly (readonly Strip[])[];
  readonly padding: number;
  /** x of every vertical line, left to right; none without a frame. */
  readonly edges: readonly number[];
  readonly lineColour?: string;
  /** What is printed again at the top of a page on which the row goes on. */
  readonly head: Row | null;
  /** Colour behind its cells. */
  readonly shade?: string;
  readonly before: number;
  readonly withNext: boolean;
}

export type Piece = Strip | Row | { readonly kind: 'new-page' };

export const strip = (
  height: number,
  marks: readonly Mark[],
  { before = 0, withNext = false }: { before?: number; withNext?: boolean } = {},
): Strip => ({ kind: 'strip', height, marks, before, withNext });

export const heightOf = (strips: readonly Strip[]): number =>
  strips.reduce((sum, { before, height }) => sum + before + height, 0);

/** Pieces none of which lets go of the next, so that they stand on one page where a page can hold them. */
export const together = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, at) =>
    piece.kind === 'new-page' || at === pieces.length - 1 ? piece : { ...piece, withNext: true },
  );

/** Marks of strips one below the other, from the top of the first. */
export function marksBelow(strips: readonly Strip[], from = 0): Mark[] {
  let y = from;
  return strips.flatMap(({ before, height, marks }) => {
    y += before;
    const here = y;
    y += height;
    return marks.map((mark) => lowered(mark, here));
  });
}
