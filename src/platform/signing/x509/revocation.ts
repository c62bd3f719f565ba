/** Lists of revoked certificates (RFC 5280, 5): making one, and asking one. */
import { X509Certificate } from 'node:crypto';
import { Enumerated, Integer } from 'asn1js';
import { Certificate, CertificateRevocationList, Extension, Extensions, RevokedCertificate } from 'pkijs';
import { toCryptoKey } from './authority.ts';
import type { Authority } from './authority.ts';
import { authorityKey, bytesOf } from './extensions.ts';
import { x509Time } from './time.ts';

/** Why a certificate was revoked, by the numbers of RFC 5280, 5.3.1. */
export const revocationReasons = {
  unspecified: 0,
  'key-compromise': 1,
  'affiliation-changed': 3,
  superseded: 4,
  'no-longer-needed': 5,
} as const;
export type RevocationReason = keyof typeof revocationReasons;

export interface Revoked {
  readonly serial: string;
  readonly at: Temporal.Instant;
  readonly reason: RevocationReason;
}

export interface RevocationListFacts {
  /** Greater than in every list before. */
  readonly number: number;
  readonly thisUpdate: Temporal.Instant;
  readonly nextUpdate: Temporal.Instant;
  readonly revoked: readonly Revoked[];
}

const OID = { crlNumber: '2.5.29.20', reason: '2.5.29.21' };

/** The signed list, as DER. */
export async function revocationList(authority: Authority, facts: RevocationListFacts): Promise<Buffer> {
  const issuer = Certificate.fromBER(authority.certificate);
  const number = new Integer({ value: facts.number });
  const list = new CertificateRevocationList({
    version: 1,
    issuer: issuer.subject,
    thisUpdate: x509Time(facts.thisUpdate),
    nextUpdate: x509Time(facts.nextUpdate),
    // An empty sequence is not allowed (5.1.2.6): without revoked certificates the part is left out.
    ...(facts.revoked.length > 0 && { revokedCertificates: facts.revoked.map(entryOf) }),
    crlExtensions: new Extensions({
      extensions: [
        authorityKey(issuer.subjectPublicKeyInfo),
        new Extension({ extnID: OID.crlNumber, critical: false, extnValue: number.toBER() }),
      ],
    }),
  });
  await list.sign(toCryptoKey(authority.key), 'SHA-256');
  return Buffer.from(list.toSchema(true).toBER());
}

function entryOf({ serial, at, reason }: Revoked): RevokedCertificate {
  const value = new Enumerated({ value: revocationReasons[reason] });
  return new RevokedCertificate({
    userCertificate: new Integer({ valueHex: bytesOf(Buffer.from(serial, 'hex')) }),
    revocationDate: x509Time(at),
    ...(reason !== 'unspecified' && {
      crlEntryExtensions: new Extensions({
        extensions: [new Extension({ extnID: OID.reason, critical: false, extnValue: value.toBER() })],
      }),
    }),
  });
}

/** `unknown`: there is no list by this issuer, or it is not one that may be believed now. */
export type Revocation = 'good' | 'revoked' | 'unknown';

/** What `list` (DER) says of a certificate at an instant; it must be signed by `issuer` and not out of date. */
export async function revocationOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  list: Buffer,
  at: Temporal.Instant,
): Promise<Revocation> {
  const read = readList(list);
  if (!read || !(await read.verify({ issuerCertificate: Certificate.fromBER(issuer.raw) }))) return 'unknown';
  const now = at.epochMilliseconds;
  const next = read.nextUpdate?.value.getTime() ?? Number.NEGATIVE_INFINITY;
  if (read.thisUpdate.value.getTime() > now || next < now) return 'unknown';
  return read.isCertificateRevoked(Certificate.fromBER(certificate.raw)) ? 'revoked' : 'good';
}

function readList(list: Buffer): CertificateRevocationList | null {
  try {
    return CertificateRevocationList.fromBER(list);
  } catch {
    return null;
  }
}
