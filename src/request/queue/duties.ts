/** Duties that broken promises opened for their superiors, and that nobody has done yet. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
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

/** The open duties of the viewer's own posts, the nearest first; at most `limit`. */
export async function readDuties(
  tx: Tx,
  { government, held }: Viewer,
  limit: number,
): Promise<readonly OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    select r.number, r.service, r.service_version as "serviceVersion", d.duty, d.position, d.due_at as due, d.opened_at as opened
      from unnest(${[...held]}::text[]) p
     cross join lateral (
       select * from duty own where own.government = ${government} and own.position = p and own.done_at is null
        order by own.due_at limit ${limit}) d
      join request r on r.government = d.government and r.id = d.request
     order by d.due_at, r.number limit ${limit}`.execute(tx);
  return rows;
}
