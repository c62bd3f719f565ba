import { z } from 'zod';
import { Id, IsoDate, Text } from './basics.ts';
import { Channel } from './components.ts';
import { DeliveryKind } from './deliveries.ts';
import { Week } from './hours.ts';

const CODE = /^[0-9]{3}(\.[0-9]{1,3}){0,4}$/;

const Unit = z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,15}$/);

/** What numbers of outgoing letters are made of (Permendagri 1/2023): code / running number [/ unit] / year. */
const Letters = z
  .strictObject({
    classification: z
      .string()
      .regex(CODE, 'such as 500.12 (Permendagri 83/2022)')
      .describe('Classification code of the letters of this office'),
    unit: Unit.optional().describe('Code of the unit, where the government writes one'),
    units: z
      .record(Id, Unit)
      .default({})
      .describe('Codes of single agencies: where several provide services, each writes its own'),
    byService: z
      .record(Id, z.string().regex(CODE, 'such as 500.12 (Permendagri 83/2022)'))
      .default({})
      .describe('Services whose letters have a code of their own'),
  })
  .describe('Numbers of outgoing letters; without it no letter can be numbered');

/** `government.yaml`: what the public sees of a government. */
export const Government = z
  .strictObject({
    id: Id,
    prefix: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe('Three letters that start every request number; unique'),
    kind: z.enum(['kabupaten', 'kota', 'provinsi']),
    name: z.string().min(1).describe('e.g. "Kabupaten Klaten"'),
    office: z.strictObject({
      agency: Id,
      name: z.string().min(1),
      shortName: Text,
      address: z.string().min(1),
    }),
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .describe('Accent colour; corrected until contrast holds'),
    contacts: z.array(Channel).min(1).describe('How to reach the office; empty channels are left out'),
    website: z.url().optional(),
    counter: z
      .strictObject({ week: Week, note: Text.optional() })
      .describe('Counter hours; differ from working hours'),
    pledge: Text.describe('Maklumat pelayanan, UU 25/2009 art. 22'),
    privacy: z.strictObject({
      controller: z.string().min(1),
      officer: z.string().min(1).describe('Contact of the data-protection officer, UU 27/2022 art. 53'),
      retention: Text,
    }),
    products: z
      .partialRecord(DeliveryKind, z.record(z.string(), z.unknown()))
      .default({})
      .describe(
        'Public facts that products need, such as the mail domain; an administrator may set them too',
      ),
    letters: Letters.optional(),
    assumptions: z.array(z.strictObject({ at: z.string().min(1), text: Text })).default([]),
  })
  .describe('A government (tenant) as the public sees it');
export type Government = z.infer<typeof Government>;

/** What a position may do beyond making steps. */
export const Role = z.enum(['administrator', 'auditor', 'evaluator', 'legal', 'counter', 'complaints']);
export type Role = z.infer<typeof Role>;

export const Agency = z.strictObject({
  id: Id,
  name: z.string().min(1),
  kind: z.enum(['agency', 'technical-unit', 'district', 'village-government', 'outside']),
  contact: Id.optional().describe('Position that receives what is disposed to this agency'),
});
export type Agency = z.infer<typeof Agency>;

export const Position = z.strictObject({
  id: Id,
  title: Text,
  agency: Id,
  superior: Id.nullable().describe("The direct superior's position; null at the top"),
  roles: z.array(Role).default([]),
});
export type Position = z.infer<typeof Position>;

/** An example person. Names are plainly invented. */
export const Official = z.strictObject({
  id: Id,
  name: z.string().min(1),
  nip: z
    .string()
    .regex(/^\d{18}$/)
    .nullable()
    .describe('Invented; null for people outside the civil service'),
  rank: z.string().min(1).nullable(),
  username: z
    .string()
    .regex(/^[a-z0-9.]+@[a-z0-9-]+$/)
    .describe('For signing in: name@government'),
  email: z.email(),
  competences: z
    .array(z.strictObject({ code: Id, from: IsoDate, to: IsoDate.nullable(), evidence: z.string().min(1) }))
    .default([]),
});
export type Official = z.infer<typeof Official>;

/** Who holds which post from when to when; Plt: the post is vacant, Plh: its holder is absent. */
export const Holding = z.strictObject({
  position: Id,
  official: Id,
  as: z.enum(['definitive', 'plt', 'plh']).default('definitive'),
  from: IsoDate,
  to: IsoDate.nullable().default(null),
  basis: z.string().min(1).optional().describe('The order it rests on'),
});
export type Holding = z.infer<typeof Holding>;

/** `organisation.yaml`: agencies, positions and the (example) people in them. */
export const Organisation = z
  .strictObject({
    agencies: z.array(Agency).min(1),
    competences: z.array(z.strictObject({ id: Id, title: Text })).default([]),
    positions: z.array(Position).min(1),
    officials: z.array(Official).min(1),
    holdings: z.array(Holding).min(1),
    instructions: z.array(Text).min(1).describe('Standard instructions on a disposition sheet'),
    assumptions: z.array(z.strictObject({ at: z.string().min(1), text: Text })).default([]),
  })
  .describe('Agencies, positions and officials of a government');
export type Organisation = z.infer<typeof Organisation>;
