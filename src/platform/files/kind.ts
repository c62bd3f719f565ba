import { ok } from '../../ground/index.ts';
import type { Fault, Result } from '../../ground/index.ts';
import { fileKindRefused } from './faults.ts';

/** The kinds of files people may hand in. */
export type FileType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** How many bytes from the beginning `fileKind` wants to see. */
export const HEAD_BYTES = 4100;

const JPEG = Buffer.from('ffd8ff', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
/** Readers look for the header of a PDF in its first 1024 bytes, so we look there too. */
const PDF_HEADER_WITHIN = 1024;
/** What makes a browser take something for a page. */
const MARKUP = /<\s*(!doctype|html|head|body|script|iframe|svg)\b/i;

/**
 * The kind of a file by its first bytes, never by its name or by what the sender claims. Refuses everything
 * else ('file-kind-refused', naming the kind found), also a PDF that could be taken for a web page.
 */
export async function fileKind(head: Buffer): Promise<Result<FileType>> {
  if (isPdf(head)) return ok('application/pdf');
  if (head.indexOf(JPEG) === 0) return ok('image/jpeg');
  if (head.indexOf(PNG) === 0) return ok('image/png');
  return refusedAs(fileKindRefused(await nameOf(head)));
}

/** What the file is instead, for words that help ("this is a heic file"). Loaded only when it is needed. */
async function nameOf(head: Buffer): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  // A PDF that did not pass above is not told apart: "save it as PDF" would help nobody.
  return found?.ext === 'pdf' ? undefined : found?.ext;
}

function isPdf(head: Buffer): boolean {
  const start = head.subarray(0, PDF_HEADER_WITHIN).toString('latin1');
  const header = start.indexOf('%PDF-');
  // Some scanners put blanks or a byte order mark before the header; anything else there is another kind of file.
  return header >= 0 && /^[\s\u00ef\u00bb\u00bf\0]*$/.test(start.slice(0, header)) && !MARKUP.test(start);
}

function refusedAs(fault: Fault): Result<FileType> {
  return { ok: false, fault };
}
