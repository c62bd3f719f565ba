/** What came after a signed revision of a PDF: only further signatures, or something else. */
import type { Place } from './cross-reference.ts';
import { PdfDocument } from './document.ts';
import { printValue } from './printer.ts';
import { isKind } from './values.ts';
import type { PdfDict, PdfValue } from './values.ts';

/**
 * Whether anything but further signatures came after the first `end` bytes of a file. A later revision could paint over a
 * signed page without touching one signed byte; so every object of the signed revision must stand unchanged in the newest
 * one, but for what signing changes: fields of the form, annotations of pages that are such fields, and what is not shown.
 * `intact`: dictionaries of the signatures that hold, each with the length of what it signs; what only looks like one, or
 * repeats one that was there, is a change as any other.
 */
export function changedAfter(
  document: PdfDocument,
  end: number,
  intact: ReadonlyMap<PdfDict, number>,
): boolean {
  const rest = document.bytes.toString('latin1', end);
  if (/^[\0\t\n\f\r ]*$/.test(rest)) return false;
  if (document.crossReference.start < end || !ENDS.test(rest)) return true;
  const before = new PdfDocument(document.bytes.subarray(0, end));
  if (before.catalogRef.number !== document.catalogRef.number) return true;
  const later = new Set([...intact].flatMap(([dict, length]) => (length > end ? [dict] : [])));
  const change = new Change(before, document, later);
  return before.objectNumbers().some((number) => !change.allows(number));
}

/** What stands behind the last cross-reference is read by viewers that mend a file, and by no one who verifies it. */
const ENDS = /startxref\s+\d+\s+%%EOF\s*$/;

/** Entries that show nothing: validation data, and what a file says of itself. */
const NOT_SHOWN = new Set(['DSS', 'Extensions', 'Metadata']);
/** What a viewer writes into an empty signature field when it is signed. */
const FILLED_IN = new Set(['V', 'AP', 'MK', 'F', 'M', 'Lock']);

class Change {
  readonly #before: PdfDocument;
  readonly #after: PdfDocument;
  /** Numbers of signature fields that the form did not have before. */
  readonly #added: ReadonlySet<number>;
  /** Numbers that had no object before: whatever spoke of one showed nothing, and would show it now. */
  readonly #fresh: ReadonlySet<number>;
  /** Dictionaries of signatures that hold and sign more than was there before. */
  readonly #later: ReadonlySet<PdfDict>;
  readonly #pages: ReadonlySet<number>;
  readonly #notShown: ReadonlySet<number>;

  constructor(before: PdfDocument, after: PdfDocument, later: ReadonlySet<PdfDict>) {
    this.#before = before;
    this.#after = after;
    this.#later = later;
    const known = new Set(fieldsOf(before));
    this.#added = new Set(fieldsOf(after).filter((number) => !known.has(number) && this.#isSigned(number)));
    const had = new Set(before.objectNumbers());
    this.#fresh = new Set(after.objectNumbers().filter((number) => !had.has(number)));
    this.#pages = new Set(before.pages().map(({ ref }) => ref.number));
    const [info, metadata] = [
      before.crossReference.trailer.entries.get('Info'),
      before.catalog.entries.get('Metadata'),
    ];
    this.#notShown = new Set([info, metadata].flatMap((ref) => (isKind(ref, 'ref') ? [ref.number] : [])));
  }

