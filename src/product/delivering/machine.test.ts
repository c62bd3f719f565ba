import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FaultMeaning, Presence } from '../contract.ts';
import {
  afterOutcome,
  afterWithdrawal,
  MOST_ATTEMPTS,
  nextMove,
  pauseAfter,
  resumed,
  STUCK_AFTER,
  whileCalling,
  whileWithdrawing,
} from './machine.ts';
import type { DeliveryStanding, Outcome } from './machine.ts';

const start: DeliveryStanding = {
  stage: 'ordered',
  doubt: false,
  attempts: 0,
  callingUntil: null,
  nextAt: null,
  cause: null,
  stuckSince: null,
};
const begin = Temporal.Instant.from('2026-11-23T02:00:00Z');
const cause = { code: 'x', words: { id: 'x', en: 'x' } };
const why = cause.words;

/** A counterpart that may do the work, say it wrongly, or not be reached; and the worker that may be killed. */
interface World {
  made: number;
  half: boolean;
}

const answers = fc.constantFrom(
  'ok',
  'away',
  'refused',
  'cut-before',
  'cut-after',
  'half',
  'killed-before',
  'killed-after',
  'blind',
);

/** What the machine hears of one call; null when its process was killed. */
function call(world: World, answer: string): Outcome<string> | null {
  const fault = (done: FaultMeaning['done'], passing: boolean): Outcome<string> => ({
    is: 'fault',
    meaning: { done, passing },
    cause,
  });
  const make = (): void => {
    // A contract's `deliver` completes what is half done and never makes a second one of the same key, but it is not
    // asked to find out whether it was called before: the machine must not call it where it may be there already.
    world.made += 1;
    world.half = false;
  };
  switch (answer) {
    case 'away':
      return fault('none', true);
    case 'refused':
      return fault('none', false);
    case 'cut-before':
      return fault('unknown', true);
    case 'cut-after':
      make();
      return fault('unknown', true);
    case 'half':
      world.half = true;
      return fault('unknown', true);
    case 'killed-before':
      return null;
    case 'killed-after':
      make();
      return null;
    default:
      make();
      return { is: 'delivered', evidence: 'there' };
  }
}

function look(world: World, answer: string): Outcome<string> {
  if (answer === 'blind' || answer === 'away') return { is: 'blind', passing: true, cause };
  const presence: Presence<string> =
    world.made > 0 ? { is: 'present', evidence: 'there' } : world.half ? { is: 'partial' } : { is: 'absent' };
  return { is: 'looked', presence };
}

/** An official may take an order back without looking only where nothing of it is there. */
function notForgotten({ stage, doubt }: DeliveryStanding, { made, half }: World): void {
  if (stage === 'stopped' && !doubt) assert.ok(made === 0 && !half);
}

test('whatever happens to calls and workers, a product is made once and what is told as delivered is there', () => {
  fc.assert(
    fc.property(fc.array(answers, { minLength: 1, maxLength: 40 }), (story) => {
      const world: World = { made: 0, half: false };
      let standing = start;
      let now = begin;
      let told = 0;
      for (const answer of story) {
        now = now.add({ minutes: 90 });
        if (standing.stage === 'stopped') standing = resumed(standing, false, now);
        const move = nextMove(standing, now);
        if (move.do !== 'deliver' && move.do !== 'check') break;
        standing = whileCalling(standing, now);
        const outcome = move.do === 'deliver' ? call(world, answer) : look(world, answer);
        if (outcome === null) continue;
        const follow = afterOutcome(standing, outcome, now);
        standing = follow.standing;
        if (follow.tell?.is === 'settled') told += 1;
      }
      assert.ok(world.made <= 1, `made ${world.made} times: ${story.join(' ')}`);
      assert.ok(told <= 1);
      if (standing.stage === 'delivered') assert.equal(world.made, 1);
      notForgotten(standing, world);
    }),
    { numRuns: 3000 },
  );
});

