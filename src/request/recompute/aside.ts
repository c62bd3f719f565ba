/** Requests that a calendar gave no deadline: put aside with the reason, so that the others go on, and shown to the administrator. */
import { sql } from 'kysely';
import { Fault } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { RunningRow } from './running.ts';

/** A request that was tried in vain. */
export interface Aside {
  readonly row: RunningRow;
  /** Code of a fault, such as `no-working-time`; `unexpected` for a program's error. */
  readonly reason: string;
}

/** The reason behind an error: its own code, or that of what caused it. */
export function reasonOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? code : 'unexpected';
}

/** What can be done for each, and what is to be put aside because it cannot be. */
export interface Sorted<T> {
  readonly done: readonly T[];
  readonly aside: readonly Aside[];
}

/** Does something for each request; one that it cannot be done for stops none of the others. Throws what is only so for now. */
export function sortOut<From, To>(
  all: readonly From[],
  rowOf: (one: From) => RunningRow,
  work: (one: From) => To,
): Sorted<To> {
  const done: To[] = [];
  const aside: Aside[] = [];
  for (const one of all) {
    try {
      done.push(work(one));
    } catch (error) {
      // What this process has not heard of yet is no fault of the request: the job is given back and tried again.
      if (error instanceof Fault && error.kind === 'unavailable') throw error;
      aside.push({ row: rowOf(one), reason: reasonOf(error) });
    }
  }
  return { done, aside };
}

/** Writes them down, in the transaction that has them locked. */
export async function putAside(
  tx: Tx,
  { government, n }: { readonly government: string; readonly n: number },
  aside: readonly Aside[],
  at: Temporal.Instant,
): Promise<void> {
  if (aside.length === 0) return;
  const requests = aside.map(({ row }) => row.id);
  const reasons = aside.map(({ reason }) => reason);
  await sql`
    insert into calendar_aside (government, n, request, version, reason, at)
    select r.government, ${n}, r.id, r.version, tried.reason, ${at}
      from unnest(${requests}::uuid[], ${reasons}::text[]) tried (request, reason)
      join request r on r.government = ${government} and r.id = tried.request
        on conflict (government, n, request) do update
       set version = excluded.version, reason = excluded.reason, at = excluded.at`.execute(tx);
}

/** A request that stays on an older calendar. */
export interface CalendarAside {
  readonly number: string;
  readonly service: string;
  readonly reason: string;
}

/** Requests that version n gave no deadline and that nothing has been done on since, by number; at most `limit`. */
export async function listCalendarAsides(
  tx: Tx,
  government: string,
  n: number,
  limit: number,
): Promise<readonly CalendarAside[]> {
  const { rows } = await sql<CalendarAside>`
    select r.number, r.service, x.reason
      from calendar_aside x join request r on r.government = x.government and r.id = x.request
     where x.government = ${government} and x.n = ${n}
       and r.closed_at is null and r.calendar_version < x.n
     order by r.number limit ${limit}`.execute(tx);
  return rows;
}
