import { Logger, runMigrations } from 'graphile-worker';

/** Brings the tables of the job queue (schema `graphile_worker`) up to date, as their owner. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });
}
