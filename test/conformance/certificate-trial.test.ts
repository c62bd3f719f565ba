import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { certificate } from '../../src/product/certificate/index.ts';
import { demoPlace } from '../support/certificate-place.ts';
import { allText, breakable, newFolder } from './folder.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

const order = { holder: 'Siti Contoh', nik: '3310010101800001', position: 'Camat Contoh' };

async function start(): Promise<Bench> {
  const folder = await newFolder('certificate-trial');
  const directory = join(folder, 'klungkung', 'certificate');
  const connector = certificate.connectors.find(({ id }) => id === 'trial');
  await connector?.connect({}, demoPlace(directory)).test(AbortSignal.timeout(5000));
  return {
    settings: { organisation: 'Pemerintah Kabupaten Klungkung' },
    connection: {},
    directory,
    order: (n) => ({ ...order, nik: String(3_310_010_101_800_000 + n) }),
    badOrders: [
      { why: 'no name', order: { ...order, holder: '' }, field: 'holder' },
      { why: 'fifteen digits', order: { ...order, nik: '331001010180000' }, field: 'nik' },
      { why: 'no NIK', order: { holder: 'Siti Contoh' }, field: 'nik' },
      { why: 'no address', order: { ...order, email: 'siti' }, field: 'email' },
      { why: 'an unknown purpose', order: { ...order, purpose: 'pinjam' }, field: 'purpose' },
    ],
    total: async () => (await readFile(join(directory, 'trial.json'), 'utf8')).split('"serial"').length - 1,
    written: () => allText(directory),
    disk: breakable(directory),
    close: () => rm(folder, { recursive: true }),
  };
}

describeConformance(
  { kind: certificate, folder: 'certificate', connector: 'trial', programs: [], start },
  { network: false, disk: true },
);
