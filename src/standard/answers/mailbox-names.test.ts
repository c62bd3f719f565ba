import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

import { mailboxNameFault } from './mailbox-name.ts';
import { proposeMailboxNames } from './mailbox-proposals.ts';

describe('names of mailboxes', () => {
  for (const name of ['a', 'i.made.agus', 'kec_dawan', 'bagian-umum', '1', 'a'.repeat(64)])
    test(`"${name.slice(0, 20)}" may be had`, () => assert.equal(mailboxNameFault(name, []), null));

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
    test(`"${name.slice(0, 20)}" may not`, () => assert.notEqual(mailboxNameFault(name, []), null));

  test('separators make no other name of a reserved one', () => {
    for (const name of ['postmaster', 'no-reply', 'noreply', 'no.reply', 'host_master', 'ssl-admin'])
      assert.match(mailboxNameFault(name, [])?.en ?? '', /reserved/, name);
    for (const name of ['bupati', 'bu.pati', 'b-u-p_a.t-i'])
      assert.match(mailboxNameFault(name, ['bupati'])?.en ?? '', /reserved/, name);
    assert.equal(mailboxNameFault('pengadministrasi', []), null);
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
          assert.equal(mailboxNameFault(one, []), null, one);
        for (const one of proposeMailboxNames(name)) assert.equal(mailboxNameFault(one, []), null, one);
      }),
    );
  });
});
