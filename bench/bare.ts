/** What ratios are measured against: the least a program could do on the same machine, in the same run. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { besideInstallation, openDatabase, readConfig } from '../src/platform/index.ts';
import type { Database, Tx } from '../src/platform/index.ts';
import { systemClock, valueOf } from '../src/ground/index.ts';
import type { Portal } from './portal.ts';

/** Rows that belong to nobody's request lie with a neighbour that nobody asks for anything. */
const GOVERNMENT = 'daerah-p';

/** The portal's database through a pool as the portal's own: same role, row-level security on, same number of connections. */
export async function openBeside(portal: Portal): Promise<Database> {
  const config = valueOf(readConfig({ DATA_DIR: portal.dataDirectory }));
  const { addresses } = await besideInstallation(config);
  return openDatabase({ url: addresses.appUrl, role: 'pendopo_app', max: config.database.pool });
}

/** One transaction of two rows: a request and the first entry of its journal. */
export async function bareTransaction(database: Database): Promise<void> {
  const [id, now] = [randomUUIDv7(), systemClock.now().round('millisecond')];
  const state = JSON.stringify({ status: 'in-progress', step: 'verifikasi', version: 1 });
  await database.transaction({ government: GOVERNMENT }, async (tx) => {
    await insertRequest(tx, id, now, state);
    await insertEntry(tx, id, now, state);
  });
}

async function insertRequest(tx: Tx, id: string, now: Temporal.Instant, state: string): Promise<void> {
  await tx
    .insertInto('request')
    .values({
      government: GOVERNMENT,
      id,
      // Drawn numbers clash now and then; what is measured here is one transaction, not two.
      number: id,
      service: 'bare',
      service_version: 1,
      calendar_version: 1,
      status: 'in-progress',
      step: 'verifikasi',
      version: 1,
      state,
      head: randomBytes(32),
      head_seal: randomBytes(32),
      received_at: now,
      recorded_at: now,
      tracking_hash: randomBytes(32),
    })
    .execute();
}

async function insertEntry(tx: Tx, request: string, at: Temporal.Instant, data: string): Promise<void> {
  await tx
    .insertInto('journal')
    .values({
      government: GOVERNMENT,
      request,
      position: 1,
      at,
      kind: 'submitted',
      actor: '{"kind":"applicant"}',
      data,
      v: 1,
      prev: null,
      hash: createHash('sha256').update(data).digest(),
    })
    .execute();
}

/** A route of Fastify that answers a small JSON object, in a process of its own. */
export interface BareRoute {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it and waits until it answers. */
export async function startBareRoute(): Promise<BareRoute> {
  const script = fileURLToPath(new URL('bare-route.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const [url] = await child.stdout.map(String).take(1).toArray();
  return {
    url: String(url).trim(),
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
