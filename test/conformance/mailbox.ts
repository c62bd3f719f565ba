/** What the specimens of mailboxes share: orders, good and bad. */
import type { Bench } from './specimen.ts';

export const mailSettings = {
  domain: 'klungkungkab.go.id',
  webmail: 'https://surat.klungkungkab.go.id/',
} as const;

export const mailOrders: Pick<Bench, 'order' | 'badOrders'> = {
  order: (n) => ({ address: `dinas-${n}`, quota: 2, owner: `Dinas Contoh ke-${n}` }),
  badOrders: [
    { why: 'no name', order: { address: '', owner: 'Dinas Contoh' }, field: 'address' },
    { why: "another government's domain", order: { address: 'dinkes@klatenkab.go.id' }, field: 'address' },
    { why: 'letters that need quoting', order: { address: 'di nas"' }, field: 'address' },
    { why: 'a line of the file', order: { address: 'a:b' }, field: 'address' },
    { why: 'two dots', order: { address: 'dinas..kesehatan' }, field: 'address' },
    { why: 'a reserved name', order: { address: 'Postmaster@klungkungkab.go.id' }, field: 'address' },
    { why: 'too long', order: { address: 'a'.repeat(65) }, field: 'address' },
    { why: 'too large', order: { address: 'dinkes', quota: 100 }, field: 'quota' },
    { why: 'a name on two lines', order: { address: 'dinkes', owner: 'Dinas\nKesehatan' }, field: 'owner' },
  ],
};
