/** BSrE's portal, worked by an officer: the way of every government until it has an Esign Client. */
import { z } from 'zod';
import { CounterpartFault } from '../../contract.ts';
import type { Connector, Counterpart, SettingsForm } from '../../contract.ts';
import type { CertificateEvidence, CertificatePlan } from '../model.ts';

const nothing: SettingsForm<Record<string, never>> = { fields: [], schema: z.object({}).catch({}) };

export const byHandBsre: Connector<CertificatePlan, CertificateEvidence> = {
  id: 'by-hand-bsre',
  title: { id: 'Portal BSrE, dengan tangan', en: "BSrE's portal, by hand" },
  about: {
    id: 'Petugas mendaftarkan pemohon di Portal BSrE dan mencatat buktinya di sini. Tidak perlu server.',
    en: "An officer registers the applicant at BSrE's portal and records the evidence here. Needs no server.",
  },
  embedded: true,
  byPeople: true,
  form: nothing,
  connect: () => portal,
};

const portal: Counterpart<CertificatePlan, CertificateEvidence> = {
  test: async () => ({
    id: 'Tidak ada yang perlu diuji: petugas bekerja di Portal BSrE.',
    en: "Nothing to test: officers work at BSrE's portal.",
  }),
  // The registration needs the officer who saw the applicant's identity card; no call does it.
  deliver: async () => {
    throw new CounterpartFault(
      'register-at-portal',
      {
        id: 'Daftarkan pemohon di Portal BSrE: periksa hak pemohon, scan KTP berwarna, dan surat rekomendasi. Setelah BSrE menerbitkan sertifikat, pilih "dikerjakan dengan tangan" dan catat buktinya.',
        en: 'Register the applicant at BSrE\'s portal: check eligibility, the colour scan of the identity card and the letter of recommendation. When BSrE has issued the certificate, choose "done by hand" and record the evidence.',
      },
      { done: 'none', passing: false },
    );
  },
  check: async () => ({
    is: 'unknown',
    why: {
      id: 'Hanya Portal BSrE yang tahu. Lihat status pemohon di sana.',
      en: "Only BSrE's portal knows. Look at the applicant's state there.",
    },
  }),
  withdraw: async () => {
    throw new CounterpartFault(
      'revoke-at-portal',
      {
        id: 'Cabut sertifikat ini di Portal BSrE, lalu catat pencabutannya.',
        en: "Revoke this certificate at BSrE's portal, then record the revocation.",
      },
      { done: 'none', passing: false, byPeople: true },
    );
  },
};
