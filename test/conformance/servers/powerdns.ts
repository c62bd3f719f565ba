/** A real PowerDNS server with its records in SQLite. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { programAt } from '../needs.ts';
import { freePort, runCommand, startServer } from './process.ts';
import type { Server } from './process.ts';

export interface PowerDnsServer extends Server {
  readonly port: number;
  readonly apiPort: number;
  readonly apiKey: string;
  /** Every record, as the server's own tool lists them. */
  list(): Promise<string>;
}

/** As PowerDNS documents it for its generic SQLite backend. */
const schemaFile = '/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql';

export async function startPowerDns(folder: string, zone: string): Promise<PowerDnsServer> {
  const [port, apiPort, apiKey] = [await freePort(), await freePort(), randomUUID()];
  const database = join(folder, 'pdns.sqlite3');
  await makeDatabase(database);
  const settings = {
    launch: 'gsqlite3',
    'gsqlite3-database': database,
    'local-address': '127.0.0.1',
    'local-port': port,
    'socket-dir': folder,
    daemon: 'no',
    guardian: 'no',
    api: 'yes',
    'api-key': apiKey,
    webserver: 'yes',
    'webserver-address': '127.0.0.1',
    'webserver-port': apiPort,
    // What was asked before it was made would otherwise be answered by "no" for a while.
    'cache-ttl': 0,
    'negquery-cache-ttl': 0,
    'query-cache-ttl': 0,
    'zone-cache-refresh-interval': 0,
  };
  const text = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, 'pdns.conf'), text.join(''), { mode: 0o600 });
  const tool = (...args: readonly string[]): Promise<string> =>
    runCommand(programAt('pdnsutil'), [`--config-dir=${folder}`, ...args]);
  await tool('create-zone', zone, `ns1.${zone}`);
  await tool('add-record', zone, 'perpustakaan', 'A', '203.0.113.9');
  const server = await startServer(programAt('pdns_server'), [`--config-dir=${folder}`], { port: apiPort });
  return { ...server, port, apiPort, apiKey, list: () => tool('list-zone', zone) };
}

async function makeDatabase(file: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const { readFile } = await import('node:fs/promises');
  const database = new DatabaseSync(file);
  database.exec(await readFile(schemaFile, 'utf8'));
  database.close();
}
