import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Client } from 'pg';

import { Fault, type Words } from '../../ground/index.ts';
import { awayFaultOr } from './away.ts';
import { grantMembership } from './membership.ts';
import { migrationsDirectory, readMigrations, type Migration } from './migration-files.ts';
import { migrateQueue } from './queue-schema.ts';
import { checkVersion } from './server-check.ts';

export interface MigrateOptions {
  /** The login that owns the tables; needs CREATEROLE at the first migration. */
  readonly ownerUrl: string;
  /** Logins that shall act as `pendopo_app` and `pendopo_worker`. */
  readonly appUrl: string;
  readonly workerUrl: string;
  /** Told of every migration that is applied. */
  readonly progress?: (words: Words) => void;
  /** Another folder of migrations, for tests. */
  readonly migrationsFrom?: string;
}

/** Any number of processes may start at once; one migrates, the others wait. The number is arbitrary. */
const advisoryLock = 7_360_412_911;

/**
 * Brings the database to the state the program expects: numbered migrations once each, in order, each in its
 * own transaction; then the tables of the job queue and the memberships of the logins. Faults:
 * `migration-changed`, `database-newer`, `database-too-old`, `database-membership-missing`, `database-away`.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const client = new Client({ connectionString: options.ownerUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkVersion(client);
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    await migrateAll(client, options);
  } catch (error) {
    throw awayFaultOr(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function migrateAll(client: Client, options: MigrateOptions): Promise<void> {
  const directory = options.migrationsFrom ?? migrationsDirectory;
  const migrations = await readMigrations(directory);
  const applied = await appliedChecksums(client);
  checkHistory(migrations, applied);
  for (const migration of migrations.slice(applied.size)) {
    options.progress?.({
      id: `Migrasi basis data ${migration.name}`,
      en: `Migrating the database: ${migration.name}`,
    });
    await apply(client, migration);
  }
  await migrateQueue(options.ownerUrl);
  await client.query(await readFile(join(migrationsDirectory, 'after-queue.sql'), 'utf8'));
  await grantMembership(client, 'pendopo_app', options.appUrl);
  await grantMembership(client, 'pendopo_worker', options.workerUrl);
}

async function appliedChecksums(client: Client): Promise<ReadonlyMap<number, string>> {
  await client.query(`
    create schema if not exists pendopo;
    create table if not exists pendopo.schema_migration (
      number int primary key, name text not null, checksum text not null, applied timestamptz not null default now()
    );
    comment on table pendopo.schema_migration is 'Which files of migrations/ were applied, with the SHA-256 of their text.';
  `);
  const { rows } = await client.query<{ number: number; checksum: string }>(
    'select number, checksum from pendopo.schema_migration order by number',
  );
  return new Map(rows.map((row) => [row.number, row.checksum]));
}

/** What was applied must still be what the files say: otherwise nobody knows the shape of the tables. */
function checkHistory(migrations: readonly Migration[], applied: ReadonlyMap<number, string>): void {
  if (applied.size > migrations.length) {
    throw new Fault('unavailable', 'database-newer', {
      id: `Basis data ini sudah dipakai oleh Pendopo yang lebih baru (migrasi ${applied.size}, program ini mengenal ${migrations.length}). Pasang versi yang lebih baru.`,
      en: `This database was already used by a newer Pendopo (migration ${applied.size}; this program knows ${migrations.length}). Install the newer version.`,
    });
  }
  for (const migration of migrations.slice(0, applied.size)) {
    if (applied.get(migration.number) === migration.checksum) continue;
    throw new Fault('unavailable', 'migration-changed', {
      id: `Berkas ${migration.name} berubah setelah diterapkan. Kembalikan isinya dan tulis perubahan sebagai migrasi baru.`,
      en: `The file ${migration.name} was changed after it had been applied. Restore it and write the change as a new migration.`,
    });
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query('set local search_path = pendopo');
    await client.query(migration.sql);
    await client.query('insert into pendopo.schema_migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof Error
      ? Object.assign(error, { message: `${migration.name}: ${error.message}` })
      : error;
  }
}
