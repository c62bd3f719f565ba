/** Duties that broken promises opened for their superiors, and that nobody has done yet. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { readNearestCursor, writeCursor } from './query.ts';
import type { Viewer } from './viewer.ts';

export interface OpenDuty {
  readonly number: string;
  readonly service: string;
  readonly serviceVersion: number;
  /** Id of the duty in the standard. */
  readonly duty: string;
  readonly position: string;
  readonly due: Temporal.Instant;
  readonly opened: Temporal.Instant;
}

/** One page of the open duties. */
export interface DutyPage {
  readonly rows: readonly OpenDuty[];
  /** Cursor for the next page, or null on the last. */
  readonly next: string | null;
}

export interface DutyQuery {
  readonly limit: number;
  /** Cursor of the page before. */
  readonly after?: string;
}

type Found = OpenDuty & { readonly id: string; readonly due_text: string };

/** The open duties of the viewer's own posts, the nearest first. */
export async function readDuties(
  tx: Tx,
  { government, held }: Viewer,
  { limit, after }: DutyQuery,
): Promise<DutyPage> {
  const behind = readNearestCursor(after);
  const { rows: found } = await sql<Found>`
    select r.number, r.service, r.service_version as "serviceVersion", d.duty, d.position, d.due_at as due, d.opened_at as opened,
           d.id, d.due_at::text as due_text
      from unnest(${[...held]}::text[]) p
     cross join lateral (
       select * from duty own
        where own.government = ${government} and own.position = p and own.done_at is null
          and (own.due_at, own.id) > (${behind.due}::timestamptz, ${behind.id}::uuid)
        order by own.due_at, own.id limit ${limit + 1}) d
      join request r on r.government = d.government and r.id = d.request
     order by d.due_at, d.id limit ${limit + 1}`.execute(tx);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return { rows, next: isMore ? writeCursor({ due: last.due_text, id: last.id }) : null };
}
