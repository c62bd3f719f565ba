/** Reads detached CMS signatures as PDF files hold them (RFC 5652), also those of other programs. */
import { X509Certificate, constants, createHash, verify } from 'node:crypto';
import { ObjectIdentifier, OctetString, fromBER } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, RSASSAPSSParams, SignedData } from 'pkijs';
import type { AlgorithmIdentifier, Attribute, SignerInfo } from 'pkijs';
import { bytesOf } from '../x509/extensions.ts';
import { OID, namedCertificate } from './attributes.ts';

export interface ReadSignature {
  /** Signed by the key of this certificate; whether that may be believed is asked elsewhere. */
  readonly signer: X509Certificate;
  /** All certificates that came along, the signer's among them. */
  readonly certificates: readonly X509Certificate[];
  /** Whether the signed part names the signer's certificate, as PAdES wants it. */
  readonly bound: boolean;
}

/** SHA-1 and older are not believed any more. */
const DIGESTS: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  [OID.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const RSA_PSS = '1.2.840.113549.1.1.10';

/**
 * What a signature (DER, zeros may follow) says of `content`; null when it is not one, uses what is not believed any more, or
 * was made over something else.
 */
export function readDetached(signature: Buffer, content: Buffer): ReadSignature | null {
  try {
    return readSigned(signature, content);
  } catch {
    // Whatever the library stumbles over is no signature.
    return null;
  }
}

function readSigned(signature: Buffer, content: Buffer): ReadSignature | null {
  const data = signedDataIn(signature);
  const [info, ...others] = data.signerInfos;
  // PDF allows one signer a signature (ISO 32000-2, 12.8.3.3.1), and the content stands in the file, not here.
  if (!info || others.length > 0 || data.encapContentInfo.eContent) return null;
  const certificates = (data.certificates ?? []).filter((one) => one instanceof Certificate);
  const own = certificates.find((one) => isSigner(info, one));
  const digest = DIGESTS[info.digestAlgorithm.algorithmId];
  if (!own || !digest || !coversContent(info, createHash(digest).update(content).digest())) return null;
  const signer = x509(own);
  if (!signedBy(info, digest, signer)) return null;
  return { signer, certificates: certificates.map(x509), bound: isBound(info, signer) };
}

function signedDataIn(signature: Buffer): SignedData {
  const read = fromBER(bytesOf(signature));
  if (read.offset < 0 || signature.subarray(read.offset).some((byte) => byte !== 0))
    throw new Error('not one value');
  const envelope = new ContentInfo({ schema: read.result });
  if (envelope.contentType !== OID.signedData) throw new Error('not signed data');
  return new SignedData({ schema: envelope.content as unknown });
}

const x509 = (certificate: Certificate): X509Certificate =>
  new X509Certificate(Buffer.from(certificate.toSchema(false).toBER()));

function isSigner(info: SignerInfo, certificate: Certificate): boolean {
  const id: unknown = info.sid;
  if (!(id instanceof IssuerAndSerialNumber)) return false;
  return id.issuer.isEqual(certificate.issuer) && id.serialNumber.isEqual(certificate.serialNumber);
}

const attribute = (info: SignerInfo, type: string): Attribute | undefined =>
  info.signedAttrs?.attributes.find((one) => one.type === type);

/** The signed attributes name the digest of the content and that it is plain data. */
function coversContent(info: SignerInfo, digest: Buffer): boolean {
  const [named] = (attribute(info, OID.messageDigest)?.values ?? []) as unknown[];
  const [type] = (attribute(info, OID.contentType)?.values ?? []) as unknown[];
  if (!(named instanceof OctetString) || !(type instanceof ObjectIdentifier)) return false;
  return type.getValue() === OID.data && digest.equals(Buffer.from(named.valueBlock.valueHexView));
}

function signedBy(info: SignerInfo, digest: string, signer: X509Certificate): boolean {
  const signed = info.signedAttrs?.encodedValue;
  if (!signed) return false;
  const salt = info.signatureAlgorithm.algorithmId === RSA_PSS ? saltLength(info.signatureAlgorithm) : null;
  // Only the kind of key the certificate holds can verify, so a wrong algorithm name fails by itself.
  const key = {
    key: signer.publicKey,
    dsaEncoding: 'der' as const,
    ...(salt !== null && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt }),
  };
  return verify(digest, Buffer.from(signed), key, Buffer.from(info.signature.valueBlock.valueHexView));
}

function saltLength({ algorithmParams }: AlgorithmIdentifier): number {
  return new RSASSAPSSParams({ schema: algorithmParams as unknown }).saltLength;
}

function isBound(info: SignerInfo, signer: X509Certificate): boolean {
  const found = attribute(info, OID.signingCertificate);
  const named = found ? namedCertificate(found) : null;
  const digest = named ? DIGESTS[named.algorithm] : undefined;
  return digest !== undefined && named?.hash.equals(createHash(digest).update(signer.raw).digest()) === true;
}
