/**
 * Papers: a plain tree of blocks goes in, the bytes of a file come out. Knows nothing of what is printed. The writer
 * and the letters are loaded when the first paper is written, so that neither a command nor the portal waits for them.
 */
import type { Paper } from './model.ts';
import type { WrittenPdf } from './pdf/write.ts';

export type {
  Align,
  Block,
  Cell,
  Column,
  Heading,
  Image,
  Inline,
  Letterhead,
  List,
  Margins,
  Paper,
  PaperPage,
  Paragraph,
  QrCode,
  Run,
  SideBySide,
  Signature,
  Signatures,
  Size,
  Table,
  TextBlock,
} from './model.ts';
export type { Place, WrittenPdf } from './pdf/write.ts';

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
