/** Finds the signatures of a PDF, and what of the file each of them covers. */
import type { PdfDocument } from './document.ts';
import { isKind, readPdfText } from './values.ts';
import type { PdfDict, PdfValue } from './values.ts';

export interface FoundSignature {
  readonly field: string;
  readonly dict: PdfDict;
  /** The CMS signature as it stands in the file. */
  readonly contents: Buffer;
  /** The bytes that are signed; null when the range is not one that signs a whole revision. */
  readonly signed: Buffer | null;
  /** How long the file was when it was signed. */
  readonly end: number;
}

const MOST_FIELDS = 5000;

/** All filled signature fields, by the end of what they sign: the first signer first. */
export function findSignatures(document: PdfDocument): readonly FoundSignature[] {
  const form = document.find(document.catalog, 'AcroForm', 'dict');
  const fields = form ? document.find(form, 'Fields', 'array') : null;
  const found = walk(document, fields?.items ?? [], '', { left: MOST_FIELDS });
  return found.toSorted((one, other) => one.end - other.end);
}

function walk(
  document: PdfDocument,
  fields: readonly PdfValue[],
  above: string,
  limit: { left: number },
): readonly FoundSignature[] {
  return fields.flatMap((ref) => {
    limit.left -= 1;
    const field = document.resolve(ref);
    if (limit.left < 0 || !isKind(field, 'dict')) return [];
    const own = document.find(field, 'T', 'text');
    const name = [above, own ? readPdfText(own) : ''].filter((part) => part !== '').join('.');
    const kids = document.find(field, 'Kids', 'array')?.items ?? [];
    const value = document.find(field, 'V', 'dict');
    const signature = value ? readSignature(document, value, name) : null;
    return [...(signature ? [signature] : []), ...walk(document, kids, name, limit)];
  });
}

function readSignature(document: PdfDocument, dict: PdfDict, field: string): FoundSignature | null {
  const contents = document.find(dict, 'Contents', 'text');
  const range = document.find(dict, 'ByteRange', 'array');
  if (!contents || !range) return null;
  const numbers = range.items.map((item) => document.resolve(item));
  const [start, from, to, rest] = numbers.filter((item) => Number.isSafeInteger(item)) as number[];
  const unsigned = { field, dict, contents: contents.bytes, signed: null, end: 0 };
  if (numbers.length !== 4 || start !== 0 || from === undefined || to === undefined || rest === undefined)
    return unsigned;
  const end = to + rest;
  if (rest <= 0 || end > document.bytes.length || !leavesOnlyContents(document, [from, to], contents.bytes))
    return unsigned;
  const signed = Buffer.concat([document.bytes.subarray(0, from), document.bytes.subarray(to, end)]);
  return { ...unsigned, signed, end };
}

/** What is left out of the signed bytes is the signature itself, and not a byte more: nothing else can hide there. */
function leavesOnlyContents(
  { bytes }: PdfDocument,
  [from, to]: readonly [number, number],
  contents: Buffer,
): boolean {
  if (
    !Number.isSafeInteger(from) ||
    !Number.isSafeInteger(to) ||
    from <= 0 ||
    to <= from ||
    to > bytes.length
  )
    return false;
  const gap = bytes.toString('latin1', from, to);
  return (
    gap.startsWith('<') && gap.endsWith('>') && gap.slice(1, -1).toLowerCase() === contents.toString('hex')
  );
}
