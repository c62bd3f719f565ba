import { PdfUnreadable } from './faults.ts';
import { PdfParser } from './parser.ts';
import { isKind } from './values.ts';
import type { PdfDict, PdfRef, PdfValue } from './values.ts';

export interface IndirectObject {
  readonly number: number;
  readonly value: PdfValue;
}

/** Looks up a stream's length when it stands in an object of its own. */
export type LengthOf = (ref: PdfRef) => PdfValue;

/** The object that begins at `offset`: `12 0 obj … endobj`. */
export function readObjectAt(bytes: Buffer, offset: number, lengthOf: LengthOf): IndirectObject {
  const parser = new PdfParser(bytes, offset);
  const number = parser.count();
  parser.count();
  parser.expect('obj');
  const value = parser.value();
  if (isKind(value, 'dict') && parser.take('stream'))
    return { number, value: readStream(parser, value, lengthOf) };
  parser.expect('endobj');
  return { number, value };
}

function readStream(parser: PdfParser, dict: PdfDict, lengthOf: LengthOf): PdfValue {
  const { bytes } = parser;
  // The word is followed by CR LF or LF, nothing else (7.3.8.1).
  let start = parser.position;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  const given = dict.entries.get('Length');
  const length = isKind(given, 'ref') ? lengthOf(given) : given;
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0)
    throw new PdfUnreadable('stream without length');
  const end = start + length;
  if (end > bytes.length) throw new PdfUnreadable('stream goes beyond the file');
  parser.position = end;
  parser.expect('endstream');
  return { kind: 'stream', dict, data: bytes.subarray(start, end) };
}
