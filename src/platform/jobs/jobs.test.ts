import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { after, afterEach, before, describe, it } from 'node:test';

import { sql } from 'kysely';
import { Client } from 'pg';

import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  createLog,
  enqueue,
  listFailedJobs,
  openDatabase,
  retryJob,
  startWorker,
  type Database,
  type FailedJob,
  type TaskHandler,
  type Worker,
} from '../index.ts';

describe('jobs', () => {
  let own: TestDatabase;
  let database: Database;
  let worker: Worker | undefined;
  const log = createLog('silent');

  before(async () => {
    own = await createTestDatabase('jobs');
    database = await openDatabase({ url: own.appUrl, role: 'pendopo_app', max: 2 });
  });

  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
  });

  after(async () => {
    await database.close();
    await own.drop();
  });

  const work = async (tasks: Record<string, TaskHandler>): Promise<void> => {
    worker = await startWorker({ url: own.workerUrl, concurrency: 2, tasks, log });
  };
  const put = (
    government: string,
    task: string,
    rest: Partial<Parameters<typeof enqueue>[1]> = {},
  ): Promise<void> =>
    database.transaction({ government }, (tx) =>
      enqueue(tx, { task, government, payload: { n: 1 }, ...rest }),
    );
  const failed = (government: string): Promise<readonly FailedJob[]> =>
    database.transaction({ government }, (tx) => listFailedJobs(tx, government));

  /** Handlers that tell what they were given, and a way to await it. */
  function listening(): { handler: TaskHandler; heard: () => Promise<unknown[]> } {
    const bell = new EventEmitter();
    const queue = once(bell, 'job');
    return {
      handler: async (payload, { government, database: bound }) => {
        const role = await bound.transaction({ government }, async (tx) => {
          const { rows } = await sql<{ role: string }>`
            select current_user || ' for ' || pendopo.current_government() as role`.execute(tx);
          return rows[0]!.role;
        });
        bell.emit('job', payload, role);
      },
      heard: () => queue,
    };
  }

  it('does a job once its transaction is committed, as the worker role, for its government', async () => {
    const { handler, heard } = listening();
    await work({ greet: handler });
    await put('klaten', 'greet');
    assert.deepEqual(await heard(), [{ n: 1 }, 'pendopo_worker for klaten']);
  });

  it('takes jobs together with the rows they follow from, each as it was put', async () => {
    const { handler, heard } = listening();
    await work({ follow: handler });
    const later = { key: 'once/1', runAt: Temporal.Instant.from('2100-01-01T00:00Z') };
    const one = { task: 'follow', government: 'klaten', payload: { n: 2 } };
    await database.write({ government: 'klaten' }, async () => ({
      rows: {},
      jobs: [one, { ...one, task: 'once', ...later }],
    }));
    assert.deepEqual(await heard(), [{ n: 2 }, 'pendopo_worker for klaten']);
    await put('klaten', 'once', later);
    assert.equal(await waiting('once'), 1);
    const foreign = database.write({ government: 'bulungan' }, async () => ({ rows: {}, jobs: [one] }));
    await assert.rejects(foreign, { code: '42501' });
  });

  it('forgets a job whose transaction is undone', async () => {
    const undone = database.transaction({ government: 'klaten' }, async (tx) => {
      await enqueue(tx, { task: 'never', government: 'klaten', payload: {} });
      throw new Error('undone');
    });
    await assert.rejects(undone, /undone/u);
    assert.equal(await waiting('never'), 0);
  });

  it('replaces a waiting job of the same key, but not that of another government', async () => {
    const later = { key: 'deadline/1', runAt: Temporal.Instant.from('2100-01-01T00:00Z') };
    await put('klaten', 'later', later);
    await put('klaten', 'later', later);
    await put('bulungan', 'later', later);
    assert.equal(await waiting('later'), 2);
  });

  it('refuses a job for another government than that of the transaction', async () => {
    const foreign = database.transaction({ government: 'klaten' }, (tx) =>
      enqueue(tx, { task: 'greet', government: 'bulungan', payload: {} }),
    );
    await assert.rejects(foreign, { code: '42501' });
  });

  it('hides the queue from the portal', async () => {
    for (const statement of [
      'select * from graphile_worker._private_jobs',
      "select graphile_worker.add_job('x')",
    ]) {
      const query = database.transaction({ government: 'klaten' }, (tx) => sql.raw(statement).execute(tx));
      await assert.rejects(query, { code: '42501' });
    }
  });

  it('shows a failed job to its own government only, and runs it again when asked', async () => {
    const bell = new EventEmitter();
    let broken = true;
    const tried = once(bell, 'tried');
    const task: TaskHandler = async () => {
      bell.emit('tried');
      if (broken) throw new Error('the counterpart said no\nwith details');
      bell.emit('done');
    };
    await work({ fragile: task });
    await put('klaten', 'fragile');
    await tried;
    await worker?.stop();
    const [job] = await failed('klaten');
    assert.equal(job?.task, 'fragile');
    assert.equal(job?.attempts, 1);
    assert.equal(job?.reason, 'the counterpart said no');
    assert.ok(job?.nextAttempt instanceof Temporal.Instant);
    assert.deepEqual(await failed('bulungan'), []);

    const retry = (government: string): Promise<boolean> =>
      database.transaction({ government }, (tx) => retryJob(tx, government, job.id));
    assert.equal(await retry('bulungan'), false);
    broken = false;
    const done = once(bell, 'done');
    assert.equal(await retry('klaten'), true);
    await work({ fragile: task });
    await done;
    await worker?.stop();
    assert.deepEqual(await failed('klaten'), []);
  });

  it('does the job that a killed worker had taken', async () => {
    const { handler, heard } = listening();
    await put('klaten', 'orphan');
    // What a worker leaves in the queue that was killed in the middle of a job: nobody holds its lock.
    await asOwner(`update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now(), attempts = 1
                    where task_id = (select id from graphile_worker._private_tasks where identifier = 'orphan')`);
    await work({ orphan: handler });
    assert.deepEqual((await heard())[0], { n: 1 });
  });

  it('leaves a living worker its job, though another one looks for dead ones', async () => {
    const bell = new EventEmitter();
    const taken = once(bell, 'taken');
    let runs = 0;
    const slow: TaskHandler = async () => {
      runs += 1;
      bell.emit('taken');
      await once(bell, 'go on');
    };
    await work({ slow });
    await put('klaten', 'slow');
    await taken;
    const other = await startWorker({ url: own.workerUrl, concurrency: 1, tasks: { slow }, log });
    const { rows } = await asOwner(
      'select locked_by is not null as held from graphile_worker._private_jobs where locked_at is not null',
    );
    assert.deepEqual(rows, [{ held: true }]);
    bell.emit('go on');
    await other.stop();
    assert.equal(runs, 1);
  });

  async function waiting(task: string): Promise<number> {
    const { rows } = await asOwner(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = '${task}'`,
    );
    return (rows as { n: number }[])[0]!.n;
  }

  async function asOwner(statement: string): Promise<{ rows: unknown[] }> {
    const client = new Client({ connectionString: own.ownerUrl });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(statement);
    await client.end();
    return { rows };
  }
});
