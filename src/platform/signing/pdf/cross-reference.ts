/** Where the objects of a file stand: its cross-reference tables and streams, newest first (ISO 32000-2, 7.5). */
import { PdfUnreadable } from './faults.ts';
import { unpackStream } from './filters.ts';
import { readObjectAt } from './objects.ts';
import { PdfParser } from './parser.ts';
import { isKind } from './values.ts';
import type { PdfDict, PdfStream, PdfValue } from './values.ts';

export type Place =
  | { readonly at: 'offset'; readonly offset: number }
  | { readonly at: 'packed'; readonly container: number; readonly index: number }
  | { readonly at: 'nowhere' };

export interface CrossReference {
  readonly places: ReadonlyMap<number, Place>;
  /** Of the newest revision. */
  readonly trailer: PdfDict;
  /** Offset of the newest part; a later revision points back to it. */
  readonly start: number;
  /** How the newest part is written; a later revision is written alike. */
  readonly form: 'table' | 'stream';
}

interface Part {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: PdfDict;
  readonly form: CrossReference['form'];
}

const MOST_PARTS = 500;
/** A letter has some hundred, a book some ten thousand. */
const MOST_OBJECTS = 100_000;

/** Reads all parts, from the newest back to the first. */
export function readCrossReference(bytes: Buffer): CrossReference {
  const start = startOf(bytes);
  const newest = readPart(bytes, start);
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  const waiting = [start];
  for (let offset = waiting.pop(); offset !== undefined; offset = waiting.pop()) {
    if (seen.has(offset) || seen.size > MOST_PARTS) throw new PdfUnreadable('cross-references go in circles');
    seen.add(offset);
    const part = offset === start ? newest : readPart(bytes, offset);
    for (const [number, place] of part.places) if (!places.has(number)) places.set(number, place);
    // A hybrid file's stream comes before the older parts (7.5.8.4).
    waiting.push(...['Prev', 'XRefStm'].flatMap((name) => offsetIn(part.trailer, name)));
  }
  return { places, trailer: newest.trailer, start, form: newest.form };
}

function startOf(bytes: Buffer): number {
  const at = bytes.lastIndexOf('startxref');
  if (at < 0) throw new PdfUnreadable('no startxref');
  return new PdfParser(bytes, at + 'startxref'.length).count();
}

function offsetIn(trailer: PdfDict, name: string): readonly number[] {
  const value = trailer.entries.get(name);
  return typeof value === 'number' ? [value] : [];
}

function readPart(bytes: Buffer, offset: number): Part {
  const parser = new PdfParser(bytes, offset);
  return parser.take('xref') ? readTable(parser) : readXrefStream(bytes, offset);
}

function readTable(parser: PdfParser): Part {
  const places = new Map<number, Place>();
  while (!parser.take('trailer')) {
    const first = parser.count();
    const count = parser.count();
    if (first + count > MOST_OBJECTS) throw new PdfUnreadable('too many objects');
    for (let number = first; number < first + count; number += 1) {
      const offset = parser.count();
      parser.count();
      const used = parser.take('n');
      if (!used) parser.expect('f');
      places.set(number, used ? { at: 'offset', offset } : { at: 'nowhere' });
    }
  }
  const trailer = parser.value();
  if (!isKind(trailer, 'dict')) throw new PdfUnreadable('no trailer');
  return { places, trailer, form: 'table' };
}

function readXrefStream(bytes: Buffer, offset: number): Part {
  const { value } = readObjectAt(bytes, offset, () => null);
  if (!isKind(value, 'stream')) throw new PdfUnreadable('no cross-reference');
  return { places: placesIn(value), trailer: value.dict, form: 'stream' };
}

/** Columns of a cross-reference stream: their widths in bytes, and how a row is read (7.5.8.3). */
function placesIn(stream: PdfStream): Map<number, Place> {
  const { entries } = stream.dict;
  const widths = numbers(entries.get('W'));
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  if (widths.length !== 3 || widths.some((width) => width > 6))
    throw new PdfUnreadable('odd cross-reference');
  const rows = unpackStream(stream);
  const width = Math.max(1, w0 + w1 + w2);
  const read = (at: number, length: number): number => (length === 0 ? 0 : rows.readUIntBE(at, length));
  const places = new Map<number, Place>();
  let at = 0;
  for (const number of numbersOf(entries.get('Index'), entries.get('Size'))) {
    if (at + width > rows.length) break;
    const type = w0 === 0 ? 1 : read(at, w0);
    places.set(number, placeFrom(type, read(at + w0, w1), read(at + w0 + w1, w2)));
    at += width;
  }
  return places;
}

/** The objects that the rows speak of, in their order. */
function* numbersOf(index: PdfValue | undefined, size: PdfValue | undefined): Generator<number> {
  const pairs = index === undefined ? [0, typeof size === 'number' ? size : 0] : numbers(index);
  for (let pair = 0; pair + 1 < pairs.length; pair += 2) {
    const [first = 0, count = 0] = pairs.slice(pair, pair + 2);
    if (first + count > MOST_OBJECTS) throw new PdfUnreadable('too many objects');
    for (let number = first; number < first + count; number += 1) yield number;
  }
}

function placeFrom(type: number, second: number, third: number): Place {
  if (type === 1) return { at: 'offset', offset: second };
  return type === 2 ? { at: 'packed', container: second, index: third } : { at: 'nowhere' };
}

function numbers(value: PdfValue | undefined): readonly number[] {
  if (!isKind(value, 'array')) return [];
  return value.items.map((item) => {
    if (typeof item !== 'number' || !Number.isSafeInteger(item) || item < 0)
      throw new PdfUnreadable('odd cross-reference');
    return item;
  });
}
