import type { X509Certificate } from 'node:crypto';
import { readDetached } from './cms/read.ts';
import type { ReadSignature } from './cms/read.ts';
import { changedAfter } from './pdf/changes.ts';
import { PdfDocument } from './pdf/document.ts';
import { findSignatures, signedBytes } from './pdf/signatures.ts';
import type { FoundSignature } from './pdf/signatures.ts';
import { readPdfText } from './pdf/values.ts';
import type { PdfDict } from './pdf/values.ts';
import { standingOf } from './trust.ts';
import type { Standing, TrustRoot } from './trust.ts';

/** Whose certificate it is, as the certificate says. */
export interface SignerName {
  readonly name: string;
  readonly organisation: string | null;
  readonly serial: string;
  readonly issuer: string;
}

/** One signature of a PDF, looked at from all sides. `valid` sums up; the other parts say why not. */
export interface SignatureReport {
  readonly field: string;
  /** Null when the signature cannot be read, or was made over something else. */
  readonly signer: SignerName | null;
  /** What the signature says; only a time-stamp authority could prove it. */
  readonly signedAt: Temporal.Instant | null;
  readonly reason: string | null;
  /** Whether the signed bytes are those that were signed. */
  readonly intact: boolean;
  /** `whole`: all of the file. `earlier`: a revision to which only signatures were added. `changed`: something else was. */
  readonly covers: 'whole' | 'earlier' | 'changed';
  readonly standing: Standing;
  readonly valid: boolean;
}

const NO_STANDING: Standing = { trust: 'unknown', revocation: 'unknown', trial: false };

/**
 * All signatures of a PDF, the first signer first. `at` is the moment of asking: without a time-stamp nothing proves that a
 * signature was made before its certificate ended or was revoked. Throws Faults 'pdf-unreadable' and 'pdf-encrypted'.
 */
export async function verifyPdf(
  pdf: Buffer,
  roots: readonly TrustRoot[],
  at: Temporal.Instant,
): Promise<readonly SignatureReport[]> {
  const document = new PdfDocument(pdf);
  // One after the other: each holds a copy of what it signs.
  const all = readAll(document);
  const intact = new Map(all.flatMap(({ found, read }) => (read ? [[found.dict, endOf(found) ?? 0]] : [])));
  const covers = new Map<number | null, SignatureReport['covers']>();
  const standings = new Map<ReadSignature, Standing>();
  const reports: SignatureReport[] = [];
  for (const { found, read } of all) {
    const end = endOf(found);
    const cover = covers.get(end) ?? coverOf(document, end, intact);
    covers.set(end, cover);
    const standing =
      read && (standings.get(read) ?? (await standingOf(read.signer, read.certificates, roots, at)));
    if (read && standing) standings.set(read, standing);
    reports.push(reportOf(document, { found, read }, cover, standing ?? NO_STANDING));
  }
  return reports;
}

const endOf = ({ range }: FoundSignature): number | null => range?.end ?? null;

/** Each signature with what it says; fields that share one are read once. */
function readAll(document: PdfDocument): readonly Read[] {
  const known = new Map<string, ReadSignature | null>();
  return findSignatures(document).map((found) => {
    const { range, contents } = found;
    const key = range ? `${range.gap[0]} ${range.gap[1]} ${range.end}` : '';
    const detached =
      range && !known.has(key)
        ? readDetached(contents, signedBytes(document.bytes, range.gap, range.end))
        : (known.get(key) ?? null);
    known.set(key, detached);
    return { found, read: detached && isBelieved(document, found, detached) ? detached : null };
  });
}

interface Read {
  readonly found: FoundSignature;
  /** Null when it does not hold. */
  readonly read: ReadSignature | null;
}

function reportOf(
  document: PdfDocument,
  { found, read }: Read,
  covers: SignatureReport['covers'],
  standing: Standing,
): SignatureReport {
  const intact = read !== null;
  const good = standing.trust === 'trusted' && standing.revocation === 'good';
  return {
    field: found.field,
    signer: read ? nameOf(read.signer) : null,
    signedAt: signedAt(document, found),
    reason: textIn(document, found, 'Reason'),
    intact,
    covers,
    standing,
    valid: intact && covers !== 'changed' && good,
  };
}

/** PAdES wants the certificate named in what is signed, or another of the same key could be put in its place. */
const isBelieved = (document: PdfDocument, { dict }: FoundSignature, { bound }: ReadSignature): boolean =>
  bound || document.find(dict, 'SubFilter', 'name')?.name !== 'ETSI.CAdES.detached';

function coverOf(
  document: PdfDocument,
  end: number | null,
  intact: ReadonlyMap<PdfDict, number>,
): SignatureReport['covers'] {
  if (end === null) return 'changed';
  if (end === document.bytes.length) return 'whole';
  try {
    return changedAfter(document, end, intact) ? 'changed' : 'earlier';
  } catch {
    // What was signed is no PDF by itself, so what follows may be anything.
    return 'changed';
  }
}

function nameOf(certificate: X509Certificate): SignerName {
  const { subject, issuer, serialNumber } = certificate;
  return {
    name: partOf(subject, 'CN') ?? '–',
    organisation: partOf(subject, 'O'),
    serial: serialNumber,
    issuer: partOf(issuer, 'CN') ?? '–',
  };
}

/** One part of a name as node:crypto writes it: a line each, `CN=Siti`, with a backslash before a comma. */
function partOf(name: string | undefined, part: string): string | null {
  const line = (name ?? '').split('\n').find((one) => one.startsWith(`${part}=`));
  return line?.slice(part.length + 1).replaceAll(/\\(.)/g, '$1') ?? null;
}

function textIn(document: PdfDocument, { dict }: FoundSignature, name: string): string | null {
  const text = document.find(dict, name, 'text');
  return text && readPdfText(text);
}

const MOMENT = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?'?)/;

function signedAt(document: PdfDocument, found: FoundSignature): Temporal.Instant | null {
  const [, year, month, day, hour, minute, second, sign, hours, minutes] =
    MOMENT.exec(textIn(document, found, 'M') ?? '') ?? [];
  if (year === undefined) return null;
  const offset = sign === undefined ? 'Z' : `${sign}${hours}:${minutes ?? '00'}`;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  } catch {
    return null;
  }
}
