/** What the rooms use of the platform: configuration, log, database, jobs, files, keys, mail, the HTTP server. */
export { readConfig } from './config.ts';
export type { Config, DatabaseConfig, Environment, ProviderSettings, SecondFactorDemand } from './config.ts';
export { createLog } from './log.ts';
export type { Log, LogLevel } from './log.ts';
export { mayHaveBeenDone } from './database/away.ts';
export { openDatabase } from './database/database.ts';
export type { Database, DatabaseOptions, DatabaseRole, Scope } from './database/database.ts';
export type { Tx } from './database/connection.ts';
export { insertAll } from './database/insert-all.ts';
export type { RowsByTable } from './database/insert-all.ts';
export type { Tables } from './database/tables.ts';
export { migrate } from './database/migrate.ts';
export { startEmbeddedPostgres } from './database/embedded/postgres.ts';
export type { DatabaseAddresses, EmbeddedPostgres } from './database/embedded/postgres.ts';
export * from './crypto/index.ts';
export * from './http/index.ts';
export * from './files/index.ts';
export { enqueue, listFailedJobs, retryJob } from './jobs/queue.ts';
export type { FailedJob, Job } from './jobs/queue.ts';
export { workerLocks } from './jobs/liveness.ts';
export { startWorker } from './jobs/worker.ts';
export type { Round, TaskContext, TaskHandler, Worker, WorkerOptions } from './jobs/worker.ts';
export * from './journal/index.ts';
export * from './mail/index.ts';

export type { DataDirectory } from './data-directory/data-directory.ts';
export { besideInstallation, joinInstallation, openInstallation } from './installation.ts';
export type { Installation, Progress } from './installation.ts';
