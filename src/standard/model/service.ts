import { z } from 'zod';
import { ApplicantKind, Id, IsoDate, Promised, Text } from './basics.ts';
import { Components } from './components.ts';
import { Signers } from './letters.ts';
import { Condition, QuestionGroup } from './questions.ts';
import { Step } from './steps.ts';

/** Something that must be brought: an upload in the form, a line in the verifier's checklist. */
export const Requirement = z.strictObject({
  id: Id,
  label: Text,
  hint: Text.optional(),
  component: z.int().min(1).describe('Number of the item of the requirements component it rests on'),
  bring: z
    .enum(['file', 'file-or-letter-number', 'counter', 'none'])
    .describe(
      '"counter": a thing or an original, brought or shown at the counter, never uploaded; "none": checked by the officer but nothing is uploaded (e.g. eligibility, or an answer of the form); "file-or-letter-number": no file where the answer with use: srikandi-number says where the letter is',
    ),
  required: z.boolean().default(true),
  when: Condition.optional(),
  personal: z.boolean().default(false).describe('A KTP or the like: privacy notice, restricted reading'),
  check: Text.optional().describe('What the verifier looks at, e.g. wet signature and stamp'),
});
export type Requirement = z.infer<typeof Requirement>;

/** Whether it is sent as a file; what is only brought to the counter, or looked at, is not. */
export const isUploaded = ({ bring }: Pick<Requirement, 'bring'>): boolean =>
  bring === 'file' || bring === 'file-or-letter-number';

const Clock = z.strictObject({
  starts: z.enum(['received', 'complete']).default('received').describe('The event that starts the clock'),
  lawful: z
    .strictObject({
      promise: Promised,
      extension: z.strictObject({ days: z.int().min(1), law: z.string().min(1) }).optional(),
      law: z.string().min(1).describe('The article that overrides the printed time'),
    })
    .optional()
    .describe(
      'The clock that runs where the law differs from the printed text; the text is shown as printed',
    ),
});

const Fee = z.discriminatedUnion('free', [
  z.strictObject({ free: z.literal(true) }),
  z.strictObject({
    free: z.literal(false),
    amounts: z
      .array(z.strictObject({ idr: z.int().min(1), times: z.int().min(1).default(1), for: Text }))
      .min(1)
      .describe('Integer rupiah each, times how often'),
    byCase: z
      .boolean()
      .optional()
      .describe('One of the amounts is charged, by what is asked for; absent: all of them together'),
    tariffBasis: z
      .string()
      .min(1)
      .optional()
      .describe('The regulation that sets the tariff; absent: a finding'),
  }),
]);

/** What opens for the direct superior when the promise is broken. Never an automatic sanction. */
const Duty = z.strictObject({
  id: Id,
  title: Text,
  kind: z.enum(['apology', 'sanction-ladder', 'code-of-ethics', 'pledge']),
  within: Promised,
});
export type Duty = z.infer<typeof Duty>;

export const ProductKind = z.enum([
  'mailbox',
  'certificate',
  'work-order',
  'bandwidth',
  'project',
  'server',
  'incident',
  'finding',
  'room',
  'information',
  'objection-decision',
  'answer',
  'letter',
  'broadcast',
  'hosting',
]);

const Assumption = z.strictObject({
  at: z.string().min(1).describe('What it is about, e.g. "steps.disposisi.positions"'),
  text: Text.describe('What the decree does not say and was assumed'),
});

const Finding = z.strictObject({
  component: z.string().min(1),
  text: Text.describe('Where the decree contradicts itself or the law; shown, never rewritten'),
});

/** Answers and files that a test, the demo and the API description use. */
const Example = z.strictObject({
  answers: z.record(z.string(), z.unknown()),
  files: z.array(
    z.strictObject({ requirement: Id, fileName: z.string().min(1), contentType: z.string().min(1) }),
  ),
});

/** A service standard: the decree's 14 components, and how they run. */
export const Service = z
  .strictObject({
    id: Id,
    title: Text,
    summary: Text.describe('One or two plain sentences for the catalogue'),
    keywords: z.array(z.string().min(1)).default([]).describe('Other words people search with'),
    sameAs: z
      .array(Id)
      .default([])
      .describe(
        'What this service is called among governments, e.g. "email": those of one name are compared',
      ),
    office: Id.describe('The agency that provides the service'),
    division: z.string().min(1).optional().describe('The division within the office, as it is called'),
    decree: z.strictObject({
      number: z.string().min(1).nullable().describe('null where the source shows none'),
      date: IsoDate.nullable(),
      title: z.string().min(1),
    }),
    validFrom: IsoDate,
    components: Components,
    eligibility: z.strictObject({ kinds: z.array(ApplicantKind).min(1), note: Text.optional() }),
    promise: Promised.describe('The printed time, read; must agree with components.time.text'),
    clock: Clock.default({ starts: 'received' }),
    fee: Fee,
    atCounter: z.boolean().default(false).describe('Served at a counter only; no request from the portal'),
    form: z.array(QuestionGroup).min(1).describe('The form, one group a page'),
    requirements: z.array(Requirement).default([]),
    steps: z.array(Step).min(1),
    product: z.strictObject({ kind: ProductKind, text: Text }),
    remedies: z.array(Text).min(1).describe('What a refused applicant may do; printed on every refusal'),
    duties: z.array(Duty).default([]),
    silence: z
      .enum(['none', 'potential-approval'])
      .default('none')
      .describe('UU 30/2014 art. 53; only ever a flag'),
    survey: z.strictObject({ every: z.enum(['year', 'half-year', 'as-needed', 'not-stated']) }),
    signers: Signers.optional(),
    supervisors: z
      .array(Id)
      .default([])
      .describe('Positions that see every request of this service, read-only'),
    evaluators: z.array(Id).default([]).describe('Positions of outside evaluators, read-only'),
    identityProtected: z
      .boolean()
      .default(false)
      .describe("The reporter's identity is hidden from the answering agency"),
    answersRequestOf: Id.optional().describe(
      'The service whose requests this one attacks (information objection)',
    ),
    assumptions: z.array(Assumption).default([]),
    findings: z.array(Finding).default([]),
    example: Example,
  })
  .describe('One service of a government: its Standar Pelayanan as a program');
export type Service = z.infer<typeof Service>;
