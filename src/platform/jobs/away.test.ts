import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

import {
  createLog,
  enqueue,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
  startWorker,
  type Database,
  type EmbeddedPostgres,
  type Worker,
} from '../index.ts';

/* A server of its own, because it is killed: nothing that a worker does meanwhile may end the program. */
describe('jobs while the database is away', { timeout: 120_000 }, () => {
  let base: string;
  let postgres: EmbeddedPostgres;
  let database: Database;
  let worker: Worker;
  let runs = 0;

  const kill = async (): Promise<void> => {
    const lock = await readFile(join(postgres.clusterDirectory, 'postmaster.pid'), 'utf8');
    process.kill(Number.parseInt(lock, 10), 'SIGKILL');
  };
  /** Each run of a job takes the database from under several at once, before any outcome is written. */
  const tasks = {
    'well done': async () => {
      runs += 1;
      if (runs === 1) await kill();
    },
    failing: async () => {
      runs += 1;
      if (runs === 1) await kill();
      throw new Error('the counterpart said no');
    },
  };

  before(async () => {
    base = await mkdtemp('/tmp/pendopo-away-');
    postgres = await startEmbeddedPostgres({ base, copies: base, progress: () => undefined });
    await migrate(postgres);
    database = await openDatabase({ url: postgres.appUrl, role: 'pendopo_app', max: 2 });
    worker = await startWorker({
      url: postgres.workerUrl,
      concurrency: 4,
      tasks,
      log: createLog('silent'),
    });
  });

  after(async () => {
    await worker.stop();
    await database.close();
    await postgres.stop();
    await rm(base, { recursive: true });
  });

  /** Puts four jobs at once; gives what the queue says of them when none is being done any more. */
  async function outcomeOf(task: string): Promise<unknown> {
    runs = 0;
    await database.transaction({ government: 'klaten' }, async (tx) => {
      for (let n = 1; n <= 4; n += 1) await enqueue(tx, { task, government: 'klaten', payload: { n } });
    });
    for (;;) {
      const rows = await jobs().catch(() => undefined);
      if (runs >= 4 && rows?.every(({ settled }) => settled)) return rows.map(({ reason }) => reason);
      await pause(50);
    }
  }

  async function jobs(): Promise<readonly { readonly settled: boolean; readonly reason: string }[]> {
    const client = new Client({ connectionString: postgres.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ settled: boolean; reason: string }>(
        `select locked_at is null and last_error is not null as settled, last_error as reason
           from graphile_worker._private_jobs`,
      );
      return rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  it('are done once it is back', async () => {
    assert.deepEqual(await outcomeOf('well done'), []);
  });

  it('have failed once it is back, with the reason', async () => {
    assert.deepEqual(await outcomeOf('failing'), Array(4).fill('the counterpart said no'));
  });
});
