/** The writers and the letters are loaded with the first paper. */
import type { Paper } from './model.ts';
import type { WrittenPdf } from './pdf/write.ts';

/** Writes a paper as tagged, searchable PDF with its letters embedded. Equal papers give equal bytes. */
export async function writePdf(paper: Paper): Promise<WrittenPdf> {
  const { writePdf: write } = await import('./pdf/write.ts');
  return write(paper);
}

/** Writes a paper as a Word document, for whoever goes on writing in it. Equal papers give equal bytes. */
export async function writeDocx(paper: Paper): Promise<{ readonly bytes: Buffer }> {
  const { writeDocx: write } = await import('./docx/write.ts');
  return { bytes: write(paper) };
}
