/** The road to the counterpart: nobody there, the wrong key, silence, and answers that break off at any byte that matters. */
import assert from 'node:assert/strict';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import type { Proxy } from '../proxy.ts';
import type { Trial, Trying } from '../trial.ts';
import { faultOf, outcomeOf, persist } from '../trial.ts';

/** How many places of one conversation are cut, at most, in each direction. */
const mostCuts = 7;

export function networkLaws(trying: Trying): void {
  test('nobody answers: nothing was done, and it may pass', async () => {
    const trial = trying();
    const [proxy, there, wanted] = [proxyOf(trial), trial.wanted(), trial.wanted()];
    const evidence = await trial.deliver(there);
    await proxy.refuse();
    const calls = [
      () => trial.test(),
      () => trial.deliver(wanted),
      () => trial.check(wanted),
      () => trial.withdraw(there, evidence),
    ];
    for (const call of calls)
      assert.deepEqual((await faultOf(call())).meaning, { done: 'none', passing: true });
    await proxy.pass();
    assert.equal((await trial.check(wanted)).is, 'absent');
    await trial.assertPresent(there, evidence);
  });

  test('a wrong key: nothing was done, and somebody must put it right', async () => {
    const trial = trying();
    const [before, wanted] = [await trial.bench.total(), trial.wanted()];
    const connection = trial.bench.network?.wrongCredentials;
    assert.ok(connection);
    for (const call of [() => trial.deliver(wanted, { connection }), () => trial.test(connection)]) {
      const fault = await faultOf(call());
      assert.deepEqual(
        [fault.code, fault.meaning],
        ['counterpart-sign-in', { done: 'none', passing: false }],
      );
    }
    assert.equal(await trial.bench.total(), before);
  });

  test('a name that leads where no server is: nothing is connected to, and somebody must put it right', (context) =>
    leadElsewhere(trying(), context));

  test('silence: the call gives up with its signal, and nothing goes on afterwards', () => silence(trying()));

  test('a slow counterpart is waited for', async () => {
    const trial = trying();
    const wanted = trial.wanted();
    proxyOf(trial).delay(60);
    const evidence = await trial.deliver(wanted);
    await proxyOf(trial).pass();
    await trial.assertPresent(wanted, evidence);
  });

  test('a delivery cut off anywhere: asking tells the truth, and doing it again makes one', async () => {
    const trial = trying();
    const cuts = await cutsOf(trial, async () => void (await trial.deliver(trial.wanted())));
    assert.ok(cuts.length >= 2, 'there is a conversation to cut');
    for (const cut of cuts) await deliverCutOff(trial, cut);
  });

  test('a withdrawal cut off anywhere can be done again', async () => {
    const trial = trying();
    const first = trial.wanted();
    const evidence = await trial.deliver(first);
    const cuts = await cutsOf(trial, () => trial.withdraw(first, evidence));
    for (const cut of cuts) await withdrawCutOff(trial, cut);
  });
}

const proxyOf = (trial: Trial): Proxy => {
  const proxy = trial.bench.network?.proxy;
  assert.ok(proxy);
  return proxy;
};

interface Cut {
  readonly way: 'to' | 'from';
  readonly after: number;
}

/** Every place where this conversation can break off: before, within and after each piece that passes. */
async function cutsOf(trial: Trial, talk: () => Promise<void>): Promise<readonly Cut[]> {
  const proxy = proxyOf(trial);
  await proxy.pass();
  await talk();
  const { to, from } = proxy.passed;
  return [...cutsAlong('from', from), ...cutsAlong('to', to)];
}

function cutsAlong(way: Cut['way'], passed: readonly number[]): readonly Cut[] {
  const ends = passed.flatMap((end) => [Math.max(1, end - 3), end]);
  return [0, ...ends].slice(-mostCuts).map((after) => ({ way, after }));
}

async function deliverCutOff(trial: Trial, { way, after }: Cut): Promise<void> {
  const proxy = proxyOf(trial);
  const [before, wanted] = [await trial.bench.total(), trial.wanted()];
  proxy.cut(way, after);
  const fault = await outcomeOf(trial.deliver(wanted));
  await proxy.pass();
  const said = `cut ${way} after ${after}: ${fault?.code ?? 'went well'}`;
  const now = (await trial.bench.total()) - before;
  const { is } = await persist(() => trial.check(wanted));
  if (fault === null) assert.equal(is, 'present', said);
  // What people made, no call of ours has done.
  if (fault?.meaning.done === 'none' && !trial.bench.people)
    assert.equal(now, 0, `${said}, but something was done`);
  assert.equal(is, now === 1 ? 'present' : is === 'partial' ? 'partial' : 'absent', said);
  const evidence = await persist(() => trial.deliver(wanted));
  await trial.assertPresent(wanted, evidence);
  assert.equal(await trial.bench.total(), before + 1, said);
}

async function withdrawCutOff(trial: Trial, { way, after }: Cut): Promise<void> {
  const proxy = proxyOf(trial);
  const wanted = trial.wanted();
  const evidence = await trial.deliver(wanted);
  proxy.cut(way, after);
  await outcomeOf(trial.withdraw(wanted, evidence));
  await proxy.pass();
  await persist(() => trial.withdraw(wanted, evidence));
  assert.notEqual((await trial.check(wanted)).is, 'present');
}

/** Where machines in clouds hand out credentials. */
const METADATA = { address: '169.254.169.254', family: 4 } as const;

type Looked = (error: null, addresses: readonly (typeof METADATA)[]) => void;

async function leadElsewhere(trial: Trial, context: TestContext): Promise<void> {
  const [wanted, there] = [trial.wanted(), trial.wanted()];
  const evidence = await trial.deliver(there);
  const connection = trial.bench.network?.at('server.contoh.go.id');
  assert.ok(connection);
  const { mock } = context.mock.method(dns, 'lookup', (_name: string, _options: object, done: Looked) =>
    done(null, [METADATA]),
  );
  syncBuiltinESMExports();
  const counterpart = trial.counterpart(connection);
  const call = { key: wanted.key, signal: AbortSignal.timeout(5000), secret: trial.secret };
  const calls = [
    () => counterpart.test(call.signal),
    () => counterpart.deliver(wanted.plan, call),
    () => counterpart.check(wanted.plan, call),
    () => counterpart.withdraw(there.plan, evidence, { ...call, key: there.key }),
  ];
  const faults = await Promise.all(calls.map((one) => faultOf(one()))).finally(() => {
    mock.restore();
    syncBuiltinESMExports();
  });
  for (const { code, meaning } of faults)
    assert.deepEqual([code, meaning], ['counterpart-closed', { done: 'none', passing: false }]);
  assert.equal((await trial.check(wanted)).is, 'absent');
}

async function silence(trial: Trial): Promise<void> {
  const proxy = proxyOf(trial);
  const [before, wanted] = [await trial.bench.total(), trial.wanted()];
  proxy.swallow();
  for (const call of [
    (signal: AbortSignal) => trial.deliver(wanted, { signal }),
    (signal: AbortSignal) => trial.check(wanted, signal),
    (signal: AbortSignal) => trial.test(undefined, signal),
  ]) {
    const start = performance.now();
    const fault = await faultOf(call(AbortSignal.timeout(300)));
    assert.ok(performance.now() - start < 2000, `gave up ${performance.now() - start} ms after the call`);
    assert.ok(fault.meaning.passing);
  }
  await proxy.pass();
  await pause(100);
  assert.equal(proxy.open, 0, 'no line is held any more');
  assert.equal(await trial.bench.total(), before);
  assert.equal((await trial.check(wanted)).is, 'absent');
}
