import type { Paper } from '../model.ts';
import type { Fonts } from './fonts.ts';
import { letterSizes, lineHeight, mm } from './geometry.ts';
import type { Sheet } from './geometry.ts';
import type { Mark } from './marks.ts';
import { heightOf, marksBelow } from './strip.ts';
import { textStrips } from './text.ts';

/** Blank between the foot of the text and the footer. */
const FOOTER_GAP = mm(5);
/** Room for the page's number, at the right of the footer. */
const NUMBER_WIDTH = mm(32);
const HEAD_HEIGHT = mm(6);
const BANNER_HEIGHT = mm(7);
const FAINT = '#57534e';
const ALARM = '#9f1239';

/** What stands on every page by itself: decoration for screen readers, which know title and page without it. */
export interface Furniture {
  /** Points it takes from the top of a page. */
  readonly above: (page: number) => number;
  readonly marks: (page: number, pages: number) => Mark[];
}

function bannerMarks(text: string, sheet: Sheet, fonts: Fonts): Mark[] {
  const place = { x: sheet.left, width: sheet.right - sheet.left, size: letterSizes.small, tag: null };
  const words = textStrips(text, { ...place, bold: true, align: 'centre', colour: ALARM }, fonts);
  const height = Math.max(heightOf(words) + 4, BANNER_HEIGHT - 2);
  const line = { kind: 'line', weight: 0.8, colour: ALARM, tag: null } as const;
  const top = sheet.top - mm(4);
  const box = { x: sheet.left, toX: sheet.right };
  return [
    { ...line, ...box, y: top, toY: top },
    { ...line, ...box, y: top + height, toY: top + height },
    ...marksBelow(words, top + (height - heightOf(words)) / 2),
  ];
}

function footerMarks(paper: Paper, sheet: Sheet, fonts: Fonts, number: string): Mark[] {
  const size = letterSizes.tiny;
  const y = sheet.bottom + FOOTER_GAP;
  const look = { size, colour: FAINT, tag: null };
  const width = sheet.right - sheet.left;
  const words = { ...look, x: sheet.left, width: width - (number ? NUMBER_WIDTH : 0) };
  const left = paper.footer === undefined ? [] : textStrips(paper.footer, words, fonts);
  const right = { ...look, x: sheet.right - NUMBER_WIDTH, width: NUMBER_WIDTH, align: 'right' } as const;
  return [...marksBelow(left, y), ...(number ? marksBelow(textStrips(number, right, fonts), y) : [])];
}

function runningMarks(text: string, sheet: Sheet, top: number, fonts: Fonts): Mark[] {
  const place = { x: sheet.left, width: sheet.right - sheet.left, size: letterSizes.tiny, tag: null };
  const [line] = textStrips(text, { ...place, colour: FAINT }, fonts);
  const foot = top + lineHeight(letterSizes.tiny) + 1;
  return [
    ...marksBelow(line ? [line] : [], top),
    {
      kind: 'line',
      x: sheet.left,
      toX: sheet.right,
      y: foot,
      toY: foot,
      weight: 0.4,
      colour: FAINT,
      tag: null,
    },
  ];
}

export function furnitureOf(paper: Paper, sheet: Sheet, fonts: Fonts): Furniture {
  const { banner, runningHead, pageNumbers = '' } = paper;
  const bannerHeight = banner === undefined ? 0 : BANNER_HEIGHT;
  const headTop = sheet.top + bannerHeight - (banner === undefined ? mm(4) : 0);
  return {
    above: (page) => bannerHeight + (page > 0 && runningHead !== undefined ? HEAD_HEIGHT : 0),
    marks: (page, pages) => [
      ...(banner === undefined ? [] : bannerMarks(banner, sheet, fonts)),
      ...(page > 0 && runningHead !== undefined ? runningMarks(runningHead, sheet, headTop, fonts) : []),
      ...footerMarks(
        paper,
        sheet,
        fonts,
        pageNumbers.replaceAll('{n}', String(page + 1)).replaceAll('{m}', String(pages)),
      ),
    ],
  };
}
