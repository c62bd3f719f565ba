import { PdfDocument } from './pdf/document.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Sizes of all pages in points, in order, as they are before they are turned. Throws Faults as `signPdf` does. */
export const pageSizes = (pdf: Buffer): readonly PageSize[] =>
  new PdfDocument(pdf)
    .pages()
    .map(({ box: [left, bottom, right, top] }) => ({ width: right - left, height: top - bottom }));
