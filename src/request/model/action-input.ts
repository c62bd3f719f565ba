/** What an official sends with each action: one schema for pages, API and its description. */
import { z } from 'zod';
import { contactChannels, contactOutcomes } from './entries.ts';

const Words = z.string().trim().min(1).max(8_000);
const Note = Words.optional().describe('Internal note, kept encrypted, seen by officials of this request');

/** Evidence as it is sent; a file travels base64-encoded in JSON, or as an upload in a form. */
export const EvidenceInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: Words }),
  z.strictObject({
    type: z.literal('secret'),
    secret: Words.describe('Shown to the applicant once, then destroyed'),
  }),
  z.strictObject({
    type: z.literal('file'),
    fileName: z.string().min(1).max(255),
    content: z.base64().max(14_000_000).describe('PDF, JPEG or PNG, base64'),
  }),
]);
export type EvidenceInput = z.infer<typeof EvidenceInput>;

const stepInput = {
  note: Note,
  fields: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("What the step records; see the step's fields"),
};

/** Of every action that goes on from a step. */
const onward = {
  ...stepInput,
  despite: Words.optional().describe(
    'Why it goes on although a finding among the fields speaks against it, kept encrypted; asked only then',
  ),
};

const Class = z.string().max(60).describe('Id of a class of the standard; its promise then runs');
const ClassReason = Words.describe('Why this class, for the applicant');

const Delivery = z.string().max(60).describe('Id of a delivery that was ordered');
const Absent = z
  .boolean()
  .default(false)
  .describe('You have made sure that nothing was made; asked where the counterpart cannot say');

const shapes = {
  complete: z.strictObject({ ...onward, checklist: z.record(z.string(), z.boolean()).optional() }),
  classify: z.strictObject({
    class: Class,
    reason: ClassReason,
    fields: onward.fields,
    despite: onward.despite,
  }),
  reclassify: z.strictObject({ class: Class, reason: ClassReason }),
  dispose: z.strictObject({
    ...onward,
    addressees: z.array(z.string()).min(1).max(50).describe('Positions it is handed on to'),
    instructions: z
      .array(z.int().min(0).max(99))
      .max(20)
      .optional()
      .describe('Numbers of standard instructions'),
  }),
  fulfil: z.strictObject({
    ...onward,
    evidence: z
      .array(EvidenceInput)
      .max(10)
      .describe('At least one, unless the fields of the step are the record of the product'),
  }),
  deliver: z.strictObject({
    ...stepInput,
    deliveries: z
      .array(z.string().max(60))
      .min(1)
      .max(20)
      .describe("Ids of the step's deliveries that the program makes now"),
    without: z
      .array(z.string().max(60))
      .max(20)
      .optional()
      .describe(
        "Ids of the step's deliveries that will not be made; while any other is left the step stays open",
      ),
  }),
  'settle-delivery': z.strictObject({
    delivery: Delivery,
    fields: stepInput.fields,
    evidence: z
      .array(EvidenceInput)
      .max(10)
      .describe('What shows that it was done by hand; at least one, unless the fields are the record of it'),
  }),
  'resume-delivery': z.strictObject({ delivery: Delivery, absent: Absent }),
  'cancel-delivery': z.strictObject({ delivery: Delivery, absent: Absent }),
  'withdraw-product': z.strictObject({
    deliveries: z
      .array(Delivery)
      .min(1)
      .max(20)
      .describe('Those that are given back or revoked for this reason, each by an order of its own'),
    reason: Words.describe('Why it is given back or revoked, for the applicant'),
  }),
  'resume-withdrawal': z.strictObject({ delivery: Delivery }),
  'settle-withdrawal': z.strictObject({
    delivery: Delivery,
    evidence: z.array(EvidenceInput).min(1).max(10).describe('What shows that it was given back by hand'),
  }),
  'cancel-withdrawal': z.strictObject({
    delivery: Delivery,
    looked: z
      .boolean()
      .default(false)
      .describe('You have made sure that the product is still whole; asked where part of it may be gone'),
  }),
  'renew-secret': z.strictObject({
    delivery: Delivery,
    reason: Words.optional().describe(
      'Why one that was opened is made anew, for the applicant; not asked where it ran out unopened',
    ),
  }),
  forward: z.strictObject(onward),
  return: z.strictObject({
    missing: z
      .array(z.string())
      .min(1)
      .max(100)
      .describe('Ids of everything that is missing, all at once; "other" for the rest'),
    message: Words.describe('What the applicant reads'),
  }),
  refuse: z.strictObject({
    ground: z.string().describe('Id of a ground of the step'),
    reason: Words.describe('The reason in words, for the applicant'),
    fields: stepInput.fields,
  }),
  comment: z.strictObject({ audience: z.enum(['internal', 'applicant']), text: Words }),
  contact: z.strictObject({
    channel: z.enum(contactChannels).describe('How the applicant was contacted'),
    outcome: z.enum(contactOutcomes).describe('What came of it; failed tries are recorded too'),
    text: Words.optional().describe('What was said, kept encrypted, seen by officials of this request'),
  }),
  'take-over': z.strictObject({}),
  extend: z.strictObject({ ground: Words.describe('The written reason, as the law demands') }),
  cancel: z.strictObject({ reason: Words }),
  'allow-return': z.strictObject({}),
  'deny-return': z.strictObject({ note: Note }),
  'finish-duty': z.strictObject({ duty: z.string(), note: Note }),
} as const;

type Shapes = typeof shapes;
export type ActionInput = { [K in keyof Shapes]: z.infer<Shapes[K]> };

const forwardActions: Readonly<Record<string, 'complete' | 'classify' | 'dispose' | 'fulfil' | 'forward'>> = {
  complete: 'complete',
  classify: 'classify',
  dispose: 'dispose',
  fulfil: 'fulfil',
  pass: 'forward',
  fail: 'forward',
  approve: 'forward',
  sign: 'forward',
  'hand-over': 'forward',
};

/** The name of the shape an action's input has; null for an action nobody knows. */
export function shapeOf(action: string): keyof Shapes | null {
  // Own members only: "constructor" is sent by whoever looks for what every object has.
  if (Object.hasOwn(forwardActions, action)) return forwardActions[action] ?? null;
  return Object.hasOwn(shapes, action) && action !== 'forward' ? (action as keyof Shapes) : null;
}

/** Every shape that there is. */
export const actionShapes: readonly string[] = Object.keys(shapes);

export const actionSchema = (shape: keyof Shapes): Shapes[keyof Shapes] => shapes[shape];
