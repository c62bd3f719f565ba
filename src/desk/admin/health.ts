/** What an administrator looks at first: is the database there, does a worker live, is there room on the disk. */
import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { listFailedJobs, workerLocks } from '../../platform/index.ts';
import type { WebContext } from '../../web/index.ts';

export interface Health {
  /** "18.0 (…)". */
  readonly database: string;
  readonly workers: number;
  readonly failedJobs: number;
  /** Bytes on the file system of the data directory. */
  readonly disk: { readonly free: number; readonly all: number };
  readonly node: string;
  readonly definitions: number;
}

export async function readHealth(
  { database, catalogue, dataDirectory }: WebContext,
  government: string,
): Promise<Health> {
  const disk = await statfs(dataDirectory);
  return database.transaction({ government }, async (tx) => {
    const { rows } = await sql<{
      version: string;
    }>`select current_setting('server_version') as version`.execute(tx);
    return {
      database: `PostgreSQL ${rows[0]?.version ?? ''}`,
      workers: await workerLocks(tx),
      failedJobs: (await listFailedJobs(tx, government)).length,
      disk: { free: disk.bavail * disk.bsize, all: disk.blocks * disk.bsize },
      node: process.version,
      definitions: catalogue.services(government).length,
    };
  });
}
