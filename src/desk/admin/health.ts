/** What an administrator wants to know of the machine: read here, judged in health-lines. */
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import {
  findKeyBackup,
  jobBacklog,
  listFailedJobs,
  programVersion,
  workerLocks,
} from '../../platform/index.ts';
import type { Backlog, Tx } from '../../platform/index.ts';
import { CHECKPOINTS, readCheckpointStanding, readOutbox } from '../../request/index.ts';
import type { CheckpointStanding, Outbox } from '../../request/index.ts';
import type { WebContext } from '../../web/index.ts';

export interface Health {
  readonly now: Temporal.Instant;
  readonly database: DatabaseFacts;
  readonly workers: number;
  readonly backlog: Backlog;
  readonly failedJobs: number;
  readonly outbox: Outbox;
  /** False: there is no mail server, and messages are only kept. */
  readonly mailLeaves: boolean;
  /** Bytes on the file system of the data directory. */
  readonly disk: { readonly free: number; readonly all: number };
  readonly checkpoints: CheckpointStanding | null;
  /** When the journal was verified from the desk last, and with how many findings. */
  readonly verified: { readonly at: Temporal.Instant; readonly findings: number } | null;
  /** When this very master key was backed up last. */
  readonly keyBackup: Temporal.Instant | null;
  readonly program: { readonly version: string; readonly node: string; readonly started: Temporal.Instant };
  readonly definitions: number;
}

interface DatabaseFacts {
  /** "18.0 (…)". */
  readonly version: string;
  readonly bytes: number;
  /** Its clock; deadlines are found by ours, jobs begin by its. */
  readonly clock: Temporal.Instant;
}

/** Act under which a verification of the journal stands in the record. */
export const VERIFIED = 'journal-verified';

export async function readHealth(context: WebContext, government: string): Promise<Health> {
  const { catalogue, dataDirectory, keys, mailLeaves } = context;
  const now = context.clock.now();
  const [disk, note] = await Promise.all([statfs(dataDirectory), findKeyBackup(dataDirectory)]);
  const facts = await context.database.transaction({ government }, async (tx) => ({
    database: await databaseFacts(tx),
    workers: await workerLocks(tx),
    backlog: await jobBacklog(tx, government, now),
    failedJobs: (await listFailedJobs(tx, government)).length,
    outbox: await readOutbox(tx, government, now),
    checkpoints: await readCheckpointStanding(tx, government, join(dataDirectory, CHECKPOINTS)),
    verified: await lastVerification(tx, government),
  }));
  return {
    ...facts,
    now,
    mailLeaves,
    disk: { free: disk.bavail * disk.bsize, all: disk.blocks * disk.bsize },
    keyBackup: note?.fingerprint === keys.fingerprint ? note.at : null,
    program: {
      version: programVersion(),
      node: process.version,
      started: now.subtract({ seconds: Math.round(process.uptime()) }),
    },
    definitions: catalogue.services(government).length,
  };
}

async function databaseFacts(tx: Tx): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version, pg_database_size(current_database())::int8 as bytes,
           clock_timestamp() as clock`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the database told nothing about itself');
  return row;
}

async function lastVerification(tx: Tx, government: string): Promise<Health['verified']> {
  const row = await tx
    .selectFrom('access_log')
    .select(['at', 'reason'])
    .where('government', '=', government)
    .where('act', '=', VERIFIED)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.at, findings: Number(row.reason) } : null;
}
