import { z } from 'zod';
import { Id } from './basics.ts';
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
  },
};

/** Something that a `fulfil` step can have delivered by the program. */
export const Delivery = z
  .strictObject({
    id: Id,
    kind: DeliveryKind,
    order: z
      .record(z.string(), z.string().regex(/^(fields|answers)\.[a-z0-9-]+$/))
      .describe(
        'What it is ordered with: a field of this step ("fields.…") or an answer of the form ("answers.…")',
      ),
  })
  .describe(
    'A product that the program delivers when the official orders it; by hand with evidence otherwise',
  );
export type Delivery = z.infer<typeof Delivery>;
