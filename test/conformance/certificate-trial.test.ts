import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { certificate } from '../../src/product/certificate/index.ts';
import { demoPlace } from '../support/certificate-place.ts';
import { certificateOrders, certificateSettings } from './certificate.ts';
import { allText, breakable, newFolder } from './folder.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

async function start(): Promise<Bench> {
  const folder = await newFolder('certificate-trial');
  const directory = join(folder, 'klungkung', 'certificate');
  const connector = certificate.connectors.find(({ id }) => id === 'trial');
  await connector?.connect({}, demoPlace(directory)).test(AbortSignal.timeout(5000));
  return {
    ...certificateOrders,
    settings: certificateSettings,
    connection: {},
    directory,
    total: async () => (await readFile(join(directory, 'trial.json'), 'utf8')).split('"serial"').length - 1,
    written: () => allText(directory),
    disk: breakable(directory),
    close: () => rm(folder, { recursive: true }),
  };
}

describeConformance(
  { kind: certificate, folder: 'certificate', connector: 'trial', programs: [], start },
  { network: false, disk: true, oneAct: true },
);
