import { DatabaseError, escapeLiteral, Pool, type PoolClient } from 'pg';

import { Fault } from '../../ground/index.ts';
import { awayFaultOr, isAway, outcomeUnknown } from './away.ts';
import { sendStatement, transactionOver, type Tx } from './connection.ts';
import { Gathering } from './gathering.ts';
import { insertStatement, type Writing } from './insert-all.ts';
import { checkServer, roleFaultOr } from './server-check.ts';
import { valueReaders } from './values.ts';

/** The roles the program acts as (migrations/0001); neither owns a table nor passes row-level security. */
export type DatabaseRole = 'pendopo_app' | 'pendopo_worker';

/** Whose rows a transaction may see. */
export interface Scope {
  readonly government: string;
  /** Who looks, for policies and search functions that distinguish; an id, never a name. */
  readonly viewer?: string;
}

/** The database as the program uses it: only transactions that say whose rows they may see. */
export interface Database {
  /** Runs `work` in one transaction bound to a government; committed when it returns, undone when it throws. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A transaction of questions none of which needs another's answer: begin, all of them and commit are one round trip.
   * `work` asks them before it waits for anything; what it asks later is refused. Without a scope as `withoutGovernment`.
   */
  ask<T>(scope: Scope | null, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A transaction whose last act is to insert: what `work` gives is written and committed by one round trip. Fault
   * `outcome-unknown` when no answer came.
   */
  write(scope: Scope, work: (tx: Tx) => Promise<Writing>): Promise<void>;
  /**
   * Inserts by a transaction of its own, or by one with what others insert for the same government at the same time; in both
   * cases all of it or nothing, and another's refusal is not told here. Fault `outcome-unknown` as above.
   */
  insert(government: string, writing: Writing): Promise<void>;
  /**
   * A transaction that sees no row under row-level security: for the named definer functions that are needed
   * before a government is known (list of governments, sign-in, checking a letter).
   */
  withoutGovernment<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when the database answers; rejects with the fault `database-away`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Its login must be a member of `role` (`migrate` sees to that). */
  readonly url: string;
  readonly role: DatabaseRole;
  /** Most connections at a time. */
  readonly max: number;
}

/**
 * Opens a pool of connections in the given role. Refuses (faults `database-too-old`, `database-role-missing`,
 * `database-role-unsafe`) a server below 15 and a role that row-level security does not bind.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = new Pool({
    connectionString: options.url,
    options: sessionOptions(options.role),
    max: options.max,
    connectionTimeoutMillis: 10_000,
    query_timeout: LONGEST_QUERY_MS,
    idleTimeoutMillis: 60_000,
    types: valueReaders,
    // A statement may be sent before the one in front of it is answered; see `begin` and `write`.
    pipeline: true,
  });
  survive(pool);
  const database = new PooledDatabase(pool);
  try {
    await database.use((client) => checkServer(client, options.role));
  } catch (error) {
    await pool.end();
    throw roleFaultOr(error, options.role);
  }
  return database;
}

/**
 * A server that stands still (its machine, its disk, the line) says nothing, so its own statement_timeout never comes.
 * `begin` waits for nobody: a healthy server answers it at once, however busy the tables are.
 */
const LONGEST_QUERY_MS = 35_000;
const LONGEST_BEGIN_MS = 8_000;

/** Settings of every session, given at connecting so that they cost no round trip. */
export function sessionOptions(role: DatabaseRole): string {
  const settings = {
    role,
    search_path: 'pendopo',
    timezone: 'UTC',
    statement_timeout: '30s',
    lock_timeout: '10s',
    // A transaction left open holds back everybody who wants the same row.
    idle_in_transaction_session_timeout: '60s',
    // Compiling pays for reports over millions of rows, not for pages.
    jit: 'off',
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** A lost connection is told to whoever runs a query on it; without listeners it would end the whole program. */
export function survive(pool: Pool): void {
  const told = (): void => undefined;
  pool.on('error', told);
  pool.on('connect', (client) => client.on('error', told));
}

class PooledDatabase implements Database {
  readonly #pool: Pool;
  readonly #gathering = new Gathering((government, statement) =>
    this.use(async (client) => {
      const begun = begin(client, bound({ government }));
      await settled(begun, sendStatement(client, statement), client.query('commit'));
    }),
  );

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#run(bound(scope), work);
  }

  async write(scope: Scope, work: (tx: Tx) => Promise<Writing>): Promise<void> {
    const whose = bound(scope);
    await this.use(async (client) => {
      const begun = begin(client, whose);
      const statement = await undoing(client, async () =>
        insertStatement(await work(transactionOver(client))),
      );
      const inserted = statement === null ? begun : sendStatement(client, statement);
      await settled(begun, inserted, client.query('commit'));
    });
  }

  async insert(government: string, writing: Writing): Promise<void> {
    const { government: whose } = bound({ government });
    const statement = insertStatement(writing);
    if (statement !== null) await this.#gathering.add(whose, statement);
  }

  async ask<T>(scope: Scope | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    const whose = scope === null ? NOBODY : bound(scope);
    return this.use(async (client) => {
      const { stream } = client.connection;
      stream.cork();
      const begun = begin(client, whose);
      let isOpen = true;
      const asked = (async () => work(transactionOver(client, () => isOpen)))();
      const committed = sentBy(asked).then(() => {
        isOpen = false;
        const sent = client.query('commit');
        stream.uncork();
        return sent;
      });
      return answered(begun, asked, committed);
    });
  }

  async withoutGovernment<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#run(NOBODY, work);
  }

