/** What may be asked of a request. Texts and files have been stored before and are pointed at. */
import type {
  ContactChannel,
  ContactOutcome,
  Despite,
  Evidence,
  ProductEvidence,
  FileRef,
  OrderedDelivery,
  RecordedProduct,
  Ref,
  SigningWay,
} from './entries.ts';

export interface StepCommand {
  readonly type: 'step';
  /** A forward outcome of the current step: complete, classify, dispose, pass, fail, approve, fulfil, sign, hand-over. */
  readonly action: string;
  readonly note?: Ref;
  readonly fields?: Ref;
  readonly despite?: Despite;
  readonly checklist?: Readonly<Record<string, boolean>>;
  readonly addressees?: readonly string[];
  readonly instructions?: readonly number[];
  readonly evidence?: readonly Evidence[];
  /** Of a fulfil step: what an official had made by hand and the program keeps a record of. */
  readonly recorded?: readonly RecordedProduct[];
  /** Of a classify step. */
  readonly class?: string;
  readonly reason?: Ref;
}

export type Command =
  | StepCommand
  | { readonly type: 'return'; readonly missing: readonly string[]; readonly message: Ref }
  | { readonly type: 'allow-return' }
  | { readonly type: 'deny-return'; readonly note?: Ref }
  | { readonly type: 'refuse'; readonly ground: string; readonly reason: Ref; readonly fields?: Ref }
  | { readonly type: 'resubmit'; readonly files: readonly FileRef[]; readonly note?: Ref }
  | { readonly type: 'withdraw'; readonly reason?: Ref }
  | { readonly type: 'cancel'; readonly reason: Ref }
  | { readonly type: 'comment'; readonly audience: 'internal' | 'applicant'; readonly text: Ref }
  | {
      readonly type: 'contact';
      readonly channel: ContactChannel;
      readonly outcome: ContactOutcome;
      readonly text?: Ref;
    }
  | { readonly type: 'take-over' }
  | { readonly type: 'extend'; readonly ground: Ref }
  | { readonly type: 'reclassify'; readonly class: string; readonly reason: Ref }
  | { readonly type: 'mark-overdue' }
  | { readonly type: 'finish-duty'; readonly duty: string; readonly note?: Ref }
  | { readonly type: 'open-secret'; readonly secret: string }
  | { readonly type: 'renew-secret'; readonly delivery: string; readonly reason?: Ref }
  | { readonly type: 'secret-renewed'; readonly delivery: string; readonly secret: string }
  | {
      readonly type: 'order';
      readonly deliveries: readonly OrderedDelivery[];
      /** Names of the step's deliveries that will not be made. */
      readonly without?: readonly string[];
      readonly note?: Ref;
      readonly fields?: Ref;
    }
  | {
      readonly type: 'settle';
      readonly delivery: string;
      readonly evidence: readonly Evidence[];
      /** Of an official, who made it by hand: what was made, and the fields of the step that say so. */
      readonly record?: ProductEvidence;
      readonly fields?: Ref;
    }
  | { readonly type: 'stop-delivery'; readonly delivery: string; readonly code: string }
  | { readonly type: 'resume-delivery'; readonly delivery: string }
  | { readonly type: 'cancel-delivery'; readonly delivery: string }
  | { readonly type: 'withdraw-product'; readonly deliveries: readonly string[]; readonly reason: Ref }
  | { readonly type: 'ask-withdrawal'; readonly delivery: string; readonly reason: Ref }
  | { readonly type: 'stop-withdrawal'; readonly delivery: string; readonly code: string }
  | { readonly type: 'resume-withdrawal'; readonly delivery: string }
  | { readonly type: 'cancel-withdrawal'; readonly delivery: string }
  | {
      readonly type: 'product-withdrawn';
      readonly delivery: string;
      /** Of an official, who gave it back by hand. */
      readonly evidence?: readonly Evidence[];
    }
  | {
      readonly type: 'issue-letter';
      readonly letter: string;
      readonly template: string;
      readonly number: string;
      readonly way: SigningWay;
      readonly post: string;
      readonly file: FileRef;
    }
  | {
      readonly type: 'void-letter';
      readonly letter: string;
      readonly number: string;
      /** Not after the personal data were erased. */
      readonly reason?: Ref;
    }
  | { readonly type: 'name-on-letter'; readonly letter: string; readonly shown: boolean }
  /** A new calendar is applied; `decree` is what it rests on, null while that is not known. */
  | { readonly type: 'recompute'; readonly decree: string | null };

export type CommandType = Command['type'];
