import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginsAgenda } from './agenda.ts';

test('the first step numbers a request, also where the program is told to make it; a remark does not', () => {
  const ordered = { kind: 'delivery-ordered', data: { step: 'buat', deliveries: [] } } as const;
  assert.equal(beginsAgenda(null, [ordered]), true);
  assert.equal(beginsAgenda({}, [ordered]), false, 'once');
  assert.equal(beginsAgenda(null, [{ kind: 'taken-over', data: {} }]), false);
});
