import type { X509Certificate } from 'node:crypto';
import { revocationOf } from './x509/revocation.ts';
import type { Revocation } from './x509/revocation.ts';

/** An authority that is believed. */
export interface TrustRoot {
  readonly certificate: X509Certificate;
  /** Its list of revoked certificates, as DER, when there is one at hand. */
  readonly revoked?: Buffer;
  /** Whether what it certifies is for trial only. */
  readonly trial: boolean;
}

/** `unknown`: no way leads from the signer to an authority that is believed. */
export type Trust = 'trusted' | 'unknown' | 'expired' | 'not-yet-valid';

export interface Standing {
  readonly trust: Trust;
  readonly revocation: Revocation;
  readonly trial: boolean;
}

const LONGEST_CHAIN = 6;
const UNKNOWN: Standing = { trust: 'unknown', revocation: 'unknown', trial: false };

/** How a signer's certificate stands at an instant: who certified it, is it in force, is it revoked. */
export async function standingOf(
  signer: X509Certificate,
  alongside: readonly X509Certificate[],
  roots: readonly TrustRoot[],
  at: Temporal.Instant,
): Promise<Standing> {
  const chain = chainTo(signer, alongside, roots);
  if (!chain) return UNKNOWN;
  const { path, root } = chain;
  const outOfForce = [...path, root.certificate]
    .map((one) => forceAt(one, at))
    .find((one) => one !== 'trusted');
  // Only the authority right above the signer can say whether it took the certificate back.
  const direct = path.length === 1 && root.revoked !== undefined;
  const revocation = direct ? await revocationOf(signer, root.certificate, root.revoked, at) : 'unknown';
  return { trust: outOfForce ?? 'trusted', revocation, trial: root.trial };
}

interface Chain {
  /** From the signer up to the one that the root certified. */
  readonly path: readonly X509Certificate[];
  readonly root: TrustRoot;
}

function chainTo(
  signer: X509Certificate,
  alongside: readonly X509Certificate[],
  roots: readonly TrustRoot[],
): Chain | null {
  const path = [signer];
  for (let last = signer; path.length < LONGEST_CHAIN;) {
    const root = roots.find(({ certificate }) => certified(last, certificate));
    if (root) return { path, root };
    const next = alongside.find((one) => !path.includes(one) && certified(last, one));
    if (!next) return null;
    path.push(next);
    last = next;
  }
  return null;
}

/** Signed by the key of an authority of that name; a person's certificate certifies nobody. */
const certified = (one: X509Certificate, by: X509Certificate): boolean =>
  by.ca && one.checkIssued(by) && one.verify(by.publicKey);

function forceAt(certificate: X509Certificate, at: Temporal.Instant): Trust {
  const now = at.epochMilliseconds;
  if (now < certificate.validFromDate.getTime()) return 'not-yet-valid';
  return now > certificate.validToDate.getTime() ? 'expired' : 'trusted';
}
