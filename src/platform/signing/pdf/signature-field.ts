/** Puts a signature field into a PDF as a new revision, with room for the signature (ISO 32000-2, 12.7.5.5 and 12.8.1). */
import type { PdfDocument, PdfPage } from './document.ts';
import { pageMissing, pdfCertified } from './faults.ts';
import { printValue } from './printer.ts';
import { appendRevision } from './revision.ts';
import type { NewObject } from './revision.ts';
import { importedForm, matrixFor, rectOf } from './visible-form.ts';
import type { SignatureBox } from './visible-form.ts';
import { isKind, pdfArray, pdfDict, pdfName, pdfRef, pdfText, withEntries } from './values.ts';
import type { PdfDict, PdfRef, PdfValue } from './values.ts';

/** What the signature says beside its cryptography. */
export interface SignatureFacts {
  readonly signedAt: Temporal.Instant;
  readonly name: string;
  readonly reason: string;
  readonly location?: string;
}

export interface VisibleSignature {
  readonly box: SignatureBox;
  /** A PDF of one page as large as the box: what is seen. */
  readonly picture: Buffer;
}

/** A file that waits for its signature. `room`: bytes that the signature may have. */
export interface Prepared {
  readonly bytes: Buffer;
  /** Where `<` of the signature stands, and what follows its `>`. */
  readonly gap: readonly [number, number];
  readonly room: number;
}

const RANGE = '[0 ########## ########## ##########]';
/** Printed, and not to be moved or taken away by a viewer. */
const PRINTED_AND_LOCKED = 4 + 128;
/** The form holds signatures, and may only be saved by adding to it. */
const SIGNATURES_APPEND_ONLY = 3;

/** Adds the field. `room` must be enough for the signature; what is not used stays zero. Throws Faults. */
export function prepareSignature(
  document: PdfDocument,
  facts: SignatureFacts,
  room: number,
  visible?: VisibleSignature,
): Prepared {
  refuseCertified(document);
  const pages = document.pages();
  const page = visible ? pages[pageIndex(visible.box, pages.length)] : pages[0];
  if (!page) throw pageMissing();
  const signature = document.nextNumber;
  const field = signature + 1;
  const form = visible ? importedForm(visible.picture, field + 1, matrixFor(page)) : null;
  const widget = widgetFor(page, pdfRef(signature), visible, form?.ref);
  // What a screen reader says of the field.
  const names = { T: pdfText(fieldName(document)), TU: pdfText(`Tanda tangan elektronik: ${facts.name}`) };
  const objects: NewObject[] = [
    { number: signature, body: signatureBody(facts, room) },
    { number: field, body: printValue(withEntries(widget, names)) },
    ...(form?.objects ?? []),
    { number: page.ref.number, body: printValue(pageWith(document, page, pdfRef(field))) },
    ...formWith(document, pdfRef(field)),
  ];
  const revision = appendRevision(document, objects);
  return withRange(revision.bytes, revision.offsets.get(signature) ?? 0, room);
}

/** The file with the signature in its place. */
export function fillSignature({ bytes, gap, room }: Prepared, signature: Buffer): Buffer {
  if (signature.length > room) throw new Error(`a signature of ${signature.length} bytes needs more room`);
  const filled = Buffer.from(bytes);
  filled.write(signature.toString('hex'), gap[0] + 1, 'latin1');
  return filled;
}

function refuseCertified(document: PdfDocument): void {
  const permissions = document.find(document.catalog, 'Perms', 'dict');
  const certified = permissions && document.find(permissions, 'DocMDP', 'dict');
  const references = certified && document.find(certified, 'Reference', 'array');
  for (const item of references?.items ?? []) {
    const reference = document.resolve(item);
    const rules = isKind(reference, 'dict') && document.find(reference, 'TransformParams', 'dict');
    if (rules && document.resolve(rules.entries.get('P')) === 1) throw pdfCertified();
  }
}

const pageIndex = ({ page }: SignatureBox, count: number): number => (page === 'last' ? count : page) - 1;

function signatureBody(facts: SignatureFacts, room: number): Buffer {
  const { year, month, day, hour, minute, second } = facts.signedAt.toZonedDateTimeISO('UTC');
  const two = (value: number): string => String(value).padStart(2, '0');
  const moment = `D:${year}${[month, day, hour, minute, second].map(two).join('')}Z`;
  const dict = pdfDict({
    Type: pdfName('Sig'),
    Filter: pdfName('Adobe.PPKLite'),
    SubFilter: pdfName('ETSI.CAdES.detached'),
    M: pdfText(moment),
    Name: pdfText(facts.name),
    Reason: pdfText(facts.reason),
    ...(facts.location !== undefined && { Location: pdfText(facts.location) }),
  });
  const open = printValue(dict).toString('latin1').replace(/>>$/, '');
  return Buffer.from(`${open}/ByteRange ${RANGE} /Contents <${'0'.repeat(room * 2)}> >>`, 'latin1');
}

/** Writes the range in, once it is known where everything stands. */
function withRange(bytes: Buffer, start: number, room: number): Prepared {
  const at = bytes.indexOf(RANGE, start);
  const from = bytes.indexOf('/Contents <', at) + '/Contents '.length;
  const to = from + room * 2 + 2;
  const range = `[0 ${from} ${to} ${bytes.length - to}]`;
  bytes.write(range.padEnd(RANGE.length), at, 'latin1');
  return { bytes, gap: [from, to], room };
}

function widgetFor(
  page: PdfPage,
  signature: PdfRef,
  visible: VisibleSignature | undefined,
  form: PdfRef | undefined,
): PdfDict {
  return pdfDict({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    FT: pdfName('Sig'),
    V: signature,
    P: page.ref,
    F: PRINTED_AND_LOCKED,
    Rect: pdfArray(visible ? rectOf(visible.box, page) : [0, 0, 0, 0]),
    ...(form && { AP: pdfDict({ N: form }) }),
  });
}

function pageWith(document: PdfDocument, page: PdfPage, field: PdfRef): PdfDict {
  const before = document.find(page.dict, 'Annots', 'array')?.items ?? [];
  return withEntries(page.dict, { Annots: pdfArray([...before, field]) });
}

/** The document's form with the field in it: an object of its own, or a part of the catalog. */
function formWith(document: PdfDocument, field: PdfRef): readonly NewObject[] {
  const given = document.catalog.entries.get('AcroForm');
  const before = document.find(document.catalog, 'AcroForm', 'dict') ?? pdfDict({});
  const fields = document.find(before, 'Fields', 'array')?.items ?? [];
  const form = withEntries(before, {
    Fields: pdfArray([...fields, field]),
    SigFlags: SIGNATURES_APPEND_ONLY,
  });
  const changed: readonly [number, PdfValue] = isKind(given, 'ref')
    ? [given.number, form]
    : [document.catalogRef.number, withEntries(document.catalog, { AcroForm: form })];
  return [{ number: changed[0], body: printValue(changed[1]) }];
}

/** `Signature1`, `Signature2`, …: the first that no field of the form has. */
function fieldName(document: PdfDocument): string {
  const form = document.find(document.catalog, 'AcroForm', 'dict');
  const fields = (form && document.find(form, 'Fields', 'array')?.items) ?? [];
  const taken = new Set(
    fields.map((ref) => {
      const field = document.resolve(ref);
      const name = isKind(field, 'dict') ? document.find(field, 'T', 'text') : null;
      return name?.bytes.toString('latin1');
    }),
  );
  let n = 1;
  while (taken.has(`Signature${n}`)) n += 1;
  return `Signature${n}`;
}
