import { CompiledQuery } from 'kysely';
import type { Selectable } from 'kysely';

import type { Tx } from './connection.ts';
import type { Tables } from './tables.ts';

/** Rows by table, as they would be read back; columns that the database fills in itself are left out. */
export type RowsByTable = { readonly [T in keyof Tables]?: readonly Partial<Selectable<Tables[T]>>[] };

/**
 * Inserts rows into several tables by one statement. What belongs together is then one round trip, planned once a
 * connection, instead of one for each table. Every row of a table has the same columns.
 */
export async function insertAll(tx: Tx, rows: RowsByTable): Promise<void> {
  const filled = Object.entries(rows).filter(([, list]) => list.length > 0);
  if (filled.length === 0) return;
  const inserts = filled.map(([table, list], index) =>
    insertOf(table, Object.keys(list[0] ?? {}), index + 1),
  );
  const parts = inserts.map((insert, index) => `t${index} as (${insert})`);
  const values = filled.map(([, list]) => JSON.stringify(list.map(asJson)));
  await tx.executeQuery(CompiledQuery.raw(`with ${parts.join(', ')} select 1`, values));
}

/** Names come from this program's types, but quoting costs nothing. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function insertOf(table: string, columns: readonly string[], parameter: number): string {
  const list = columns.map(quoted).join(', ');
  return `insert into ${quoted(table)} (${list}) select ${list} from jsonb_populate_recordset(null::${quoted(table)}, $${parameter}::jsonb)`;
}

/** A row as jsonb_populate_recordset reads it: bytes in hex, Temporal values as text, all else as JSON has it. */
function asJson(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]: [string, unknown]) => [
      column,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  );
}
