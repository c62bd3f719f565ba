import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultAt } from './faults.ts';

/** What the Indonesian words quote. */
const quoted = (value: unknown): string =>
  /“(.*?)”/.exec(faultAt('received', 'not-an-instant', value).words.id)?.[1] ?? '';

test('a fault quotes what is wrong in one line', () => {
  assert.equal(quoted('kemarin'), 'kemarin');
  assert.equal(quoted('03-08-2026\n  09:00'), '03-08-2026 09:00');
  assert.equal(quoted(7), '7');
  assert.equal(quoted(['kemarin']), '["kemarin"]');
  assert.equal(quoted(undefined), 'undefined');
  assert.equal(quoted('$&'), '$&'); // no pattern of replace()
});

test('a long text is cut where it is quoted', () => {
  assert.equal(quoted('x'.repeat(60)), 'x'.repeat(60));
  assert.equal(quoted('x'.repeat(61)), `${'x'.repeat(60)}…`);
});
