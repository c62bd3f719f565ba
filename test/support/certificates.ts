/** A small authority with one signer, for tests of signatures. */
import { X509Certificate } from 'node:crypto';
import {
  issueCertificate,
  newSerial,
  newSigningKeys,
  revocationList,
  selfSigned,
  writePdf,
} from '../../src/platform/index.ts';
import type { Authority, Revoked, Signer, TrustRoot } from '../../src/platform/index.ts';

export const SIGNING_DAY = Temporal.Instant.from('2026-11-23T02:00:00Z');
const YEAR = { hours: 24 * 365 };

export interface TestSigner extends Signer {
  readonly serial: string;
}

export interface TestAuthority {
  readonly authority: Authority;
  signer(name: string): Promise<TestSigner>;
  /** Its list of the revoked, as DER. */
  list(revoked?: readonly Revoked[], nextUpdate?: Temporal.Instant): Promise<Buffer>;
  /** The authority as one that is believed, with such a list. */
  root(revoked?: readonly Revoked[]): Promise<TrustRoot>;
}

/** An authority that began a day before `at`. */
export async function newTestAuthority(at = SIGNING_DAY): Promise<TestAuthority> {
  const { privateKey } = await newSigningKeys();
  const validity = { notBefore: at.subtract({ hours: 24 }), notAfter: at.add(YEAR) };
  const certificate = await selfSigned(
    privateKey,
    { commonName: 'Otoritas Percobaan', organisation: 'Contoh' },
    validity,
  );
  const authority = { certificate, key: privateKey };
  const list = (revoked: readonly Revoked[] = [], nextUpdate = at.add(YEAR)): Promise<Buffer> =>
    revocationList(authority, { number: 1, thisUpdate: at.subtract({ minutes: 5 }), nextUpdate, revoked });
  return {
    authority,
    list,
    root: async (revoked) => ({
      certificate: new X509Certificate(certificate),
      revoked: await list(revoked),
      trial: true,
    }),
    signer: async (name) => {
      const keys = await newSigningKeys();
      const serial = newSerial();
      const subject = { commonName: name, organisation: 'Pemerintah Kabupaten Contoh' };
      const own = await issueCertificate(authority, {
        subject,
        publicKey: keys.publicKey,
        serial,
        ...validity,
      });
      return { certificate: own, chain: [], key: keys.privateKey, serial };
    },
  };
}

/** A letter of one page, as the program writes them. */
export async function letterToSign(): Promise<Buffer> {
  const { bytes } = await writePdf({
    title: 'Surat contoh',
    author: 'Diskominfo',
    lang: 'id',
    createdAt: '2026-11-23T02:00:00Z',
    id: 'contoh',
    page: { size: 'A4' },
    body: [{ kind: 'paragraph', text: 'Permohonan Saudara dikabulkan.' }],
  });
  return bytes;
}
