/** How the work of the posts below stands: for their superior. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { countCeiling } from './counts.ts';
import type { Viewer } from './viewer.ts';

export interface PostSummary {
  readonly position: string;
  /** Name of whoever holds it on the day; null while it is vacant. */
  readonly holder: string | null;
  /** Requests that wait at this post; up to `countCeiling`. */
  readonly waiting: number;
  /** Of these, past their deadline. */
  readonly late: number;
  /** The nearest deadline; null where no clock runs. */
  readonly nearest: Temporal.Instant | null;
}

/** The viewer's own posts and those below at which something waits, the nearest deadline first. */
export async function readPosts(
  tx: Tx,
  { government, all }: Viewer,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<readonly PostSummary[]> {
  const { rows } = await sql<PostSummary>`
    select p as position, s.waiting, s.late, nullif(s.nearest, 'infinity') as nearest,
           (select o.name from holding h join official o on o.government = h.government and o.id = h.official
             where h.government = ${government} and h.position = p and o.disabled_at is null
               and h.from_date <= ${today} and (h.to_date is null or h.to_date >= ${today})
             order by h.held_as, h.from_date limit 1) as holder
      from unnest(${[...all]}::text[]) p
     cross join lateral (
       select count(*)::int as waiting, count(*) filter (where w.due_at < ${now})::int as late, min(w.due_at) as nearest
         from (select v.due_at from request_viewer v
                where v.government = ${government} and v.position = p and v.open and v.acts
                order by v.due_at, v.request limit ${countCeiling}) w) s
     where s.waiting > 0
     order by s.nearest, p`.execute(tx);
  return rows;
}
