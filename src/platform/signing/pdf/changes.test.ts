import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { SIGNING_DAY, letterToSign, newTestAuthority } from '../../../../test/support/certificates.ts';
import type { TestAuthority } from '../../../../test/support/certificates.ts';
import { signPdf } from '../sign-pdf.ts';
import { verifyPdf } from '../verify-pdf.ts';
import { PdfDocument } from './document.ts';
import { printValue } from './printer.ts';
import { appendRevision } from './revision.ts';
import { findSignatures } from './signatures.ts';
import { pdfArray, pdfDict, pdfName, pdfRef, pdfText, withEntries } from './values.ts';
import type { PdfDict, PdfValue } from './values.ts';

const facts = { signedAt: SIGNING_DAY, name: 'Siti Contoh', reason: 'Disetujui' };
let authority: TestAuthority;
let signed: PdfDocument;

before(async () => {
  authority = await newTestAuthority();
  signed = new PdfDocument(await signPdf(await letterToSign(), facts, await authority.signer('Siti')));
});

/** The signed letter with a revision behind it that a forger wrote. */
function forged(objects: (document: PdfDocument) => readonly (readonly [number, PdfValue])[]): Buffer {
  const bodies = objects(signed).map(([number, value]) => ({ number, body: printValue(value) }));
  return appendRevision(signed, bodies).bytes;
}

const firstPage = (document: PdfDocument): { readonly number: number; readonly dict: PdfDict } => {
  const [page] = document.pages();
  assert.ok(page);
  return { number: page.ref.number, dict: page.dict };
};

async function assertChanged(pdf: Buffer): Promise<void> {
  const [report] = await verifyPdf(pdf, [await authority.root()], SIGNING_DAY);
  assert.deepEqual([report?.intact, report?.covers, report?.valid], [true, 'changed', false]);
}

async function assertUnchanged(pdf: Buffer): Promise<void> {
  const [report] = await verifyPdf(pdf, [await authority.root()], SIGNING_DAY);
  assert.deepEqual([report?.intact, report?.covers, report?.valid], [true, 'earlier', true]);
}

const nothing = pdfDict({ ByteRange: pdfArray([0, 1, 2, 3]), Contents: pdfText('x') });
/** What a forger gives out as the signature of a field. */
const lookalikes: readonly (readonly [string, (document: PdfDocument) => PdfValue])[] = [
  ['one that holds nothing', () => nothing],
  ['the one that is there, once more', (document) => findSignatures(document)[0]?.dict ?? nothing],
];

const paint: PdfValue = { kind: 'stream', dict: pdfDict({}), data: Buffer.from('0 0 595 842 re f') };

