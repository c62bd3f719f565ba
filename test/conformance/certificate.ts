/** What is asked of every connector of certificates alike. */
import type { Bench } from './specimen.ts';

export const certificateSettings = { organisation: 'Pemerintah Kabupaten Klungkung' };

const order = { holder: 'Siti Contoh', nik: '3310010101800001', position: 'Camat Contoh' };

export const certificateOrders: Pick<Bench, 'order' | 'badOrders'> = {
  order: (n) => ({ ...order, nik: String(3_310_010_101_800_000 + n) }),
  badOrders: [
    { why: 'no name', order: { ...order, holder: '' }, field: 'holder' },
    { why: 'fifteen digits', order: { ...order, nik: '331001010180000' }, field: 'nik' },
    { why: 'no NIK', order: { holder: 'Siti Contoh' }, field: 'nik' },
    { why: 'no address', order: { ...order, email: 'siti' }, field: 'email' },
    { why: 'an unknown purpose', order: { ...order, purpose: 'pinjam' }, field: 'purpose' },
  ],
};
