/** An electronic certificate (TTE), issued by BSrE; for demonstrations by the built-in authority. And signing with it. */
import type { ProductKind } from '../contract.ts';
import { bsre } from './bsre/connector.ts';
import { byHandBsre } from './by-hand/connector.ts';
import { portalEvidence } from './by-hand/evidence.ts';
import { CertificateEvidence, CertificateOrder, CertificatePlan, certificateSettings } from './model.ts';
import type { CertificateSettings } from './model.ts';
import { prepareCertificate } from './prepare.ts';
import { trial } from './trial/connector.ts';
import { describeEvidence, describePlan } from './words.ts';

export const certificate: ProductKind<
  CertificateOrder,
  CertificateSettings,
  CertificatePlan,
  CertificateEvidence
> = {
  kind: 'certificate',
  title: { id: 'Sertifikat elektronik (TTE)', en: 'Electronic certificate' },
  order: CertificateOrder,
  settings: certificateSettings,
  plan: CertificatePlan,
  evidence: CertificateEvidence,
  example: () => ({ holder: 'Siti Contoh', nik: '3310010101900001', purpose: 'first' }),
  // Never: the passphrase is chosen by its owner, and nobody else may know it.
  firstSecret: false,
  prepare: prepareCertificate,
  byHand: portalEvidence,
  describePlan,
  describeEvidence,
  connectors: [byHandBsre, bsre, trial],
};

export { readBsreSettings } from './bsre/settings.ts';
export type { BsreSettings } from './bsre/settings.ts';
export { signLetter } from './sign-letter.ts';
export type { BsreSigningWay, SignedLetter, TrialSigning } from './sign-letter.ts';
export { openTrialAuthority } from './trial/authority.ts';
export type { TrialAuthority, TrialCertificate } from './trial/authority.ts';
export { trialPaths } from './trial/entry.ts';
export type { TrialPerson } from './trial/entry.ts';
export { TRIAL_MARK } from './words.ts';
