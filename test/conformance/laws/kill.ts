/** The process that delivers may be killed at any moment; the next one finds out and completes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { Specimen } from '../specimen.ts';
import type { Trial, Trying, Wanted } from '../trial.ts';

const program = fileURLToPath(new URL('../killed.ts', import.meta.url));

/** How many deliveries are well before the kill, and how far into the next one it comes, in milliseconds. */
const kill = { after: 2, further: 5 } as const;

export function killLaws(trying: Trying, specimen: Specimen): void {
  test('killed while it delivers: nothing is twice there, nothing is lost', async () => {
    const trial = trying();
    const before = await trial.bench.total();
    const all = Array.from({ length: 8 }, () => trial.wanted());
    // The process that is killed has no people to ask.
    for (const { plan } of all) trial.bench.people?.make(plan);
    await killedWhileDelivering(trial, specimen, all);
    for (const wanted of all) {
      assert.match((await trial.check(wanted)).is, /^(present|partial|absent)$/);
      await trial.assertPresent(wanted, await trial.deliver(wanted));
    }
    assert.equal(await trial.bench.total(), before + all.length);
  });
}

/** A process of its own works on the list, and is killed in the middle of it. */
async function killedWhileDelivering(trial: Trial, { folder, connector }: Specimen, all: readonly Wanted[]) {
  const { connection, directory } = trial.bench;
  const secret = trial.kind.firstSecret ? trial.secret : null;
  const work = JSON.stringify({ folder, connector, connection, directory, secret, all });
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(work);
  let done = 0;
  for await (const line of createInterface(child.stdout)) {
    done += line === 'delivered' ? 1 : 0;
    if (done === kill.after) break;
  }
  assert.equal(done, kill.after, 'it delivered before it was killed');
  await pause(kill.further);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
