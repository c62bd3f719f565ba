import type { WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import { Client } from 'pg';

import type { Tx } from '../database/connection.ts';
import { sessionOptions } from '../database/database.ts';
import type { Log } from '../log.ts';

/** How often jobs of dead workers are looked for. */
const rhythm = 15_000;

/** The lock that says "the worker of this id lives"; the first number only keeps it apart from other locks. */
const lockOf = (id: string): string => `7360412, hashtext(${id})`;

/** How many workers live, on whatever machine: each holds its lock as long as it is connected. */
export async function workerLocks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_locks
     where locktype = 'advisory' and classid = 7360412 and granted
       and database = (select oid from pg_database where datname = current_database())`.execute(tx);
  return rows[0]?.n ?? 0;
}

/**
 * Knows which workers live, so that a job taken by a killed one is done in seconds; by itself the queue gives it
 * back after four hours. A living worker holds an advisory lock on its id, which PostgreSQL lets go together with
 * the connection, however the process ended.
 */
export class WorkerLiveness {
  readonly #url: string;
  readonly #log: Log;
  readonly #own = new Set<string>();
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(url: string, events: WorkerEvents, log: Log) {
    this.#url = url;
    this.#log = log;
    events.on('pool:create', ({ workerPool }) => {
      this.#own.add(workerPool.id);
      this.#soon();
    });
    events.on('pool:release', ({ workerPool }) => this.#own.delete(workerPool.id));
  }

  /** Gives back what dead workers hold, once now and then regularly. */
  async start(): Promise<void> {
    await this.#look();
    this.#timer = setInterval(() => this.#soon(), rhythm);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#running;
    await this.#disconnect();
  }

  #soon(): void {
    this.#running = this.#running
      .then(() => this.#look())
      .catch(async (error: unknown) => {
        this.#log.warn({ err: error }, 'cannot look for jobs of dead workers');
        await this.#disconnect();
      });
  }

  async #look(): Promise<void> {
    const client = await this.#connected();
    await client.query(
      `select pg_try_advisory_lock(${lockOf('id')})
         from unnest($1::text[]) id
        where not exists (select from pg_locks l where l.locktype = 'advisory' and l.pid = pg_backend_pid()
                           and l.classid = 7360412 and l.objid = hashtext(id)::oid)`,
      [[...this.#own]],
    );
    const { rows } = await client.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null`,
    );
    for (const { id } of rows) if (!this.#own.has(id)) await this.#release(client, id);
  }

  /** Whoever can take the lock of a worker knows that it is dead. */
  async #release(client: Client, id: string): Promise<void> {
    const { rows } = await client.query<{ dead: boolean }>(
      `select pg_try_advisory_lock(${lockOf('$1')}) as dead`,
      [id],
    );
    if (rows[0]?.dead !== true) return;
    await client.query('select graphile_worker.force_unlock_workers(array[$1])', [id]);
    await client.query(`select pg_advisory_unlock(${lockOf('$1')})`, [id]);
    this.#log.info({ worker: id }, 'gave back the jobs of a worker that is gone');
  }

  async #connected(): Promise<Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new Client({
      connectionString: this.#url,
      options: sessionOptions('pendopo_worker'),
    });
    client.on('error', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    this.#client = client;
    return client;
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }
}
