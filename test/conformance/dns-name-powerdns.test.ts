import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { dnsName } from '../../src/product/dns-name/index.ts';
import { markName } from '../../src/product/dns-name/mark.ts';
import type { DnsNamePlan } from '../../src/product/dns-name/model.ts';
import { allText, newFolder } from './folder.ts';
import { dnsOrders, dnsSettings, zone } from './dns-name.ts';
import { Proxy } from './proxy.ts';
import { startPowerDns } from './servers/powerdns.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

async function start(): Promise<Bench> {
  const folder = await newFolder('powerdns');
  const server = await startPowerDns(folder, zone);
  const proxy = await Proxy.to(server.apiPort);
  const connection = { url: `http://127.0.0.1:${proxy.port}`, zone, key: server.apiKey };
  const api = `http://127.0.0.1:${server.apiPort}/api/v1/servers/localhost/zones/${zone}.`;

  return {
    ...dnsOrders,
    settings: dnsSettings,
    connection,
    directory: join(folder, 'place'),
    total: async () =>
      (await server.list()).split('\n').filter((line) => line.startsWith('_pendopo.')).length,
    written: async () => `${await server.list()}\n${await allText(folder)}`,
    // Somebody took the records away and left the mark.
    halfDo: async (plan, delivery) => {
      const name = `${markName((plan as DnsNamePlan).name)}.`;
      const records = [{ content: `"pendopo-delivery=${delivery}"`, disabled: false }];
      const body = JSON.stringify({
        rrsets: [{ name, type: 'TXT', ttl: 60, changetype: 'REPLACE', records }],
      });
      const answer = await fetch(api, { method: 'PATCH', headers: { 'x-api-key': server.apiKey }, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    network: {
      proxy,
      wrongCredentials: { ...connection, key: 'salah' },
      at: (host) => ({ ...connection, url: `http://${host}:${proxy.port}` }),
    },
    close: async () => {
      await proxy.close();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

describeConformance(
  { kind: dnsName, folder: 'dns-name', connector: 'powerdns', programs: ['pdns_server', 'pdnsutil'], start },
  { network: true, disk: false },
);
