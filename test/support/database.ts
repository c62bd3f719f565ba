import { spawnSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';

import { Client, escapeIdentifier } from 'pg';

import { migrate, startEmbeddedPostgres, type DatabaseAddresses } from '../../src/platform/index.ts';

/** A migrated database of its own, with the addresses of the three roles. */
export interface TestDatabase extends DatabaseAddresses {
  drop(): Promise<void>;
}

/** A real PostgreSQL for tests, fsync on, that goes away with the process. */
export interface TestCluster {
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

/** Where `test/run.ts` tells the test files which cluster to use. */
export const clusterVariable = 'PENDOPO_TEST_CLUSTER';

/** What a database is copied from: one that was only migrated, or one in which governments were brought in too. */
export type Template = 'migrated' | 'brought-in';

const templates: Readonly<Record<Template, string>> = { migrated: 'pendopo', 'brought-in': 'brought_in' };
let made = 0;
let ownCluster: Promise<string> | undefined;

/** A folder below /tmp that the next run removes should this one be killed; whoever makes it removes it otherwise. */
export async function makeRunFolder(): Promise<string> {
  const folder = await mkdtemp(`/tmp/pendopo-test-${process.pid}-`);
  // Real servers in it run as users of their own: they may pass through, and read no names.
  await chmod(folder, 0o711);
  return folder;
}

/**
 * Starts a cluster in a folder of its own below /tmp, whose database `pendopo` is migrated and serves as the
 * template of others.
 */
export async function startTestCluster(): Promise<TestCluster> {
  sweep();
  const base = await makeRunFolder();
  const postgres = await startEmbeddedPostgres({
    base,
    copies: base,
    progress: () => undefined,
  });
  const remove = (): void => removeAtExit(base);
  process.once('exit', remove);
  await migrate(postgres);
  const stop = async (): Promise<void> => {
    process.off('exit', remove);
    await postgres.stop();
    rmSync(base, { recursive: true });
  };
  return { superuserUrl: postgres.superuserUrl, stop };
}

/**
 * A new database, copied from a template in about 0.1 s. In a test file that is run alone the first call starts a
 * cluster for this process.
 */
export async function createTestDatabase(
  name: string,
  template: Template = 'migrated',
): Promise<TestDatabase> {
  const superuserUrl = await currentCluster();
  made += 1;
  const database = `test_${name.replaceAll(/\W+/gu, '_').slice(0, 30)}_${process.pid}_${made}`;
  return copyDatabase(superuserUrl, templates[template], database);
}

/** Makes the database from which those "brought in" are copied; `fill` puts in what they all begin with. */
export async function makeBroughtInTemplate(
  fill: (addresses: DatabaseAddresses) => Promise<void>,
): Promise<void> {
  const superuserUrl = await currentCluster();
  await fill(await copyDatabase(superuserUrl, templates.migrated, templates['brought-in']));
}

/** Whether this run made that template; a file that is run alone does without. */
export const hasBroughtInTemplate = (): boolean => process.env[clusterVariable] !== undefined;

async function copyDatabase(superuserUrl: string, template: string, database: string): Promise<TestDatabase> {
  const identifier = escapeIdentifier(database);
  await asSuperuser(superuserUrl, `create database ${identifier} template ${template} owner pendopo_owner`);
  // What migrations/0001 does; rights on a database are not copied with it.
  await asSuperuser(superuserUrl, `revoke temporary on database ${identifier} from public`);
  return {
    ownerUrl: addressOf(superuserUrl, 'pendopo_owner', database),
    appUrl: addressOf(superuserUrl, 'pendopo_web', database),
    workerUrl: addressOf(superuserUrl, 'pendopo_jobs', database),
    drop: () => asSuperuser(superuserUrl, `drop database if exists ${identifier} with (force)`),
  };
}

async function currentCluster(): Promise<string> {
  const given = process.env[clusterVariable];
  if (given !== undefined) return given;
  ownCluster ??= startTestCluster().then((cluster) => cluster.superuserUrl);
  return ownCluster;
}

function addressOf(superuserUrl: string, login: string, database: string): string {
  const url = new URL(superuserUrl);
  url.username = login;
  url.pathname = `/${database}`;
  return url.href;
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** At exit nothing can be awaited; the server has been told to stop and removes its lock file when it has. */
function removeAtExit(base: string): void {
  const gone = `i=0; while [ -e '${base}/cluster/postmaster.pid' ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i+1)); done`;
  spawnSync('sh', ['-c', `${gone}; rm -rf '${base}'`]);
}

/** Removes what killed test runs left. A server whose folder is gone notices within a minute and ends. */
function sweep(): void {
  for (const folder of globSync('/tmp/pendopo-test-*')) {
    const pid = Number(folder.split('-')[2]);
    if (!isRunning(pid)) rmSync(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
