/** Buckets in the database: what stands in `rate-limit.test` for those in memory must hold for them as well. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestApp } from '../../test/support/app.ts';
import type { TestApp } from '../../test/support/app.ts';
import type { RateLimiter } from '../platform/index.ts';
import { databaseLimiter } from './index.ts';

/** Next to nothing comes back while a test runs. */
const refillPerSecond = 1 / 1000;

let app: TestApp;
before(async () => {
  app = await startTestApp('limiters');
});
after(() => app.close());

const limiterOf = (purpose: string, capacity: number, leaving = 0): RateLimiter =>
  databaseLimiter(app.context.database, app.context.keys, purpose, { capacity, refillPerSecond, leaving });

describe('a bucket in the database', () => {
  test('gives as much at once as it is asked for, or nothing', async () => {
    const limiter = limiterOf('cost', 10);
    assert.deepEqual(await limiter.take('a', 7), { allowed: true, retryAfterSeconds: 0 });
    const { allowed, retryAfterSeconds } = await limiter.take('a', 5);
    assert.equal(allowed, false);
    assert.ok(retryAfterSeconds > 1900 && retryAfterSeconds <= 2000, String(retryAfterSeconds));
    assert.equal((await limiter.take('a', 3)).allowed, true, 'the refused took nothing');
    assert.equal((await limiter.take('b', 10)).allowed, true, 'another bucket is full');
    assert.equal((await limiter.take('c', 11)).allowed, false, 'more than it ever holds');
  });

  test('is looked into without taking', async () => {
    const limiter = limiterOf('look', 1);
    for (let looks = 0; looks < 3; looks += 1) assert.equal((await limiter.take('a', 0)).allowed, true);
    assert.equal((await limiter.take('a')).allowed, true);
    assert.equal((await limiter.take('a', 0)).allowed, false);
  });

  test('keeps a reserve for those who may have the last', async () => {
    const [many, few] = [limiterOf('shared', 10, 6), limiterOf('shared', 10)];
    assert.equal((await many.take('a', 4)).allowed, true);
    assert.equal((await many.take('a', 0)).allowed, false);
    assert.equal((await many.take('a')).allowed, false);
    assert.equal((await few.take('a', 6)).allowed, true);
    assert.equal((await few.take('a')).allowed, false);
  });

  test('gives no more to many at once than to one after the other', async () => {
    const limiter = limiterOf('at once', 10);
    const given = await Promise.all(Array.from({ length: 30 }, () => limiter.take('a')));
    assert.equal(given.filter(({ allowed }) => allowed).length, 10);
  });
});