  /** Whether the object is as it was, or changed as signing changes it. */
  allows(number: number): boolean {
    if (this.#notShown.has(number)) return true;
    const places = [this.#before, this.#after].map((one) => one.crossReference.places.get(number));
    const ref = { kind: 'ref', number, generation: 0 } as const;
    const is = this.#after.resolve(ref);
    // The same bytes are read once for all signatures of the file.
    if (samePlace(places[0], places[1])) return !this.#speaksOfFresh(is);
    const was = this.#before.resolve(ref);
    if (this.#speaksOfFresh(was)) return false;
    if (same(was, is)) return true;
    if (isKind(was, 'array')) return this.#grown(was, is);
    return isKind(was, 'dict') && isKind(is, 'dict') && this.#dictAllows(number, was, is);
  }

  #dictAllows(number: number, was: PdfDict, is: PdfDict): boolean {
    const annotations = (name: string, old: PdfValue, now: PdfValue): boolean =>
      name === 'Annots' && this.#grown(old, now);
    if (this.#pages.has(number)) return sameBut(was, is, annotations);
    if (number === this.#before.catalogRef.number) return sameBut(was, is, this.#catalogAllows);
    if (number === formNumber(this.#before)) return sameBut(was, is, this.#formAllows);
    const empty = isSignatureField(this.#before, was) && !was.entries.has('V');
    return empty && this.#isSigned(number) && sameBut(was, is, (name) => FILLED_IN.has(name));
  }

  #speaksOfFresh(value: PdfValue): boolean {
    if (isKind(value, 'ref')) return this.#fresh.has(value.number);
    if (isKind(value, 'array')) return value.items.some((item) => this.#speaksOfFresh(item));
    const dict = isKind(value, 'stream') ? value.dict : value;
    return isKind(dict, 'dict') && [...dict.entries.values()].some((entry) => this.#speaksOfFresh(entry));
  }

  #isSigned(number: number): boolean {
    const field = this.#after.resolve({ kind: 'ref', number, generation: 0 });
    if (!isKind(field, 'dict') || !isSignatureField(this.#after, field)) return false;
    const signature = this.#after.find(field, 'V', 'dict');
    return signature !== null && this.#later.has(signature);
  }

  readonly #catalogAllows = (name: string, was: PdfValue, is: PdfValue): boolean => {
    if (NOT_SHOWN.has(name)) return true;
    const [old, now] = [this.#before.resolve(was), this.#after.resolve(is)];
    return name === 'AcroForm' && isKind(now, 'dict') && sameBut(asDict(old), now, this.#formAllows);
  };

  readonly #formAllows = (name: string, was: PdfValue, is: PdfValue): boolean =>
    name === 'SigFlags' || (name === 'Fields' && this.#grown(was, is));

  /** The same list, with nothing but new signature fields behind it. */
  #grown(was: PdfValue, is: PdfValue): boolean {
    const [old, now] = [this.#before.resolve(was), this.#after.resolve(is)];
    const had = isKind(old, 'array') ? old.items : [];
    if (!isKind(now, 'array') || (old !== null && !isKind(old, 'array'))) return false;
    const [kept, added] = [now.items.slice(0, had.length), now.items.slice(had.length)];
    return (
      kept.length === had.length &&
      kept.every((item, at) => same(item, had[at] ?? null)) &&
      added.every((item) => isKind(item, 'ref') && this.#added.has(item.number))
    );
  }
}

const asDict = (value: PdfValue): PdfDict =>
  isKind(value, 'dict') ? value : { kind: 'dict', entries: new Map() };

const same = (one: PdfValue, other: PdfValue): boolean => printValue(one).equals(printValue(other));

const samePlace = (one: Place | undefined, other: Place | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other) && one?.at === 'offset';

/** Equal in all entries but those that may have changed. */
function sameBut(
  was: PdfDict,
  is: PdfDict,
  allowed: (name: string, was: PdfValue, is: PdfValue) => boolean,
): boolean {
  const names = new Set([...was.entries.keys(), ...is.entries.keys()]);
  return [...names].every((name) => {
    const [old, now] = [was.entries.get(name) ?? null, is.entries.get(name) ?? null];
    return same(old, now) || allowed(name, old, now);
  });
}

function formNumber(document: PdfDocument): number | null {
  const form = document.catalog.entries.get('AcroForm');
  return isKind(form, 'ref') ? form.number : null;
}

function fieldsOf(document: PdfDocument): readonly number[] {
  const form = document.find(document.catalog, 'AcroForm', 'dict');
  const fields = form ? document.find(form, 'Fields', 'array') : null;
  return (fields?.items ?? []).flatMap((item) => (isKind(item, 'ref') ? [item.number] : []));
}

const isSignatureField = (document: PdfDocument, field: PdfDict): boolean =>
  document.find(field, 'FT', 'name')?.name === 'Sig';
