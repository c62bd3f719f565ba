import { z } from 'zod';
import { Id, Promised, Text } from './basics.ts';
import { Delivery } from './deliveries.ts';
import { Question } from './questions.ts';

/** Where a step leads: the next step, or the end. */
const Target = Id.describe('The next step\'s id, or "closed"');

const Forward = z.strictObject({ to: Target, label: Text.optional() });
const Back = z
  .strictObject({ label: Text.optional() })
  .describe('To the applicant; the file comes back to this same step');
const Refusal = z
  .strictObject({ label: Text.optional() })
  .describe('The request is refused, with a ground and the remedies');

const Competence = z
  .strictObject({
    codes: z.array(Id).min(1).describe('Competences or assignments that the official must hold on that day'),
    hard: z.boolean().describe('true: without them the step is refused; false: only a warning'),
  })
  .describe('Who may be assigned, from the competence component');

/** Words with at least one answer of the form in them; the same shape as `beginningOf` reads. */
const Beginning = z
  .string()
  .regex(/^[^{}]*(\{answers\.[a-z0-9-]+\}[^{}]*)+$/)
  .describe('Words with answers of the form in them: "{answers.usulan-alamat}@klungkungkab.go.id"');

const base = {
  id: Id,
  title: Text,
  positions: z
    .array(Id)
    .min(1)
    .optional()
    .describe('Any one of these positions may make the step; absent when assignedBy is given'),
  assignedBy: Id.optional().describe('The dispose step whose addressees make this step'),
  component: z
    .int()
    .min(1)
    .optional()
    .describe('Number of the item of the procedure component this step carries out'),
  within: Promised.optional().describe('Time for this step alone, where the standard gives one'),
  competence: Competence.optional(),
  fields: z.array(Question).default([]).describe('What the official records when making the step'),
  begins: z
    .record(Id, Beginning)
    .optional()
    .describe(
      'What stands in a field of this step (text or email) before the official changes it, by the id of the field',
    ),
  waitingWords: Text.optional().describe('What the applicant reads while the request waits here'),
};

const ChecklistItem = z.strictObject({ id: Id, text: Text });

/** Grounds on which a step may refuse, each with the law it rests on where there is one. */
export const Ground = z.strictObject({ id: Id, text: Text, law: z.string().min(1).optional() });
export type Ground = z.infer<typeof Ground>;
const grounds = { grounds: z.array(Ground).default([]).describe('Grounds of refusal open at this step') };

/** What a request may be classified as, and the time that is promised for it (PermenPANRB 62/2018 for complaints). */
export const PromiseClass = z.strictObject({
  id: Id,
  label: Text,
  hint: Text.optional().describe('What belongs here, for the official who chooses'),
  text: z.string().min(1).describe('The promised time of this class as printed'),
  promise: Promised.describe('The printed time, read; must agree with the text'),
});
export type PromiseClass = z.infer<typeof PromiseClass>;

/** One move of the procedure and the positions that make it. */
export const Step = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('check'),
    ...base,
    ...grounds,
    checklist: z.array(ChecklistItem).default([]).describe('To be checked beside the requirements'),
    outcomes: z.strictObject({ complete: Forward, return: Back, refuse: Refusal.optional() }),
  }),
  z.strictObject({
    kind: z.literal('classify'),
    ...base,
    ...grounds,
    classes: z
      .array(PromiseClass)
      .min(2)
      .describe(
        "One is chosen; its promise then runs in place of the service's own, counted from the same start",
      ),
    outcomes: z.strictObject({ classify: Forward, return: Back.optional(), refuse: Refusal.optional() }),
  }),
  z.strictObject({
    kind: z.literal('dispose'),
    ...base,
    ...grounds,
    addressees: z
      .union([z.array(Id).min(1), z.literal('agencies')])
      .describe('Positions it may go to, or "agencies": the contact position of any agency'),
    several: z.boolean().default(false).describe('More than one addressee at once is allowed'),
    outcomes: z.strictObject({ dispose: Forward, return: Back.optional(), refuse: Refusal.optional() }),
  }),
  z.strictObject({
    kind: z.literal('assess'),
    ...base,
    ...grounds,
    outcomes: z.strictObject({
      pass: Forward,
      fail: Forward.optional().describe('A negative finding that goes on to another step'),
      return: Back.optional(),
      refuse: Refusal.optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('decide'),
    ...base,
    ...grounds,
    outcomes: z.strictObject({ approve: Forward, refuse: Refusal, return: Back.optional() }),
  }),
  z.strictObject({
    kind: z.literal('fulfil'),
    ...base,
    ...grounds,
    evidence: z
      .array(z.enum(['text', 'file', 'secret']))
      .min(1)
      .describe(
        'Kinds of evidence of which at least one must be given; "secret" is shown to the applicant once',
      ),
    deliveries: z.array(Delivery).default([]).describe('What the program can deliver at this step by itself'),
    outcomes: z.strictObject({ fulfil: Forward, return: Back.optional(), refuse: Refusal.optional() }),
  }),
  z.strictObject({
    kind: z.literal('sign'),
    ...base,
    ...grounds,
    outcomes: z.strictObject({ sign: Forward, refuse: Refusal.optional() }),
  }),
  z.strictObject({
    kind: z.literal('hand-over'),
    ...base,
    ...grounds,
    outcomes: z.strictObject({ 'hand-over': Forward }),
  }),
]);
export type Step = z.infer<typeof Step>;
export type FulfilStep = Step & { readonly kind: 'fulfil' };

/** The end of every procedure, as a target of an outcome. */
export const CLOSED = 'closed';

/** The step of a procedure at which its class is chosen; most have none. */
export const classifyStep = (steps: readonly Step[]): (Step & { readonly kind: 'classify' }) | undefined =>
  steps.find((step) => step.kind === 'classify');

/** The posts that somebody must hold for these steps to be made: those named, and those that a disposition may go to. */
export const postsOfSteps = (steps: readonly Step[]): readonly Id[] => [
  ...new Set(
    steps.flatMap((step) => [
      ...(step.positions ?? []),
      ...(step.kind === 'dispose' && step.addressees !== 'agencies' ? step.addressees : []),
    ]),
  ),
];
