import type { Margins, PaperPage, Size } from '../model.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points, the unit of everything laid out. */
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** Where text may stand on a page; all in points, from the upper left corner. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width and height in millimetres. F4 is what Indonesian offices call folio. */
const FORMATS = { A4: [210, 297], A3: [297, 420], F4: [215, 330] } as const;

/** The left margin is wider: papers of an office end in a binder. */
const MARGINS: Margins = { top: 18, right: 20, bottom: 22, left: 25 };

/** How much larger the paper is than what was laid out: sheets of the A series have one shape. */
export const enlargementOf = ({ size, enlargedTo }: PaperPage): number =>
  enlargedTo === undefined ? 1 : FORMATS[enlargedTo][0] / FORMATS[size][0];

export function sheetOf({ size, landscape, margins = MARGINS }: PaperPage): Sheet {
  const [short, long] = FORMATS[size];
  const [width, height] = landscape ? [long, short] : [short, long];
  return {
    width: mm(width),
    height: mm(height),
    left: mm(margins.left),
    right: mm(width - margins.right),
    top: mm(margins.top),
    bottom: mm(height - margins.bottom),
  };
}

/** Letter sizes in points. */
export const letterSizes: Readonly<Record<Size, number>> = {
  tiny: 7.5,
  small: 9,
  normal: 10.5,
  large: 13,
  title: 16,
  poster: 21,
};

/** Height of a line as a share of its letters' size. */
const LEADING = 1.42;

/** From the top of a line to the foot of its letters, as a share of their size. */
const BASELINE = 1.05;

export const lineHeight = (size: number): number => size * LEADING;
export const baseline = (size: number): number => size * BASELINE;
