/** What a reviewer has before them: a reading of one service, and a proposal of how it is to run. Kept as JSON. */
import { z } from 'zod';
import { ApplicantKind, Id, IsoDate, Promised, Text } from '../model/basics.ts';
import { ProductKind } from '../model/service.ts';
import { Use } from '../model/questions.ts';

const List = z.strictObject({ items: z.array(z.string().min(1)) });

/** The 14 components as they were read; what the decree does not have is empty. */
export const DraftComponents = z.strictObject({
  requirements: List,
  procedure: List,
  time: z.strictObject({
    text: z.string(),
    /** Null until somebody says what is promised. */
    promise: Promised.nullable(),
    entries: z.array(Promised).optional(),
  }),
  fee: z.strictObject({
    text: z.string(),
    free: z.boolean(),
    amounts: z.array(
      z.strictObject({
        idr: z.int().min(1),
        times: z.int().min(1),
        /** What it is charged for, where a reviewer said it; else the words of the decree before the amount. */
        for: z.string().min(1).max(200).optional(),
      }),
    ),
  }),
  product: List,
  complaints: List,
  legalBasis: List,
  facilities: List,
  competence: List,
  supervision: List,
  staffing: z.strictObject({ text: z.string(), count: z.int().min(0).nullable() }),
  serviceGuarantee: List,
  safetyGuarantee: List,
  evaluation: List,
});
export type DraftComponents = z.infer<typeof DraftComponents>;

/** Kinds of steps that can be proposed and put together in a form; the others need the file. */
export const DraftStepKind = z.enum(['check', 'dispose', 'assess', 'decide', 'sign', 'fulfil', 'hand-over']);
export type DraftStepKind = z.infer<typeof DraftStepKind>;

export const DraftStep = z.strictObject({
  title: Text,
  kind: DraftStepKind,
  position: Id,
  component: z.int().min(1).nullable().describe('Item of the procedure; null: assumed'),
});
export type DraftStep = z.infer<typeof DraftStep>;

export const DraftRequirement = z.strictObject({
  component: z.int().min(1),
  bring: z.enum(['file', 'file-or-letter-number', 'counter', 'none']),
  required: z.boolean(),
  personal: z.boolean(),
});
export type DraftRequirement = z.infer<typeof DraftRequirement>;

/** Questions that can be put together in a form: those whose kind says all that is to be known of them. */
export const DraftQuestion = z.strictObject({
  id: Id,
  label: Text,
  type: z.enum(['text', 'long-text', 'nik', 'phone', 'email', 'date', 'agency']),
  required: z.boolean(),
  use: Use.optional(),
  component: z.int().min(1).optional().describe('Item of the requirements that demands the answer'),
});
export type DraftQuestion = z.infer<typeof DraftQuestion>;

/** A class of requests with a promised time of its own. */
export const DraftClass = z.strictObject({ label: Text, text: z.string().min(1), promise: Promised });
export type DraftClass = z.infer<typeof DraftClass>;

/** A post that the service needs and the government does not have yet. */
export const DraftPosition = z.strictObject({ id: Id, title: Text });
export type DraftPosition = z.infer<typeof DraftPosition>;

/** How a service is to run, as far as a form can say it; everything else follows from the components. */
export const Running = z.strictObject({
  id: Id,
  title: Text,
  summary: Text,
  sameAs: z.array(Id).default([]),
  validFrom: IsoDate,
  kinds: z.array(ApplicantKind).min(1),
  starts: z.enum(['received', 'complete']),
  requirements: z.array(DraftRequirement),
  questions: z.array(DraftQuestion),
  steps: z.array(DraftStep),
  classes: z.array(DraftClass).default([]).describe('Each with its own time; an official chooses'),
  positions: z.array(DraftPosition),
  supervisors: z.array(Id).default([]),
  product: ProductKind,
  follows: Id.nullable()
    .default(null)
    .describe('The service of which this is the next version; null: a new one'),
  keeps: z
    .boolean()
    .default(true)
    .describe('The next version runs as the one before; only the decree is new'),
});
export type Running = z.infer<typeof Running>;

/** The head of the decree. */
export interface DraftDecree {
  readonly number: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly office: string | null;
  readonly title: string | null;
}
