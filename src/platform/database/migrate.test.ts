import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

import { Client } from 'pg';

import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

describe('migrations', () => {
  let own: TestDatabase;
  let folder: string;
  const first = 'create table one (n int);';

  before(async () => {
    own = await createTestDatabase('migrate');
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-migrations-'));
    await ask('drop schema if exists pendopo cascade');
  });

  afterEach(() => rm(folder, { recursive: true }));
  after(() => own.drop());

  const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);
  const run = (): Promise<void> => migrate({ ...own, migrationsFrom: folder });

  async function ask(statement: string): Promise<unknown[]> {
    const client = new Client({ connectionString: own.ownerUrl });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  it('are applied once each, in order, also by several programs at once', async () => {
    await write('0001-one.sql', first);
    await write('0002-two.sql', 'alter table one add column m int;');
    await Promise.all([run(), run(), run()]);
    assert.deepEqual(await ask('select number, name from pendopo.schema_migration order by 1'), [
      { number: 1, name: '0001-one.sql' },
      { number: 2, name: '0002-two.sql' },
    ]);
    assert.deepEqual(await ask('select n, m from pendopo.one'), []);
  });

  it('undo what a failing one began, and go on from there when it is right', async () => {
    await write('0001-one.sql', first);
    await write('0002-two.sql', 'create table two (); select 1 / 0;');
    await assert.rejects(run(), /0002-two\.sql: division by zero/u);
    await write('0002-two.sql', 'create table two ();');
    await run();
    assert.deepEqual(await ask('select count(*)::int as n from pendopo.schema_migration'), [{ n: 2 }]);
  });

  it('refuse a file that was changed after it had been applied', async () => {
    await write('0001-one.sql', first);
    await run();
    await write('0001-one.sql', `${first} -- better`);
    await assert.rejects(run(), { code: 'migration-changed', message: /0001-one\.sql/u });
  });

  it('take a file for the same whose lines end as on Windows', async () => {
    await write('0001-one.sql', `${first}\n`);
    await run();
    await write('0001-one.sql', `${first}\r\n`);
    await run();
  });

  it('refuse a database that a newer program has used', async () => {
    await write('0001-one.sql', first);
    await write('0002-two.sql', 'create table two ();');
    await run();
    await rm(join(folder, '0002-two.sql'));
    await assert.rejects(run(), { code: 'database-newer' });
  });

  it('refuse a missing number', async () => {
    await write('0001-one.sql', first);
    await write('0003-three.sql', first);
    await assert.rejects(run(), /0003-three\.sql/u);
  });

  it('tell the statement when the owner may not grant the membership', async () => {
    await write('0001-one.sql', first);
    const stranger = own.appUrl.replace('pendopo_web', 'nobody_knows');
    await assert.rejects(migrate({ ...own, appUrl: stranger, migrationsFrom: folder }), {
      code: 'database-membership-missing',
      message: /grant "pendopo_app" to "nobody_knows"/u,
    });
  });

  it('let one login be owner, portal and worker, for those who only try', async () => {
    await write('0001-one.sql', first);
    await migrate({
      ownerUrl: own.ownerUrl,
      appUrl: own.ownerUrl,
      workerUrl: own.ownerUrl,
      migrationsFrom: folder,
    });
    for (const role of ['pendopo_app', 'pendopo_worker'] as const) {
      const database = await openDatabase({ url: own.ownerUrl, role, max: 1 });
      await database.close();
      await ask(`revoke ${role} from pendopo_owner granted by pendopo_owner`);
    }
    const refused = openDatabase({ url: own.ownerUrl, role: 'pendopo_app', max: 1 });
    await assert.rejects(refused, { code: 'database-role-missing' });
  });

  it('say that the database is away', async () => {
    await assert.rejects(migrate({ ...own, ownerUrl: 'postgresql://x@127.0.0.1:1/x' }), {
      code: 'database-away',
    });
  });
});
