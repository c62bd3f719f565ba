/** What an applicant or an officer may type and what would break the files, directories, messages and paths that names go into. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Result } from '../ground/index.ts';
import { dnsName } from './dns-name/index.ts';
import { hosting } from './hosting/index.ts';
import { mailbox } from './mailbox/index.ts';

const isOk = (result: Result<unknown>): boolean => result.ok;

const today = Temporal.PlainDate.from('2026-11-23');
const zone = 'bulungan.go.id';

/** Inside a name that would be fine without it. */
const hostile: readonly (readonly [what: string, text: string])[] = [
  ['a line of its own', 'per\npus'],
  ['a carriage return', 'per\rpus'],
  ['the end of a text in C', 'per\0pus'],
  ['a quotation mark', 'per"pus'],
  ['a backslash', String.raw`per\pus`],
  ['a comment of zone files', 'per;pus'],
  ['a directive of zone files', '$INCLUDE'],
  ['everything there is', '*'],
  ['the zone itself', '@'],
  ['a part of a passwd line', 'per:0:0:pus'],
  ['a comment of passwd files', '#perpus'],
  ['a filter of directories', 'per*)(uid=*'],
  ['a further part of a distinguished name', 'per,ou=admin'],
  ['an escape of a distinguished name', 'per+cn=x'],
  ['the directory above', '../perpus'],
  ['a directory', 'per/pus'],
  ['a directory of another system', String.raw`per\..\pus`],
  ['an option of a program', '-perpus'],
  ['a Cyrillic letter', 'pеrpus'],
  ['a fullwidth letter', 'ｐerpus'],
  ['a letter of no width', 'per​pus'],
  ['a text that runs backwards', 'per‮pus'],
  ['a Turkish dot', 'pİrpus'],
  ['an address in another', 'per@pus'],
  ['a shell', '$(id)'],
  ['a percent escape', 'per%00pus'],
];

const nameOrder = (label: string) =>
  dnsName.prepare({
    order: dnsName.order.parse({ label, target: '203.0.113.9' }),
    settings: dnsName.settings.schema.parse({ zone }),
    today,
  });
const siteOrder = (account: string, domain: string) =>
  hosting.prepare({
    order: hosting.order.parse({ account, domain }),
    settings: hosting.settings.schema.parse({ zone }),
    today,
  });
const boxOrder = (address: string, owner = 'Bidang E-Government') =>
  mailbox.prepare({
    order: mailbox.order.parse({ address, owner }),
    settings: mailbox.settings.schema.parse({ domain: zone }),
    today,
  });

for (const [what, text] of hostile) {
  test(`a name with ${what} is refused by every kind`, () => {
    assert.ok(!isOk(nameOrder(text)), 'as a DNS name');
    assert.ok(!isOk(siteOrder('perpus', text)), 'as a site');
    assert.ok(!isOk(siteOrder(text, 'perpus')), 'as an account');
    assert.ok(!isOk(boxOrder(text)), 'as an address');
    assert.ok(!isOk(boxOrder(`${text}@${zone}`)), 'as a whole address');
  });
}

test('whatever is typed: what is planned has letters, digits, dots, hyphens and underscores, and stays below the domain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const plan of [nameOrder(text), siteOrder('perpus', text)]) {
        if (!plan.ok) continue;
        const name = 'name' in plan.value ? plan.value.name : plan.value.domain;
        assert.match(name, /^[a-z0-9][a-z0-9-]*\.bulungan\.go\.id$/);
      }
      const box = boxOrder(text);
      if (box.ok) assert.match(box.value.address, /^[a-z0-9][a-z0-9._-]*@bulungan\.go\.id$/);
    }),
    { numRuns: 2000 },
  );
});

test('targets of a name: no scope, no machine of nobody, nothing that begins another record', () => {
  const target = (text: string) =>
    dnsName.prepare({
      order: dnsName.order.parse({ label: 'perpus', target: text }),
      settings: dnsName.settings.schema.parse({ zone }),
      today,
    });
  for (const text of [
    '2001:db8::1%eth0',
    'fe80::1%1',
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'web.contoh.go.id IN A 1.2.3.4',
    'web.contoh.go.id\nupdate delete bulungan.go.id',
    '"web".contoh.go.id',
    '*.contoh.go.id',
    String.raw`we\b.contoh.go.id`,
  ])
    assert.ok(!isOk(target(text)), text);
});

test('an owner’s name may have any letters and no line of its own', () => {
  for (const owner of ["Ni Luh D'Souza", 'Müller, Bidang "TIK"', 'Ñoño (Plt.)'])
    assert.ok(isOk(boxOrder('perpus', owner)));
  for (const owner of ['Budi\nuserPassword: x', 'Budi\0', 'Budi\u0085x'])
    assert.ok(!isOk(boxOrder('perpus', owner)));
});
