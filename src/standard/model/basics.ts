import { z } from 'zod';

/** A name inside a file: lower case, digits and dashes, as it appears in addresses. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'lower-case letters, digits and single dashes, starting with a letter',
  )
  .max(60)
  .describe('Name used in addresses and references, e.g. "ruang-rapat"');
export type Id = z.infer<typeof Id>;

/** The same text in Indonesian (official) and English (second language). */
export const Text = z
  .strictObject({
    id: z.string().min(1).describe('Indonesian, plain and official'),
    en: z.string().min(1).describe('English'),
  })
  .describe('A text in both languages of the screen');
export type Text = z.infer<typeof Text>;

export const IsoDate = z.iso.date().describe('Date as YYYY-MM-DD');

/** A promised time; what the fields mean stands in the working-time room. */
export const Promised = z
  .strictObject({
    basis: z.enum(['working', 'calendar', 'elapsed', 'unspecified']).describe('In what the time is counted'),
    months: z.int().min(0).max(120).default(0),
    days: z.int().min(0).max(3660).default(0),
    hours: z.int().min(0).max(10_000).default(0),
    minutes: z.int().min(0).max(600_000).default(0),
  })
  .describe('A promised time: months, days, hours and minutes on one basis');
export type Promised = z.infer<typeof Promised>;

/** Who may ask for a service. */
export const ApplicantKind = z
  .enum(['citizen', 'legal-body', 'official', 'agency', 'village-government'])
  .describe('Yang berhak mengajukan');
export type ApplicantKind = z.infer<typeof ApplicantKind>;
