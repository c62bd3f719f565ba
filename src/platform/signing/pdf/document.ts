import { readCrossReference } from './cross-reference.ts';
import type { CrossReference } from './cross-reference.ts';
import { PdfUnreadable, pdfEncrypted } from './faults.ts';
import { unpackStream } from './filters.ts';
import { readObjectAt } from './objects.ts';
import { PdfParser } from './parser.ts';
import { isKind } from './values.ts';
import type { PdfDict, PdfKind, PdfRef, PdfValue } from './values.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_PAGES = 10_000;
const DEEPEST = 50;
/** Writers pack some hundred objects into a stream; what holds more is made to keep a reader busy. */
const MOST_PACKED = 10_000;
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024;

/** A page, with what it takes from the nodes above it. */
export interface PdfPage {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** Left, bottom, right and top of what is shown, in points. */
  readonly box: readonly [number, number, number, number];
  /** Quarter turns clockwise, in degrees: 0, 90, 180 or 270. */
  readonly rotation: number;
}

/** A PDF file as its newest revision has it. Objects are read when they are asked for. */
export class PdfDocument {
  readonly bytes: Buffer;
  readonly crossReference: CrossReference;
  readonly #objects = new Map<number, PdfValue>();
  readonly #packed = new Map<number, readonly PdfValue[]>();
  readonly #opening = new Set<number>();
  #unpackedBytes = 0;

  /** Throws PdfUnreadable, or Fault 'pdf-encrypted'. */
  constructor(bytes: Buffer) {
    if (bytes.length > MOST_BYTES) throw new PdfUnreadable('too large');
    if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new PdfUnreadable('no PDF header');
    this.bytes = bytes;
    this.crossReference = readCrossReference(bytes);
    if (this.crossReference.trailer.entries.has('Encrypt')) throw pdfEncrypted();
  }

  /** What a reference means; null when there is no such object. Values that are no references are given back. */
  resolve(value: PdfValue | undefined): PdfValue {
    return isKind(value, 'ref') ? this.#object(value.number) : (value ?? null);
  }

  /** The value of an entry when it is of this kind, looked up when it is a reference. */
  find<K extends PdfKind>(dict: PdfDict, name: string, kind: K): Extract<PdfValue, { kind: K }> | null {
    const value = this.resolve(dict.entries.get(name));
    return isKind(value, kind) ? value : null;
  }

  /** Numbers of all objects that are there, in order. */
  objectNumbers(): readonly number[] {
    return [...this.crossReference.places]
      .filter(([, place]) => place.at !== 'nowhere')
      .map(([number]) => number)
      .sort((one, other) => one - other);
  }

  /** The first number that no object has. */
  get nextNumber(): number {
    return Math.max(0, ...this.crossReference.places.keys()) + 1;
  }

  get catalogRef(): PdfRef {
    const root = this.crossReference.trailer.entries.get('Root');
    if (!isKind(root, 'ref')) throw new PdfUnreadable('no catalog');
    return root;
  }

  get catalog(): PdfDict {
    const catalog = this.resolve(this.catalogRef);
    if (!isKind(catalog, 'dict')) throw new PdfUnreadable('no catalog');
    return catalog;
  }

  pages(): readonly PdfPage[] {
    const root = this.catalog.entries.get('Pages');
    const pages: PdfPage[] = [];
    const seen = new Set<number>();
    const walk = (value: PdfValue | undefined, inherited: ReadonlyMap<string, PdfValue>, depth = 0): void => {
      const node = this.resolve(value);
      if (!isKind(value, 'ref') || !isKind(node, 'dict')) return;
      if (seen.has(value.number) || seen.size > MOST_PAGES || depth > DEEPEST)
        throw new PdfUnreadable('pages go in circles');
      seen.add(value.number);
      const known = new Map([...inherited, ...node.entries]);
      const kids = this.find(node, 'Kids', 'array');
      if (kids) for (const kid of kids.items) walk(kid, known, depth + 1);
      else pages.push(this.#page(value, node, known));
    };
    walk(root, new Map());
    return pages;
  }

  #page(ref: PdfRef, dict: PdfDict, known: ReadonlyMap<string, PdfValue>): PdfPage {
    const box = this.resolve(known.get('CropBox') ?? known.get('MediaBox'));
    const sides = isKind(box, 'array') ? box.items.map((side) => this.resolve(side)) : [];
    const [x1, y1, x2, y2] = sides;
    if (typeof x1 !== 'number' || typeof y1 !== 'number' || typeof x2 !== 'number' || typeof y2 !== 'number')
      throw new PdfUnreadable('page without size');
    const turned = this.resolve(known.get('Rotate'));
    const rotation = typeof turned === 'number' ? ((turned % 360) + 360) % 360 : 0;
    return {
      ref,
      dict,
      box: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
      rotation,
    };
  }

  #object(number: number): PdfValue {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    if (this.#opening.has(number)) throw new PdfUnreadable('objects go in circles');
    this.#opening.add(number);
    const value = this.#read(number);
    this.#opening.delete(number);
    this.#objects.set(number, value);
    return value;
  }

  #read(number: number): PdfValue {
    const place = this.crossReference.places.get(number) ?? { at: 'nowhere' };
    if (place.at === 'nowhere') return null;
    if (place.at === 'packed') return this.#unpacked(place.container)[place.index] ?? null;
    const found = readObjectAt(this.bytes, place.offset, (ref) => this.#object(ref.number));
    if (found.number !== number) throw new PdfUnreadable(`object ${number} stands elsewhere`);
    return found.value;
  }

  #unpacked(container: number): readonly PdfValue[] {
    const known = this.#packed.get(container);
    if (known) return known;
    const stream = this.#object(container);
    if (!isKind(stream, 'stream')) throw new PdfUnreadable('no object stream');
    if (this.#unpackedBytes > MOST_UNPACKED_BYTES) throw new PdfUnreadable('too much in object streams');
    const bytes = unpackStream(stream);
    this.#unpackedBytes += bytes.length;
    const values = valuesIn(stream.dict, bytes);
    this.#packed.set(container, values);
    return values;
  }
}

/** The objects of an object stream, in order (7.5.7). */
function valuesIn({ entries }: PdfDict, bytes: Buffer): readonly PdfValue[] {
  const [count, first] = [entries.get('N'), entries.get('First')];
  if (typeof count !== 'number' || typeof first !== 'number' || count > MOST_PACKED)
    throw new PdfUnreadable('odd object stream');
  const head = new PdfParser(bytes);
  const offsets = Array.from({ length: count }, () => {
    head.count();
    return head.count();
  });
  return offsets.map((offset) => new PdfParser(bytes, first + offset).value());
}
