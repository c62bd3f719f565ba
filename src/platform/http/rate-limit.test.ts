import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { StandingClock } from '../../ground/index.ts';
import { TooManyFault } from './faults.ts';
import { memoryRateLimiter, takeOrRefuse } from './rate-limit.ts';

const START = '2026-11-21T08:00:00Z';

describe('the rate limiter', () => {
  it('lets through what the bucket holds, then what it refills', async () => {
    const clock = new StandingClock(START);
    const limiter = memoryRateLimiter({ capacity: 2, refillPerSecond: 0.1 }, clock);
    const take = async (): Promise<boolean> => (await limiter.take('a')).allowed;
    assert.deepEqual([await take(), await take(), await take()], [true, true, false]);
    clock.moveTo(clock.now().add({ seconds: 9 }));
    assert.deepEqual(await limiter.take('a'), { allowed: false, retryAfterSeconds: 1 });
    clock.moveTo(clock.now().add({ seconds: 1 }));
    assert.deepEqual([await take(), await take()], [true, false]);
  });

  it('keeps buckets apart, and counts cost', async () => {
    const limiter = memoryRateLimiter({ capacity: 5, refillPerSecond: 1 }, new StandingClock(START));
    assert.equal((await limiter.take('a', 5)).allowed, true);
    assert.deepEqual(await limiter.take('a', 3), { allowed: false, retryAfterSeconds: 3 });
    assert.equal((await limiter.take('b', 5)).allowed, true);
  });

  it('is looked into without taking, and keeps a reserve', async () => {
    const limiter = memoryRateLimiter(
      { capacity: 3, refillPerSecond: 1, leaving: 2 },
      new StandingClock(START),
    );
    assert.equal((await limiter.take('a', 0)).allowed, true);
    assert.equal((await limiter.take('a', 2)).allowed, false);
    assert.equal((await limiter.take('a')).allowed, true);
    assert.deepEqual(await limiter.take('a', 0), { allowed: false, retryAfterSeconds: 1 });
  });

  it('never lets through more than capacity and refill together, however it is asked', async () => {
    const moments = fc.array(fc.record({ wait: fc.nat(5000), cost: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(moments, async (asked) => {
        const clock = new StandingClock(START);
        const limiter = memoryRateLimiter({ capacity: 10, refillPerSecond: 2 }, clock);
        let taken = 0;
        let elapsedMs = 0;
        for (const { wait, cost } of asked) {
          elapsedMs += wait;
          clock.moveTo(clock.now().add({ milliseconds: wait }));
          const { allowed, retryAfterSeconds } = await limiter.take('a', cost);
          assert.equal(allowed, retryAfterSeconds === 0);
          if (allowed) taken += cost;
          assert.ok(taken <= 10 + (elapsedMs / 1000) * 2 + 1e-6);
        }
      }),
    );
  });

  it('keeps its promise: after the seconds it names, it lets through', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 10 }),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        async (cost, refill) => {
          const clock = new StandingClock(START);
          const limiter = memoryRateLimiter({ capacity: 10, refillPerSecond: refill }, clock);
          await limiter.take('a', 10);
          const { retryAfterSeconds } = await limiter.take('a', cost);
          clock.moveTo(clock.now().add({ seconds: retryAfterSeconds }));
          assert.equal((await limiter.take('a', cost)).allowed, true);
        },
      ),
    );
  });

  it('forgets the longest unused of very many, so that callers cannot fill the memory', async () => {
    const limiter = memoryRateLimiter({ capacity: 1, refillPerSecond: 0.001 }, new StandingClock(START));
    await limiter.take('first');
    for (let i = 0; i < 20_000; i += 1) await limiter.take(`other ${i}`);
    assert.equal((await limiter.take('first')).allowed, true);
    assert.equal((await limiter.take('other 19999')).allowed, false);
  });

  it('can refuse by a fault that says when to come back', async () => {
    const limiter = memoryRateLimiter({ capacity: 1, refillPerSecond: 0.5 }, new StandingClock(START));
    await takeOrRefuse(limiter, 'a');
    await assert.rejects(
      takeOrRefuse(limiter, 'a'),
      (error) => error instanceof TooManyFault && error.retryAfterSeconds === 2,
    );
  });
});
