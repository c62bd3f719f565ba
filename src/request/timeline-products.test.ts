/** Entries about products say which, and an order that runs says what happens when it is interrupted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allHomes } from '../../test/support/letter-case.ts';
import type { Entry } from './model/entries.ts';
import { tell } from './timeline.ts';
import type { Audience, TimelineItem } from './timeline.ts';

const [home] = await allHomes();
assert.ok(home);
const { service } = home;
const ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };
const names: Readonly<Record<string, { id: string; en: string }>> = {
  'dns-name': { id: 'Nama domain', en: 'Domain name' },
  mailbox: { id: 'Kotak surat', en: 'Mailbox' },
};

type Given = {
  readonly [K in Entry['kind']]: readonly [K, Extract<Entry, { kind: K }>['data']];
}[Entry['kind']];

function told(audience: Audience, ...given: readonly Given[]): readonly TimelineItem[] {
  const entries = given.map(([kind, data], at) => ({
    position: at + 1,
    at: '2026-11-23T02:00:00Z',
    actor: { kind: 'system' },
    kind,
    data,
  })) as readonly Entry[];
  return tell(entries, {
    service,
    audience,
    timeZone: 'Asia/Makassar',
    positionTitle: (id) => ({ id, en: id }),
    productTitle: (kind) => names[kind] ?? { id: kind, en: kind },
    words: () => null,
  });
}

const ordered: Given = [
  'delivery-ordered',
  {
    step: 'registrasi',
    deliveries: [
      { delivery: 'd1', name: 'subdomain', kind: 'dns-name', connector: 'files', plan: ref },
      { delivery: 'd2', name: 'kotak-surat', kind: 'mailbox', connector: 'files', plan: ref },
    ],
  },
];
const settled = (delivery: string): Given => [
  'delivery-settled',
  { delivery, evidence: [{ type: 'secret', secret: `secret-${delivery}` }] },
];
const stopped: Given = ['delivery-stopped', { delivery: 'd2', code: 'away' }];

test('each entry names the products it is about, in both languages, and others name none', () => {
  const items = told(
    'official',
    ordered,
    settled('d1'),
    stopped,
    ['delivery-resumed', { delivery: 'd2' }],
    settled('d2'),
    ['secret-opened', { secret: 'secret-d2' }],
    ['withdrawal-ordered', { delivery: 'd1', reason: ref }],
    ['product-withdrawn', { delivery: 'd1' }],
    [
      'product-recorded',
      {
        delivery: 'd3',
        name: 'kotak-surat',
        kind: 'mailbox',
        step: 'registrasi',
        order: ref,
        evidence: { type: 'product', delivery: 'd3', kind: 'mailbox', value: ref },
      },
    ],
    ['secret-opened', { secret: 'of nobody' }],
    ['closed', {}],
  );
  const named = (lang: 'id' | 'en'): readonly string[] =>
    items.map(({ title }) => title[lang].split(': ').at(1) ?? '');
  const domain = ['Nama domain', 'Domain name'];
  const box = ['Kotak surat', 'Mailbox'];
  const both = ['Nama domain, Kotak surat', 'Domain name, Mailbox'];
  const expected = [both, domain, box, box, box, box, domain, domain, box, ['', ''], ['', '']];
  assert.deepEqual(
    named('id'),
    expected.map(([id]) => id),
  );
  assert.deepEqual(
    named('en'),
    expected.map(([, en]) => en),
  );
});

test('while an order runs its applicant reads what happens when it is interrupted, and nothing once all is there', () => {
  const explained = (...given: readonly Given[]): string =>
    told('applicant', ordered, ...given)[0]?.explained?.id ?? '';
  assert.match(explained(), /melanjutkan sendiri/);
  assert.match(explained(settled('d1')), /melanjutkan sendiri/);
  assert.match(explained(settled('d1'), stopped), /Petugas sudah diberi tahu/);
  assert.match(explained(stopped, ['delivery-resumed', { delivery: 'd2' }]), /melanjutkan sendiri/);
  assert.equal(explained(settled('d1'), settled('d2')), '');
  assert.equal(explained(settled('d1'), stopped, ['delivery-cancelled', { delivery: 'd2' }]), '');
  assert.equal(told('official', ordered)[0]?.explained, null, 'officials see more than that beside it');
});

test('what was recorded is told with each order and with what was made by hand, to officials only', () => {
  const kept = (value: string): typeof ref => ({ ...ref, value });
  const order = (name: string): Given => [
    'delivery-ordered',
    {
      step: 'registrasi',
      deliveries: [{ delivery: name, name, kind: 'mailbox', connector: 'files', plan: ref }],
      fields: kept(`of ${name}`),
      warnings: [`lacking for ${name}`],
    },
  ];
  const journal: readonly Given[] = [
    order('d1'),
    settled('d1'),
    order('d2'),
    ['delivery-settled', { delivery: 'd2', evidence: [], fields: kept('by hand') }],
    [
      'step-made',
      { step: service.steps[0]?.id ?? '', action: 'fulfil', to: 'closed', fields: kept('by hand') },
    ],
  ];
  const shown = (audience: Audience): readonly unknown[] =>
    told(audience, ...journal).map(({ step, fields, warnings }) => [step, fields?.value ?? null, warnings]);
  const last = service.steps[0]?.id;
  assert.deepEqual(shown('official'), [
    ['registrasi', 'of d1', ['lacking for d1']],
    ['registrasi', null, []],
    ['registrasi', 'of d2', ['lacking for d2']],
    ['registrasi', 'by hand', []],
    [last, 'by hand', []],
  ]);
  assert.ok(
    told('applicant', ...journal).every(({ fields, warnings }) => fields === null && warnings.length === 0),
  );
});
