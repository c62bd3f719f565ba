import assert from 'node:assert/strict';
import { test } from 'node:test';

import { beginningOf, questionsIn } from './beginnings.ts';

const address = '{answers.nama}@{answers.domain}.go.id';

test('answers stand where the standard wants them', () => {
  assert.deepEqual(questionsIn(address), ['nama', 'domain']);
  assert.equal(beginningOf(address, { nama: 'dinkes', domain: 'klungkungkab' }), 'dinkes@klungkungkab.go.id');
});

test('half of an address is none', () => {
  assert.equal(beginningOf(address, { nama: 'dinkes' }), null);
  assert.equal(beginningOf(address, { nama: 'dinkes', domain: '' }), null);
  assert.equal(beginningOf(address, { nama: 'dinkes', domain: 5 }), null);
});

test('an answer is put in as it is, also where it looks like a place or a pattern', () => {
  assert.equal(beginningOf('{answers.nama}', { nama: '{answers.nik} $& $1' }), '{answers.nik} $& $1');
});

test('the end of an address does not stand there twice', () => {
  const mailbox = '{answers.nama}@klungkungkab.go.id';
  for (const nama of ['dinkes', 'dinkes@klungkungkab.go.id'])
    assert.equal(beginningOf(mailbox, { nama }), 'dinkes@klungkungkab.go.id');
  assert.equal(beginningOf(mailbox, { nama: 'dinkes@lain.go.id' }), 'dinkes@lain.go.id@klungkungkab.go.id');
});
