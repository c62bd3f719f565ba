import { z } from 'zod';
import { Id, Text } from './basics.ts';

/** Shown only when an earlier choice has one of these values. */
export const Condition = z
  .strictObject({ question: Id, is: z.array(z.string().min(1)).min(1) })
  .describe('Asked only when that (choice) question has one of these values');
export type Condition = z.infer<typeof Condition>;

/**
 * What the program itself does with an answer. Everything else only people read.
 * `subject` is the short description in the officials' queue.
 */
export const Use = z.enum([
  'applicant-kind',
  'applicant-name',
  'applicant-nik',
  'applicant-email',
  'applicant-phone',
  'applicant-agency',
  'subject',
  'letter-number',
  'letter-date',
  'srikandi-number',
  'attacked-request',
  'hide-identity',
  'representative',
]);
export type Use = z.infer<typeof Use>;

const asked = {
  id: Id,
  label: Text,
  hint: Text.optional(),
  required: z.boolean().default(true),
  use: Use.optional().describe('What the program does with the answer'),
  component: z
    .int()
    .min(1)
    .optional()
    .describe('Number of the item of the requirements component that demands this answer'),
  when: Condition.optional(),
  protected: z
    .boolean()
    .default(false)
    .describe('Kept apart as the identity of a protected reporter: every reading is logged'),
};

/** Products whose name an applicant may propose. */
export const ProductName = z.enum(['mailbox', 'dns-name']);
export type ProductName = z.infer<typeof ProductName>;

const ChoiceOption = z.strictObject({ value: Id, label: Text });

/**
 * One question of a form, or one field that a step records. No type is a file: what applicants upload is a requirement,
 * what officials hand over is evidence, and checklist, privacy and reading rest on that.
 */
export const Question = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...asked,
    maxLength: z.int().min(1).max(500).default(200),
    names: ProductName.optional().describe(
      'The answer is the name of such a product, and is checked by the rule for these names (mailbox: the part before the @; dns-name: the name below the domain)',
    ),
  }),
  z.strictObject({
    type: z.literal('long-text'),
    ...asked,
    maxLength: z.int().min(1).max(20_000).default(4_000),
  }),
  z.strictObject({ type: z.literal('nik'), ...asked }).describe('16 digits of the Nomor Induk Kependudukan'),
  z.strictObject({ type: z.literal('phone'), ...asked }),
  z.strictObject({ type: z.literal('email'), ...asked }),
  z.strictObject({
    type: z.literal('date'),
    ...asked,
    from: z.enum(['today', 'any']).default('any').describe('Earliest date: today (of the office) or any'),
    until: z.enum(['today', 'any']).default('any').describe('Latest date'),
  }),
  z
    .strictObject({
      type: z.literal('time-range'),
      ...asked,
      from: z.enum(['today', 'any']).default('today'),
    })
    .describe('A date with a start and an end on the office\'s wall clock: {"date","from","to"}'),
  z.strictObject({
    type: z.literal('number'),
    ...asked,
    unit: z.string().min(1).max(20),
    min: z.number().default(0),
    max: z.number().default(1_000_000_000),
    decimals: z.int().min(0).max(4).default(0),
  }),
  z.strictObject({ type: z.literal('choice'), ...asked, options: z.array(ChoiceOption).min(2) }),
  z
    .strictObject({ type: z.literal('agency'), ...asked })
    .describe('One of the agencies of the government, by its id'),
]);
export type Question = z.infer<typeof Question>;
export type QuestionType = Question['type'];

/** One page of a form. */
export const QuestionGroup = z.strictObject({
  id: Id,
  title: Text,
  intro: Text.optional(),
  questions: z.array(Question).min(1),
});
export type QuestionGroup = z.infer<typeof QuestionGroup>;
