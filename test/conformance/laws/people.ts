/** People do it at the counterpart and record it at the step: the connector says so, and neither does nor claims anything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { valueOf } from '../../../src/ground/index.ts';
import { faultOf } from '../trial.ts';
import type { Trial, Trying } from '../trial.ts';

/** What was ordered stops until they record it; what is to be taken back waits for them. */
const ordered = { done: 'none', passing: false } as const;
const takenBack = { ...ordered, byPeople: true } as const;

export function peopleLaws(trying: Trying): void {
  test('it works from the first start, with nothing to be set up', async () => {
    const { connector, bench } = trying();
    assert.deepEqual([connector.embedded, connector.form.fields, bench.connection], [true, [], {}]);
    const words = await trying().test();
    assert.ok(words !== null && typeof words === 'object' && 'id' in words && 'en' in words);
  });

  test('nothing is made nor taken back: people are told what to do, and waiting does not help', async () => {
    const trial = trying();
    const [wanted, evidence, before] = [trial.wanted(), recorded(trial), await trial.bench.written()];
    assert.deepEqual((await faultOf(trial.deliver(wanted))).meaning, ordered);
    assert.deepEqual((await faultOf(trial.withdraw(wanted, evidence))).meaning, takenBack);
    assert.equal(await trial.bench.written(), before, 'nothing was written');
  });

  test('what is there only people know', async () => {
    const presence = await trying().check(trying().wanted());
    assert.ok(presence.is === 'unknown' && presence.why.id !== '' && presence.why.en !== '');
  });

  test('what people record becomes evidence that can be told; without it there is none', () => {
    const trial = trying();
    const evidence = recorded(trial);
    assert.deepEqual(trial.kind.evidence.parse(JSON.parse(JSON.stringify(evidence))), evidence);
    const { facts, use, end } = trial.kind.describeEvidence(evidence);
    assert.ok(facts.length > 0 && use.length > 0 && end.id !== '' && end.en !== '');
    const nothing = trial.kind.byHand?.(orderOf(trial), {});
    assert.ok(nothing?.ok === false && nothing.fault.fields.length > 0);
  });
}

const orderOf = ({ kind, bench }: Trial): unknown => kind.order.parse(bench.order(1));

function recorded(trial: Trial): unknown {
  const read = trial.kind.byHand?.(orderOf(trial), trial.bench.record);
  assert.ok(read, 'the kind reads what people record');
  return valueOf(read);
}
