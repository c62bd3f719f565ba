/** A new first secret is set on what is there as ours, and on nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Counterpart } from '../../../src/product/contract.ts';
import type { Trial, Trying, Wanted } from '../trial.ts';
import { assertNamesNobody, faultOf, newKey } from '../trial.ts';

const nothingDone = { done: 'none', passing: false } as const;

type Renewing = Counterpart<unknown, unknown> & Required<Pick<Counterpart<unknown, unknown>, 'renewSecret'>>;

/** Where a first password goes with the product, its connectors must be able to set another. */
function renewing(trial: Trial): Renewing {
  const counterpart = trial.counterpart();
  assert.ok(typeof counterpart.renewSecret === 'function', 'a kind with a first secret can renew it');
  return counterpart as Renewing;
}

const renew = (trial: Trial, { plan, key }: Wanted, secret = trial.secret): Promise<void> =>
  renewing(trial).renewSecret(plan, { key, signal: AbortSignal.timeout(20_000), secret });

export function renewalLaws(trying: Trying): void {
  test('a first secret set anew changes that alone, and again is harmless', async () => {
    const trial = trying();
    const wanted = trial.wanted();
    const evidence = await trial.deliver(wanted);
    const [total, before] = [await trial.bench.total(), await trial.bench.written()];
    await renew(trial, wanted);
    assert.notEqual(await trial.bench.written(), before, 'another hash is kept');
    await renew(trial, wanted);
    assert.equal(await trial.bench.total(), total);
    await trial.assertPresent(wanted, evidence);
    assert.deepEqual(await trial.deliver(wanted), evidence);
  });

  test('a first secret is set on nothing that is gone, was never there, or is not ours', async () => {
    const trial = trying();
    const [gone, never, theirs] = [trial.wanted(), trial.wanted(), trial.wanted()];
    await trial.withdraw(gone, await trial.deliver(gone));
    const evidence = await trial.deliver(theirs);
    const before = await trial.bench.written();
    for (const wanted of [gone, never, { plan: theirs.plan, key: newKey() }]) {
      const fault = await faultOf(renew(trial, wanted));
      assert.deepEqual([fault.code, fault.meaning], ['not-there', nothingDone]);
      assertNamesNobody(fault, trial.kind, wanted);
    }
    assert.equal(await trial.bench.written(), before, 'nothing was changed');
    await trial.assertPresent(theirs, evidence);
  });

  test('without a secret nothing is set', async () => {
    const trial = trying();
    const wanted = trial.wanted();
    await trial.deliver(wanted);
    const before = await trial.bench.written();
    const call = { key: wanted.key, signal: AbortSignal.timeout(20_000), secret: null };
    const fault = await faultOf(renewing(trial).renewSecret(wanted.plan, call));
    assert.deepEqual([fault.code, fault.meaning], ['first-secret-missing', nothingDone]);
    assert.equal(await trial.bench.written(), before);
  });
}

export function noRenewal(trying: Trying): void {
  test('no first secret goes with it, and none can be set anew', () => {
    assert.equal(typeof trying().counterpart().renewSecret, 'undefined');
  });
}
