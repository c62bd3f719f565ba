/** The first secret goes to the counterpart and the applicant, and nowhere else in clear. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Trying } from '../trial.ts';

export function secretLaw(trying: Trying): void {
  test('no secret stands in plans, evidence, faults or files in clear', async () => {
    const trial = trying();
    const everything = `${trial.said}\n${await trial.bench.written()}`;
    assert.ok(everything.length > 1000, 'there is something to search');
    const connection = trial.connector.form.fields
      .filter(({ type }) => type === 'secret')
      .map(({ name }) => trial.bench.connection[name] ?? '');
    const encodings = ['utf8', 'base64', 'hex'] as const;
    for (const secret of [trial.secret, ...connection.filter((value) => value !== '')])
      for (const encoding of encodings)
        assert.ok(!trial.said.includes(Buffer.from(secret).toString(encoding)), `said in ${encoding}`);
    for (const encoding of encodings)
      assert.ok(!everything.includes(Buffer.from(trial.secret).toString(encoding)), `written in ${encoding}`);
  });
}