test('another worker waits while one may still be calling, and looks once it cannot', () => {
  const calling = whileCalling(start, begin);
  assert.deepEqual(nextMove(calling, begin.add({ seconds: 30 })).do, 'wait');
  assert.deepEqual(nextMove(calling, begin.add({ minutes: 5 })), { do: 'check' });
});

test('a counterpart that is away is tried for about a day, ever more slowly, then an official is asked', () => {
  let standing = start;
  let now = begin;
  let tries = 0;
  const gaps: number[] = [];
  while (standing.stage === 'ordered') {
    tries += 1;
    const outcome = { is: 'fault', meaning: { done: 'none', passing: true }, cause } as const;
    const follow = afterOutcome(whileCalling(standing, now), outcome, now);
    standing = follow.standing;
    if (standing.nextAt) gaps.push(standing.nextAt.since(now).total('seconds'));
    now = standing.nextAt ?? now;
  }
  assert.equal(tries, MOST_ATTEMPTS);
  assert.deepEqual(gaps.slice(0, 4), [10, 20, 40, 80]);
  assert.ok(gaps.every((gap, at) => at === 0 || gap >= (gaps[at - 1] ?? 0)));
  const hours = now.since(begin).total('hours');
  assert.ok(hours > 20 && hours < 30, `${hours} hours`);
  // Ten minutes of silence cost no more than ten more minutes.
  assert.ok(pauseAfter(7) <= 600);
  assert.equal(standing.stage, 'stopped');
});

test('what is refused for good, taken, or cannot be asked stops at once; only the last leaves a doubt', () => {
  const calling = whileCalling(start, begin);
  const refusedOutcome = { is: 'fault', meaning: { done: 'none', passing: false }, cause } as const;
  const found = [
    afterOutcome(calling, refusedOutcome, begin),
    afterOutcome(calling, { is: 'looked', presence: { is: 'other', why } }, begin),
    afterOutcome(calling, { is: 'looked', presence: { is: 'unknown', why } }, begin),
  ];
  assert.deepEqual(
    found.map(({ standing, tell }) => [standing.stage, standing.doubt, tell?.is]),
    [
      ['stopped', false, 'stopped'],
      ['stopped', false, 'stopped'],
      ['stopped', true, 'stopped'],
    ],
  );
});

test('a refusal that may have come after the work is looked into before anybody is asked', () => {
  const outcome = { is: 'fault', meaning: { done: 'unknown', passing: false }, cause } as const;
  const { standing } = afterOutcome(whileCalling(start, begin), outcome, begin);
  assert.equal(standing.stage, 'doubtful');
  assert.deepEqual(nextMove(standing, begin), { do: 'check' });
});

test('what an official lets go on is looked at first, unless they made sure that nothing is there', () => {
  const stopped: DeliveryStanding = { ...start, stage: 'stopped', doubt: true, attempts: 5, cause };
  assert.equal(nextMove(resumed(stopped, false, begin), begin).do, 'check');
  assert.equal(nextMove(resumed(stopped, true, begin), begin).do, 'deliver');
  assert.equal(resumed(stopped, false, begin).attempts, 0);
});

test('what was found half done is completed, and never forgotten until it is', () => {
  const looking = whileCalling({ ...start, stage: 'doubtful', doubt: true }, begin);
  const found = afterOutcome(looking, { is: 'looked', presence: { is: 'partial' } }, begin).standing;
  assert.deepEqual([found.stage, found.doubt, nextMove(found, begin).do], ['ordered', true, 'deliver']);
  const completing = whileCalling(found, begin);
  const refusedThen = { is: 'fault', meaning: { done: 'none', passing: false }, cause } as const;
  const stopped = afterOutcome(completing, refusedThen, begin).standing;
  assert.deepEqual([stopped.stage, stopped.doubt, stopped.stuckSince], ['stopped', true, begin]);
  assert.equal(nextMove(resumed(stopped, false, begin), begin).do, 'check');
  const awayThen = { is: 'fault', meaning: { done: 'none', passing: true }, cause } as const;
  const again = afterOutcome(completing, awayThen, begin).standing;
  assert.deepEqual([again.stage, again.doubt], ['doubtful', true]);
  const last = { ...looking, attempts: MOST_ATTEMPTS - 1 };
  const end = afterOutcome(last, { is: 'looked', presence: { is: 'partial' } }, begin).standing;
  assert.deepEqual([end.stage, end.doubt, end.cause?.code], ['stopped', true, 'half-done']);
});

