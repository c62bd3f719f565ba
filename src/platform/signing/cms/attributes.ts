/** What a PAdES signature signs of itself (ETSI EN 319 142-1, 6.3, level B-B). */
import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Attribute } from 'pkijs';
import { bytesOf } from '../x509/extensions.ts';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  /** ESS signing-certificate-v2 (RFC 5035): whose certificate it is cannot be exchanged afterwards. */
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
};

/**
 * The signed attributes in the order DER wants of a set. The time of signing is not among them: PAdES has it in the PDF
 * itself, under /M.
 */
export function signedAttributes(digest: Buffer, certificate: Buffer): Attribute[] {
  const hash = createHash('sha256').update(certificate).digest();
  // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }; SHA-256 is its default algorithm and left out.
  const essCertificate = new Sequence({ value: [new OctetString({ valueHex: bytesOf(hash) })] });
  const attributes = [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: bytesOf(digest) })] }),
    new Attribute({
      type: OID.signingCertificate,
      values: [new Sequence({ value: [new Sequence({ value: [essCertificate] })] })],
    }),
  ];
  const encoded = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER());
  return attributes.toSorted((one, other) => Buffer.compare(encoded(one), encoded(other)));
}

/** Which certificate an ESS attribute names: by its hash, and the algorithm of that. */
export interface NamedCertificate {
  readonly algorithm: string;
  readonly hash: Buffer;
}

/** The first certificate that an ESS attribute names, which is the signer's (RFC 5035, 3). */
export function namedCertificate(attribute: Attribute): NamedCertificate | null {
  const [value] = attribute.values as unknown[];
  const certificates = value instanceof Sequence ? value.valueBlock.value[0] : null;
  const first = certificates instanceof Sequence ? certificates.valueBlock.value[0] : null;
  const [one, other] = first instanceof Sequence ? first.valueBlock.value : [];
  const hash = one instanceof OctetString ? one : other;
  const named = one instanceof Sequence ? one.valueBlock.value[0] : null;
  if (!(hash instanceof OctetString)) return null;
  const algorithm = named instanceof ObjectIdentifier ? named.getValue() : OID.sha256;
  return { algorithm, hash: Buffer.from(hash.valueBlock.valueHexView) };
}
