import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectedWait } from './expected-wait.ts';
import type { Call, Stretch } from './expected-wait.ts';

const eight = Temporal.Instant.from('2026-11-23T01:00:00Z');
const after = (minutes: number): Temporal.Instant =>
  eight.add({ milliseconds: Math.round(minutes * 60_000) });
const stretch = (from: number, to: number): Stretch => ({ from: after(from), to: after(to) });
/** Eight to twelve, one to three. */
const OPEN = [stretch(0, 240), stretch(300, 420)];
/** Everybody stood there from the beginning. */
const calls = (...minutes: readonly number[]): readonly Call[] =>
  minutes.map((at) => ({ arrived_at: eight, called_at: after(at) }));
const every = (gap: number, count: number, from = 0): readonly Call[] =>
  calls(...Array.from({ length: count }, (_, at) => from + gap * at));

test('whoever waits is told by the pace of today', () => {
  const tens = every(10, 6);
  assert.equal(expectedWait(tens, 0, after(50), OPEN), 10, 'the next one');
  assert.equal(expectedWait(tens, 0, after(57), OPEN), 5, 'the longer ago the last call, the sooner');
  assert.equal(expectedWait(tens, 1, after(55), OPEN), 15);
  assert.equal(expectedWait(tens, 4, after(59), OPEN), 45, 'rounded up');
  assert.equal(expectedWait(tens, 6, after(55), OPEN), 75, 'to quarters from an hour on');
});

test('one long talk and one visitor who had gone do not make the pace', () => {
  assert.equal(expectedWait(calls(0, 10, 20, 21, 31, 76), 0, after(76), OPEN), 10);
});

test('the latest calls count: an officer who came helps from then on', () => {
  const slow = every(20, 6);
  const faster = [...slow, ...every(4, 10, 104)];
  assert.equal(expectedWait(slow, 1, after(100), OPEN), 40);
  assert.equal(expectedWait(faster, 1, after(140), OPEN), 10);
});

test('gaps in which nobody waited say nothing about the pace', () => {
  const oneByOne = [0, 10, 20, 30, 40, 50, 60].map((at) => ({ arrived_at: after(at), called_at: after(at) }));
  assert.equal(expectedWait(oneByOne, 2, after(61), OPEN), null);
});

for (const [why, of, ahead, at] of [
  ['nobody was called', [], 1, 20],
  ['too few were', every(10, 5), 1, 41],
  ['nobody has been for longer than ever today', every(10, 6), 1, 61],
  ['the counter has not opened', calls(-50, -40, -30, -20, -10, -5), 1, -4],
  ['it has its break', every(10, 25), 1, 245],
  ['nobody was called since the break', every(10, 25), 1, 301],
  ['it closes before', every(10, 24), 1, 231],
] as const)
  test(`nothing is said where ${why}`, () => {
    assert.equal(expectedWait(of, ahead, after(at), OPEN), null);
  });

test('the break is in no gap', () => {
  const morning = every(10, 6, 190);
  assert.equal(expectedWait([...morning, ...calls(300)], 0, after(301), OPEN), 10);
});

test('whoever stands further behind never waits less, and the longer one looks, the less is left', () => {
  const gap = fc.integer({ min: 1, max: 8 });
  fc.assert(
    fc.property(fc.array(gap, { minLength: 5, maxLength: 20 }), fc.nat(5), gap, (gaps, ahead, since) => {
      let at = 0;
      const some = calls(0, ...gaps.map((one) => (at += one)));
      const wait = (more: number, later: number): number =>
        expectedWait(some, ahead + more, after(at + later), OPEN) ?? Number.NaN;
      if (since > Math.max(...gaps.slice(-10))) return;
      assert.ok(wait(1, since) >= wait(0, since));
      assert.ok(wait(0, since) <= wait(0, 0));
    }),
  );
});
