import type { Paper } from '../model.ts';
import { bodyPieces } from './blocks.ts';
import type { Fonts } from './fonts.ts';
import { furnitureOf } from './furniture.ts';
import { sheetOf } from './geometry.ts';
import type { Sheet } from './geometry.ts';
import type { Mark } from './marks.ts';
import { paginated } from './paginate.ts';

const INK = '#1c1917';

/** A paper with everything at its place. */
export interface LaidOut {
  readonly sheet: Sheet;
  /** Marks of each page in points from its upper left corner, in reading order. */
  readonly pages: readonly (readonly Mark[])[];
}

/** Finds the place of everything on a paper. Pure: knows letters by their widths alone. */
export function layOut(paper: Paper, fonts: Fonts): LaidOut {
  const sheet = sheetOf(paper.page);
  const furniture = furnitureOf(paper, sheet, fonts);
  const room = { x: sheet.left, width: sheet.right - sheet.left, tag: null };
  const pieces = bodyPieces(paper, room, { fonts, accent: paper.accent ?? INK });
  const pages = paginated(pieces, {
    top: (page) => sheet.top + furniture.above(page),
    bottom: sheet.bottom,
  });
  return { sheet, pages: pages.map((marks, at) => [...marks, ...furniture.marks(at, pages.length)]) };
}
