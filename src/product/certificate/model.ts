/** An electronic certificate for one person: what is asked for, planned and shown afterwards. */
import { z } from 'zod';
import type { SettingsForm } from '../contract.ts';
import { textSetting } from '../setting-readers.ts';

const Given = z.string().trim().nullish();

/** As the standard hands it over; `prepare` says what is wrong with it. */
export const CertificateOrder = z.object({
  /** Name as on the identity card. */
  holder: Given,
  nik: Given,
  email: Given,
  position: Given,
  /** A word of `purposes`; a first certificate without it. */
  purpose: Given,
});
export type CertificateOrder = z.infer<typeof CertificateOrder>;

/** `first`: the person has none yet. `again`: the last one ended, was revoked, or its passphrase was forgotten. */
export const Purpose = z.enum(['first', 'again']);
export type Purpose = z.infer<typeof Purpose>;

const Day = z.iso.date().nullable();

/** What only a person learns where the issuer tells it to nobody else; read as `CertificateEvidence` says. */
const told = {
  /** Hexadecimal; null where the issuer does not tell. */
  serial: z.string().nullable(),
  validFrom: Day,
  validUntil: Day,
  /** The session in which the owner was shown how to use it. */
  guidance: z.object({ on: z.iso.date(), by: z.string() }).nullable(),
};

export const CertificatePlan = z.object({
  holder: z.string(),
  nik: z.string(),
  email: z.string().nullable(),
  position: z.string().nullable(),
  organisation: z.string(),
  purpose: Purpose,
  /** What an official filled in of the certificate already; null: nothing yet; absent: the standard keeps none of it. */
  record: z.object(told).nullable().optional(),
});
export type CertificatePlan = z.infer<typeof CertificatePlan>;

export const CertificateEvidence = z.object({
  /** Who issued it: BSrE, or the built-in authority for trial. */
  issuer: z.enum(['bsre', 'trial']),
  holder: z.string(),
  /** Last four digits; never the whole number. */
  nikEnds: z.string(),
  /** `waiting`: registered; its owner still has to choose a passphrase. */
  status: z.enum(['waiting', 'issued']),
  ...told,
});
export type CertificateEvidence = z.infer<typeof CertificateEvidence>;

const settings = z.object({ organisation: textSetting() });
export type CertificateSettings = z.infer<typeof settings>;

export const certificateSettings: SettingsForm<CertificateSettings> = {
  schema: settings,
  fields: [
    {
      name: 'organisation',
      label: { id: 'Instansi dalam sertifikat', en: 'Organisation in the certificate' },
      hint: {
        id: 'Seperti terdaftar di BSrE, misalnya "Pemerintah Kabupaten Klungkung".',
        en: 'As registered at BSrE, for example "Pemerintah Kabupaten Klungkung".',
      },
      type: 'text',
      required: true,
    },
  ],
};