  async ping(): Promise<void> {
    await this.use((client) => client.query('select 1'));
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  /** Lends a connection; one that turned out to be lost is not lent again. */
  async use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw awayFaultOr(error);
    });
    let lost = false;
    try {
      return await work(client);
    } catch (error) {
      const told = awayFaultOr(error);
      lost = isLost(told);
      throw told;
    } finally {
      client.release(lost);
    }
  }

  async #run<T>(whose: Required<Scope>, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.use(async (client) => {
      const begun = begin(client, whose);
      const result = await undoing(client, async () => {
        const found = await work(transactionOver(client));
        await begun;
        return found;
      });
      checkCommitted(await client.query('commit').catch(throwUnknown));
      return result;
    });
  }
}

const NOBODY: Required<Scope> = { government: '', viewer: '' };

function bound({ government, viewer = '' }: Scope): Required<Scope> {
  if (government === '') throw new TypeError('A transaction needs a government; see withoutGovernment.');
  return { government, viewer };
}

/** Runs the inside of a transaction; when it throws, all is undone. */
async function undoing<T>(client: PoolClient, inside: () => Promise<T>): Promise<T> {
  try {
    return await inside();
  } catch (error) {
    const told = awayFaultOr(error);
    // Whether this succeeds changes nothing: what is not committed is undone when the connection closes.
    if (!isLost(told)) await client.query('rollback').catch(() => undefined);
    throw told;
  }
}

/** Faults after which a connection is of no use. */
const lostCodes: ReadonlySet<string> = new Set(['database-away', 'outcome-unknown']);

const isLost = (error: unknown): boolean => error instanceof Fault && lostCodes.has(error.code);

/**
 * Begin and both settings travel together, and with whatever is asked before the program waits for something else. Should
 * they fail, what follows sees no row and may write none, for no government is set.
 */
function begin(client: PoolClient, { government, viewer }: Required<Scope>): Promise<unknown> {
  const { stream } = client.connection;
  stream.cork();
  setImmediate(() => stream.uncork());
  const set = (name: string, value: string): string =>
    `set_config('pendopo.${name}', ${escapeLiteral(value)}, true)`;
  const text = `begin; select ${set('government', government)}, ${set('viewer', viewer)}`;
  // The driver knows this setting of a single query; its types do not.
  const query = { text, query_timeout: LONGEST_BEGIN_MS };
  const begun = client.query(query);
  // Its failure is told to whoever waits for it before committing.
  begun.catch(() => undefined);
  return begun;
}

/** When everything was sent that could be without waiting for an answer: promises come before the next turn of the loop. */
async function sentBy(asked: Promise<unknown>): Promise<void> {
  // Its failure is told where its answer is waited for.
  asked.catch(() => undefined);
  await new Promise((next) => setImmediate(next));
}

/** The answers, once they are known to be committed; what went wrong first is thrown, after the last answer came. */
async function answered<T>(
  begun: Promise<unknown>,
  asked: Promise<T>,
  committed: Promise<Committed>,
): Promise<T> {
  const [beginning, questions, end] = await Promise.allSettled([begun, asked, committed]);
  if (beginning.status === 'rejected') throw beginning.reason;
  if (questions.status === 'rejected') throw questions.reason;
  if (end.status === 'rejected') throwUnknown(end.reason);
  checkCommitted(end.value);
  return questions.value;
}

type Committed = { readonly command: string };

/**
 * PostgreSQL answers a commit of a failed transaction with ROLLBACK and no error; that must not pass as done. When no
 * answer comes, the commit may have been done: the fault `outcome-unknown` says so to whoever would clean up.
 */
function checkCommitted({ command }: Committed): void {
  if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back.');
}

function throwUnknown(error: unknown): never {
  throw isAway(error) ? outcomeUnknown(error) : error;
}

/**
 * Waits for what was sent in one breath, and throws what went wrong first. An answer that says no is one to the commit as
 * well; when none came, the commit may have been done like all before it.
 */
async function settled(
  begun: Promise<unknown>,
  inserted: Promise<unknown>,
  commit: Promise<Committed>,
): Promise<void> {
  const [beginning, insertion, committed] = await Promise.allSettled([begun, inserted, commit]);
  for (const one of [beginning, insertion]) {
    if (one.status === 'fulfilled') continue;
    if (one.reason instanceof DatabaseError) throw one.reason;
    throwUnknown(one.reason);
  }
  if (committed.status === 'rejected') throwUnknown(committed.reason);
  else checkCommitted(committed.value);
}
