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
export async function openBeside({ dataDirectory }: Pick<Portal, 'dataDirectory'>): Promise<Database> {
  const config = valueOf(readConfig({ DATA_DIR: dataDirectory }));
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

/** A server that does the least there is to do, in a process of its own. */
export interface BareServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A route of Fastify that answers a small JSON object. */
export const startBareRoute = async (): Promise<BareServer> => startServer('bare-route.ts');

/** Keeps the bytes it is sent, as the portal keeps a file, and writes the two rows of a bare transaction. */
export const startBareIntake = async ({ dataDirectory }: Portal): Promise<BareServer> =>
  startServer('bare-intake.ts', dataDirectory);

/** Starts it and waits until it tells its address. */
async function startServer(name: string, ...options: readonly string[]): Promise<BareServer> {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
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
