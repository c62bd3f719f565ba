/** BSrE through the Esign Client: registration is done by people at BSrE's portal, its outcome is watched here. */
import { CounterpartFault } from '../../contract.ts';
import type { Connector, Counterpart, Presence } from '../../contract.ts';
import type { Words } from '../../../ground/index.ts';
import type { CertificateEvidence, CertificatePlan } from '../model.ts';
import type { BsreStatus } from './answers.ts';
import { bsreClient } from './client.ts';
import { BSRE, notRegistered } from './faults.ts';
import { lineTo } from './http.ts';
import { bsreSettings } from './settings.ts';
import type { BsreSettings } from './settings.ts';

/** A number that is nobody's: asking for it shows that the way is open and the account is accepted. */
const NOBODY = '0000000000000000';

/** Nobody signs with it any more. What is suspended, renewed or waits for its owner may be used again tomorrow. */
const gone: readonly BsreStatus[] = ['REVOKE', 'EXPIRED', 'NOT_REGISTERED'];

/** What a state means to officials, and whether it passes by itself. */
const notIssued: Readonly<
  Record<Exclude<BsreStatus, 'ISSUE' | 'NOT_REGISTERED'>, readonly [Words, boolean]>
> = {
  NEW: [
    {
      id: 'Terdaftar di BSrE; pemilik belum membuat frasa sandi.',
      en: 'Registered at BSrE; its owner has not chosen a passphrase yet.',
    },
    true,
  ],
  WAITING_FOR_VERIFICATION: [
    {
      id: 'Menunggu verifikasi di BSrE.',
      en: 'Waits for verification at BSrE.',
    },
    true,
  ],
  RENEW: [
    {
      id: 'Pembaruan sedang berjalan di BSrE.',
      en: 'A renewal is under way at BSrE.',
    },
    true,
  ],
  EXPIRED: [
    {
      id: 'Sertifikat di BSrE sudah habis masa berlakunya. Ajukan pembaruan di Portal BSrE, lalu tekan Coba lagi.',
      en: "The certificate at BSrE has expired. Ask for a renewal at BSrE's portal, then press Try again.",
    },
    false,
  ],
  REVOKE: [
    {
      id: 'Sertifikat di BSrE sudah dicabut. Ajukan penerbitan ulang di Portal BSrE, lalu tekan Coba lagi.',
      en: "The certificate at BSrE was revoked. Ask for a new one at BSrE's portal, then press Try again.",
    },
    false,
  ],
  SUSPEND: [
    {
      id: 'Akun di BSrE ditangguhkan. Hubungi BSrE, lalu tekan Coba lagi.',
      en: 'The account at BSrE is suspended. Contact BSrE, then press Try again.',
    },
    false,
  ],
  UNKNOWN: [
    {
      id: 'BSrE menjawab dengan status yang tidak dikenal. Periksa di Portal BSrE, lalu catat hasilnya dengan tangan.',
      en: "BSrE answered with an unknown state. Look at BSrE's portal, then record the outcome by hand.",
    },
    false,
  ],
};

export const bsre: Connector<CertificatePlan, CertificateEvidence> = {
  id: 'bsre',
  title: { id: 'BSrE melalui Esign Client', en: 'BSrE through the Esign Client' },
  about: {
    id: 'Petugas mendaftarkan pemohon di Portal BSrE; portal ini memantau statusnya sampai sertifikat terbit. Juga dipakai untuk menandatangani surat.',
    en: "Officers register the applicant at BSrE's portal; this portal watches the state until the certificate is issued. Also used to sign letters.",
  },
  embedded: false,
  form: bsreSettings,
  connect: (settings) => counterpart(settings as BsreSettings),
};

export function counterpart(
  settings: BsreSettings,
  firstPause?: number,
): Counterpart<CertificatePlan, CertificateEvidence> {
  const client = bsreClient(settings, lineTo(settings, firstPause));
  return {
    test: async (signal) => {
      await client.status(NOBODY, signal);
      return {
        id: `${BSRE} menjawab dan menerima akun kami.`,
        en: `${BSRE} answers and accepts our account.`,
      };
    },
    // There is no call that registers a person: it needs the officer who saw the identity card. So delivering is watching.
    deliver: async (plan, { signal }) => {
      const status = await client.status(plan.nik, signal);
      if (status === 'NOT_REGISTERED') throw notRegistered();
      if (status !== 'ISSUE') throw stillAway(status);
      // Who recorded the new one has seen that it is there.
      if (plan.purpose === 'again' && !plan.record) throw cannotTell();
      if (plan.record === null) throw notRecorded();
      return evidenceOf(plan);
    },
    check: async (plan, { signal }): Promise<Presence<CertificateEvidence>> => {
      const status = await client.status(plan.nik, signal);
      if (status === 'UNKNOWN') return { is: 'unknown', why: notIssued.UNKNOWN[0] };
      if (status !== 'ISSUE') return { is: 'absent' };
      if (plan.purpose === 'again' && !plan.record) return { is: 'unknown', why: oldOrNew };
      if (plan.record === null) return { is: 'partial' };
      return { is: 'present', evidence: evidenceOf(plan) };
    },
    withdraw: async (plan, _evidence, { signal }) => {
      const status = await client.status(plan.nik, signal);
      if (!gone.includes(status)) throw revokeAtPortal();
    },
  };
}

/** BSrE tells neither serial number nor dates: they are what an official recorded, where the standard keeps a record. */
const evidenceOf = ({ holder, nik, record }: CertificatePlan): CertificateEvidence => ({
  issuer: 'bsre',
  holder,
  nikEnds: nik.slice(-4),
  status: 'issued',
  serial: null,
  validFrom: null,
  validUntil: null,
  guidance: null,
  ...record,
});

function stillAway(status: Exclude<BsreStatus, 'ISSUE' | 'NOT_REGISTERED'>): CounterpartFault {
  const [words, passing] = notIssued[status];
  return new CounterpartFault('bsre-not-issued', words, { done: 'none', passing });
}

const oldOrNew: Words = {
  id: 'Status "terbit" dapat berarti sertifikat lama atau yang baru. Lihat di Portal BSrE, lalu catat hasilnya dengan bukti.',
  en: 'The state "issued" may mean the old certificate or the new one. Look at BSrE\'s portal, then record the outcome with evidence.',
};

const cannotTell = (): CounterpartFault =>
  new CounterpartFault('bsre-old-or-new', oldOrNew, { done: 'none', passing: false });

/** Without its last day nobody would be reminded of its end. */
const notRecorded = (): CounterpartFault =>
  new CounterpartFault(
    'bsre-not-recorded',
    {
      id: 'Sertifikat sudah terbit, tetapi BSrE tidak memberi tahu nomor seri dan masa berlakunya. Lihat di Portal BSrE, lalu catat dengan "Sudah saya kerjakan dengan tangan".',
      en: "The certificate is issued, but BSrE tells neither its serial number nor its dates. Look at BSrE's portal, then record them with 'I did it by hand'.",
    },
    { done: 'none', passing: false },
  );

const revokeAtPortal = (): CounterpartFault =>
  new CounterpartFault(
    'bsre-revoke-at-portal',
    {
      id: 'Menurut BSrE sertifikat ini belum dicabut. Cabut di Portal BSrE, lalu tekan Coba cabut lagi.',
      en: "BSrE does not say yet that this certificate is revoked. Revoke it at BSrE's portal, then press Try to withdraw again.",
    },
    { done: 'none', passing: false },
  );
