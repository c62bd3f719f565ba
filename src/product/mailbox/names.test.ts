import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

import { localPartFault, readAddress } from './names.ts';
import { prepareMailbox } from './prepare.ts';
import { mailboxSettings } from './model.ts';
import { proposeMailboxNames } from './proposals.ts';

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

  for (const name of ['a', 'i.made.agus', 'kec_dawan', 'bagian-umum', '1', 'a'.repeat(64)])
    test(`"${name.slice(0, 20)}" may be had`, () => assert.equal(localPartFault(name, []), null));

  for (const name of [
    '',
    '.a',
    'a.',
    'a..b',
    'a b',
    'é',
    'a+b',
    'a/b',
    'A',
    '-a',
    'a'.repeat(65),
    '"a"',
    'a:b',
  ])
    test(`"${name.slice(0, 20)}" may not`, () => assert.notEqual(localPartFault(name, []), null));

  test('separators make no other name of a reserved one', () => {
    for (const name of ['postmaster', 'no-reply', 'noreply', 'no.reply', 'host_master', 'ssl-admin'])
      assert.match(localPartFault(name, [])?.en ?? '', /reserved/, name);
    for (const name of ['bupati', 'bu.pati', 'b-u-p_a.t-i'])
      assert.match(localPartFault(name, settings.reserved)?.en ?? '', /reserved/, name);
    assert.equal(localPartFault('pengadministrasi', []), null);
  });
});

describe('proposals', () => {
  const proposed: readonly (readonly [string, readonly string[]])[] = [
    [
      'Dinas Komunikasi dan Informatika',
      ['diskominfo', 'diski', 'dinas.komunikasi.informatika', 'komunikasi.informatika'],
    ],
    ['Badan Perencanaan Pembangunan Daerah', ['bappeda']],
    ['Kecamatan Dawan', ['kecdawan', 'kecamatan.dawan', 'dawan']],
    ['Drs. I Made Agus Wirawan, M.Si.', ['made.wirawan', 'm.wirawan', 'madewirawan', 'made.agus.wirawan']],
    ['Ni Wayan Sari', ['wayan.sari', 'w.sari', 'wayansari']],
    ['Suharto', ['suharto']],
    ['José Ximénes', ['jose.ximenes']],
    ['***', []],
  ];
  for (const [name, expected] of proposed)
    test(name, () => assert.deepEqual(proposeMailboxNames(name).slice(0, expected.length), expected));

  test('every proposal is a name that may be had', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        for (const one of proposeMailboxNames(`Dinas ${name}`))
          assert.equal(localPartFault(one, []), null, one);
        for (const one of proposeMailboxNames(name)) assert.equal(localPartFault(one, []), null, one);
      }),
    );
  });

  test('stand in the words of a refusal, where the owner has a name', () => {
    const order = { address: '', owner: 'Dinas Kesehatan', quota: null };
    const refused = prepareMailbox({ order, settings, today });
    assert.ok(!refused.ok);
    assert.match(refused.fault.fields[0]?.words.id ?? '', /Misalnya: dinkes, /);
  });
});
