import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StandingClock } from '../../src/ground/index.ts';
import { dnsName } from '../../src/product/dns-name/index.ts';
import type { DnsNamePlan } from '../../src/product/dns-name/model.ts';
import { allText, breakable, newFolder } from './folder.ts';
import { dnsOrders, dnsSettings, zone } from './dns-name.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

/** Serial number of a zone file, as it stands there. */
const serial = /\d+(?= ; nomor seri)/;

async function start(): Promise<Bench> {
  const folder = await newFolder('zone-file');
  const directory = join(folder, 'bulungan', 'dns-name');
  const [connector] = dnsName.connectors;
  const place = { directory, clock: new StandingClock('2026-11-23T02:00:00Z') };
  const counterpart = connector?.connect({}, place);
  const [main, names] = [join(directory, `${zone}.zone`), join(directory, `${zone}.names`)];
  const marks = async (): Promise<readonly string[]> => {
    const text = await readFile(names, 'utf8').catch(() => '');
    return [...text.matchAll(/pendopo-delivery=(\S+)/g)].map(([mark]) => mark);
  };

  return {
    ...dnsOrders,
    settings: dnsSettings,
    connection: {},
    directory,
    total: async () => new Set(await marks()).size,
    written: () => allText(directory),
    // As it is left when the process ends after the first of the two files.
    halfDo: async (plan, delivery) => {
      const key = { delivery, government: 'bulungan', request: 'BLG-2026-7F3K9Q' };
      const before = await readFile(main, 'utf8');
      await counterpart?.deliver(plan as DnsNamePlan, {
        key,
        signal: AbortSignal.timeout(5000),
        secret: null,
      });
      await writeFile(main, (await readFile(main, 'utf8')).replace(serial, serial.exec(before)?.[0] ?? ''));
    },
    disk: breakable(directory),
    close: () => rm(folder, { recursive: true }),
  };
}

describeConformance(
  { kind: dnsName, folder: 'dns-name', connector: 'zone-file', programs: [], start },
  { network: false, disk: true },
);
