import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely';
import type { ClientBase, QueryResult as PgResult } from 'pg';

import { awayFaultOr } from './away.ts';
import type { Tables } from './tables.ts';
import { writeValue } from './values.ts';

/** A running transaction, bound to one government: what commands and queries are given to work with. */
export type Tx = Transaction<Tables>;

/**
 * Kysely over a connection that is already inside a transaction. Begin and commit are done by `database.ts`,
 * which also sets whose rows may be seen; so no query can be built that runs outside of such a transaction: once `isOpen`
 * says that it is over, nothing is sent any more. Statements given together travel together, in their order.
 */
export function transactionOver(client: ClientBase, isOpen: () => boolean = () => true): Tx {
  const connection = new PgConnection(client, isOpen);
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) };
  const executor = new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), provider);
  return new Transaction<Tables>({ config: { dialect }, dialect, driver: new DummyDriver(), executor });
}

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

const mostPrepared = 400;
const prepared = new Map<string, string>();

/**
 * Statements are prepared once a connection: planning them anew under row-level security costs more than most of them
 * take. Names count texts; what lies beyond the bound (texts built from lists of varying length) is planned each time.
 */
function preparedAs(text: string): { readonly name?: string } {
  const known = prepared.get(text);
  if (known !== undefined) return { name: known };
  if (prepared.size >= mostPrepared) return {};
  const name = `p${prepared.size}`;
  prepared.set(text, name);
  return { name };
}

/** A statement with its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Sends a statement, prepared; its parameters may be Temporal values. */
export function sendStatement<Row extends object>(
  client: ClientBase,
  { text, values }: Statement,
): Promise<PgResult<Row>> {
  return client.query<Row>({ text, values: values.map(writeValue), ...preparedAs(text) });
}

class PgConnection implements DatabaseConnection {
  readonly #client: ClientBase;
  readonly #isOpen: () => boolean;

  constructor(client: ClientBase, isOpen: () => boolean) {
    this.#client = client;
    this.#isOpen = isOpen;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.#isOpen())
      throw new Error('The transaction is over; what needs an earlier answer needs `transaction`.');
    try {
      const statement = { text: query.sql, values: query.parameters };
      const result = await sendStatement(this.#client, statement);
      return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    } catch (error) {
      throw awayFaultOr(error);
    }
  }

  // oxlint-disable-next-line require-yield -- the interface asks for a generator
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming needs a cursor, which nothing here uses; page with a key instead.');
  }
}
