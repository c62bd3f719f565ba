/** What holds before anything is delivered: orders, settings and words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { valueOf } from '../../../src/ground/index.ts';
import type { Words } from '../../../src/ground/index.ts';
import type { Trying } from '../trial.ts';

const assertSaid = (words: Words): void => {
  assert.ok(words.id.trim() !== '' && words.en.trim() !== '', `both languages: ${JSON.stringify(words)}`);
};

const frozen = <T>(value: T): T => {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

export function ruleLaws(trying: Trying): void {
  test('bad orders are refused, by the field at fault', () => {
    const trial = trying();
    assert.ok(trial.bench.badOrders.length > 0);
    for (const { why, order, field } of trial.bench.badOrders) {
      const result = trial.prepare(order);
      assert.ok(!result.ok, `refused: ${why}`);
      const paths = result.fault.fields.map(({ path }) => path);
      assert.ok(paths.includes(field), `${why}: names ${field}, not ${paths.join(', ')}`);
      result.fault.fields.forEach(({ words }) => assertSaid(words));
    }
  });

  test('the example of the kind is an order that it takes', () => {
    const trial = trying();
    const settings = trial.kind.settings.schema.parse(trial.bench.settings);
    valueOf(trial.prepare(trial.kind.example(settings)));
  });

  test('a plan follows from the order alone, is plain data, and can be told', () => {
    const trial = trying();
    const order = frozen(trial.bench.order(1));
    const plan = valueOf(trial.prepare(order));
    assert.deepEqual(valueOf(trial.prepare(order)), plan);
    assert.deepEqual(trial.kind.plan.parse(JSON.parse(JSON.stringify(plan))), plan);
    const facts = trial.kind.describePlan(plan);
    assert.ok(facts.length > 0);
    facts.forEach(({ label }) => assertSaid(label));
  });

  test('settings left empty are refused with words wherever they are required', () => {
    const trial = trying();
    const forms = [
      [trial.kind.settings, trial.bench.settings],
      [trial.connector.form, trial.bench.connection],
    ] as const;
    for (const [form, good] of forms) {
      for (const { name, required } of form.fields) {
        const { success } = form.schema.safeParse({ ...good, [name]: '' });
        assert.equal(success, !required, `${name} left empty`);
      }
    }
  });

  test('title, sentences and labels of settings are in both languages', () => {
    const { kind, connector } = trying();
    [kind.title, connector.title, connector.about].forEach(assertSaid);
    [...kind.settings.fields, ...connector.form.fields].forEach(({ label }) => assertSaid(label));
  });
}
