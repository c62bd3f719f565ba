/**
 * Signing and what it stands on: a small certification authority, keys that a passphrase opens, signatures on PDF files by
 * PAdES, and their verification. Knows nothing of who signs what. The libraries are loaded by the first call, so that neither
 * a command nor the portal waits for them.
 */
import type { KeyObject } from 'node:crypto';
import type { Signer } from './cms/sign.ts';
import type { PageSize } from './page-sizes.ts';
import type { PdfSignature } from './sign-pdf.ts';
import type { TrustRoot } from './trust.ts';
import type { SignatureReport } from './verify-pdf.ts';
import type { Authority, PersonalCertificate, Validity } from './x509/authority.ts';
import type { DistinguishedName } from './x509/names.ts';
import type { RevocationListFacts } from './x509/revocation.ts';

export type { Signer } from './cms/sign.ts';
export type { PageSize } from './page-sizes.ts';
export type { SignatureBox } from './pdf/visible-form.ts';
export type { SignaturePicture } from './picture.ts';
export type { PdfSignature } from './sign-pdf.ts';
export type { Standing, Trust, TrustRoot } from './trust.ts';
export type { SignatureReport, SignerName } from './verify-pdf.ts';
export type { Authority, PersonalCertificate, Validity } from './x509/authority.ts';
export { assertPassphraseEnds, lockKey, newSigningKeys, unlockKey } from './x509/keys.ts';
export type { SigningKeys } from './x509/keys.ts';
export { newSerial } from './x509/serial.ts';
export type { DistinguishedName } from './x509/names.ts';
export type { RevocationListFacts, RevocationReason, Revoked } from './x509/revocation.ts';

/** The certificate of a new authority over its own key, as DER. */
export async function selfSigned(
  key: KeyObject,
  name: DistinguishedName,
  validity: Validity,
): Promise<Buffer> {
  return (await import('./x509/authority.ts')).selfSigned(key, name, validity);
}

/** A person's certificate, as DER. */
export async function issueCertificate(authority: Authority, person: PersonalCertificate): Promise<Buffer> {
  return (await import('./x509/authority.ts')).issueCertificate(authority, person);
}

/** The authority's list of revoked certificates, signed, as DER. */
export async function revocationList(authority: Authority, facts: RevocationListFacts): Promise<Buffer> {
  return (await import('./x509/revocation.ts')).revocationList(authority, facts);
}

/**
 * Signs a PDF by PAdES (ETSI EN 319 142-1, level B-B: no time-stamp): a revision is added at the end, so that signatures that
 * are there stay good. Throws Faults 'pdf-unreadable', 'pdf-encrypted', 'pdf-certified', 'pdf-page-missing', 'signature-box-small'.
 */
export async function signPdf(pdf: Buffer, signature: PdfSignature, signer: Signer): Promise<Buffer> {
  return (await import('./sign-pdf.ts')).signPdf(pdf, signature, signer);
}

/**
 * All signatures of a PDF, the first signer first; none: an empty list. `at` is the moment of asking. Throws Faults
 * 'pdf-unreadable' and 'pdf-encrypted'.
 */
export async function verifyPdf(
  pdf: Buffer,
  roots: readonly TrustRoot[],
  at: Temporal.Instant,
): Promise<readonly SignatureReport[]> {
  return (await import('./verify-pdf.ts')).verifyPdf(pdf, roots, at);
}

/** Sizes of all pages of a PDF in points, in order. Throws Faults 'pdf-unreadable' and 'pdf-encrypted'. */
export async function pageSizes(pdf: Buffer): Promise<readonly PageSize[]> {
  return (await import('./page-sizes.ts')).pageSizes(pdf);
}
