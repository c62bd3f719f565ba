/** Finds the signatures of a PDF, and what of the file each of them covers. */
import type { PdfDocument } from './document.ts';
import { PdfUnreadable } from './faults.ts';
import { isKind, readPdfText } from './values.ts';
import type { PdfDict, PdfValue } from './values.ts';

export interface FoundSignature {
  readonly field: string;
  readonly dict: PdfDict;
  /** The CMS signature as it stands in the file. */
  readonly contents: Buffer;
  /** What is signed; null when it is not a whole revision of the file. */
  readonly range: SignedRange | null;
}

export interface SignedRange {
  /** Where `<` of the signature stands, and what follows its `>`. */
  readonly gap: readonly [number, number];
  /** How long the file was when it was signed. */
  readonly end: number;
}

const MOST_FIELDS = 5000;
const DEEPEST = 50;
/** Each costs a hash of the file. */
const MOST_SIGNATURES = 100;
/** And each earlier revision costs a look at all objects of the file. */
const MOST_COMPARED = 150_000;

/** All filled signature fields, by the end of what they sign: the first signer first. */
export function findSignatures(document: PdfDocument): readonly FoundSignature[] {
  const form = document.find(document.catalog, 'AcroForm', 'dict');
  const fields = form ? document.find(form, 'Fields', 'array') : null;
  const found = walk(document, fields?.items ?? [], [], { left: MOST_FIELDS });
  const endOf = ({ range }: FoundSignature): number => range?.end ?? 0;
  const revisions = new Set(found.map(endOf)).size;
  if (found.length > MOST_SIGNATURES || revisions * document.objectNumbers().length > MOST_COMPARED)
    throw new PdfUnreadable('too many signatures');
  return found.toSorted((one, other) => endOf(one) - endOf(other));
}

function walk(
  document: PdfDocument,
  fields: readonly PdfValue[],
  above: readonly string[],
  limit: { left: number },
): readonly FoundSignature[] {
  return fields.flatMap((ref) => {
    limit.left -= 1;
    const field = document.resolve(ref);
    if (limit.left < 0 || above.length > DEEPEST || !isKind(field, 'dict')) return [];
    const own = document.find(field, 'T', 'text');
    const names = [...above, own ? readPdfText(own) : ''];
    const name = names.filter((part) => part !== '').join('.');
    const kids = document.find(field, 'Kids', 'array')?.items ?? [];
    const value = document.find(field, 'V', 'dict');
    const signature = value ? readSignature(document, value, name) : null;
    return [...(signature ? [signature] : []), ...walk(document, kids, names, limit)];
  });
}

function readSignature(document: PdfDocument, dict: PdfDict, field: string): FoundSignature | null {
  const contents = document.find(dict, 'Contents', 'text');
  const range = document.find(dict, 'ByteRange', 'array');
  if (!contents || !range) return null;
  const numbers = range.items.map((item) => document.resolve(item));
  const [start, from, to, rest] = numbers.filter((item) => Number.isSafeInteger(item)) as number[];
  const unsigned = { field, dict, contents: contents.bytes, range: null };
  if (numbers.length !== 4 || start !== 0 || from === undefined || to === undefined || rest === undefined)
    return unsigned;
  const end = to + rest;
  if (rest <= 0 || end > document.bytes.length || !leavesOnlyContents(document, [from, to], contents.bytes))
    return unsigned;
  return { ...unsigned, range: { gap: [from, to], end } };
}

/** The bytes that are signed: all of the revision but the place of the signature. */
export const signedBytes = (bytes: Buffer, [from, to]: SignedRange['gap'], end = bytes.length): Buffer =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(to, end)]);

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
