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

/** How many deliveries are well before the kill, and how far into the next ones it comes, in milliseconds. */
const kills = [
  { after: 1, further: 3 },
  { after: 3, further: 11 },
] as const;

export function killLaws(trying: Trying, specimen: Specimen): void {
  test('killed while it delivers: nothing is twice there, nothing is lost', async () => {
    const trial = trying();
    const before = await trial.bench.total();
    const all = Array.from({ length: 8 }, () => trial.wanted());
    await killedWhileDelivering(trial, specimen, all);
    for (const wanted of all) {
      assert.match((await trial.check(wanted)).is, /^(present|partial|absent)$/);
      await trial.assertPresent(wanted, await trial.deliver(wanted));
    }
    assert.equal(await trial.bench.total(), before + all.length);
  });
}

/** One process after the other works on the same list from its start, as a restarted worker does, and is killed. */
async function killedWhileDelivering(trial: Trial, { folder, connector }: Specimen, all: readonly Wanted[]) {
  const { connection, directory } = trial.bench;
  const secret = trial.kind.firstSecret ? trial.secret : null;
  const work = JSON.stringify({ folder, connector, connection, directory, secret, all });
  for (const { after, further } of kills) {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(work);
    let done = 0;
    for await (const line of createInterface(child.stdout)) {
      done += line === 'delivered' ? 1 : 0;
      if (done === after) break;
    }
    assert.equal(done, after, 'it delivered before it was killed');
    await pause(further);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}
