import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { dnsName } from '../../src/product/dns-name/index.ts';
import { markName } from '../../src/product/dns-name/mark.ts';
import type { DnsNamePlan } from '../../src/product/dns-name/model.ts';
import { allText, newFolder } from './folder.ts';
import { dnsOrders, dnsSettings, firstZone, zone } from './dns-name.ts';
import { Proxy } from './proxy.ts';
import { startNamed } from './servers/named.ts';
import { runCommand } from './servers/process.ts';
import type { Bench } from './specimen.ts';
import { describeConformance } from './suite.ts';

async function start(): Promise<Bench> {
  const folder = await newFolder('rfc2136');
  const file = join(folder, 'zone');
  await writeFile(file, firstZone);
  const server = await startNamed(folder, zone, { file, updates: true });
  const proxy = await Proxy.to(server.port);
  const connection = {
    server: '127.0.0.1',
    port: String(proxy.port),
    zone,
    keyName: 'pendopo',
    algorithm: 'hmac-sha256',
    key: server.key,
  };
  const transfer = (): Promise<string> =>
    runCommand('dig', ['@127.0.0.1', '-p', String(server.port), zone, 'AXFR', '+noall', '+answer']);

  return {
    ...dnsOrders,
    settings: dnsSettings,
    connection,
    // The server keeps its own key in its own configuration; what we write stands apart from it.
    directory: join(folder, 'place'),
    total: async () => (await transfer()).split('\n').filter((line) => line.startsWith('_pendopo.')).length,
    written: async () => `${await transfer()}\n${await allText(folder)}`,
    // Somebody took the records away and left the mark.
    halfDo: async (plan, delivery) => {
      const { name } = plan as DnsNamePlan;
      const script = join(folder, 'half');
      const lines = [`server 127.0.0.1 ${server.port}`, `key hmac-sha256:pendopo ${server.key}`];
      const text = `"pendopo-delivery=${delivery}"`;
      await writeFile(
        script,
        [...lines, `update add ${markName(name)}. 60 TXT ${text}`, 'send', ''].join('\n'),
      );
      await runCommand('nsupdate', [script]);
      await rm(script);
    },
    network: {
      proxy,
      wrongCredentials: { ...connection, key: Buffer.alloc(32, 7).toString('base64') },
      at: (server) => ({ ...connection, server }),
    },
    close: async () => {
      await proxy.close();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

describeConformance(
  { kind: dnsName, folder: 'dns-name', connector: 'rfc2136', programs: ['named', 'nsupdate'], start },
  { network: true, disk: false },
);
