/** What a submission is made from, and what it gives. */
import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '../../platform/index.ts';
import type { Lang } from '../../working-time/index.ts';
import type { RequestDeps } from '../deps.ts';
import type { Channel, JournalActor } from '../model/entries.ts';
import type { LetterFacts } from '../submission.ts';
import type { UploadedFile } from '../uploads.ts';

/** A submission about to be made: its id and key exist before, because its files are sealed under them. */
export interface Submission {
  readonly request: string;
  readonly dataKey: Buffer;
}

export interface SubmitInput {
  readonly submission: Submission;
  readonly government: string;
  readonly service: string;
  /** Raw answers as posted. */
  readonly answers: unknown;
  readonly mode: 'form' | 'api';
  readonly files: readonly UploadedFile[];
  readonly channel: Channel;
  readonly lang: Lang;
  /** A repetition with the same key and content gives the first answer again. */
  readonly idempotencyKey: string | null;
  /** The stamp, when it is earlier than now; then with a reason. */
  readonly receivedAt?: Temporal.Instant;
  readonly lateReason?: string;
  readonly representative?: boolean;
  /** Taken in by an official, at the counter or from a letter; without it the applicant did it. */
  readonly intake?: Intake;
  /** The request that this one attacks (information objection), by its id, or null; found by its number where left out. */
  readonly attacks?: string | null;
  /** Asked once, when all of it is right; what it throws refuses the request, unless it repeats one that was taken in. */
  readonly admit?: () => Promise<void>;
  /** Written in the same transaction, before the request's own rows; not called for a repetition. */
  readonly alongside?: (tx: Tx, receipt: Receipt) => Promise<void>;
}

/** What the official who takes a request in adds to it. */
export interface Intake {
  /** As the journal names them. */
  readonly by: JournalActor & { readonly kind: 'official' };
  /** Requirements whose original was shown on paper. */
  readonly paper: readonly string[];
  /** What stands on the letter beyond the answers. */
  readonly letter: LetterFacts;
}

/** By what the applicant finds the request again. */
export interface Receipt {
  readonly number: string;
  readonly trackingKey: string;
}

export interface Submitted extends Receipt {
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly derivation: readonly string[];
  /** False when the answer repeats an earlier submission. */
  readonly fresh: boolean;
}

export function beginSubmission(deps: RequestDeps): Submission {
  return { request: randomUUIDv7(), dataKey: deps.keys.newDataKey() };
}