const givingBack: DeliveryStanding = { ...start, stage: 'withdrawing', nextAt: begin };
const fault = (done: FaultMeaning['done'], passing: boolean) => ({ meaning: { done, passing }, cause });

test('giving back is tried on, hourly where waiting does not help, until it is done', () => {
  const standing = { ...givingBack, attempts: MOST_ATTEMPTS };
  for (const passing of [true, false]) {
    const next = afterWithdrawal(standing, fault('none', passing), begin);
    assert.equal(next.nextAt?.since(begin).total('hours'), 1);
    assert.deepEqual([next.stage, next.cause], ['withdrawing', cause]);
  }
  const soon = afterWithdrawal(givingBack, fault('none', true), begin);
  assert.equal(soon.nextAt?.since(begin).total('seconds'), 10);
  const done = afterWithdrawal({ ...standing, stuckSince: begin, doubt: true }, null, begin);
  assert.deepEqual(done, { ...standing, stage: 'withdrawn', nextAt: null });
});

test('what only people give back waits for them, and no try is counted', () => {
  const people = { meaning: { done: 'none', passing: false, byPeople: true }, cause } as const;
  const next = afterWithdrawal(whileWithdrawing(givingBack, begin), people, begin);
  assert.deepEqual([next.nextAt, next.callingUntil, next.attempts], [null, null, 0]);
  assert.deepEqual([next.stage, next.stuckSince, next.cause], ['withdrawing', begin, cause]);
});

test('what stops because it was tried long enough says so, and what stops at once does not', () => {
  const last = { ...start, stage: 'calling', attempts: MOST_ATTEMPTS - 1 } as const;
  for (const passing of [true, false]) {
    const { standing } = afterOutcome(last, { is: 'fault', ...fault('none', passing) }, begin);
    assert.deepEqual([standing.stage, standing.nextAt], ['stopped', null]);
    assert.equal(standing.cause?.words.id.includes('tidak dicoba lagi sendiri'), passing);
  }
  const { standing } = afterOutcome(
    { ...start, stage: 'calling' },
    { is: 'fault', ...fault('none', true) },
    begin,
  );
  assert.deepEqual(standing.cause, cause);
});

test('officials are told of a withdrawal at once where waiting does not help, else after about an hour, and once', () => {
  assert.deepEqual(afterWithdrawal(givingBack, fault('none', false), begin).stuckSince, begin);
  let standing = givingBack;
  let now = begin;
  while (standing.stuckSince === null) {
    standing = afterWithdrawal(standing, fault('none', true), now);
    now = standing.nextAt ?? now;
  }
  assert.equal(standing.attempts, STUCK_AFTER);
  const minutes = standing.stuckSince.since(begin).total('minutes');
  assert.ok(minutes > 45 && minutes < 90, `${minutes} minutes`);
  assert.deepEqual(afterWithdrawal(standing, fault('none', true), now).stuckSince, standing.stuckSince);
});

test('a withdrawal has one worker at a time; one that was cut off or killed may be gone in part', () => {
  const calling = whileWithdrawing(givingBack, begin);
  assert.equal(nextMove(calling, begin.add({ seconds: 30 })).do, 'wait');
  assert.deepEqual(nextMove(calling, begin.add({ minutes: 5 })), { do: 'withdraw' });
  assert.equal(calling.doubt, true);
  assert.equal(whileWithdrawing(calling, begin.add({ minutes: 5 })).attempts, 1);
  assert.equal(afterWithdrawal(givingBack, fault('none', true), begin).doubt, false);
  const cut = afterWithdrawal(givingBack, fault('unknown', true), begin);
  assert.equal(afterWithdrawal(cut, fault('none', true), begin).doubt, true);
});
