import { inflateSync } from 'node:zlib';
import { PdfUnreadable } from './faults.ts';
import { isKind } from './values.ts';
import type { PdfDict, PdfStream, PdfValue } from './values.ts';

/** More than any cross-reference or object stream of an honest letter unpacks to. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** What a stream holds, unpacked. Reads Flate with PNG predictors: all that cross-references and packed objects use. */
export function unpackStream({ dict, data }: PdfStream): Buffer {
  const filters = listOf(dict.entries.get('Filter'));
  const parameters = listOf(dict.entries.get('DecodeParms'));
  return filters.reduce<Buffer>((bytes, filter, at) => {
    if (!isKind(filter, 'name') || filter.name !== 'FlateDecode') throw new PdfUnreadable('unknown filter');
    const settings = parameters[at];
    return unpredict(inflate(bytes), isKind(settings, 'dict') ? settings : null);
  }, data);
}

const listOf = (value: PdfValue | undefined): readonly PdfValue[] => {
  if (value === undefined || value === null) return [];
  return isKind(value, 'array') ? value.items : [value];
};

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch {
    throw new PdfUnreadable('packed stream is damaged or too large');
  }
}

function unpredict(bytes: Buffer, settings: PdfDict | null): Buffer {
  const number = (name: string, otherwise: number): number => {
    const value = settings?.entries.get(name);
    return typeof value === 'number' ? value : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const width = (number('Columns', 1) * bits) / 8;
  if (predictor < 10 || bits !== 8 || !Number.isSafeInteger(width) || width < 1)
    throw new PdfUnreadable('unknown predictor');
  return undoPng(bytes, width);
}

/** PNG's row filters (RFC 2083, 6) for rows of `width` bytes, one byte a column. */
function undoPng(bytes: Buffer, width: number): Buffer {
  const rows = Math.floor(bytes.length / (width + 1));
  const plain = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0;
      const up = row > 0 ? (plain[at - width] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (plain[at - width - 1] ?? 0) : 0;
      plain[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return plain;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return Math.floor((left + up) / 2);
  if (kind === 4) return paeth(left, up, corner);
  throw new PdfUnreadable('unknown row filter');
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0;
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
