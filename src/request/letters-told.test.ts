/** Which letters an applicant hears of: those that are written to them, from the day they are issued. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allHomes } from '../../test/support/letter-case.ts';
import type { Entry, EntryData } from './model/entries.ts';
import { tell } from './timeline.ts';
import type { Audience } from './timeline.ts';

const [home] = await allHomes();
assert.ok(home);
const ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };
const file = { file: ref.value, requirement: 'letter', hash: ref.hash };

const issued = (letter: string, template: string): EntryData['letter-issued'] => ({
  letter,
  template,
  number: `500.12/${letter}/2026`,
  way: 'by-hand',
  post: 'kepala',
  file,
});
const journal = [
  { kind: 'letter-issued', data: issued('1', 'granted') },
  { kind: 'letter-issued', data: issued('2', 'assignment') },
  { kind: 'letter-voided', data: { letter: '1', number: '500.12/1/2026', reason: ref } },
  { kind: 'letter-voided', data: { letter: '2', number: '500.12/2/2026', reason: ref } },
  { kind: 'letter-voided', data: { letter: '3', number: '500.12/3/2026', reason: ref } },
  { kind: 'letter-named', data: { letter: '1', shown: true } },
].map((entry, at) => ({
  position: at + 1,
  at: '2026-11-23T02:00:00Z',
  actor: { kind: 'system' },
  ...entry,
})) as readonly Entry[];

const told = (audience: Audience): readonly number[] =>
  tell(journal, {
    service: home.service,
    audience,
    timeZone: 'Asia/Jakarta',
    positionTitle: (id) => ({ id, en: id }),
    productTitle: (kind) => ({ id: kind, en: kind }),
    words: () => 'Salah tanggal',
  }).map(({ position }) => position);

test('the applicant is told of their own letters, and of what became of these', () => {
  assert.deepEqual(told('applicant'), [1, 3, 6]);
});

test('the office sees all of them', () => {
  assert.deepEqual(told('official'), [1, 2, 3, 4, 5, 6]);
});
