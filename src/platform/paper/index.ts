/**
 * Papers: a plain tree of blocks goes in, the bytes of a file come out. Knows nothing of what is printed. The writer
 * and the letters are loaded when the first paper is written, so that neither a command nor the portal waits for them.
 */
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
export { Press } from './press.ts';
export type { PaperForm } from './press-order.ts';
export { writeDocx, writePdf } from './write.ts';
