import { createHash } from 'node:crypto';
import type { PdfDocument } from './document.ts';
import { printValue } from './printer.ts';
import { isKind, pdfArray, pdfName } from './values.ts';
import type { PdfDict, PdfText, PdfValue } from './values.ts';

/** An object as it will stand in the file. */
export interface NewObject {
  readonly number: number;
  readonly body: Buffer;
}

export interface Revision {
  readonly bytes: Buffer;
  /** Where the body of each new object begins. */
  readonly offsets: ReadonlyMap<number, number>;
}

/**
 * The file with a revision added at its end (ISO 32000-2, 7.5.6): not one byte of what was there changes, so signatures over
 * it stay good. The cross-reference is written as the file's own is, by table or by stream.
 */
export function appendRevision(document: PdfDocument, objects: readonly NewObject[]): Revision {
  const parts: Buffer[] = [document.bytes, Buffer.from('\n')];
  let length = document.bytes.length + 1;
  const starts = new Map<number, number>();
  const offsets = new Map<number, number>();
  for (const { number, body } of objects) {
    const head = Buffer.from(`${number} 0 obj\n`);
    starts.set(number, length);
    offsets.set(number, length + head.length);
    const tail = Buffer.from('\nendobj\n');
    parts.push(head, body, tail);
    length += head.length + body.length + tail.length;
  }
  const written = { document, starts, at: length, identity: identityAfter(document, objects) };
  const form = document.crossReference.form;
  parts.push(form === 'table' ? tableOf(written) : streamOf(written));
  parts.push(Buffer.from(`startxref\n${length}\n%%EOF\n`));
  return { bytes: Buffer.concat(parts), offsets };
}

interface Written {
  readonly document: PdfDocument;
  readonly starts: ReadonlyMap<number, number>;
  /** Where the cross-reference comes to stand. */
  readonly at: number;
  readonly identity: PdfText;
}

/** Names this revision of the file; made of its content, so that the same signature gives the same file. */
function identityAfter(document: PdfDocument, objects: readonly NewObject[]): PdfText {
  const hash = createHash('sha256').update(String(document.bytes.length));
  for (const { body } of objects) hash.update(body);
  return { kind: 'text', bytes: hash.digest().subarray(0, 16) };
}

function trailerEntries({ document, starts, identity }: Written, extra: number[] = []): [string, PdfValue][] {
  const { trailer, start } = document.crossReference;
  const ids = document.find(trailer, 'ID', 'array');
  const first = isKind(ids?.items[0], 'text') ? ids.items[0] : identity;
  const size = Math.max(document.nextNumber, ...[...starts.keys(), ...extra].map((number) => number + 1));
  const kept = ['Root', 'Info'].flatMap((name): [string, PdfValue][] => {
    const value = trailer.entries.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return [['Size', size], ...kept, ['ID', pdfArray([first, identity])], ['Prev', start]];
}

function tableOf(written: Written): Buffer {
  const lines = runsOf([...written.starts.keys()]).flatMap((run) => [
    `${run[0]} ${run.length}\n`,
    ...run.map((number) => `${String(written.starts.get(number) ?? 0).padStart(10, '0')} 00000 n \n`),
  ]);
  const trailer: PdfDict = { kind: 'dict', entries: new Map(trailerEntries(written)) };
  return Buffer.concat([
    Buffer.from(`xref\n${lines.join('')}trailer\n`),
    printValue(trailer),
    Buffer.from('\n'),
  ]);
}

function streamOf(written: Written): Buffer {
  const own = Math.max(
    written.document.nextNumber,
    ...[...written.starts.keys()].map((number) => number + 1),
  );
  const starts = new Map([...written.starts, [own, written.at]]);
  const runs = runsOf([...starts.keys()]);
  const data = Buffer.alloc(starts.size * 8);
  runs.flat().forEach((number, row) => {
    data.writeUInt8(1, row * 8);
    data.writeUIntBE(starts.get(number) ?? 0, row * 8 + 1, 5);
  });
  const entries: [string, PdfValue][] = [
    ['Type', pdfName('XRef')],
    ...trailerEntries(written, [own]),
    ['Index', pdfArray(runs.flatMap((run) => [run[0] ?? 0, run.length]))],
    ['W', pdfArray([1, 5, 2])],
    ['Length', data.length],
  ];
  const stream = printValue({ kind: 'stream', dict: { kind: 'dict', entries: new Map(entries) }, data });
  return Buffer.concat([Buffer.from(`${own} 0 obj\n`), stream, Buffer.from('\nendobj\n')]);
}

/** Numbers in order, cut where one is missing: [3, 4, 9] → [[3, 4], [9]]. */
function runsOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}
