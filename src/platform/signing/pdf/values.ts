/**
 * Values of a PDF file (ISO 32000-2, 7.3), as few as signing needs. Texts are bytes: what they mean depends on where they
 * stand. Everything is read-only; a changed value is a new one.
 */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

export interface PdfText {
  readonly kind: 'text';
  readonly bytes: Buffer;
}

export interface PdfRef {
  readonly kind: 'ref';
  readonly number: number;
  readonly generation: number;
}

export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** `data` as it stands in the file, packed by the filters that `dict` names. */
export interface PdfStream {
  readonly kind: 'stream';
  readonly dict: PdfDict;
  readonly data: Buffer;
}

export type PdfValue = null | boolean | number | PdfName | PdfText | PdfRef | PdfArray | PdfDict | PdfStream;

type Compound = Exclude<PdfValue, null | boolean | number>;
export type PdfKind = Compound['kind'];

/** Whether a value is of a kind: `isKind(value, 'dict')`. */
export function isKind<K extends PdfKind>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<Compound, { kind: K }> {
  return typeof value === 'object' && value !== null && value.kind === kind;
}

export const pdfName = (name: string): PdfName => ({ kind: 'name', name });
export const pdfRef = (number: number): PdfRef => ({ kind: 'ref', number, generation: 0 });
export const pdfArray = (items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items });
export const pdfDict = (entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
});

/** A dictionary with some entries put in place of its own. */
export const withEntries = (dict: PdfDict, entries: Readonly<Record<string, PdfValue>>): PdfDict => ({
  kind: 'dict',
  entries: new Map([...dict.entries, ...Object.entries(entries)]),
});

/** A text for people: Latin letters as they are, all others as UTF-16 with its mark (ISO 32000-2, 7.9.2.2). */
export function pdfText(text: string): PdfText {
  if (/^[\x20-\x7e]*$/.test(text)) return { kind: 'text', bytes: Buffer.from(text, 'latin1') };
  return { kind: 'text', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le').swap16() };
}

/** What a text says to people; the inverse of `pdfText`, and UTF-8 with its mark as PDF 2.0 has it. */
export function readPdfText({ bytes }: PdfText): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}
