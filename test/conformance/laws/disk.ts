/** A full disk, a directory that cannot be written: connectors whose counterpart is files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { faultOf } from '../trial.ts';
import type { Trying } from '../trial.ts';

export function diskLaws(trying: Trying): void {
  test('what cannot be written is said, changes nothing, and is done once it can be', async () => {
    const trial = trying();
    const { disk } = trial.bench;
    assert.ok(disk);
    const [before, there, wanted] = [await trial.bench.total(), trial.wanted(), trial.wanted()];
    const evidence = await trial.deliver(there);
    await disk.breakIt();
    const fault = await faultOf(trial.deliver(wanted));
    await faultOf(trial.test());
    await faultOf(trial.withdraw(there, evidence));
    await disk.mend();
    if (fault.meaning.done === 'none') assert.equal((await trial.check(wanted)).is, 'absent');
    await trial.assertPresent(there, evidence);
    await trial.assertPresent(wanted, await trial.deliver(wanted));
    assert.equal(await trial.bench.total(), before + 2);
  });
}
