/**
 * The contract of products: what a kind of product must be able to say and do, so that the one machine that delivers
 * (`machine.ts`, `runner.ts`) can promise that nothing is delivered twice and nothing is lost. A kind lives in a folder of
 * its own; what speaks to one sort of server is a connector of that kind. test/conformance holds every connector to this.
 */
import type { z } from 'zod';
import type { Result, Words } from '../ground/index.ts';

/** A line of facts for a person: what will be done, or what was delivered. Values are data, not prose. */
export interface Fact {
  readonly label: Words;
  readonly value: string | Words;
  /** Leads to no person: overseers read it too (UU 27/2022 art. 16(2)). Unsaid it is for those who handle the request. */
  readonly namesNobody?: true;
}

/** What names one delivery everywhere, also at the counterpart: the same for every attempt. */
export interface DeliveryKey {
  /** UUID; goes wherever the counterpart can keep a mark of ours. */
  readonly delivery: string;
  readonly government: string;
  /** Number of the service request, for the counterpart's own records. */
  readonly request: string;
}

/** What a plan is made from. */
export interface PlanInput<Order, Settings> {
  readonly order: Order;
  /** Kind-wide settings of the government (its mail domain, its zone). */
  readonly settings: Settings;
  /** The office's date. */
  readonly today: Temporal.PlainDate;
  /**
   * What the standard keeps of it (the parts of `recordParts`, unread), as far as it is filled in already: what a counterpart does not
   * tell comes from there. Absent where the standard keeps nothing.
   */
  readonly record?: Readonly<Record<string, unknown>>;
}

/**
 * A kind of product. `Order` is what the standard's step hands over (the fields of the step and answers of the form, by the
 * names of `inputs`), `Settings` what a government says once, `Plan` what will be done in full, `Evidence` what shows that it
 * was. All four are schema-checked JSON; Plan and Evidence are kept sealed and pinned to the request. None holds a secret.
 */
export interface ProductKind<Order, Settings, Plan, Evidence> {
  readonly kind: string;
  readonly title: Words;
  readonly order: z.ZodType<Order>;
  readonly settings: SettingsForm<Settings>;
  readonly plan: z.ZodType<Plan>;
  readonly evidence: z.ZodType<Evidence>;
  /** An order that `prepare` takes under these settings: for whoever learns how to order. */
  example(settings: Settings): Order;
  /**
   * Whether a first secret goes with the product (a first password): made by the machine before the first attempt, kept
   * sealed, given to every attempt alike, opened once by the applicant.
   */
  readonly firstSecret: boolean;
  /** Pure. What will be done, or what is wrong with the order, by field of `Order`. */
  prepare(input: PlanInput<Order, Settings>): Result<Plan>;
  /**
   * Pure. What an official had made by hand, as evidence, from the order and from what the standard has recorded (the parts of
   * `recordParts`, unread); faults by part. Absent: words and files are all that is kept of it.
   */
  byHand?(order: Order, record: unknown): Result<Evidence>;
  /** What there is to share out among all products of the kind; absent: nothing that runs out. */
  readonly share?: Share<Settings, Plan>;
  /** The plan for the official who confirms it. */
  describePlan(plan: Plan): readonly Fact[];
  /** What was delivered, how it is used, what happens when it ends: for the applicant. */
  describeEvidence(evidence: Evidence): DeliveredWords;
  readonly connectors: readonly Connector<Plan, Evidence>[];
}

/** Something that runs out, such as space. All figures in one unit of the kind, exact to a thousandth. */
export interface Share<Settings, Plan> {
  /** All that may be promised; null: nobody said, so nothing is refused. */
  total(settings: Settings): number | null;
  /** How much of it a product is promised. */
  of(plan: Plan): number;
  /** Part of the order that says how much; what does not fit is told there. */
  readonly part: string;
  /** Why it does not fit, with the figures. */
  full(figures: ShareFigures): Words;
}

export interface ShareFigures {
  readonly total: number;
  /** To everybody else. */
  readonly promised: number;
  readonly wanted: number;
}

export interface DeliveredWords {
  readonly facts: readonly Fact[];
  /** How to use it: short sentences, one step each. */
  readonly use: readonly Words[];
  /** What to do when it ends or is no longer needed. */
  readonly end: Words;
  /** When it ends by itself; absent: it does not. */
  readonly endsOn?: Temporal.PlainDate;
}

/** One setting as an administrator fills it in. A `secret` is write-only: sealed, never shown again. */
export interface SettingField {
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly type: 'text' | 'number' | 'choice' | 'lines' | 'secret';
  readonly required: boolean;
  /**
   * Which server it is, or which part of it, or how ours are known there: what was made under another value is not found under this one.
   * Never a secret.
   */
  readonly namesServer?: true;
  readonly options?: readonly { readonly value: string; readonly label: Words }[];
}

