import { Buffer } from 'node:buffer';
import { brokenImage } from '../layout/image-size.ts';
import type { CodeMark, ImageMark, Mark, Tag, TextMark } from '../layout/marks.ts';
import { lineHeight, baseline } from '../layout/geometry.ts';
import type { Box, PdfDocument, Structure } from './structure.ts';

const INK = '#1c1917';
/** Of an underline below the foot of the letters, and its weight, as shares of their size. */
const UNDERLINE = { drop: 0.14, weight: 0.06 };

type Drawn = Exclude<Mark, { kind: 'place' | 'bookmark' }>;

function drawText(document: PdfDocument, mark: TextMark): void {
  const { text, face, size, x, y, colour = INK } = mark;
  document.font(face).fontSize(size).fillColor(colour);
  document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  if (!mark.underline) return;
  const at = y + size * UNDERLINE.drop;
  const width = document.widthOfString(text.trimEnd());
  document.lineWidth(size * UNDERLINE.weight).moveTo(x, at);
  document.lineTo(x + width, at).stroke(colour);
}

function drawImage(document: PdfDocument, { x, y, bytes, width, height }: ImageMark): void {
  try {
    document.image(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), x, y, { width, height });
  } catch {
    throw brokenImage();
  }
}

/** Runs of dark modules as one box each: a code of few marks, without hairlines between modules. */
function drawCode(document: PdfDocument, { x, y, side, modules }: CodeMark): void {
  const module = side / modules.length;
  document.rect(x, y, side, side).fill('#ffffff');
  modules.forEach((row, rowAt) => {
    let from = -1;
    for (let at = 0; at <= row.length; at += 1) {
      if (row[at] && from < 0) from = at;
      if (!row[at] && from >= 0) {
        document.rect(x + from * module, y + rowAt * module, (at - from) * module, module);
        from = -1;
      }
    }
  });
  document.fill('#000000');
}

const DRAW: { readonly [K in Drawn['kind']]: (document: PdfDocument, mark: Drawn & { kind: K }) => void } = {
  text: drawText,
  line: (document, { x, y, toX, toY, weight, colour = INK }) => {
    document.lineWidth(weight).moveTo(x, y).lineTo(toX, toY).stroke(colour);
  },
  box: (document, { x, y, width, height, fill }) => {
    document.rect(x, y, width, height).fill(fill);
  },
  image: drawImage,
  code: drawCode,
  path: (document, { x, y, path, scale, fill, stroke }) => {
    document.save().translate(x, y).scale(scale).path(path);
    if (fill !== undefined) document.fill(fill);
    else document.stroke(stroke ?? INK);
    document.restore();
  },
};

function drawMark<K extends Drawn['kind']>(document: PdfDocument, mark: Drawn & { kind: K }): void {
  DRAW[mark.kind](document, mark);
}

function drawLink(document: PdfDocument, structure: Structure, mark: TextMark & { tag: Tag }): void {
  const { x, y, width, size, link = '' } = mark;
  const top = y - baseline(size);
  structure.link(
    mark.tag,
    () => drawText(document, mark),
    (options) => document.link(x, top, width, lineHeight(size), link, options),
  );
}

function boxOf(mark: Drawn | undefined): Box | undefined {
  if (mark?.kind === 'image') return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height];
  return mark?.kind === 'code' ? [mark.x, mark.y, mark.x + mark.side, mark.y + mark.side] : undefined;
}

/** Marks one after the other that belong to one part of the structure. */
function grouped(marks: readonly Drawn[]): { tag: Tag | null; marks: Drawn[] }[] {
  const groups: { tag: Tag | null; marks: Drawn[] }[] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    if (last && last.tag === mark.tag) last.marks.push(mark);
    else groups.push({ tag: mark.tag, marks: [mark] });
  }
  return groups;
}

/** Draws the marks of a page onto the document's current page. */
export function drawMarks(document: PdfDocument, structure: Structure, marks: readonly Drawn[]): void {
  for (const { tag, marks: group } of grouped(marks)) {
    if (tag?.type === 'Link') {
      for (const mark of group) if (mark.kind === 'text') drawLink(document, structure, { ...mark, tag });
    } else {
      const draw = (): void => {
        for (const mark of group) drawMark(document, mark);
      };
      structure.within(tag, draw, boxOf(group[0]));
    }
  }
}
