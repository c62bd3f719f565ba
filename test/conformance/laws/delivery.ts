/** Once, wholly, and never another's: what holds while the counterpart is well. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Trial, Trying } from '../trial.ts';
import { faultOf, newKey, outcomeOf } from '../trial.ts';

const ready = { done: 'none', passing: false } as const;

export function deliveryLaws(trying: Trying): void {
  test('the settings can be tried', async () => {
    const words = await trying().test();
    assert.ok(words !== null && typeof words === 'object' && 'id' in words && 'en' in words);
  });

  test('what was delivered is there, with the same evidence, and can be told', () => delivered(trying()));

  test('the same delivery again finds what is there', async () => {
    const trial = trying();
    const [before, wanted] = [await trial.bench.total(), trial.wanted()];
    const evidence = await trial.deliver(wanted);
    assert.deepEqual(await trial.deliver(wanted), evidence);
    assert.equal(await trial.bench.total(), before + 1);
    await trial.assertPresent(wanted, evidence);
  });

  test('the same delivery at the same moment makes one product', async () => {
    const trial = trying();
    const [before, wanted] = [await trial.bench.total(), trial.wanted()];
    await Promise.all([1, 2, 3].map(() => outcomeOf(trial.deliver(wanted))));
    const evidence = await trial.deliver(wanted);
    assert.equal(await trial.bench.total(), before + 1);
    await trial.assertPresent(wanted, evidence);
  });

  test('what was given back is there no more; again is harmless', async () => {
    const trial = trying();
    const wanted = trial.wanted();
    const evidence = await trial.deliver(wanted);
    await trial.withdraw(wanted, evidence);
    assert.notEqual((await trial.check(wanted)).is, 'present');
    await trial.withdraw(wanted, evidence);
    assert.notEqual((await trial.check(wanted)).is, 'present');
  });

  test('giving back twice at the same moment is giving back', async () => {
    const trial = trying();
    const wanted = trial.wanted();
    const evidence = await trial.deliver(wanted);
    await Promise.all([1, 2].map(() => trial.withdraw(wanted, evidence)));
    assert.notEqual((await trial.check(wanted)).is, 'present');
  });

  test('twenty at the same moment: none is lost', () => twenty(trying()));

  test('a call that was given up before it began does nothing', async () => {
    const trial = trying();
    const [before, wanted] = [await trial.bench.total(), trial.wanted()];
    await faultOf(trial.deliver(wanted, { signal: AbortSignal.abort() }));
    assert.equal(await trial.bench.total(), before);
    assert.equal((await trial.check(wanted)).is, 'absent');
  });
}

export function halfDoneLaw(trying: Trying): void {
  test('what was left half done is completed, not made again', async () => {
    const trial = trying();
    assert.ok(trial.bench.halfDo, 'the specimen leaves something half done');
    const wanted = trial.wanted();
    await trial.bench.halfDo(wanted.plan, wanted.key.delivery);
    assert.match((await trial.check(wanted)).is, /^(partial|absent)$/);
    const evidence = await trial.deliver(wanted);
    const after = await trial.bench.total();
    await trial.assertPresent(wanted, evidence);
    await trial.deliver(wanted);
    assert.equal(await trial.bench.total(), after);
  });
}

/** Where the counterpart keeps a mark of the delivery. */
export function markLaws(trying: Trying): void {
  test("another's name is never taken nor touched", () => anothersName(trying()));
  test('of two who want one name at the same moment, one gets it', () => oneOfTwo(trying()));
}

/** Where it keeps none, in their place. */
export function unmarkedLaw(trying: Trying): void {
  test('what bears no mark is found by whoever asks for it, and made once', () => foundByBoth(trying()));
}

async function delivered(trial: Trial): Promise<void> {
  const [before, wanted] = [await trial.bench.total(), trial.wanted()];
  assert.deepEqual(await trial.check(wanted), { is: 'absent' });
  const evidence = await trial.deliver(wanted);
  await trial.assertPresent(wanted, evidence);
  assert.equal(await trial.bench.total(), before + 1);
  assert.deepEqual(trial.kind.evidence.parse(JSON.parse(JSON.stringify(evidence))), evidence);
  const { facts, use, end } = trial.kind.describeEvidence(evidence);
  assert.ok(facts.length > 0 && use.length > 0);
  for (const words of [...facts.map(({ label }) => label), ...use, end])
    assert.ok(words.id !== '' && words.en !== '');
}

async function anothersName(trial: Trial): Promise<void> {
  const wanted = trial.wanted();
  const evidence = await trial.deliver(wanted);
  const before = await trial.bench.written();
  const another = { plan: wanted.plan, key: newKey() };
  assert.equal((await trial.check(another)).is, 'other');
  const fault = await faultOf(trial.deliver(another));
  assert.deepEqual([fault.code, fault.meaning], ['name-taken', ready]);
  await trial.withdraw(another, evidence);
  assert.equal(await trial.bench.written(), before, 'nothing was changed');
  await trial.assertPresent(wanted, evidence);
}

async function foundByBoth(trial: Trial): Promise<void> {
  const [before, one] = [await trial.bench.total(), trial.wanted()];
  const other = { plan: one.plan, key: newKey() };
  const evidence = await trial.deliver(one);
  assert.deepEqual(await trial.deliver(other), evidence);
  assert.equal(await trial.bench.total(), before + 1);
  await trial.withdraw(one, evidence);
  for (const wanted of [one, other]) assert.notEqual((await trial.check(wanted)).is, 'present');
}

async function oneOfTwo(trial: Trial): Promise<void> {
  const before = await trial.bench.total();
  const one = trial.wanted();
  const other = { plan: one.plan, key: newKey() };
  const outcomes = await Promise.all([one, other].map((wanted) => outcomeOf(trial.deliver(wanted))));
  assert.deepEqual(
    outcomes.filter((outcome) => outcome !== null).map(({ code }) => code),
    ['name-taken'],
  );
  const presences = await Promise.all([one, other].map((wanted) => trial.check(wanted)));
  assert.deepEqual(presences.map(({ is }) => is).toSorted(), ['other', 'present']);
  assert.equal(await trial.bench.total(), before + 1);
}

async function twenty(trial: Trial): Promise<void> {
  const before = await trial.bench.total();
  const all = Array.from({ length: 20 }, () => trial.wanted());
  const evidence = await Promise.all(all.map((wanted) => trial.deliver(wanted)));
  for (const [at, wanted] of all.entries()) await trial.assertPresent(wanted, evidence[at]);
  assert.equal(await trial.bench.total(), before + 20);
}
