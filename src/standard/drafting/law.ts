/** What every standard gets from the law or from its guarantees, whatever it is about. */
import type { Service } from '../model/service.ts';

/** UU 30/2014 arts. 75–78, UU 25/2009 and UU 37/2008: what a refused applicant may do. */
export const LAWFUL_REMEDIES: Service['remedies'] = [
  {
    id: 'Ajukan keberatan tertulis kepada pejabat yang menolak, paling lama 21 hari kerja setelah Anda menerima penolakan, lalu banding kepada atasannya (UU 30/2014 Pasal 75–78).',
    en: "Object in writing to the official who refused, within 21 working days of receiving the refusal, then appeal to that official's superior (Law 30/2014 arts. 75–78).",
  },
  {
    id: 'Sampaikan pengaduan melalui saluran pengaduan pada halaman layanan ini; pengaduan gratis.',
    en: "Complain through the channels on this service's page; complaining is free.",
  },
  {
    id: 'Lapor kepada Ombudsman Republik Indonesia bila pengaduan Anda tidak ditanggapi (UU 37/2008).',
    en: 'Report to the Ombudsman of Indonesia if your complaint goes unanswered (Law 37/2008).',
  },
];

const WITHIN = { basis: 'working', months: 0, days: 5, hours: 0, minutes: 0 } as const;

const DUTIES: readonly (readonly [words: RegExp, duty: Service['duties'][number]])[] = [
  [
    /\b(permohonan maaf|permintaan maaf|meminta maaf)\b/i,
    {
      id: 'permohonan-maaf',
      kind: 'apology',
      within: WITHIN,
      title: { id: 'Sampaikan permohonan maaf', en: 'Apologise to the applicant' },
    },
  ],
  [
    /\bkode etik\b/i,
    {
      id: 'kode-etik',
      kind: 'code-of-ethics',
      within: WITHIN,
      title: {
        id: 'Periksa keterlambatan menurut Kode Etik',
        en: 'Examine the delay under the code of ethics',
      },
    },
  ],
  [
    /\bsanksi\b/i,
    {
      id: 'sanksi',
      kind: 'sanction-ladder',
      within: WITHIN,
      title: { id: 'Pertimbangkan sanksi menurut bobotnya', en: 'Consider a sanction by its weight' },
    },
  ],
  [
    /\bmaklumat\b/i,
    {
      id: 'maklumat',
      kind: 'pledge',
      within: WITHIN,
      title: {
        id: 'Periksa keterlambatan menurut maklumat pelayanan',
        en: 'Examine the delay under the service pledge',
      },
    },
  ],
];

/** What the guarantees promise for the case that the time is not kept; nothing where they name nothing. */
export const readDuties = (guarantees: readonly string[]): Service['duties'] =>
  DUTIES.flatMap(([words, duty]) => (words.test(guarantees.join('\n')) ? [duty] : []));

const RHYTHMS: readonly (readonly [words: RegExp, every: Service['survey']['every']])[] = [
  [
    /\b(semester|semesteran|6 (\(enam\) )?bulan|enam bulan|(2|dua)( \(dua\))? kali (dalam )?(setahun|1 (\(satu\) )?tahun|satu tahun))\b/i,
    'half-year',
  ],
  [
    /\b(setiap tahun|tiap tahun|tahunan|sekali setahun|setahun sekali|(1|satu)( \(satu\))? kali (dalam )?setahun|1 (\(satu\) )?tahun|satu tahun|per tahun)\b/i,
    'year',
  ],
  [/\b(sewaktu-waktu|sesuai kebutuhan|insidental)\b/i, 'as-needed'],
];

/** How often satisfaction is measured, where the evaluation says it. */
export const readSurvey = (evaluation: readonly string[]): Service['survey'] => {
  const words = evaluation.filter((item) => /\b(survei|SKM|IKM|kepuasan)\b/i.test(item)).join('\n');
  return { every: RHYTHMS.find(([pattern]) => pattern.test(words))?.[1] ?? 'not-stated' };
};