export interface SettingsForm<Settings> {
  readonly fields: readonly SettingField[];
  /** Reads what the form gave (strings by name). Its messages are shown to the administrator: write them for people. */
  readonly schema: z.ZodType<Settings>;
}

/** Speaks to one sort of server. Knows nothing of requests, retries or the database. */
export interface Connector<Plan, Evidence> {
  readonly id: string;
  readonly title: Words;
  /** What an administrator should know before choosing it, in one or two sentences. */
  readonly about: Words;
  /** True: needs no server; works from the first start with files below the data directory. One connector a kind at most. */
  readonly embedded: boolean;
  /** True: people do it at the counterpart and record it at the step; nothing is ordered from the program. */
  readonly byPeople?: true;
  readonly form: SettingsForm<object>;
  /**
   * Erases whom these deliveries were for from what the connector itself keeps; absent: it keeps nothing of people. The products stay
   * as they are: giving them back is `withdraw`. Again is harmless.
   */
  forget?(place: ConnectorPlace, deliveries: readonly string[]): Promise<void>;
  /** `settings` has passed `form.schema`. Opens nothing yet: each call below stands alone. */
  connect(settings: object, place: ConnectorPlace): Counterpart<Plan, Evidence>;
}

/** Where a connector may work. */
export interface ConnectorPlace {
  /** Directory of this government and kind below the data directory, for embedded connectors. Made on first use. */
  readonly directory: string;
  readonly clock: { now(): Temporal.Instant };
  /** What a connector may use of the program itself when it is one's own counterpart; servers elsewhere need nothing of it. */
  readonly program?: ProgramPlace;
}

/** The running program, for connectors that are their own counterpart. */
export interface ProgramPlace {
  /** Whether this installation is a demonstration. */
  readonly demo: boolean;
  /** Address of the portal, without a slash at its end. */
  readonly publicUrl: string;
  /** Seals bytes under the master key for one place; they open only with the same `context`. */
  wrap(bytes: Buffer, context: string): Buffer;
  unwrap(wrapped: Buffer, context: string): Buffer;
}

/** What goes with every call. `signal` ends it: a call must give up then, and not go on in the background. */
export interface Call {
  readonly key: DeliveryKey;
  readonly signal: AbortSignal;
}

export interface DeliverCall extends Call {
  /** The first secret in clear, when the kind has one. Never log it, never put it into evidence or an error. */
  readonly secret: string | null;
}

/**
 * What is true at the counterpart. `present`: ours, whole, as planned. `partial`: ours, but half done or changed; `deliver`
 * would complete it. `absent`: proven that nothing of ours is there. `other`: the name is there, but not as ours.
 * `unknown`: the counterpart cannot be asked this (not: could not be reached; then `check` throws).
 */
export type Presence<Evidence> =
  | { readonly is: 'present'; readonly evidence: Evidence }
  | { readonly is: 'partial' }
  | { readonly is: 'absent' }
  | { readonly is: 'other'; readonly why: Words }
  | { readonly is: 'unknown'; readonly why: Words };

export interface Counterpart<Plan, Evidence> {
  /** Reaches the counterpart, signs in, looks whether it may do its work; changes nothing. Throws CounterpartFault. */
  test(signal: AbortSignal): Promise<Words>;
  /**
   * Makes the product. Called again with the same key it completes or finds what is there: never a second one. Must not touch
   * what is not ours. Throws CounterpartFault; anything else thrown counts as "not known whether it was done".
   */
  deliver(plan: Plan, call: DeliverCall): Promise<Evidence>;
  /** What is true at the counterpart. Throws CounterpartFault when it cannot be reached. */
  check(plan: Plan, call: Call): Promise<Presence<Evidence>>;
  /**
   * Sets another first secret on what is there as ours, and changes nothing else; for kinds that go with one. The same call again
   * sets the same one, so that after any doubt it is simply made again. Throws `not-there` where nothing of ours is there.
   */
  renewSecret?(plan: Plan, call: DeliverCall): Promise<void>;
  /** Gives back or revokes. Withdrawing what is not there (any more) is no fault. Afterwards `check` does not say `present`. */
  withdraw(plan: Plan, evidence: Evidence, call: Call): Promise<void>;
}

/** What the machine may conclude from a failed call. */
export interface FaultMeaning {
  /** `none`: proven that the call changed nothing. `unknown`: it may have. */
  readonly done: 'none' | 'unknown';
  /** Whether the same call may succeed later by itself; false: somebody must change something first. */
  readonly passing: boolean;
  /** Only people do it, and no call ever will. */
  readonly byPeople?: true;
}

/** A failure at a counterpart. `words` go to officials: no secret, no personal data, and what to do about it. */
export class CounterpartFault extends Error {
  readonly code: string;
  readonly words: Words;
  readonly meaning: FaultMeaning;

  constructor(code: string, words: Words, meaning: FaultMeaning) {
    super(`${code}: ${words.en}`);
    this.name = 'CounterpartFault';
    this.code = code;
    this.words = words;
    this.meaning = meaning;
  }
}
