import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Fault } from '../ground/index.ts';
import { readActionInput } from './official-acts.ts';

describe('the input of an action', () => {
  test('is found wrong in both languages', () => {
    assert.throws(
      () => readActionInput('return', { missing: ['ktp'], message: 7 }),
      (fault: unknown) => {
        assert.ok(fault instanceof Fault);
        const [{ path, words } = { path: '', words: { id: '', en: '' } }] = fault.fields;
        assert.equal(path, 'message');
        assert.match(words.en, /^Invalid input: expected string/);
        assert.match(words.id, /^Input tidak valid: diharapkan string/);
        return true;
      },
    );
  });
});
