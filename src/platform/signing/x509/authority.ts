/** A small certification authority: one self-signed certificate, people below it, and a list of the revoked (RFC 5280). */
import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Integer } from 'asn1js';
import { Certificate, PublicKeyInfo } from 'pkijs';
import type { Extension } from 'pkijs';
import { authorityConstraints, authorityKey, bytesOf, crlPlace, keyUsage, subjectKey } from './extensions.ts';
import { distinguishedName } from './names.ts';
import type { DistinguishedName } from './names.ts';
import { newSerial } from './serial.ts';
import { x509Time } from './time.ts';

/** An authority at work: its certificate (DER) and its private key (P-256). */
export interface Authority {
  readonly certificate: Buffer;
  readonly key: KeyObject;
}

export interface Validity {
  readonly notBefore: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
}

export interface PersonalCertificate extends Validity {
  readonly subject: DistinguishedName;
  readonly publicKey: KeyObject;
  /** As `newSerial` makes it. */
  readonly serial: string;
  /** Address of the list of the revoked. */
  readonly crlAddress?: string;
}

/** The certificate of a new authority over its own key, as DER. */
export async function selfSigned(
  key: KeyObject,
  name: DistinguishedName,
  validity: Validity,
): Promise<Buffer> {
  const own = publicInfo(createPublicKey(key));
  const certificate = unsigned(newSerial(), validity, own, [
    authorityConstraints(),
    keyUsage('authority'),
    subjectKey(own),
  ]);
  certificate.subject = distinguishedName(name);
  certificate.issuer = certificate.subject;
  return signed(certificate, key);
}

/** A person's certificate, as DER. */
export async function issueCertificate(authority: Authority, person: PersonalCertificate): Promise<Buffer> {
  const issuer = Certificate.fromBER(authority.certificate);
  const own = publicInfo(person.publicKey);
  const certificate = unsigned(person.serial, person, own, [
    keyUsage('person'),
    subjectKey(own),
    authorityKey(issuer.subjectPublicKeyInfo),
    ...(person.crlAddress === undefined ? [] : [crlPlace(person.crlAddress)]),
  ]);
  certificate.subject = distinguishedName(person.subject);
  certificate.issuer = issuer.subject;
  return signed(certificate, authority.key);
}

function unsigned(
  serial: string,
  { notBefore, notAfter }: Validity,
  key: PublicKeyInfo,
  extensions: Extension[],
): Certificate {
  return new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: bytesOf(Buffer.from(serial, 'hex')) }),
    notBefore: x509Time(notBefore),
    notAfter: x509Time(notAfter),
    subjectPublicKeyInfo: key,
    extensions,
  });
}

async function signed(certificate: Certificate, key: KeyObject): Promise<Buffer> {
  await certificate.sign(toCryptoKey(key), 'SHA-256');
  return Buffer.from(certificate.toSchema(true).toBER());
}

const publicInfo = (key: KeyObject): PublicKeyInfo =>
  PublicKeyInfo.fromBER(bytesOf(key.export({ type: 'spki', format: 'der' })));

/** The library signs with keys of WebCrypto. */
export const toCryptoKey = (key: KeyObject): CryptoKey =>
  key.toCryptoKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
