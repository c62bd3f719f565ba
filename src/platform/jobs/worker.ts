import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import {
  Logger,
  parseCronItems,
  run,
  type Runner,
  type RunnerOptions,
  type Task,
  type WorkerEvents,
} from 'graphile-worker';

import { openDatabase, type Database } from '../database/database.ts';
import type { Log } from '../log.ts';
import { WorkerLiveness } from './liveness.ts';
import { openQueuePool } from './queue-pool.ts';

/** What a task is given besides its payload. The database is bound by the task: `transaction({ government }, …)`. */
export interface TaskContext {
  readonly government: string;
  readonly database: Database;
}

/** Does one job. It may run twice (after a crash), so it must find out what is already done. */
export type TaskHandler = (payload: unknown, context: TaskContext) => Promise<void>;

/** Work by the clock that belongs to no single government: it fans out, one job for each. */
export interface Round {
  /** When, as a cron pattern in UTC, such as `15 17 * * *`. */
  readonly at: string;
  readonly run: (database: Database) => Promise<void>;
}

export interface WorkerOptions {
  /** Its login must be a member of `pendopo_worker`. */
  readonly url: string;
  /** How many jobs run at the same time. */
  readonly concurrency: number;
  readonly tasks: Readonly<Record<string, TaskHandler>>;
  readonly rounds?: Readonly<Record<string, Round>>;
  readonly log: Log;
}

export interface Worker {
  /** Takes no more jobs, waits for the running ones, closes its connections. May be called twice. */
  stop(): Promise<void>;
}

/** Starts doing jobs. Jobs that a killed worker had taken are given back to the queue. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { url, concurrency, log } = options;
  const database = await openDatabase({ url, role: 'pendopo_worker', max: jobConnections(concurrency) });
  const pool = openQueuePool(url, QUEUE_CONNECTIONS);
  const events: WorkerEvents = new EventEmitter();
  reportFailures(events, log);
  const liveness = new WorkerLiveness(url, events, log);
  await liveness.start();
  const loop = new Loop({ ...runnerOptions(options, database), pgPool: pool, events }, log);
  await loop.start();
  const stop = async (): Promise<void> => {
    await loop.stop();
    await liveness.stop();
    await Promise.all([pool.end(), database.close()]);
  };
  let stopped: Promise<void> | undefined;
  return { stop: () => (stopped ??= stop()) };
}

/** One listens for new jobs, the others take and settle them, each for a moment. A connection costs 3 MB at the server. */
const QUEUE_CONNECTIONS = 3;

/** A job spends most of its time with counterparts (a mail server, a name server), without a transaction. */
const jobConnections = (concurrency: number): number => Math.ceil(concurrency / 2) + 1;

function runnerOptions(options: WorkerOptions, database: Database): RunnerOptions {
  const tasks = Object.entries(options.tasks).map(([name, handler]) => [name, taskOf(handler, database)]);
  const rounds = Object.entries(options.rounds ?? {});
  const roundTasks = rounds.map(([name, round]) => [name, () => round.run(database)]);
  return {
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => () => undefined),
    taskList: Object.fromEntries([...tasks, ...roundTasks]),
    parsedCronItems: parseCronItems(rounds.map(([task, round]) => ({ task, match: round.at }))),
  };
}

function taskOf(handler: TaskHandler, database: Database): Task {
  return async (job) => {
    const { government, payload } = job as { government: string; payload: unknown };
    await handler(payload, { government, database });
  };
}

function reportFailures(events: WorkerEvents, log: Log): void {
  events.on('job:error', ({ job, error }) => {
    const { id, attempts, max_attempts: maxAttempts, task_identifier: task } = job;
    log.warn({ job: id, task, attempts, maxAttempts, err: error }, 'job failed');
  });
}

/** The queue's runner, started again when it gives up because the database was away. */
class Loop {
  readonly #options: RunnerOptions;
  readonly #log: Log;
  #runner: Runner | undefined;
  #stopping = false;

  constructor(options: RunnerOptions, log: Log) {
    this.#options = options;
    this.#log = log;
  }

  async start(): Promise<void> {
    const runner = await run(this.#options);
    this.#runner = runner;
    void this.#watch(runner);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#runner?.stop().catch(() => undefined);
  }

  async #watch(runner: Runner): Promise<void> {
    await runner.promise.catch((error: unknown) => {
      this.#log.warn({ err: error }, 'the job worker was interrupted');
    });
    while (!this.#stopping) {
      await pause(1000);
      const started = this.#stopping ? undefined : await this.#tryAgain();
      if (started === true) return;
    }
  }

  async #tryAgain(): Promise<boolean> {
    try {
      await this.start();
      return true;
    } catch (error) {
      this.#log.warn({ err: error }, 'the job worker cannot start');
      return false;
    }
  }
}
