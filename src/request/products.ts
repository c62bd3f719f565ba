/** What the life of a request needs of the room above it that delivers products. Put together in app.ts. */
import type { Words } from '../ground/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Answers, Delivery, DeliveryKind, FulfilStep } from '../standard/index.ts';
import type { BuildContext } from './building.ts';
import type { OrderedDelivery, ProductEvidence, RecordedProduct } from './model/entries.ts';

/** What an official orders at a step, and what it is made from. */
export interface ProductOrder {
  readonly step: FulfilStep;
  /** Ids of the step's deliveries. */
  readonly names: readonly string[];
  readonly fields: Answers;
  readonly answers: Answers;
}

/** What an official had made by hand: one delivery of the step, with all that was filled in. */
export interface HandOrder {
  readonly delivery: Delivery;
  readonly fields: Answers;
  readonly answers: Answers;
}

/** How far one delivery is, for officials: nothing secret, nothing personal. */
export interface DeliveryProgress {
  readonly delivery: string;
  readonly state: string;
  /** Whether it may have been made although nobody knows yet. */
  readonly doubt: boolean;
  /** Whether it needs an official. */
  readonly stuck: boolean;
  readonly attempts: number;
  readonly nextAt: Temporal.Instant | null;
  readonly cause: {
    readonly code: string;
    readonly words: { readonly id: string; readonly en: string };
  } | null;
}

/** A new first password on its way. */
export interface SecretRenewal {
  readonly delivery: string;
  /** When it is tried again; null: when somebody asks again. */
  readonly nextAt: Temporal.Instant | null;
  /** Why it is not set yet. */
  readonly cause: Words | null;
}

/** One line of facts for a person. */
export interface ProductFact {
  readonly label: Words;
  readonly value: string | Words;
  /** Leads to no person, so that overseers may read it too. */
  readonly namesNobody?: true;
}

/** What would be done for one delivery, for the official who confirms it. */
export interface PlannedDelivery {
  readonly name: string;
  readonly kind: DeliveryKind;
  readonly title: Words;
  readonly connector: Words;
  /** Whether a first secret goes with it, for the applicant alone. */
  readonly firstSecret: boolean;
  readonly facts: readonly ProductFact[];
}

/** What was delivered, for the applicant: what it is, how to use it, what happens when it ends. */
export interface DeliveredProduct {
  readonly delivery: string;
  readonly kind: DeliveryKind;
  readonly title: Words;
  readonly facts: readonly ProductFact[];
  readonly use: readonly Words[];
  readonly end: Words;
}

/** Every function works inside the transaction of the act, with the request locked. */
export interface ProductPort {
  /** Which of these kinds this government delivers through the program, not by hand. */
  connected(tx: Tx, government: string, kinds: readonly DeliveryKind[]): Promise<readonly DeliveryKind[]>;
  /** Parts of an order that this kind takes as they are; null where the program does not deliver it. */
  exampleParts(
    tx: Tx,
    government: string,
    kind: DeliveryKind,
  ): Promise<Readonly<Record<string, unknown>> | null>;
  /** What would be done; records nothing. Faults as of `order`. */
  preview(given: BuildContext, order: ProductOrder): Promise<readonly PlannedDelivery[]>;
  /** Plans all of it and records the intent. Faults: what is wrong with the order, by field of the step. */
  order(given: BuildContext, order: ProductOrder): Promise<readonly OrderedDelivery[]>;
  /** Keeps a record of what an official had made by hand. Faults: what is wrong with it, by field of the step. */
  record(given: BuildContext, order: HandOrder): Promise<RecordedProduct>;
  /** Tries again what stopped. `absent`: the official has made sure that nothing was made. */
  resume(given: BuildContext, delivery: string, absent: boolean): Promise<void>;
  /** Takes an order back. Fault `delivery-in-doubt` while it may have been made, unless the official says it was not. */
  cancel(given: BuildContext, delivery: string, absent: boolean): Promise<void>;
  /**
   * An official did it by hand, or found it done; `made`: what they say of it, where the standard keeps a record. Gives the record, null
   * without. Faults: what is wrong with it, by field of the step.
   */
  settledByHand(
    given: BuildContext,
    delivery: string,
    made: HandOrder | null,
  ): Promise<ProductEvidence | null>;
  withdraw(given: BuildContext, delivery: string): Promise<void>;
  /** Tries again to give back what could not be given back. */
  withdrawAgain(given: BuildContext, delivery: string): Promise<void>;
  /** An official gave it back by hand. */
  withdrawnByHand(given: BuildContext, delivery: string): Promise<void>;
  /** The product stays. Fault `withdrawal-in-doubt` while part of it may be gone, unless the official `looked`. */
  keep(given: BuildContext, delivery: string, looked: boolean): Promise<void>;
  /** Records that a delivery is to get a new first password. Fault `secret-not-renewed`. */
  renewSecret(given: BuildContext, delivery: string): Promise<void>;
  /** New first passwords that were asked for and are not set yet. */
  secretRenewals(tx: Tx, government: string, request: string): Promise<readonly SecretRenewal[]>;
  /** Erases whom deliveries were for where connectors keep it themselves, beside the database. Again is harmless. */
  forget(government: string, deliveries: readonly string[]): Promise<void>;
  progress(tx: Tx, government: string, request: string): Promise<readonly DeliveryProgress[]>;
  titleOf(kind: DeliveryKind): Words;
  /** Evidence of a kind in words; null for evidence of a kind that the program no longer knows. */
  describe(delivery: string, kind: DeliveryKind, evidence: unknown): DeliveredProduct | null;
}
