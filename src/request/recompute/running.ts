/** Running requests that still stand on an older calendar: in which order they are taken, and their places in queues. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { RequestState } from '../model/state.ts';

/** Up to where a pass has come, in the order of `request_running`. */
export interface Cursor {
  readonly calendarVersion: number;
  readonly id: string;
}

export const START: Cursor = { calendarVersion: 0, id: '00000000-0000-0000-0000-000000000000' };

/** Requests in one transaction: enough to make statements cheap, few enough that nobody waits long for a row. */
const BATCH = 400;

export interface RunningRow {
  readonly id: string;
  readonly state: RequestState;
  readonly head: Buffer;
  readonly calendar_version: number;
  readonly overdue_at: Temporal.Instant | null;
}

/** What is still to be put on version n, as a condition on `request r`: what was put aside stays until something is done on it. */
export const runningBefore = (government: string, n: number): RawBuilder<boolean> => sql<boolean>`
  r.government = ${government} and r.closed_at is null and r.calendar_version < ${n}
  and not exists (
    select from calendar_aside x
     where x.government = r.government and x.n = ${n} and x.request = r.id and x.version = r.version)`;

/**
 * The next running requests that an older calendar was used for, locked. A row that somebody acts on at this moment is
 * passed over: a later pass finds it, as it stands then.
 */
export async function lockNext(
  tx: Tx,
  { government, n }: { readonly government: string; readonly n: number },
  after: Cursor,
): Promise<readonly RunningRow[]> {
  const { rows } = await sql<RunningRow>`
    select r.id, r.state, r.head, r.calendar_version, r.overdue_at
      from request r
     where ${runningBefore(government, n)}
       and (r.calendar_version, r.id) > (${after.calendarVersion}, ${after.id}::uuid)
     order by r.calendar_version, r.id
     limit ${BATCH}
       for update skip locked`.execute(tx);
  return rows;
}

/** Queues are sorted by deadline; nothing else in them changes. */
export async function moveInQueues(
  tx: Tx,
  government: string,
  moved: readonly { readonly id: string; readonly due: string | null }[],
): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ id }) => id);
  const dues = moved.map(({ due }) => due ?? 'infinity');
  await sql`
    update request_viewer v set due_at = new.due
      from unnest(${ids}::uuid[], ${dues}::timestamptz[]) new (request, due)
     where v.government = ${government} and v.request = new.request`.execute(tx);
}
