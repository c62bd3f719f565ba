/** The first secret goes to the counterpart and the applicant, and nowhere else in clear. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenForms } from '../../support/written-forms.ts';
import { allText } from '../folder.ts';
import type { Trying } from '../trial.ts';

export function secretLaw(trying: Trying): void {
  test('no secret stands in plans, evidence, faults or files in clear', async () => {
    const trial = trying();
    const everything = `${trial.said}\n${await trial.bench.written()}`;
    assert.ok(everything.length > 1000, 'there is something to search');
    const connection = trial.connector.form.fields
      .filter(({ type }) => type === 'secret')
      .map(({ name }) => trial.bench.connection[name] ?? '');
    for (const secret of [trial.secret, ...connection.filter((value) => value !== '')])
      for (const form of writtenForms(secret)) assert.ok(!trial.said.includes(form), 'said');
    for (const form of writtenForms(trial.secret)) assert.ok(!everything.includes(form), 'written');
    // What the counterpart keeps of its own key is its own; what stands in our place is ours.
    const place = await allText(trial.bench.directory).catch(() => '');
    for (const secret of connection.filter((value) => value !== ''))
      for (const form of writtenForms(secret)) assert.ok(!place.includes(form), 'written in its place');
  });
}
