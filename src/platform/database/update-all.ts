import { CompiledQuery } from 'kysely';
import type { Selectable } from 'kysely';
import { asJson, quoted } from './insert-all.ts';
import type { Tx } from './connection.ts';
import type { Tables } from './tables.ts';

/** Tables whose rows are found by government and id. */
type WithId = { [T in keyof Tables]: 'id' extends keyof Tables[T] ? T : never }[keyof Tables];

/** New values of one row: its id, and the columns to be set. */
export type RowUpdate<T extends WithId> = { readonly id: string } & Partial<
  Omit<Selectable<Tables[T]>, 'government' | 'id'>
>;

/**
 * Sets columns of many rows of one government by one statement. Every update has the same columns; rows that are not
 * there are passed over.
 */
export async function updateAll<T extends WithId>(
  tx: Tx,
  table: T,
  government: string,
  updates: readonly RowUpdate<T>[],
): Promise<void> {
  const [first] = updates;
  if (first === undefined) return;
  const columns = Object.keys(first).filter((column) => column !== 'id');
  const set = columns.map((column) => `${quoted(column)} = new.${quoted(column)}`).join(', ');
  const text = `update ${quoted(table)} old set ${set}
     from jsonb_populate_recordset(null::${quoted(table)}, $2::jsonb) new
    where old.government = $1 and old.id = new.id`;
  await tx.executeQuery(CompiledQuery.raw(text, [government, JSON.stringify(updates.map(asJson))]));
}
