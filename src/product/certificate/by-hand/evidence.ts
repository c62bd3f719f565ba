/** What an officer records after working at BSrE's portal: the dossier that was checked, and the certificate. Pure. */
import { z } from 'zod';
import { ok, refused } from '../../../ground/index.ts';
import type { FieldFault, Result } from '../../../ground/index.ts';
import { issueWords, optionalSetting, settingReader, textSetting } from '../../setting-readers.ts';
import type { CertificateEvidence, CertificateOrder } from '../model.ts';

const dayWords = { id: 'Isi tanggal yang ada di kalender.', en: 'Enter a date that is on the calendar.' };

const isDay = (text: string): boolean => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

/** Each must be seen by the officer before anybody is registered: what BSrE asks of those who verify for it. */
const checkedWords = {
  id: 'Periksa dahulu. Tanpa ini pemohon tidak boleh didaftarkan ke BSrE.',
  en: 'Check it first. Without it nobody may be registered at BSrE.',
};
const checked = settingReader<true>((text) => (text === 'sudah' ? { value: true } : { wrong: checkedWords }));

const CertificateRecord = z
  .object({
    eligible: checked,
    identityCard: checked,
    recommendation: checked,
    nikEnds: textSetting((text) => /^\d{4}$/.test(text), {
      id: 'Isi empat angka terakhir NIK saja, misalnya 0001.',
      en: 'Enter the last four digits of the NIK only, for example 0001.',
    }),
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

/**
 * The evidence of a certificate that an officer had issued at BSrE's portal; of the NIK only the end. `record` has the parts of
 * `recordParts.certificate`. Fault `record-input`, by part.
 */
export function portalEvidence(order: CertificateOrder, record: unknown): Result<CertificateEvidence> {
  const read = CertificateRecord.safeParse(record);
  if (!read.success) return refused('invalid', 'record-input', wrongWords, faultsOf(read.error));
  const { nikEnds, serial, validFrom, validUntil, guidanceOn, guidanceBy } = read.data;
  const asked = order.nik?.replaceAll(/\D/g, '') ?? '';
  if (asked !== '' && !asked.endsWith(nikEnds))
    return refused('invalid', 'record-input', wrongWords, [{ path: 'nikEnds', words: otherPerson }]);
  return ok({
    issuer: 'bsre',
    holder: order.holder ?? '',
    nikEnds,
    status: 'issued',
    serial: serial.replaceAll(/[\s:]/g, '').toUpperCase(),
    validFrom,
    validUntil,
    guidance: guidanceOn === null ? null : { on: guidanceOn, by: guidanceBy ?? '–' },
  });
}

/** A slip of the finger, or the certificate of somebody else. */
const otherPerson = {
  id: 'Bukan akhir NIK pada permohonan ini. Periksa sertifikat itu milik siapa.',
  en: 'The NIK of this request ends otherwise. See whose certificate it is.',
};

const wrongWords = { id: 'Perbaiki catatan sertifikat ini.', en: 'Put the record of the certificate right.' };

const faultsOf = (error: z.ZodError): readonly FieldFault[] =>
  error.issues.map((issue) => ({
    path: issue.path.join('.'),
    words: issueWords(issue) ?? wrongWords,
  }));
