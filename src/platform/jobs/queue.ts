import { sql } from 'kysely';

import type { Tx } from '../database/connection.ts';

/** A piece of work to be done after the transaction. */
export interface Job {
  /** Name of the task, as given to `startWorker`. */
  readonly task: string;
  /** The government the transaction is bound to; another one is refused by the database. */
  readonly government: string;
  /** Ids and codes only; personal values stay in their tables. */
  readonly payload: object;
  /** Not before this moment; now, when left out. */
  readonly runAt?: Temporal.Instant;
  /** A waiting job with the same key of the same government is replaced. */
  readonly key?: string;
}

/** Puts a job in the queue as part of the transaction: it runs once that is committed, and not otherwise. */
export async function enqueue(tx: Tx, job: Job): Promise<void> {
  const { task, government, payload, runAt, key } = job;
  await sql`select pendopo.enqueue(
    ${task}, ${government}, ${payload}::jsonb, ${runAt ?? null}::timestamptz, ${key ?? null}
  )`.execute(tx);
}

/** A job that failed at least once and is not done. */
export interface FailedJob {
  readonly id: number;
  readonly task: string;
  readonly key: string | null;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Null when it will not be tried again by itself. */
  readonly nextAttempt: Temporal.Instant | null;
  readonly created: Temporal.Instant;
  /** First line of the last error, in English. */
  readonly reason: string;
}

/** The failed jobs of a government, oldest first, at most 500. */
export async function listFailedJobs(tx: Tx, government: string): Promise<readonly FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id, task, job_key as key, attempts, max_attempts as "maxAttempts",
           next_attempt as "nextAttempt", created, reason
      from pendopo.failed_jobs(${government})`.execute(tx);
  return rows;
}

/** Lets a failed job run now, with all its attempts again. False when there is no such job, or it is running. */
export async function retryJob(tx: Tx, government: string, id: number): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select pendopo.retry_job(${government}, ${id}) as done`.execute(tx);
  return rows[0]?.done === true;
}

/** How a job stands that was not done yet. */
export interface JobStanding {
  /** How often it was begun; a worker that is killed leaves no other trace. */
  readonly attempts: number;
  readonly running: boolean;
  /** Null when it will not be tried again by itself. */
  readonly nextAttempt: Temporal.Instant | null;
}

/** The job that was put in the queue under a key. Null when there is none: it is done, or was given up. */
export async function findJob(tx: Tx, government: string, key: string): Promise<JobStanding | null> {
  const { rows } = await sql<JobStanding>`
    select attempts, running, next_attempt as "nextAttempt"
      from pendopo.job_standing(${government}, ${key})`.execute(tx);
  return rows[0] ?? null;
}

/** What was taken out of the queue. */
export interface GivenUpJob {
  readonly task: string;
  readonly payload: unknown;
}

/** Takes a failed job out of the queue for good. Null when there is no such job, or it is running. */
export async function giveUpJob(tx: Tx, government: string, id: number): Promise<GivenUpJob | null> {
  const { rows } = await sql<{ job: GivenUpJob | null }>`
    select pendopo.give_up_job(${government}, ${id}) as job`.execute(tx);
  return rows[0]?.job ?? null;
}

/** Work that should have begun by an instant and has not; failed jobs are not in it. */
export interface Backlog {
  readonly waiting: number;
  /** When the one that waits longest should have begun. */
  readonly oldest: Temporal.Instant | null;
}

/** How much of a government's work waits at an instant. */
export async function jobBacklog(tx: Tx, government: string, at: Temporal.Instant): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select waiting::int as waiting, oldest from pendopo.job_backlog(${government}, ${at})`.execute(tx);
  return rows[0] ?? { waiting: 0, oldest: null };
}
