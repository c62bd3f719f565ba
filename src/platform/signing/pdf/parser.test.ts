import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { PdfDocument } from './document.ts';
import { PdfParser } from './parser.ts';
import { printValue } from './printer.ts';
import { pdfArray, pdfDict, pdfName, pdfRef, pdfText, readPdfText } from './values.ts';
import type { PdfValue } from './values.ts';

const parsed = (text: string): PdfValue => new PdfParser(Buffer.from(text, 'latin1')).value();
const text = (value: string): PdfValue => ({ kind: 'text', bytes: Buffer.from(value, 'latin1') });

const { value: anyValue } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -999_999, max: 999_999 }).map((n) => n / 1000),
    fc.string({ unit: 'binary-ascii', minLength: 1 }).map(pdfName),
    fc.string().map(pdfText),
    fc.integer({ min: 1, max: 9_999_999 }).map(pdfRef),
    fc.array(tie('value')).map(pdfArray),
    fc.dictionary(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), tie('value')).map(pdfDict),
  ),
}));

describe('PDF values', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(anyValue, (value) => assert.deepEqual(parsed(printValue(value).toString('latin1')), value)),
    );
  });

  it('are read in every spelling of the standard', () => {
    const spellings: readonly (readonly [string, PdfValue])[] = [
      ['(a (nested) b)', text('a (nested) b')],
      [String.raw`(\n\)\101\7\\\q)`, text('\n)A\x07\\q')],
      ['(one\\\ntwo)', text('onetwo')],
      ['<48 61 6C 6>', text('Hal`')],
      ['/A#20B', pdfName('A B')],
      ['% words\n -.5', -0.5],
      ['+17', 17],
      ['[1 0 R 2]', pdfArray([pdfRef(1), 2])],
      ['[1 0 RG]', null],
      ['<</A<</B[null true]>>>>', pdfDict({ A: pdfDict({ B: pdfArray([null, true]) }) })],
    ];
    for (const [written, value] of spellings) {
      if (value === null) assert.throws(() => parsed(written), { code: 'pdf-unreadable' }, written);
      else assert.deepEqual(parsed(written), value, written);
    }
  });

  it('that say one thing twice, end too early or nest without end are refused', () => {
    for (const bad of ['<< /A 1 /A 2 >>', '(open', '<4', '[1', '<< /A', '<4G>', '['.repeat(200), '', ')'])
      assert.throws(() => parsed(bad), { code: 'pdf-unreadable' }, bad);
  });

  it('hold the words of every language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const value = pdfText(words);
        assert.equal(readPdfText(value), words);
      }),
    );
  });
});

describe('a file', () => {
  it('of any bytes is read or refused, and nothing else', () => {
    const tail = Buffer.from('\nstartxref\n9\n%%EOF\n');
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'xref\n', '1 0 obj\n'),
        (bytes, head) => {
          const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(head), bytes, tail]);
          try {
            new PdfDocument(file).pages();
          } catch (error) {
            assert.equal((error as { code?: string }).code, 'pdf-unreadable');
          }
        },
      ),
    );
  });

  it('whose cross-references go in circles is refused', () => {
    const file = Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer << /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF\n');
    assert.throws(() => new PdfDocument(file), { code: 'pdf-unreadable' });
  });

  it('under a password is refused with words', () => {
    const file = Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer << /Encrypt 3 0 R >>\nstartxref\n9\n%%EOF\n');
    assert.throws(() => new PdfDocument(file), { code: 'pdf-encrypted' });
  });
});

/** A file whose catalog is the first of `count` objects that are packed into one stream. */
function packedFile(count: number): Buffer {
  const head = Array.from({ length: count }, (_, index) => `${index === 0 ? 1 : index + 9} 0 `).join('');
  const packed = deflateSync(Buffer.from(`${head}<< /Type /Catalog >>`, 'latin1'));
  const stream = Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n2 0 obj\n<< /Type /ObjStm /N ${count} /First ${head.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const rows = Buffer.from([2, 0, 2, 0, 1, 0, 9, 0]);
  const reference = `3 0 obj\n<< /Type /XRef /Size 3 /Index [1 2] /W [1 2 1] /Root 1 0 R /Length ${rows.length} >>\nstream\n`;
  const end = `\nendstream\nendobj\nstartxref\n${stream.length}\n%%EOF\n`;
  return Buffer.concat([stream, Buffer.from(reference), rows, Buffer.from(end)]);
}

describe('a file made to keep its reader busy', () => {
  it('packs no more objects into a stream than writers do', () => {
    assert.equal(new PdfDocument(packedFile(200)).catalog.kind, 'dict');
    assert.throws(() => new PdfDocument(packedFile(20_000)).catalog, { code: 'pdf-unreadable' });
  });
});