describe('what comes after a signature without touching a signed byte', () => {
  it('is found out when it paints something else on a page', () =>
    assertChanged(
      forged((document) => {
        const { number, dict } = firstPage(document);
        const content = document.nextNumber;
        return [
          [content, paint],
          [number, withEntries(dict, { Contents: pdfRef(content) })],
        ];
      }),
    ));

  it('is found out when it exchanges what is painted', () =>
    assertChanged(
      forged((document) => {
        const contents = firstPage(document).dict.entries.get('Contents');
        assert.ok(typeof contents === 'object' && contents?.kind === 'ref');
        return [[contents.number, paint]];
      }),
    ));

  it('is found out when it lays a note over the page', () =>
    assertChanged(
      forged((document) => {
        const { number, dict } = firstPage(document);
        const note = document.nextNumber;
        const before = document.find(dict, 'Annots', 'array')?.items ?? [];
        return [
          [
            note,
            pdfDict({ Type: pdfName('Annot'), Subtype: pdfName('Stamp'), Contents: pdfText('DITOLAK') }),
          ],
          [number, withEntries(dict, { Annots: pdfArray([...before, pdfRef(note)]) })],
        ];
      }),
    ));

  it('is found out when it takes the widget of the signature away', () =>
    assertChanged(
      forged((document) => {
        const { number, dict } = firstPage(document);
        return [[number, withEntries(dict, { Annots: pdfArray([]) })]];
      }),
    ));

  it('is found out when it exchanges the widget of the signature', () =>
    assertChanged(
      forged((document) => {
        const { number, dict } = firstPage(document);
        const note = document.nextNumber;
        const before = document.find(dict, 'Annots', 'array')?.items ?? [];
        return [
          [note, pdfDict({ Type: pdfName('Annot'), Subtype: pdfName('Stamp') })],
          [number, withEntries(dict, { Annots: pdfArray(before.map(() => pdfRef(note))) })],
        ];
      }),
    ));

  it('is found out when the file begins at another catalog', () => {
    const { bytes, nextNumber: number, crossReference, catalog } = signed;
    const body = printValue(catalog).toString('latin1');
    const at = bytes.length;
    const object = `${number} 0 obj\n${body}\nendobj\n`;
    const entry = `${String(at).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer << /Size ${number + 1} /Root ${number} 0 R /Prev ${crossReference.start} >>`;
    const xref = `xref\n${number} 1\n${entry}${trailer}\nstartxref\n${at + object.length}\n%%EOF\n`;
    return assertChanged(Buffer.concat([bytes, Buffer.from(object + xref, 'latin1')]));
  });

  it('is found out when it writes over the catalog', () =>
    assertChanged(
      forged((document) => [
        [
          document.catalogRef.number,
          withEntries(document.catalog, { OpenAction: pdfDict({ S: pdfName('JavaScript') }) }),
        ],
      ]),
    ));

  it('is found out when it only claims to be a signature', () =>
    assertChanged(
      forged((document) => {
        const { number, dict } = firstPage(document);
        const field = document.nextNumber;
        const form = document.find(document.catalog, 'AcroForm', 'dict') ?? pdfDict({});
        const fields = document.find(form, 'Fields', 'array')?.items ?? [];
        const annotations = document.find(dict, 'Annots', 'array')?.items ?? [];
        const grown = withEntries(form, { Fields: pdfArray([...fields, pdfRef(field)]) });
        return [
          [field, pdfDict({ FT: pdfName('Tx'), Subtype: pdfName('Widget'), V: pdfText('lunas') })],
          [number, withEntries(dict, { Annots: pdfArray([...annotations, pdfRef(field)]) })],
          [document.catalogRef.number, withEntries(document.catalog, { AcroForm: grown })],
        ];
      }),
    ));

  it('is found out when it stands behind the last cross-reference, where only viewers that mend files look', async () => {
    const contents = firstPage(signed).dict.entries.get('Contents');
    assert.ok(typeof contents === 'object' && contents?.kind === 'ref');
    const object = [
      Buffer.from(`\n${contents.number} 0 obj\n`),
      printValue(paint),
      Buffer.from('\nendobj\n'),
    ];
    await assertChanged(Buffer.concat([signed.bytes, ...object]));
    const { bytes } = new PdfDocument(forged(() => []));
    await assertUnchanged(bytes);
    await assertChanged(Buffer.concat([bytes, ...object]));
  });

  it('is found out when it fills in what the signed pages spoke of and did not have', async () => {
    const letter = new PdfDocument(await letterToSign());
    const { number, dict } = firstPage(letter);
    const [own, missing] = [dict.entries.get('Contents') ?? null, pdfRef(letter.nextNumber + 100)];
    const page = withEntries(dict, { Contents: pdfArray([own, missing]) });
    const prepared = appendRevision(letter, [{ number, body: printValue(page) }]).bytes;
    const whole = new PdfDocument(await signPdf(prepared, facts, await authority.signer('Siti')));
    await assertChanged(appendRevision(whole, [{ number: missing.number, body: printValue(paint) }]).bytes);
  });

  it('is found out when it paints into a field that waits for a signature, and signs nothing', async () => {
    const letter = new PdfDocument(await letterToSign());
    const { number, dict } = firstPage(letter);
    const field = letter.nextNumber;
    const waiting = pdfDict({
      Type: pdfName('Annot'),
      Subtype: pdfName('Widget'),
      FT: pdfName('Sig'),
      T: pdfText('Bupati'),
      Rect: pdfArray([0, 0, 595, 842]),
    });
    const form = pdfDict({ Fields: pdfArray([pdfRef(field)]) });
    const prepared = appendRevision(letter, [
      { number: field, body: printValue(waiting) },
      { number, body: printValue(withEntries(dict, { Annots: pdfArray([pdfRef(field)]) })) },
      {
        number: letter.catalogRef.number,
        body: printValue(withEntries(letter.catalog, { AcroForm: form })),
      },
    ]).bytes;
    const whole = new PdfDocument(await signPdf(prepared, facts, await authority.signer('Siti')));
    const seen = whole.nextNumber;
    const painted = withEntries(waiting, { AP: pdfDict({ N: pdfRef(seen) }) });
    await assertChanged(
      appendRevision(whole, [
        { number: seen, body: printValue(paint) },
        { number: field, body: printValue(painted) },
      ]).bytes,
    );
  });

  for (const [what, valueOf] of lookalikes)
    it(`is found out when it lays over the page what looks like a signature: ${what}`, async () => {
      const pdf = forged((document) => {
        const { number, dict } = firstPage(document);
        const field = document.nextNumber;
        const form = document.find(document.catalog, 'AcroForm', 'dict') ?? pdfDict({});
        const fields = document.find(form, 'Fields', 'array')?.items ?? [];
        const annotations = document.find(dict, 'Annots', 'array')?.items ?? [];
        const grown = withEntries(form, { Fields: pdfArray([...fields, pdfRef(field)]) });
        return [
          [
            field,
            pdfDict({
              FT: pdfName('Sig'),
              Subtype: pdfName('Widget'),
              AP: pdfDict({ N: pdfRef(field + 1) }),
              V: valueOf(document),
            }),
          ],
          [field + 1, paint],
          [number, withEntries(dict, { Annots: pdfArray([...annotations, pdfRef(field)]) })],
          [document.catalogRef.number, withEntries(document.catalog, { AcroForm: grown })],
        ];
      });
      const reports = await verifyPdf(pdf, [await authority.root()], SIGNING_DAY);
      assert.equal(reports.length, 2);
      assert.ok(!reports.some(({ valid }) => valid));
      assert.ok(reports.some(({ intact, covers }) => intact && covers === 'changed'));
    });

  it('is let pass when it is only what proves the signature', () =>
    assertUnchanged(
      forged((document) => [
        [
          document.catalogRef.number,
          withEntries(document.catalog, { DSS: pdfDict({ Certs: pdfArray([]) }) }),
        ],
      ]),
    ));

  it('is let pass when it is nothing but blanks', () =>
    assertUnchanged(Buffer.concat([signed.bytes, Buffer.from('\n\n')])));
});

describe('the range of a signature', () => {
  it('that leaves out more than the signature is not believed', async () => {
    const { bytes } = signed;
    const at = bytes.indexOf('/ByteRange [') + '/ByteRange ['.length;
    const range = bytes.toString('latin1', at, bytes.indexOf(']', at));
    const [zero, from, to, rest] = range.trim().split(' ').map(Number);
    const wider = Buffer.from(bytes);
    wider.write(`${zero} ${from} ${(to ?? 0) + 40} ${(rest ?? 0) - 40}`.padEnd(range.length), at, 'latin1');
    const [report] = await verifyPdf(wider, [await authority.root()], SIGNING_DAY);
    assert.deepEqual([report?.intact, report?.covers, report?.valid], [false, 'changed', false]);
  });
});
