import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Organisation } from '../standard/index.ts';
import { countersOf, numberLabel } from './index.ts';

test('no two counters call the same number, however many there are', () => {
  const positions = Array.from({ length: 700 }, (_, at) => ({ id: `loket-${at}`, roles: ['counter'] }));
  const counters = countersOf({ positions } as unknown as Organisation);
  assert.equal(new Set(counters.map((counter) => numberLabel(counter, 7))).size, 700);
  assert.deepEqual(
    [0, 23, 24, 47, 48, 599, 600].map((at) => counters[at]?.letter),
    ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
  );
});
