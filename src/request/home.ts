import { sql } from 'kysely';
import type { Database } from '../platform/index.ts';

/** The government a request number belongs to, or null; says nothing else about the request. */
export async function findHome(database: Database, number: string): Promise<string | null> {
  const found = await database.withoutGovernment((tx) =>
    sql<{ government: string }>`select government from find_request_home(${number})`.execute(tx),
  );
  return found.rows[0]?.government ?? null;
}
