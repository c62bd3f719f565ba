/**
 * The life of one delivery: what to do next, and what follows from what a counterpart answered. Pure. Its one promise: a call
 * that may have done its work is followed by a look, never by another call; only what is proven absent is made again.
 */
import type { Words } from '../../ground/index.ts';
import type { FaultMeaning, Presence } from '../contract.ts';

export type DeliveryStage =
  | 'ordered' // intent recorded; nothing of ours is there, as far as anybody knows
  | 'calling' // a worker speaks to the counterpart, until `callingUntil` at the longest
  | 'doubtful' // a call may have done its work
  | 'stopped' // somebody must do something; see `cause`
  | 'delivered'
  | 'by-hand'
  | 'cancelled'
  | 'withdrawing'
  | 'withdrawn';

export interface Cause {
  readonly code: string;
  readonly words: Words;
}

/** What the machine knows of a delivery; the rest of the row is nothing to it. */
export interface DeliveryStanding {
  readonly stage: DeliveryStage;
  /**
   * Something of ours may be at the counterpart and nobody knows how much; while it is given back: it may be gone in part. While a
   * worker calls it says what was so before, since the stage itself says that nothing is certain.
   */
  readonly doubt: boolean;
  /** Since when it does not go on without an official; a withdrawal is tried on meanwhile. */
  readonly stuckSince: Temporal.Instant | null;
  /** Failed tries since the order or since an official let it go on. */
  readonly attempts: number;
  readonly callingUntil: Temporal.Instant | null;
  readonly nextAt: Temporal.Instant | null;
  readonly cause: Cause | null;
}

export type Move =
  | { readonly do: 'deliver' }
  | { readonly do: 'check' }
  | { readonly do: 'withdraw' }
  /** Another worker may still be speaking to the counterpart. */
  | { readonly do: 'wait'; readonly until: Temporal.Instant }
  | { readonly do: 'nothing' };

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0;

/** What a worker does with a delivery at this moment. */
export function nextMove({ stage, callingUntil }: DeliveryStanding, now: Temporal.Instant): Move {
  if (stage === 'ordered') return { do: 'deliver' };
  if (stage === 'doubtful') return { do: 'check' };
  if (stage !== 'calling' && stage !== 'withdrawing') return { do: 'nothing' };
  if (callingUntil && isAfter(callingUntil, now)) return { do: 'wait', until: callingUntil };
  // A call found so by a later job: whoever called was killed before the outcome was written down.
  return { do: stage === 'calling' ? 'check' : 'withdraw' };
}

/** A call ends by itself before this; whoever finds it unfinished later may look what came of it. */
export const CALL_SECONDS = 60;

/** Whoever calls knows the delivery again by this moment, and PostgreSQL keeps no nanoseconds. */
const endOfCall = (now: Temporal.Instant): Temporal.Instant =>
  now.add({ seconds: CALL_SECONDS * 2 }).round('microsecond');

/** The standing while a worker speaks to the counterpart: written before the call. */
export function whileCalling(standing: DeliveryStanding, now: Temporal.Instant): DeliveryStanding {
  const until = endOfCall(now);
  // A call that nobody ended counts as a try, or one whose outcome cannot be written would go on for ever.
  const attempts = standing.attempts + (standing.stage === 'calling' ? 1 : 0);
  const doubt = standing.doubt || standing.stage !== 'ordered';
  return { ...standing, attempts, stage: 'calling', doubt, callingUntil: until, nextAt: until };
}

/** The standing while a worker gives back: nobody else touches it until this one must have ended. */
export function whileWithdrawing(standing: DeliveryStanding, now: Temporal.Instant): DeliveryStanding {
  const until = endOfCall(now);
  const attempts = standing.attempts + (standing.callingUntil ? 1 : 0);
  // What a killed worker leaves may be gone in part.
  return { ...standing, attempts, doubt: true, callingUntil: until, nextAt: until };
}

/** Nothing more is done about it by the program. */
export const atRest = (
  standing: DeliveryStanding,
  stage: 'delivered' | 'by-hand' | 'cancelled' | 'withdrawn',
): DeliveryStanding => ({
  ...standing,
  stage,
  doubt: false,
  callingUntil: null,
  nextAt: null,
  cause: null,
  stuckSince: null,
});

export type Outcome<Evidence> =
  | { readonly is: 'delivered'; readonly evidence: Evidence }
  | { readonly is: 'fault'; readonly meaning: FaultMeaning; readonly cause: Cause }
  | { readonly is: 'looked'; readonly presence: Presence<Evidence> }
  /** The look itself failed: nothing is known that was not known before. */
  | { readonly is: 'blind'; readonly passing: boolean; readonly cause: Cause };

/** What follows, and what the request's journal is told. */
export interface Follow<Evidence> {
  readonly standing: DeliveryStanding;
  readonly tell: { readonly is: 'settled'; readonly evidence: Evidence } | { readonly is: 'stopped' } | null;
}

/** Seconds until the next try after so many failed ones: soon at first, hourly in the end, for about a day. */
const pauses = [10, 20, 40, 80, 160, 300, 600, 1200, 1800, 3600] as const;
export const MOST_ATTEMPTS = 32;

export const pauseAfter = (attempts: number): number => pauses[Math.min(attempts, pauses.length) - 1] ?? 10;

/** What is said of a passing cause once the program has given up waiting for it to pass. */
const givenUp = ({ code, words }: Cause): Cause => ({
  code,
  words: {
    id: `${words.id} Sudah dicoba sekitar sehari dan tidak dicoba lagi sendiri: tekan Coba lagi.`,
    en: `${words.en} It was tried for about a day and is not tried again by itself: press Try again.`,
  },
});

