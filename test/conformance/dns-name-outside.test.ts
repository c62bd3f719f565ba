/** A name as everybody finds it: asked at real name servers that serve what the connectors wrote. */
import assert from 'node:assert/strict';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { dnsName } from '../../src/product/dns-name/index.ts';
import { until } from '../support/program.ts';
import { dnsOrders, dnsSettings, firstZone, zone } from './dns-name.ts';
import { newFolder } from './folder.ts';
import { describeWith } from './needs.ts';
import type { Program } from './needs.ts';
import { startKnot } from './servers/knot.ts';
import { startNamed } from './servers/named.ts';
import type { NameServer } from './servers/named.ts';
import { startPowerDns } from './servers/powerdns.ts';
import { resolveAt } from './servers/resolve.ts';
import type { Bench, Raw } from './specimen.ts';
import { Trial, faultOf } from './trial.ts';

const tsig = Buffer.alloc(32, 1).toString('base64');

function newTrial(connector: string, connection: Raw, directory: string): Trial {
  const bench: Bench = {
    ...dnsOrders,
    settings: dnsSettings,
    connection,
    directory,
    total: () => Promise.resolve(0),
    written: () => Promise.resolve(''),
    close: () => Promise.resolve(),
  };
  const start = (): Promise<Bench> => Promise.resolve(bench);
  return new Trial({ kind: dnsName, folder: 'dns-name', connector, programs: [], start }, bench);
}

/** A server that serves names of this trial. `reload`: what has it read its files again, where it reads files. */
interface Served {
  readonly server: Pick<NameServer, 'port' | 'stop' | 'signal'>;
  readonly trial: Trial;
  readonly reload: boolean;
}

/** Zone files: the administrator's, with the names that the connector keeps. */
async function zoneFiles(folder: string): Promise<{ readonly trial: Trial; readonly file: string }> {
  const trial = newTrial('zone-file', {}, join(folder, 'place'));
  const first = trial.wanted();
  await trial.withdraw(first, await trial.deliver(first));
  const file = join(folder, 'place', `${zone}.zone`);
  await writeFile(file, `${await readFile(file, 'utf8')}perpustakaan A 203.0.113.9\n`);
  // What an administrator grants to the name server's user.
  await chmod(join(folder, 'place'), 0o755);
  return { trial, file };
}

const updated = (port: number, key: string): Raw => ({
  server: '127.0.0.1',
  port: String(port),
  zone,
  keyName: 'pendopo',
  key,
});

const ways: readonly (readonly [string, readonly Program[], (folder: string) => Promise<Served>])[] = [
  [
    'a zone file served by BIND',
    ['named'],
    async (folder) => {
      const { trial, file } = await zoneFiles(folder);
      return { trial, server: await startNamed(folder, zone, { file, updates: false }), reload: true };
    },
  ],
  [
    'a zone file served by Knot',
    ['knotd'],
    async (folder) => {
      const { trial, file } = await zoneFiles(folder);
      return { trial, server: await startKnot(folder, zone, { file, key: null }), reload: true };
    },
  ],
  [
    'BIND, updated',
    ['named', 'nsupdate'],
    async (folder) => {
      const file = join(folder, 'zone');
      await writeFile(file, firstZone);
      const server = await startNamed(folder, zone, { file, updates: true });
      const trial = newTrial('rfc2136', updated(server.port, server.key), folder);
      return { trial, server, reload: false };
    },
  ],
  [
    'Knot, updated',
    ['knotd', 'nsupdate'],
    async (folder) => {
      const file = join(folder, 'zone');
      await writeFile(file, firstZone);
      const server = await startKnot(folder, zone, { file, key: tsig });
      return { trial: newTrial('rfc2136', updated(server.port, tsig), folder), server, reload: false };
    },
  ],
  [
    'PowerDNS, through its API',
    ['pdns_server', 'pdnsutil'],
    async (folder) => {
      const server = await startPowerDns(folder, zone);
      const connection = { url: `http://127.0.0.1:${server.apiPort}`, zone, key: server.apiKey };
      return { trial: newTrial('powerdns', connection, join(folder, 'place')), server, reload: false };
    },
  ],
];

for (const [what, programs, start] of ways) {
  describeWith(`a name through ${what}`, { programs }, () => {
    let folder: string;
    let served: Served;
    before(async () => {
      folder = await newFolder('dns');
      served = await start(folder);
    });
    after(async () => {
      await served.server.stop();
      await rm(folder, { recursive: true });
    });

    /** Until the server says so: it reads files in its own time. */
    const answers = async (name: string, expected: readonly string[]): Promise<void> => {
      if (served.reload) served.server.signal('SIGHUP');
      let last: readonly string[] = [];
      await until(`${name} is ${expected.join(', ')}, not ${last.join(', ')}`, async () => {
        last = await resolveAt(served.server.port, name, 'A');
        return last.toSorted().join() === expected.join() ? true : null;
      });
    };

    test('resolves once it is delivered, and no more once it is given back', async () => {
      const { trial } = served;
      const order = { label: 'layanan', target: '203.0.113.20 203.0.113.21' };
      const wanted = { ...trial.wanted(), plan: trial.planOf(order) };
      const { name } = dnsName.plan.parse(wanted.plan);
      assert.deepEqual(await resolveAt(served.server.port, name, 'A'), []);
      const evidence = await trial.deliver(wanted);
      await trial.assertPresent(wanted, evidence);
      await answers(name, ['203.0.113.20', '203.0.113.21']);
      await trial.withdraw(wanted, evidence);
      await answers(name, []);
    });

    test("a name that the zone's administrator made is left alone", async () => {
      const { trial } = served;
      const wanted = {
        ...trial.wanted(),
        plan: trial.planOf({ label: 'perpustakaan', target: '203.0.113.1' }),
      };
      assert.equal((await trial.check(wanted)).is, 'other');
      assert.equal((await faultOf(trial.deliver(wanted))).code, 'name-taken');
      await answers(`perpustakaan.${zone}`, ['203.0.113.9']);
    });
  });
}
