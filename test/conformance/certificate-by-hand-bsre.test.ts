import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { certificate } from '../../src/product/certificate/index.ts';
import { certificateOrders, certificateSettings } from './certificate.ts';
import { allText, newFolder } from './folder.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

async function start(): Promise<Bench> {
  const folder = await newFolder('certificate-by-hand');
  return {
    ...certificateOrders,
    settings: certificateSettings,
    connection: {},
    directory: join(folder, 'place'),
    record: {
      eligible: 'sudah',
      identityCard: 'sudah',
      recommendation: 'sudah',
      nikEnds: '0001',
      serial: '61 0A 2C 55',
      validFrom: '2026-11-23',
      validUntil: '2028-11-22',
    },
    total: async () => 0,
    written: () => allText(folder),
    close: () => rm(folder, { recursive: true }),
  };
}

describeConformance(
  { kind: certificate, folder: 'certificate', connector: 'by-hand-bsre', programs: [], start },
  { network: false, disk: false },
);
