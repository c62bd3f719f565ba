import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { StandingClock, valueOf } from '../../src/ground/index.ts';
import { dnsName } from '../../src/product/dns-name/index.ts';
import type { DnsNamePlan } from '../../src/product/dns-name/model.ts';
import { allText, breakable, newFolder } from './folder.ts';
import { dnsOrders, dnsSettings, zone } from './dns-name.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';
import { faultOf } from './trial.ts';

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

const planOf = (n: number): DnsNamePlan =>
  valueOf(
    dnsName.prepare({
      order: dnsName.order.parse(dnsOrders.order(n)),
      settings: dnsName.settings.schema.parse(dnsSettings),
      today: Temporal.PlainDate.from('2026-11-23'),
    }),
  );

test('what an administrator saves into the zone meanwhile is never written over', async () => {
  const folder = await newFolder('zone-edited');
  const [main, names] = [join(folder, `${zone}.zone`), join(folder, `${zone}.names`)];
  const still = new StandingClock('2026-11-23T02:00:00Z');
  let save: () => void = () => undefined;
  // Asked for the day of the serial number, once the zone was read: the administrator saves at that moment.
  const clock = {
    now: () => {
      save();
      return still.now();
    },
  };
  const [connector] = dnsName.connectors;
  const counterpart = connector?.connect({}, { directory: folder, clock });
  assert.ok(counterpart);
  const call = (delivery: string) => ({
    key: { delivery, government: 'bulungan', request: 'BLG-2026-7F3K9Q' },
    signal: AbortSignal.timeout(20_000),
    secret: null,
  });
  const [first, second] = [
    call('a27bba9a-6ea4-400a-befe-d6ff4faca90c'),
    call('5d1d3b1f-4f6f-4a6c-9a62-2f7bd2d5b0aa'),
  ];
  await counterpart.deliver(planOf(1), first);
  const before = await readFile(names, 'utf8');
  save = () => appendFileSync(main, 'disimpan IN A 203.0.113.99\n');
  const fault = await faultOf(counterpart.deliver(planOf(2), second));
  assert.deepEqual([fault.code, fault.meaning], ['zone-edited', { done: 'none', passing: true }]);
  assert.equal(await readFile(names, 'utf8'), before);
  save = () => undefined;
  await counterpart.deliver(planOf(2), second);
  assert.match(await readFile(main, 'utf8'), /^disimpan IN A 203\.0\.113\.99$/m);
  assert.equal((await counterpart.check(planOf(2), second)).is, 'present');
  await rm(folder, { recursive: true });
});
