import { CompiledQuery } from 'kysely';
import type { Selectable } from 'kysely';

import type { Job } from '../jobs/queue.ts';
import type { Tx } from './connection.ts';
import type { ListStatement } from './gathering.ts';
import type { Tables } from './tables.ts';

/** Rows by table, as they would be read back; columns that the database fills in itself are left out. */
export type RowsByTable = { readonly [T in keyof Tables]?: readonly Partial<Selectable<Tables[T]>>[] };

/** What is written together: rows, and jobs that follow from them. */
export interface Writing {
  readonly rows: RowsByTable;
  readonly jobs?: readonly Job[];
}

/**
 * Inserts rows into several tables by one statement. What belongs together is then one round trip, planned once a
 * connection, instead of one for each table. Every row of a table has the same columns.
 */
export async function insertAll(tx: Tx, rows: RowsByTable, jobs: readonly Job[] = []): Promise<void> {
  const statement = insertStatement({ rows, jobs });
  if (statement !== null) await tx.executeQuery(CompiledQuery.raw(statement.text, [...statement.values]));
}

/** The statement that writes all of it, or null when there is nothing to write. */
export function insertStatement({ rows, jobs = [] }: Writing): ListStatement | null {
  const filled = Object.entries(rows).filter(([, list]) => list.length > 0);
  if (filled.length === 0 && jobs.length === 0) return null;
  const shapes = filled.map(([table, list]): Shape => [table, ...Object.keys(list[0] ?? {})]);
  const values = filled.map(([, list]) => JSON.stringify(list.map(asJson)));
  const text = textOf(shapes, jobs.length > 0);
  return { text, values: jobs.length > 0 ? [...values, JSON.stringify(jobs)] : values };
}

/** A table and its columns. */
type Shape = readonly [table: string, ...columns: readonly string[]];

/** There are as many as there are ways of writing in this program; beyond the bound a text is made each time. */
const MOST_TEXTS = 200;
const texts = new Map<string, string>();

/** The text for rows of such shapes, with or without jobs behind them. */
function textOf(shapes: readonly Shape[], withJobs: boolean): string {
  const key = `${shapes.join(';')}${withJobs ? '+' : ''}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const parts = shapes.map(
    ([table, ...columns], index) => `t${index} as (${insertOf(table, columns, index + 1)})`,
  );
  const inserts = parts.length > 0 ? `with ${parts.join(', ')} ` : '';
  const text = `${inserts}${withJobs ? enqueueOf(shapes.length + 1) : 'select 1'}`;
  if (texts.size < MOST_TEXTS) texts.set(key, text);
  return text;
}

/** Names come from this program's types, but quoting costs nothing. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function insertOf(table: string, columns: readonly string[], parameter: number): string {
  const list = columns.map(quoted).join(', ');
  return `insert into ${quoted(table)} (${list}) select ${list} from jsonb_populate_recordset(null::${quoted(table)}, $${parameter}::jsonb)`;
}

const enqueueOf = (parameter: number): string =>
  `select pendopo.enqueue(task, government, payload, "runAt", key)
     from jsonb_to_recordset($${parameter}::jsonb)
          as job(task text, government text, payload jsonb, "runAt" timestamptz, key text)`;

/** A row as jsonb_populate_recordset reads it: bytes in hex, Temporal values as text, all else as JSON has it. */
export function asJson(row: object): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const column of Object.keys(row)) json[column] = plain(row[column as keyof typeof row]);
  return json;
}

/**
 * A value that JSON writes as it stands. Of Temporal values the text, for an object with a way of its own to become JSON
 * (`toJSON`) sends the whole of the row down the engine's slow path.
 */
function plain(value: unknown): unknown {
  // PostgreSQL holds no NUL, and nobody types one.
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return value instanceof Temporal.Instant ? value.toString() : value;
}
