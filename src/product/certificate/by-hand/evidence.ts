/** What an officer records after working at BSrE's portal: the dossier that was checked, and the certificate. */
import { z } from 'zod';
import type { SettingField, SettingsForm } from '../../contract.ts';
import { optionalSetting, settingReader, textSetting } from '../../setting-readers.ts';
import type { CertificateEvidence, CertificatePlan } from '../model.ts';

const dayWords = { id: 'Isi tanggal, misalnya 2026-11-23.', en: 'Enter a date, for example 2026-11-23.' };

const isDay = (text: string): boolean => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

/** Each must be seen by the officer before anybody is registered. */
const checkedWords = {
  id: 'Periksa dahulu, lalu nyatakan "ya". Tanpa ini pemohon tidak boleh didaftarkan.',
  en: 'Check it first, then state "ya". Without it nobody may be registered.',
};
const checked = settingReader<true>((text) => (text === 'ya' ? { value: true } : { wrong: checkedWords }));

const schema = z
  .object({
    eligible: checked,
    identityCard: checked,
    recommendation: checked,
    serial: textSetting((text) => /^[\da-f]{8,40}$/i.test(text.replaceAll(/[\s:]/g, '')), {
      id: 'Isi nomor seri dari BSrE: angka 0–9 dan huruf a–f.',
      en: 'Enter the serial number from BSrE: digits 0–9 and letters a–f.',
    }),
    validFrom: textSetting(isDay, dayWords),
    validUntil: textSetting(isDay, dayWords),
    guidanceOn: optionalSetting(isDay, dayWords),
    guidanceBy: optionalSetting(() => true, dayWords),
  })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    path: ['validUntil'],
    message: 'Masa berlaku berakhir sebelum dimulai.',
    params: {
      words: { id: 'Masa berlaku berakhir sebelum dimulai.', en: 'It ends before it begins.' },
    },
  });
export type PortalRecord = z.infer<typeof schema>;

const yes = [{ value: 'ya', label: { id: 'Ya, sudah diperiksa', en: 'Yes, it was checked' } }];

const field = (
  name: keyof PortalRecord,
  id: string,
  en: string,
  more: Partial<SettingField> = {},
): SettingField => ({ name, label: { id, en }, type: 'text', required: true, ...more });

/** The form for it; what it gives is made evidence by `portalEvidence`. */
export const portalRecord: SettingsForm<PortalRecord> = {
  schema,
  fields: [
    field('eligible', 'Pemohon berhak', 'The applicant is eligible', { type: 'choice', options: yes }),
    field(
      'identityCard',
      'Scan KTP berwarna, utuh, dan cocok',
      'Identity card scanned in colour, whole and matching',
      {
        type: 'choice',
        options: yes,
      },
    ),
    field('recommendation', 'Surat rekomendasi menyebut pemohon', 'The recommendation names the applicant', {
      type: 'choice',
      options: yes,
    }),
    field('serial', 'Nomor seri sertifikat', 'Serial number of the certificate'),
    field('validFrom', 'Berlaku sejak', 'Valid from', { hint: dayWords }),
    field('validUntil', 'Berlaku sampai', 'Valid until', { hint: dayWords }),
    field('guidanceOn', 'Tanggal bimbingan', 'Day of the guidance session', { required: false }),
    field('guidanceBy', 'Pembimbing', 'Who gave it', { required: false }),
  ],
};

/** The evidence of a certificate that an officer had issued at BSrE's portal. Of the NIK only the end. */
export const portalEvidence = (plan: CertificatePlan, record: PortalRecord): CertificateEvidence => ({
  issuer: 'bsre',
  holder: plan.holder,
  nikEnds: plan.nik.slice(-4),
  status: 'issued',
  serial: record.serial.replaceAll(/[\s:]/g, '').toUpperCase(),
  validFrom: record.validFrom,
  validUntil: record.validUntil,
  guidance: record.guidanceOn === null ? null : { on: record.guidanceOn, by: record.guidanceBy ?? '–' },
});
