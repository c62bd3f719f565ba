/** What the specimens of DNS names share: orders, good and bad. */
import type { Bench } from './specimen.ts';

export const zone = 'bulungan.go.id';

export const dnsSettings = { zone, hosting: '203.0.113.80' } as const;

/** Every type of record in turn. */
const targets = [
  { target: '203.0.113.10, 203.0.113.11' },
  { type: 'AAAA', target: '2001:DB8:0:0::10' },
  { target: 'Web.Contoh.go.id.' },
  { type: 'TXT', target: 'verifikasi="a\\b; c"' },
  {},
] as const;

export const dnsOrders: Pick<Bench, 'order' | 'badOrders'> = {
  order: (n) => ({ label: `layanan-${n}`, ...targets[n % targets.length] }),
  badOrders: [
    { why: 'no name', order: { label: '' }, field: 'label' },
    { why: 'two levels', order: { label: 'a.b' }, field: 'label' },
    { why: "another government's zone", order: { label: 'jdih.klatenkab.go.id' }, field: 'label' },
    { why: 'hyphen first', order: { label: '-a' }, field: 'label' },
    { why: 'a line of the file', order: { label: 'a b\nc' }, field: 'label' },
    { why: 'IDN', order: { label: 'pérpus' }, field: 'label' },
    { why: 'IDN as ASCII', order: { label: 'xn--prpus-9ra' }, field: 'label' },
    { why: 'too long', order: { label: 'a'.repeat(64) }, field: 'label' },
    { why: 'reserved', order: { label: 'WPAD' }, field: 'label' },
    { why: 'offensive', order: { label: 'slot-88' }, field: 'label' },
    { why: 'an inner address', order: { label: 'perpus', target: '192.168.1.5' }, field: 'target' },
    { why: 'this host', order: { label: 'perpus', target: '127.0.0.1' }, field: 'target' },
    {
      why: 'an alias beside an address',
      order: { label: 'perpus', target: 'a.go.id 203.0.113.1' },
      field: 'target',
    },
    { why: 'itself', order: { label: 'perpus', target: 'perpus.bulungan.go.id' }, field: 'target' },
    {
      why: 'a line of a zone',
      order: { label: 'perpus', type: 'TXT', target: 'a\n$INCLUDE b' },
      field: 'target',
    },
    { why: 'another type', order: { label: 'perpus', type: 'MX', target: 'a.go.id' }, field: 'type' },
    {
      why: 'a type that does not fit',
      order: { label: 'perpus', type: 'AAAA', target: '203.0.113.1' },
      field: 'type',
    },
  ],
};

/** A zone as its administrator keeps it. */
export const firstZone = `$TTL 300
@ SOA ns1 hostmaster 1 3600 900 1209600 300
@ NS ns1
ns1 A 127.0.0.1
perpustakaan A 203.0.113.9
`;
