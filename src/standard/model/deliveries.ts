import { z } from 'zod';
import { Id } from './basics.ts';
import { Condition } from './questions.ts';
import type { QuestionType } from './questions.ts';

/** What the program can deliver by itself; each has a folder in the room of products. */
export const DeliveryKind = z.enum(['mailbox', 'dns-name', 'hosting', 'certificate']);
export type DeliveryKind = z.infer<typeof DeliveryKind>;

interface OrderPart {
  readonly types: readonly QuestionType[];
  readonly required: boolean;
}

const text = (required: boolean): OrderPart => ({ types: ['text', 'email', 'choice'], required });

/** What each kind is ordered with, and which types of question can say it. The kinds' own schemas read the values. */
export const orderParts: { readonly [K in DeliveryKind]: Readonly<Record<string, OrderPart>> } = {
  mailbox: {
    address: text(true),
    quota: { types: ['number'], required: false },
    owner: text(false),
  },
  'dns-name': { label: text(true), type: text(false), target: text(false) },
  hosting: { account: text(true), domain: text(false), quota: { types: ['number'], required: false } },
  certificate: {
    holder: text(true),
    nik: { types: ['nik'], required: true },
    email: text(false),
    position: text(false),
    purpose: { types: ['choice'], required: false },
  },
};

/**
 * A part of what an official records who had it made by hand; `example`: one that the kind takes, on a day; `leadsToPerson`: for
 * those alone who handle the request.
 */
interface RecordPart extends OrderPart {
  readonly leadsToPerson?: true;
  readonly example?: (today: Temporal.PlainDate) => string;
}

/** What is looked at before anybody is registered; whether it was, is for the kind to judge by the answer. */
const looked: RecordPart = { types: ['choice'], required: true };

/**
 * What each kind keeps of a product that an official had made by hand, beside words and files: what says until when it is valid,
 * and that what must be checked was checked. Kinds without it keep words and files only.
 */
export const recordParts: { readonly [K in DeliveryKind]?: Readonly<Record<string, RecordPart>> } = {
  certificate: {
    eligible: looked,
    identityCard: looked,
    recommendation: looked,
    nikEnds: { ...text(true), leadsToPerson: true, example: () => '0001' },
    // It stands beside its owner's name in every file they sign.
    serial: { ...text(true), leadsToPerson: true, example: () => '5A3F0011AABB' },
    validFrom: { types: ['date'], required: true, example: (today) => today.toString() },
    validUntil: {
      types: ['date'],
      required: true,
      example: (today) => today.add({ years: 2 }).toString(),
    },
    guidanceOn: { types: ['date'], required: false },
    guidanceBy: text(false),
  },
};

/** Something that a `fulfil` step can have delivered by the program. */
export const Delivery = z
  .strictObject({
    id: Id,
    kind: DeliveryKind,
    when: Condition.optional().describe(
      'Delivered only where that (choice) question of the form has one of these values',
    ),
    order: z
      .record(z.string(), z.string().regex(/^(fields|answers)\.[a-z0-9-]+$/))
      .describe(
        'What it is ordered with: a field of this step ("fields.…") or an answer of the form ("answers.…")',
      ),
    record: z
      .record(z.string(), z.string().regex(/^fields\.[a-z0-9-]+$/))
      .optional()
      .describe(
        'Which fields of this step say what was made, where an official had it made by hand: they become the record of the product',
      ),
  })
  .describe(
    'A product that the program delivers when the official orders it; by hand with evidence otherwise',
  );
export type Delivery = z.infer<typeof Delivery>;

/** How a delivery is called among those of all steps: ids are its step's own. */
export const deliveryPath = (step: string, delivery: string): string => `${step}.${delivery}`;
