/** Letters as data: what a template may say, what a draft holds, what stands on the sheet in the end. Pure. */
import type { Words } from '../../ground/index.ts';
import { letterKinds } from '../../standard/model.ts';

/** Every paper that a request may need: letters, and sheets that take no number. */
export const templateIds = [...letterKinds, 'disposition', 'receipt'] as const;
export type TemplateId = (typeof templateIds)[number];

/** Facts that a template may name in its sentences as `{slot}`; one that is not known says so. */
export const slots = [
  'request',
  'service',
  'asking',
  'applicant',
  'office',
  'received',
  'decree',
  'product',
  'promise',
  'due',
  'ended',
  'ground',
  'law',
  'reason',
  'message',
  'extension',
  'extensionLaw',
  'step',
  'agenda',
  'letterNumber',
  'letterDate',
  'matter',
] as const;
export type Slot = (typeof slots)[number];

/** Facts that are several things, set one below the other. */
export type ListSlot = 'missing' | 'remedies' | 'brought' | 'assigned' | 'delivered';

/** One part of a template, from the top of the sheet to its end. */
export type Part =
  | { readonly say: Words }
  /** Alone on its line, in the middle. */
  | { readonly heading: Words }
  | { readonly list: ListSlot; readonly above: Words; readonly none: Words }
  | { readonly facts: readonly Slot[] }
  /** Every disposition of the request, each signed by whoever made it. */
  | { readonly dispositions: true }
  /** The paragraph that the official may write anew; this is what is proposed. */
  | { readonly body: Words };

/** `letter` has number, nature and Hal at its head; the others are named in capitals with their number below. */
export type LetterForm = 'letter' | 'order' | 'record' | 'sheet';

export interface Template {
  readonly form: LetterForm;
  /** Takes a number of the register and is signed; the others are printed from what stands in the request. */
  readonly numbered: boolean;
  /** What it is called at the desk, and on the sheet where it is no letter. */
  readonly title: Words;
  /** Hal. */
  readonly subject: Words;
  readonly parts: readonly Part[];
}

/** Nature and urgency of a letter (Permendagri 1/2023). */
export const natures = ['biasa', 'segera', 'amat-segera', 'terbatas', 'rahasia'] as const;
export type Nature = (typeof natures)[number];

/** What an official decides about a letter before it is numbered. */
export interface Draft {
  readonly body: string;
  readonly nature: Nature;
  readonly attachments: number;
  /** Tembusan, one a line. */
  readonly copies: readonly string[];
  /** The post that signs. */
  readonly post: string;
}

export type PrintedPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly above: string; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | {
      readonly kind: 'signed-facts';
      readonly rows: readonly FactRow[];
      readonly placeAndDate: string;
      /** Null: to be written by hand. */
      readonly post: string | null;
      readonly name: string | null;
    };

type FactRow = readonly [label: string, value: string];

/** Post, name, rank and NIP of who signs, line by line as printed. */
export interface SignatureText {
  readonly post: readonly string[];
  readonly name: string | null;
  readonly under: readonly string[];
}

/** All words of one sheet in one language. Plain JSON: it is sealed with the letter when that gets its number. */
export interface LetterText {
  readonly lang: 'id' | 'en';
  readonly form: LetterForm;
  readonly title: string;
  readonly subject: string;
  /** Null on a draft, and on what is not numbered. */
  readonly number: string | null;
  readonly placeAndDate: string;
  readonly nature: string;
  readonly attachments: string;
  readonly addressee: readonly string[];
  readonly parts: readonly PrintedPart[];
  readonly signature: SignatureText;
  /** Who receives, on a record with two signatures. */
  readonly receiver: string | null;
  readonly copies: readonly string[];
}