interface Later {
  readonly cause: Cause;
  readonly doubt: boolean;
  readonly passing: boolean;
  /** What comes next; without it a look where there is a doubt, else another try. */
  readonly stage?: 'ordered' | 'doubtful';
}

/** Tries again after a pause, or stops where waiting does not help. */
function later<E>(
  standing: DeliveryStanding,
  now: Temporal.Instant,
  { cause, doubt, passing, stage = doubt ? 'doubtful' : 'ordered' }: Later,
): Follow<E> {
  const attempts = standing.attempts + 1;
  const common = { attempts, doubt, callingUntil: null };
  if (!passing || attempts >= MOST_ATTEMPTS)
    return {
      standing: {
        ...common,
        stage: 'stopped',
        nextAt: null,
        stuckSince: now,
        cause: passing ? givenUp(cause) : cause,
      },
      tell: { is: 'stopped' },
    };
  const nextAt = now.add({ seconds: pauseAfter(attempts) });
  return { standing: { ...common, stage, nextAt, stuckSince: null, cause }, tell: null };
}

const settled = <E>(standing: DeliveryStanding, evidence: E): Follow<E> => ({
  standing: atRest(standing, 'delivered'),
  tell: { is: 'settled', evidence },
});

const absent: Cause = {
  code: 'not-there',
  words: { id: 'Produk belum ada di server tujuan.', en: 'The product is not at the server yet.' },
};

const partial: Cause = {
  code: 'half-done',
  words: {
    id: 'Baru sebagian produk yang ada di server tujuan.',
    en: 'Only part of the product is at the server.',
  },
};

/** Each thing that a look may find, and what it means. */
function afterLook<E>(standing: DeliveryStanding, presence: Presence<E>, now: Temporal.Instant): Follow<E> {
  if (presence.is === 'present') return settled(standing, presence.evidence);
  if (presence.is === 'other') {
    const cause = { code: 'name-taken', words: presence.why };
    return later(standing, now, { cause, doubt: false, passing: false });
  }
  if (presence.is === 'unknown') {
    const cause = { code: 'cannot-ask', words: presence.why };
    return later(standing, now, { cause, doubt: true, passing: false });
  }
  // `deliver` completes what is half done. Until it has, what is there must not be forgotten: nobody takes the order back over it.
  if (presence.is === 'partial')
    return later(standing, now, { cause: partial, doubt: true, passing: true, stage: 'ordered' });
  return later(standing, now, { cause: absent, doubt: false, passing: true });
}

/** What follows from the outcome of a call or a look. */
export function afterOutcome<E>(
  standing: DeliveryStanding,
  outcome: Outcome<E>,
  now: Temporal.Instant,
): Follow<E> {
  if (outcome.is === 'delivered') return settled(standing, outcome.evidence);
  if (outcome.is === 'looked') return afterLook(standing, outcome.presence, now);
  const { cause } = outcome;
  if (outcome.is === 'blind') return later(standing, now, { cause, doubt: true, passing: outcome.passing });
  const unknown = outcome.meaning.done === 'unknown';
  // A call that did nothing leaves what was half done before it. A doubt of its own is looked into before anybody is bothered, even
  // when the counterpart refused for good.
  return later(standing, now, {
    cause,
    doubt: unknown || standing.doubt,
    passing: unknown || outcome.meaning.passing,
  });
}

/** So many failed tries, about an hour, and officials are told that a product cannot be given back. */
export const STUCK_AFTER = pauses.length;

/**
 * What follows from a try to give back, by what stood before it. Doing it twice is harmless, so it never gives up; officials are
 * told where waiting does not help, or has not helped. What only people give back waits for them, and is not tried.
 */
export function afterWithdrawal(
  before: DeliveryStanding,
  fault: { readonly meaning: FaultMeaning; readonly cause: Cause } | null,
  now: Temporal.Instant,
): DeliveryStanding {
  if (fault === null) return atRest(before, 'withdrawn');
  if (fault.meaning.byPeople) return waitingForPeople(before, fault.cause, now);
  const attempts = before.attempts + 1;
  const unknown = fault.meaning.done === 'unknown';
  // Where waiting does not help somebody must change something first: looked at once an hour.
  const mayPass = fault.meaning.passing || unknown;
  const nextAt = now.add({ seconds: pauseAfter(mayPass ? attempts : pauses.length) });
  const stuck = !mayPass || attempts >= STUCK_AFTER;
  return {
    ...before,
    attempts,
    callingUntil: null,
    nextAt,
    cause: fault.cause,
    doubt: before.doubt || unknown,
    stuckSince: before.stuckSince ?? (stuck ? now : null),
  };
}

const waitingForPeople = (
  before: DeliveryStanding,
  cause: Cause,
  now: Temporal.Instant,
): DeliveryStanding => ({
  ...before,
  callingUntil: null,
  nextAt: null,
  cause,
  stuckSince: before.stuckSince ?? now,
});

/** An official lets it go on; `absent`: they made sure that nothing is there, where nobody else can know. */
export const resumed = (
  standing: DeliveryStanding,
  absent: boolean,
  now: Temporal.Instant,
): DeliveryStanding => ({
  ...standing,
  stage: standing.doubt && !absent ? 'doubtful' : 'ordered',
  doubt: standing.doubt && !absent,
  attempts: 0,
  callingUntil: null,
  nextAt: now,
  stuckSince: null,
});

/** An official has a withdrawal tried again now. */
export const withdrawnAgain = (standing: DeliveryStanding, now: Temporal.Instant): DeliveryStanding => ({
  ...standing,
  attempts: 0,
  nextAt: now,
  stuckSince: null,
});
