/** Governments and services: what may be asked for. */
import { z } from 'zod';
import { ApplicantKind, Channel, Components, Promised, Requirement } from '../../standard/index.ts';
import { Answers, Instant, JsonSchema, Text } from './common.ts';
import { named } from './named.ts';

export const GovernmentSummary = named(
  'Government',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['kabupaten', 'kota', 'provinsi']),
    office: z.strictObject({ name: z.string(), shortName: Text, address: z.string() }),
    timeZone: z.string().meta({ examples: ['Asia/Jakarta'] }),
    contacts: z.array(Channel),
    website: z.string().nullable(),
    services: z.int().describe('How many services may be asked for'),
  }),
);
export const GovernmentList = named('GovernmentList', z.strictObject({ items: z.array(GovernmentSummary) }));
export type GovernmentSummary = z.infer<typeof GovernmentSummary>;

named('Promised', Promised);

const promise = z.strictObject({
  printed: z.string().describe('As the decree prints it'),
  time: Promised.describe('The printed time, read'),
  words: Text,
  lawful: z
    .strictObject({ time: Promised, words: Text, law: z.string() })
    .nullable()
    .describe('The clock that runs where the law differs from the printed time'),
  starts: z.enum(['received', 'complete']).describe('The event that starts the clock'),
});

const fee = z.strictObject({
  free: z.boolean(),
  total: z
    .int()
    .nullable()
    .describe('Integer rupiah for all amounts together; null where one of them is charged, by case'),
  amounts: z.array(z.strictObject({ idr: z.int(), times: z.int(), for: Text })),
});

const summary = {
  id: z.string(),
  government: z.string(),
  title: Text,
  summary: Text,
  version: z.int().describe('Published version of the standard'),
  promise,
  fee,
  eligibility: z.array(ApplicantKind).describe('Who may ask'),
  atCounter: z
    .boolean()
    .describe('Served at the counter only: asked for there, with the papers at hand; here it is `only-at-counter`'),
};

export const ServiceSummary = named('ServiceSummary', z.strictObject(summary));
export const ServiceList = named('ServiceList', z.strictObject({ items: z.array(ServiceSummary) }));
export type ServiceSummary = z.infer<typeof ServiceSummary>;

const ServiceExample = named(
  'ServiceExample',
  z
    .strictObject({
      answers: Answers,
      files: z.array(
        z.strictObject({ requirement: z.string(), fileName: z.string(), contentType: z.string() }),
      ),
    })
    .describe('Answers and files that would be accepted today'),
);

const step = z.strictObject({
  id: z.string(),
  kind: z.enum(['check', 'classify', 'dispose', 'assess', 'decide', 'fulfil', 'sign', 'hand-over']),
  title: Text,
  positions: z
    .array(z.strictObject({ position: z.string(), title: Text }))
    .describe('Any one of them makes the step; empty: whoever an earlier step names'),
});

named('Components', Components);

export const ServiceDetail = named(
  'Service',
  z
    .strictObject({
      ...summary,
      decree: z.strictObject({
        number: z.string().nullable(),
        date: z.string().nullable(),
        title: z.string(),
      }),
      validFrom: Instant,
      office: z.string(),
      components: Components.describe('The fourteen components of the decree'),
      eligibilityNote: Text.nullable(),
      fee: fee.extend({ tariffBasis: z.string().nullable() }),
      requirements: z.array(Requirement).describe('`id` is the name of the file part'),
      steps: z.array(step),
      product: z.strictObject({ kind: z.string(), text: Text }),
      remedies: z.array(Text),
      identityProtected: z.boolean(),
      findings: z
        .array(z.strictObject({ component: z.string(), text: Text }))
        .describe('Where the decree contradicts itself or the law'),
      ifSubmittedNow: z
        .strictObject({ dueAt: Instant.nullable(), derivation: z.array(z.string()) })
        .describe('The deadline of a request that is received now, and how it is found'),
      form: JsonSchema.describe('JSON Schema of `answers`'),
      example: ServiceExample.nullable().describe('Null where it cannot be asked for here: `atCounter`'),
    })
    .describe('A service standard: its fourteen components, and how to ask for it'),
);
export type ServiceDetail = z.infer<typeof ServiceDetail>;

named('Requirement', Requirement);
