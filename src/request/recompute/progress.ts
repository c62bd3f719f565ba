/** How far the re-computation of a calendar has come, and which deadlines it moved. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { runningBefore } from './running.ts';

/** How many running requests are still to be put on version n. */
export async function countRunningBefore(tx: Tx, government: string, n: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from request r where ${runningBefore(government, n)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Whether any is; costs the same whatever their number. */
export async function hasRunningBefore(tx: Tx, government: string, n: number): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from request r where ${runningBefore(government, n)}) as found`.execute(tx);
  return rows[0]?.found === true;
}

/** A deadline that a calendar moved. */
export interface CalendarMove {
  readonly number: string;
  readonly service: string;
  readonly was: Temporal.Instant | null;
  readonly is: Temporal.Instant | null;
}

/** Deadlines that version n moved, the nearest first; at most `limit`. */
export async function listCalendarMoves(
  tx: Tx,
  government: string,
  n: number,
  limit: number,
): Promise<readonly CalendarMove[]> {
  const { rows } = await sql<CalendarMove>`
    select r.number, r.service, m.due_was as was, m.due_is as is
      from calendar_move m join request r on r.government = m.government and r.id = m.request
     where m.government = ${government} and m.n = ${n}
     order by m.due_is nulls last, r.number limit ${limit}`.execute(tx);
  return rows;
}
