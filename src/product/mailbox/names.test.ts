import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { readAddress } from './names.ts';
import { prepareMailbox } from './prepare.ts';
import { mailboxSettings } from './model.ts';

const settings = mailboxSettings.schema.parse({ domain: 'klungkungkab.go.id', reserved: 'bupati' });
const today = Temporal.PlainDate.from('2026-11-23');

describe('names of mailboxes', () => {
  test('an address is taken whole or without its domain, in any case', () => {
    for (const asked of ['dinkes', ' Dinkes ', 'DINKES@KlungkungKab.go.id'])
      assert.deepEqual(readAddress(asked, settings), { address: 'dinkes@klungkungkab.go.id', fault: null });
  });

  test('a second @ makes another domain', () => {
    assert.match(readAddress('a@b@klungkungkab.go.id', settings).fault?.en ?? '', /must end in/);
  });

  test('what the government reserves is refused too', () => {
    assert.match(readAddress('bu.pati', settings).fault?.en ?? '', /reserved/);
  });
});

describe('an order of a mailbox', () => {
  test('names that would do stand in a refusal, where the owner has a name', () => {
    const order = { address: '', owner: 'Dinas Kesehatan', quota: null };
    const refused = prepareMailbox({ order, settings, today });
    assert.ok(!refused.ok);
    assert.match(refused.fault.fields[0]?.words.id ?? '', /Misalnya: dinkes, /);
  });
});
