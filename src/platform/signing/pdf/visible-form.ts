/** What is seen of a signature: a page of another PDF, put into the file as a form (ISO 32000-2, 8.10). */
import { PdfDocument } from './document.ts';
import type { PdfPage } from './document.ts';
import { PdfUnreadable } from './faults.ts';
import { printValue } from './printer.ts';
import type { NewObject } from './revision.ts';
import { isKind, pdfArray, pdfName, pdfRef } from './values.ts';
import type { PdfDict, PdfRef, PdfValue } from './values.ts';

/** Where a signature is seen: page from 1 (or the last), points from the lower left corner, as `writePdf` tells places. */
export interface SignatureBox {
  readonly page: number | 'last';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Form {
  readonly ref: PdfRef;
  readonly objects: readonly NewObject[];
}

/** The only page of `picture` as a form, with all that it uses, numbered from `first` on. */
export function importedForm(picture: Buffer, first: number, matrix: readonly number[]): Form {
  const source = new PdfDocument(picture);
  const [page] = source.pages();
  const content = page && source.resolve(page.dict.entries.get('Contents'));
  if (!page || !isKind(content, 'stream')) throw new PdfUnreadable('a picture is one page of one stream');
  const copy = new Copy(source, first + 1);
  const resources = copy.value(page.dict.entries.get('Resources') ?? null);
  const own: readonly [string, PdfValue][] = [
    ['Type', pdfName('XObject')],
    ['Subtype', pdfName('Form')],
    ['BBox', pdfArray(page.box)],
    ['Matrix', pdfArray(matrix)],
    ['Resources', resources],
  ];
  const dict: PdfDict = { kind: 'dict', entries: new Map([...content.dict.entries, ...own]) };
  const body = printValue({ kind: 'stream', dict, data: content.data });
  return { ref: pdfRef(first), objects: [{ number: first, body }, ...copy.objects()] };
}

/** Copies values of one file for another: references get numbers that are free there. */
class Copy {
  readonly #source: PdfDocument;
  readonly #numbers = new Map<number, number>();
  readonly #bodies = new Map<number, Buffer>();
  #next: number;

  constructor(source: PdfDocument, first: number) {
    this.#source = source;
    this.#next = first;
  }

  objects(): readonly NewObject[] {
    return [...this.#bodies].map(([number, body]) => ({ number, body }));
  }

  value(value: PdfValue): PdfValue {
    if (typeof value !== 'object' || value === null) return value;
    if (value.kind === 'ref') return pdfRef(this.#numberOf(value));
    if (value.kind === 'array') return pdfArray(value.items.map((item) => this.value(item)));
    if (value.kind === 'dict') return this.#dict(value);
    return value.kind === 'stream' ? { ...value, dict: this.#dict(value.dict) } : value;
  }

  #dict(dict: PdfDict): PdfDict {
    const entries = [...dict.entries].map(([name, value]): [string, PdfValue] => [name, this.value(value)]);
    return { kind: 'dict', entries: new Map(entries) };
  }

  #numberOf(ref: PdfRef): number {
    const known = this.#numbers.get(ref.number);
    if (known !== undefined) return known;
    const number = this.#next;
    this.#next += 1;
    this.#numbers.set(ref.number, number);
    this.#bodies.set(number, printValue(this.value(this.#source.resolve(ref))));
    return number;
  }
}

/** Left, bottom, right and top of a box, in the page's own points. */
export function rectOf({ x, y, width, height }: SignatureBox, { box }: PdfPage): readonly number[] {
  const [left, bottom] = box;
  return [left + x, bottom + y, left + x + width, bottom + y + height];
}

/** Turns what is seen back upright on a turned page. */
export function matrixFor({ rotation }: PdfPage): readonly number[] {
  if (rotation === 90) return [0, 1, -1, 0, 0, 0];
  if (rotation === 180) return [-1, 0, 0, -1, 0, 0];
  return rotation === 270 ? [0, -1, 1, 0, 0, 0] : [1, 0, 0, 1, 0, 0];
}
