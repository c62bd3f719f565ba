import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeEvidence } from './words.ts';

const evidence = {
  issuer: 'bsre',
  holder: 'Siti Contoh',
  nikEnds: '0001',
  status: 'issued',
  serial: '61 0A 2C 55',
  validFrom: '2026-11-22',
  validUntil: '2028-11-22',
  guidance: { on: '2026-11-24', by: 'I Made Contoh' },
} as const;

test('days stand as people write them, in both languages', () => {
  const { facts } = describeEvidence(evidence);
  const text = JSON.stringify(facts);
  assert.doesNotMatch(text, /\d{4}-\d\d-\d\d/);
  assert.match(text, /22 November 2028/);
  assert.match(text, /Selasa, 24 November 2026, I Made Contoh/);
});

test('overseers read who issued it, how it stands and until when; not whose it is, nor what leads there', () => {
  const open = describeEvidence(evidence).facts.filter(({ namesNobody }) => namesNobody);
  assert.deepEqual(
    open.map(({ label }) => label.id),
    ['Penerbit', 'Status', 'Berlaku sejak', 'Berlaku sampai'],
  );
  const text = JSON.stringify(open);
  for (const leads of ['Siti', '0001', '61 0A', 'Made']) assert.ok(!text.includes(leads), leads);
});
