/** Extensions of certificates (RFC 5280, 4.2), each by its own object identifier. */
import { createHash } from 'node:crypto';
import { BitString, OctetString } from 'asn1js';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  CRLDistributionPoints,
  DistributionPoint,
  Extension,
  GeneralName,
} from 'pkijs';
import type { PublicKeyInfo } from 'pkijs';

const OID = {
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  crlPlaces: '2.5.29.31',
  authorityKey: '2.5.29.35',
};

/** Bits of key usage, counted from the first (RFC 5280, 4.2.1.3), and how many bits at the end are unused. */
const USAGE = {
  /** digitalSignature and nonRepudiation: a person's signature. */
  person: { byte: 0b1100_0000, unused: 6 },
  /** keyCertSign and cRLSign. */
  authority: { byte: 0b0000_0110, unused: 1 },
};

/** SHA-1 over the key's bits: a name for the key, not a safeguard (RFC 5280, 4.2.1.2, method 1). */
export const keyIdentifier = (key: PublicKeyInfo): Buffer =>
  createHash('sha1').update(Buffer.from(key.subjectPublicKey.valueBlock.valueHexView)).digest();

export function subjectKey(key: PublicKeyInfo): Extension {
  const value = new OctetString({ valueHex: bytesOf(keyIdentifier(key)) });
  return extension(OID.subjectKey, false, value.toBER());
}

export function authorityKey(key: PublicKeyInfo): Extension {
  const keyId = new OctetString({ valueHex: bytesOf(keyIdentifier(key)) });
  return extension(
    OID.authorityKey,
    false,
    new AuthorityKeyIdentifier({ keyIdentifier: keyId }).toSchema().toBER(),
  );
}

export function keyUsage(of: keyof typeof USAGE): Extension {
  const { byte, unused } = USAGE[of];
  const value = new BitString({ valueHex: new Uint8Array([byte]).buffer, unusedBits: unused });
  return extension(OID.keyUsage, true, value.toBER());
}

/** An authority that certifies people, and no further authority. */
export function authorityConstraints(): Extension {
  const value = new BasicConstraints({ cA: true, pathLenConstraint: 0 });
  return extension(OID.basicConstraints, true, value.toSchema().toBER());
}

/** Where the list of revoked certificates is had. */
export function crlPlace(address: string): Extension {
  const uri = new GeneralName({ type: 6, value: address });
  const points = new CRLDistributionPoints({
    distributionPoints: [new DistributionPoint({ distributionPoint: [uri] })],
  });
  return extension(OID.crlPlaces, false, points.toSchema().toBER());
}

const extension = (extnID: string, critical: boolean, value: ArrayBuffer): Extension =>
  new Extension({ extnID, critical, extnValue: value });

/** The bytes alone, without the pool a Buffer may stand in. */
export const bytesOf = (buffer: Uint8Array): ArrayBuffer => new Uint8Array(buffer).buffer;
