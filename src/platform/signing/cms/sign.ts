import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { toCryptoKey } from '../x509/authority.ts';
import { OID, signedAttributes } from './attributes.ts';

/** Whose signature it is: certificate and those above it, as DER, and the private key (P-256). */
export interface Signer {
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
  readonly key: KeyObject;
}

/** A detached CMS signature over `content` (RFC 5652, CAdES B-B), as DER. */
export async function signDetached(content: Buffer, signer: Signer): Promise<Buffer> {
  const own = Certificate.fromBER(signer.certificate);
  const digest = createHash('sha256').update(content).digest();
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: signedAttributes(digest, signer.certificate),
    }),
  });
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [info],
    certificates: [own, ...signer.chain.map((der) => Certificate.fromBER(der))],
  });
  await data.sign(toCryptoKey(signer.key), 0, 'SHA-256');
  const envelope = new ContentInfo({ contentType: OID.signedData, content: data.toSchema(true) });
  return Buffer.from(envelope.toSchema().toBER());
}
