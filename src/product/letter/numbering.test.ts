import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenNumber } from './numbering.ts';

test('two agencies that count alike write other numbers: each has its unit', () => {
  const letters = { classification: '500.12', byService: { ktp: '400.12.2' }, units: { dukcapil: 'DKCS' } };
  const written = (agency: string, service: string, unit?: string): string =>
    writtenNumber({ letters: { ...letters, unit } }, service, {
      agency,
      year: 2026,
      running: 1,
    });
  assert.equal(written('kominfo', 'hosting'), '500.12/1/2026');
  assert.equal(written('kominfo', 'hosting', 'SETDA'), '500.12/1/SETDA/2026');
  assert.equal(written('dukcapil', 'hosting', 'SETDA'), '500.12/1/DKCS/2026');
  assert.equal(written('dukcapil', 'ktp'), '400.12.2/1/DKCS/2026');
});
