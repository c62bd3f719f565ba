import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import { sheetOf } from '../layout/geometry.ts';
import type { Sheet } from '../layout/geometry.ts';
import type { Paper } from '../model.ts';
import { bodyMarkup } from './blocks.ts';
import { Gathered } from './package.ts';
import {
  contentTypesPart,
  corePart,
  documentRelations,
  numberingPart,
  packageRelations,
  settingsPart,
  stylesPart,
  W,
} from './parts.ts';
import { paragraphOf, paragraphWith } from './text.ts';
import { element, escaped, part } from './xml.ts';

const NAMESPACES = {
  'xmlns:w': W,
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};
const TWIPS_PER_POINT = 20;
/** From the paper's edge to header and footer. */
const FURNITURE_EDGE = 567;
/** Archives tell local time: the first moment they can tell is the same everywhere. */
const FIRST_MOMENT = new Date(1980, 0, 1);
const ALARM = '#9F1239';
const FAINT = '#57534E';

const inTwips = (points: number): number => Math.round(points * TWIPS_PER_POINT);

/** The page, and which head and foot belong to it (CT_SectPr). */
function section({ page, runningHead }: Paper, { width, height, left, right, top, bottom }: Sheet): string {
  return element(
    'w:sectPr',
    {},
    element('w:headerReference', { 'w:type': 'default', 'r:id': 'rId4' }),
    runningHead === undefined ? '' : element('w:headerReference', { 'w:type': 'first', 'r:id': 'rId6' }),
    element('w:footerReference', { 'w:type': 'default', 'r:id': 'rId5' }),
    runningHead === undefined ? '' : element('w:footerReference', { 'w:type': 'first', 'r:id': 'rId5' }),
    element('w:pgSz', {
      'w:w': inTwips(width),
      'w:h': inTwips(height),
      'w:orient': page.landscape ? 'landscape' : undefined,
    }),
    element('w:pgMar', {
      'w:top': inTwips(top),
      'w:right': inTwips(width - right),
      'w:bottom': inTwips(height - bottom),
      'w:left': inTwips(left),
      'w:header': FURNITURE_EDGE,
      'w:footer': FURNITURE_EDGE,
      'w:gutter': 0,
    }),
    runningHead === undefined ? '' : '<w:titlePg/>',
  );
}

/** A number that Word counts itself. */
const field = (name: 'PAGE' | 'NUMPAGES'): string =>
  element('w:fldSimple', { 'w:instr': name }, element('w:r', {}, SMALL, '<w:t>1</w:t>'));

const SMALL = `<w:rPr><w:color w:val="${FAINT.slice(1)}"/><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr>`;
const small = (text: string): string =>
  text === '' ? '' : element('w:r', {}, SMALL, element('w:t', { 'xml:space': 'preserve' }, escaped(text)));

function pageNumber(pattern: string): string {
  return pattern
    .split(/(\{[nm]\})/)
    .map((text) => (text === '{n}' ? field('PAGE') : text === '{m}' ? field('NUMPAGES') : small(text)))
    .join('');
}

function footerPart({ footer = '', pageNumbers = '' }: Paper, width: number): string {
  const tab = element('w:r', {}, '<w:tab/>');
  const line = small(footer) + tab + pageNumber(pageNumbers);
  return part(element('w:ftr', NAMESPACES, paragraphWith(line, { tabRight: width, after: 0 })));
}

function headerPart({ banner }: Paper, runningHead: string | undefined): string {
  const nothing = new Gathered();
  const lines = [
    banner === undefined
      ? ''
      : paragraphOf(banner, { align: 'centre', bold: true, size: 'small', colour: ALARM, after: 0 }, nothing),
    runningHead === undefined
      ? ''
      : paragraphOf(runningHead, { size: 'tiny', colour: FAINT, after: 0 }, nothing),
  ].join('');
  return part(element('w:hdr', NAMESPACES, lines === '' ? element('w:p') : lines));
}

/**
 * Writes a paper as a Word document: real headings, numbered lists, table heads that repeat, fields for page numbers. The
 * places of things are left to Word. Equal papers give equal bytes.
 */
export function writeDocx(paper: Paper): Buffer {
  const gathered = new Gathered();
  const sheet = sheetOf(paper.page);
  const width = inTwips(sheet.right - sheet.left);
  const body = bodyMarkup(paper.body, width, gathered) + section(paper, sheet);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesPart(),
    '_rels/.rels': packageRelations(),
    'docProps/core.xml': corePart(paper),
    'word/document.xml': part(element('w:document', NAMESPACES, element('w:body', {}, body))),
    'word/_rels/document.xml.rels': documentRelations(gathered),
    'word/styles.xml': stylesPart(paper),
    'word/numbering.xml': numberingPart(gathered),
    'word/settings.xml': settingsPart(paper),
    'word/header1.xml': headerPart(paper, paper.runningHead),
    'word/header2.xml': headerPart(paper, undefined),
    'word/footer1.xml': footerPart(paper, width),
  };
  const texts = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  const pictures = gathered.pictures.map(({ fileName, bytes }) => [`word/${fileName}`, bytes] as const);
  return Buffer.from(zipSync(Object.fromEntries([...texts, ...pictures]), { mtime: FIRST_MOMENT }));
}
