/**
 * What the journal of a service request says. Entries hold ids, codes, figures and salted hashes only: no personal
 * value, no free text (those lie encrypted in erasable tables and are pointed at by a `Ref`).
 */
import type { Basis, Left } from '../../working-time/index.ts';
import type { ApplicantKind, DeliveryKind } from '../../standard/model.ts';

/** Points at an erasable, encrypted value; the salted hash proves what it was as long as it exists. */
export interface Ref {
  readonly value: string;
  readonly hash: string;
}

/** A stored file as the journal knows it. */
export interface FileRef {
  readonly file: string;
  readonly requirement: string;
  readonly hash: string;
}

/** Who did it. An official acts in a position, on the strength of a holding (Plt: post vacant, Plh: holder absent). */
export type JournalActor =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'official';
      readonly official: string;
      readonly position: string;
      readonly as: 'definitive' | 'plt' | 'plh';
    };

export type Channel = 'portal' | 'api' | 'counter' | 'letter';

/** How the office tried to reach the applicant. */
export const contactChannels = ['whatsapp', 'phone', 'email', 'in-person', 'letter'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** What came of it; a try that failed is worth as much in a dispute as one that did not. */
export const contactOutcomes = ['reached', 'message-left', 'no-answer', 'wrong-contact'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

export type Evidence =
  | { readonly type: 'text'; readonly text: Ref }
  | { readonly type: 'file'; readonly file: FileRef }
  | { readonly type: 'secret'; readonly secret: string }
  | ProductEvidence;

/** What was delivered, by the program or recorded by an official: the value says what there is, by the schema of the kind. */
export interface ProductEvidence {
  readonly type: 'product';
  readonly delivery: string;
  readonly kind: DeliveryKind;
  readonly value: Ref;
}

/** On paper with the signed sheet scanned, by the national authority, or by the built-in one for demonstrations. */
export const signingWays = ['by-hand', 'bsre', 'trial'] as const;
export type SigningWay = (typeof signingWays)[number];

/** What a step was made in spite of: ids of its fields, and why. */
export interface Despite {
  readonly findings: readonly string[];
  readonly reason: Ref;
}

export interface StepMade {
  readonly step: string;
  readonly action: string;
  readonly to: string;
  readonly note?: Ref;
  readonly fields?: Ref;
  readonly checklist?: Readonly<Record<string, boolean>>;
  readonly addressees?: readonly string[];
  readonly instructions?: readonly number[];
  readonly evidence?: readonly Evidence[];
  readonly warnings?: readonly string[];
  readonly despite?: Despite;
  /** The class chosen by a classify step, and why. */
  readonly class?: string;
  readonly reason?: Ref;
}

export interface DeadlineSet {
  /** ISO instant in the office's offset; null while the clock stands. */
  readonly due: string | null;
  /** What is left of a stopped clock, in the promise's own unit. */
  readonly left: Left | null;
  readonly provisional: boolean;
  readonly cause:
    'submitted' | 'complete' | 'classified' | 'returned' | 'resubmitted' | 'extended' | 'calendar';
  readonly calendarVersion: number;
  /** What stood before a new calendar was applied (clock.md, rule 9); only with the cause `calendar`. */
  readonly was?: { readonly due: string | null; readonly left: Left | null };
  /** The decrees that calendar rests on, as published with it: public law, nothing of a person. */
  readonly decree?: string | null;
}

/** One product that the program was told to deliver. `name` is its id in the standard's step. */
export interface OrderedDelivery {
  readonly delivery: string;
  readonly name: string;
  readonly kind: DeliveryKind;
  readonly connector: string;
  /** What will be done in full, by the schema of the kind. */
  readonly plan: Ref;
}

/** One product that an official had made by hand. `order` says what it was made from. */
export interface RecordedProduct {
  readonly delivery: string;
  /** Its id in the standard's step. */
  readonly name: string;
  readonly kind: DeliveryKind;
  readonly order: Ref;
  readonly evidence: ProductEvidence;
}

/** Every kind of entry and what it says. */
export interface EntryData {
  submitted: {
    readonly government: string;
    readonly number: string;
    readonly service: string;
    readonly serviceVersion: number;
    readonly calendarVersion: number;
    readonly channel: Channel;
    readonly applicantKind: ApplicantKind;
    readonly receivedAt: string;
    /** Why the entry was made later than the stamp; present when receivedAt is earlier than the entry. */
    readonly lateReason?: Ref;
    readonly answers: Ref;
    readonly files: readonly FileRef[];
    /** Ids of the requirements that apply to these answers and are required. */
    readonly demanded: readonly string[];
    /** What is not delivered with these answers, as "step.delivery"; missing where all of it is. */
    readonly unwanted?: readonly string[];
    readonly representative: boolean;
    /** A protected reporter consents that whoever answers sees who they are. */
    readonly identityShown?: true;
    /** Requirements whose original an official saw on paper, at the counter or with a letter. */
    readonly paper?: readonly string[];
    /** What stood on the incoming letter beyond the answers. */
    readonly letter?: Ref;
    readonly attacks?: string;
  };
  'agenda-numbered': { readonly agency: string; readonly year: number; readonly number: number };
  'step-made': StepMade;
  returned: {
    readonly step: string;
    readonly missing: readonly string[];
    readonly message: Ref;
    readonly allowedBy?: string;
  };
  'return-proposed': { readonly step: string; readonly missing: readonly string[]; readonly message: Ref };
  'return-denied': { readonly step: string; readonly note?: Ref };
  resubmitted: { readonly files: readonly FileRef[]; readonly note?: Ref };
  refused: { readonly step: string; readonly ground: string; readonly reason: Ref; readonly fields?: Ref };
  closed: Record<string, never>;
  withdrawn: { readonly reason?: Ref };
  cancelled: { readonly reason: Ref };
  commented: { readonly audience: 'internal' | 'applicant'; readonly text: Ref };
  contacted: { readonly channel: ContactChannel; readonly outcome: ContactOutcome; readonly text?: Ref };
  'taken-over': Record<string, never>;
  extended: { readonly basis: Basis; readonly days: number; readonly ground: Ref };
  /** The class was chosen again; `from` is the one before. */
  reclassified: {
    readonly step: string;
    readonly class: string;
    readonly from: string;
    readonly reason: Ref;
  };
  'deadline-set': DeadlineSet;
  overdue: { readonly due: string };
  'duty-opened': { readonly duty: string; readonly position: string; readonly due: string };
  'duty-done': { readonly duty: string; readonly note?: Ref };
  'secret-opened': { readonly secret: string };
  /** A new first password is to be made, for one that nobody opened in time; for one that was opened the office says why. */
  'secret-asked': { readonly delivery: string; readonly reason?: Ref };
  /** It is set at the counterpart and lies ready to be opened. */
  'secret-renewed': { readonly delivery: string; readonly secret: string };
  /** The intent, recorded before any counterpart is called. Note and fields become those of the step. */
  'delivery-ordered': {
    readonly step: string;
    readonly deliveries: readonly OrderedDelivery[];
    /** Names of the step's deliveries that the official said will not be made. */
    readonly without?: readonly string[];
    readonly note?: Ref;
    readonly fields?: Ref;
    readonly warnings?: readonly string[];
  };
  /** An official had it made by hand and recorded it at the step: it is there from now on, and is watched like the others. */
  'product-recorded': RecordedProduct & { readonly step: string };
  /** It is proven to be there. */
  'delivery-settled': {
    readonly delivery: string;
    readonly evidence: readonly Evidence[];
    /** Where an official made it by hand: what the step records, with what was ordered. */
    readonly fields?: Ref;
  };
  /** It is not tried again by itself; `code` says why. */
  'delivery-stopped': { readonly delivery: string; readonly code: string };
  'delivery-resumed': { readonly delivery: string };
  /** The order was taken back; it is proven, or an official has said, that nothing was made. */
  'delivery-cancelled': { readonly delivery: string };
  /** Whom it was given to asks to have it withdrawn; the office decides. */
  'withdrawal-asked': { readonly delivery: string; readonly reason: Ref };
  'withdrawal-ordered': { readonly delivery: string; readonly reason: Ref };
  /** It cannot be given back by itself; it is tried on. */
  'withdrawal-stopped': { readonly delivery: string; readonly code: string };
  'withdrawal-resumed': { readonly delivery: string };
  /** The product stays after all. */
  'withdrawal-cancelled': { readonly delivery: string };
  /** `evidence`: where an official gave it back by hand. */
  'product-withdrawn': { readonly delivery: string; readonly evidence?: readonly Evidence[] };
  /** A letter over this request was signed; the file is for the applicant. Its number is that of the office's register. */
  'letter-issued': {
    readonly letter: string;
    readonly template: string;
    readonly number: string;
    readonly way: SigningWay;
    /** The post that signed; whoever recorded it is the entry's actor. */
    readonly post: string;
    readonly file: FileRef;
  };
  /** It counts no more, also one that was numbered and never signed; its number is not drawn again. */
  'letter-voided': { readonly letter: string; readonly number: string; readonly reason?: Ref };
  /** The applicant's consent to be named where everybody checks the letter, given or taken back (UU 27/2022 art. 9, 22). */
  'letter-named': { readonly letter: string; readonly shown: boolean };
  erased: { readonly reason: string };
}

export type EntryKind = keyof EntryData;

/** What `decide` gives: an entry without its place in the chain. */
export type NewEntry = { [K in EntryKind]: { readonly kind: K; readonly data: EntryData[K] } }[EntryKind];

/** An entry in its place. `at` is an ISO instant in UTC. */
export type Entry = NewEntry & {
  readonly position: number;
  readonly at: string;
  readonly actor: JournalActor;
};
