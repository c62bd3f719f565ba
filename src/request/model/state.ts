import type { Extension, Left, Pause } from '../../working-time/index.ts';
import type { ApplicantKind, DeliveryKind } from '../../standard/model.ts';
import type { Channel, Evidence, Ref } from './entries.ts';

export type Status = 'in-progress' | 'returned' | 'closed' | 'refused' | 'withdrawn' | 'cancelled';

/** Statuses in which nothing can happen any more. */
export const ended: readonly Status[] = ['closed', 'refused', 'withdrawn', 'cancelled'];
export const isEnded = (status: Status): boolean => ended.includes(status);

/** A product that the program was told to deliver, from the order to its giving back. */
export interface DeliveryState {
  readonly delivery: string;
  readonly name: string;
  readonly kind: DeliveryKind;
  readonly step: string;
  readonly status: 'ordered' | 'stopped' | 'delivered' | 'cancelled' | 'withdrawing' | 'withdrawn';
  readonly evidence: readonly Evidence[];
  /** Its withdrawal does not succeed by itself. */
  readonly stuck?: true;
  /** Its owner asked to have it withdrawn, and nothing was done about that yet. */
  readonly asked?: true;
  /** Names of the step's deliveries that are left out, by the word of the order it came with. */
  readonly without?: readonly string[];
  /** Of the order it came with: they become the step's own when all of it is delivered. */
  readonly note?: Ref;
  readonly fields?: Ref;
  readonly warnings?: readonly string[];
}

/** A letter over the request, from its signature; one that is void before it was signed begins as void. */
export interface LetterState {
  readonly letter: string;
  readonly number: string;
  readonly status: 'issued' | 'void';
  /** Whether everybody who checks it is told the applicant's name; missing where they were never asked. */
  readonly named?: boolean;
}

/** The fold of a request's journal. Plain JSON, so that the row can keep it beside the journal and be compared to it. */
export interface RequestState {
  readonly version: number;
  /** When its last entry was recorded. Missing in rows of earlier programs. */
  readonly lastAt?: string;
  readonly government: string;
  readonly number: string;
  readonly service: string;
  readonly serviceVersion: number;
  readonly calendarVersion: number;
  readonly channel: Channel;
  readonly applicantKind: ApplicantKind;
  /** Whoever answers may see who a protected reporter is; missing where nobody consented. */
  readonly identityShown?: true;
  /** Requirements that apply to this request and are required. */
  readonly demanded: readonly string[];
  /** What the standard can deliver and this applicant did not ask for, as "step.delivery"; missing where all is asked for. */
  readonly unwanted?: readonly string[];
  readonly status: Status;
  /** The step it waits at; null once ended. */
  readonly step: string | null;
  /** Since when it waits there (ISO instant). */
  readonly stepSince: string;
  /** When the step was reached; a return to the applicant and back begins no step anew. Missing in rows of earlier programs. */
  readonly stepBegan?: string;
  /** Positions chosen by each dispose step. */
  readonly addressees: Readonly<Record<string, readonly string[]>>;
  readonly receivedAt: string;
  readonly recordedAt: string;
  /** When the file was first found complete; starts the clock where the standard says so. */
  readonly completeAt: string | null;
  /** The class that was chosen, whose promise runs; null before. Missing in rows of earlier programs. */
  readonly class?: string | null;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly due: string | null;
  readonly left: Left | null;
  readonly provisional: boolean;
  readonly returns: number;
  readonly missing: readonly string[];
  readonly proposedReturn: {
    readonly step: string;
    readonly missing: readonly string[];
    readonly message: Ref;
    readonly position: string;
  } | null;
  readonly takenBy: string | null;
  readonly agenda: { readonly agency: string; readonly year: number; readonly number: number } | null;
  readonly delivered: boolean;
  /** Missing where nothing was ever ordered. */
  readonly deliveries?: readonly DeliveryState[];
  /** Letters that were issued or voided; missing where there were none. */
  readonly letters?: readonly LetterState[];
  readonly overdue: boolean;
  readonly openDuties: readonly string[];
  /** The post each duty was opened for, also of those done since. */
  readonly dutyPosts: Readonly<Record<string, string>>;
  readonly endedAt: string | null;
  readonly erased: boolean;
  readonly attacks: string | null;
}
