import { Buffer } from 'node:buffer';
import PdfKit from 'pdfkit';
import { enlargementOf } from '../layout/geometry.ts';
import { layOut } from '../layout/lay-out.ts';
import type { Mark } from '../layout/marks.ts';
import type { Paper } from '../model.ts';
import { drawMarks } from './draw.ts';
import { Outline } from './outline.ts';
import { Structure } from './structure.ts';
import type { PdfDocument } from './structure.ts';
import { fontsOf, registerFaces } from './typeface.ts';

/** Where a named place came to stand: page from 1, points from the lower left corner, as PDF reckons. */
export interface Place {
  readonly name: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WrittenPdf {
  readonly bytes: Buffer;
  readonly pages: number;
  /** Of signatures that asked for it, in the order of the paper. */
  readonly places: readonly Place[];
}

function documentFor(paper: Paper): PdfDocument {
  const createdAt = new Date(paper.createdAt);
  // The file's identity is a hash of these, so number and version belong to them.
  const info = {
    Title: paper.title,
    Author: paper.author,
    Subject: paper.subject ?? paper.title,
    Keywords: paper.id,
    Creator: 'Pendopo',
    Producer: 'Pendopo',
    CreationDate: createdAt,
    ModDate: createdAt,
  };
  const document = new PdfKit({
    autoFirstPage: false,
    pdfVersion: '1.7',
    // Its types do not know of it yet.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: paper.lang === 'id' ? 'id-ID' : 'en-GB',
    info,
    // The fourteen fonts of old PDF are not embedded; none may be used, not even as a beginning.
    font: '',
  });
  registerFaces(document);
  return document;
}

function collected(document: PdfDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.on('end', () => resolve(Buffer.concat(chunks)));
  document.on('error', reject);
  return promise;
}

const placesOf = (marks: readonly Mark[], page: number, pageHeight: number, larger: number): Place[] =>
  marks
    .filter((mark) => mark.kind === 'place')
    .map(({ name, x, y, width, height }) => ({
      name,
      page,
      x: x * larger,
      y: (pageHeight - y - height) * larger,
      width: width * larger,
      height: height * larger,
    }));

/** Writes a paper as tagged, searchable PDF with its letters embedded. Equal papers give equal bytes. */
export async function writePdf(paper: Paper): Promise<WrittenPdf> {
  const document = documentFor(paper);
  const bytes = collected(document);
  const { sheet, pages } = layOut(paper, fontsOf(document));
  const larger = enlargementOf(paper.page);
  const structure = new Structure(document, larger);
  const outline = new Outline(document);
  for (const marks of pages) {
    document.addPage({ size: [sheet.width * larger, sheet.height * larger], margin: 0 });
    if (larger !== 1) document.scale(larger);
    for (const mark of marks) if (mark.kind === 'bookmark') outline.add(mark.level, mark.title);
    drawMarks(
      document,
      structure,
      marks.filter((mark) => mark.kind !== 'place' && mark.kind !== 'bookmark'),
    );
  }
  document.end();
  return {
    bytes: await bytes,
    pages: pages.length,
    places: pages.flatMap((marks, at) => placesOf(marks, at + 1, sheet.height, larger)),
  };
}
