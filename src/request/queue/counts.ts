/** How much there is in each part of the queue, and by what it can be narrowed. Counting stops at a ceiling. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { QueueFilter } from './query.ts';
import { queueRows } from './rows.ts';
import type { Part } from './rows.ts';
import type { Viewer } from './viewer.ts';

/** From here on a count says "200+": counting stops there, so that tabs cost the same in a large office. */
export const countCeiling = 200;

/** How many open requests stand in each queue, and how many duties are open; up to `countCeiling`. */
export type QueueCounts = Readonly<Record<'mine' | 'below' | 'returned' | 'duties', number>>;

/** One value that a queue can be narrowed by, and how many of its first `countCeiling` requests have it. */
export interface Facet {
  readonly by: FacetName;
  readonly value: string;
  readonly count: number;
}

export type FacetName = Exclude<keyof QueueFilter, 'position'>;

interface Counted extends Record<'mine' | 'below' | 'returned' | 'duties', number> {
  readonly facets: readonly Facet[] | null;
  readonly counted: number;
}

export interface Counts {
  readonly counts: QueueCounts;
  readonly facets: readonly Facet[];
  /** False where there are more requests than were counted: then every facet says "at least". */
  readonly facetsComplete: boolean;
}

/** Counts of all parts, and the facets of the part shown; one statement. */
export async function readCounts(tx: Tx, part: Part): Promise<Counts> {
  const narrowed = Object.keys(part.filter).length > 0;
  const whole = (queue: 'mine' | 'below' | 'returned'): RawBuilder<unknown> =>
    queue === part.queue && !narrowed
      ? sql`(select count(*)::int from own)`
      : sql`(select count(*)::int from (${queueRows({ ...part, queue, filter: {} }, null, countCeiling)}) counted)`;
  const { rows } = await sql<Counted>`
    with own as materialized (${part.queue === 'done' ? none : queueRows(part, null, countCeiling)})
    select ${whole('mine')} as mine, ${whole('below')} as below, ${whole('returned')} as returned,
           ${openDuties(part.viewer)} as duties, ${facetsOf(part)} as facets,
           (select count(*)::int from own) as counted`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('counting gave no row');
  const { facets, counted, ...counts } = row;
  return { counts, facets: facets ?? [], facetsComplete: counted < countCeiling };
}

/** Of the ended nobody needs to know how many of each there are. */
const none = sql`select`;

const openDuties = ({ government, held }: Viewer): RawBuilder<unknown> => sql`
  (select count(*)::int from (
    select from duty d where d.government = ${government} and d.position = any (${[...held]}::text[]) and d.done_at is null
     limit ${countCeiling}) counted)`;

/** How many of the part's rows have each value of each filter. */
function facetsOf(part: Part): RawBuilder<unknown> {
  if (part.queue === 'done') return sql`null::jsonb`;
  return sql`
    (select jsonb_agg(jsonb_build_object('by', by, 'value', value, 'count', count) order by count desc, value)
       from (select f.by, f.value, count(*)::int as count
               from own
              cross join lateral (values
                ('service', own.service), ('step', own.step), ('channel', own.channel),
                ('late', case when own.due_at < ${part.now} then 'true' end),
                ('holder', case when own.returned then null when own.taken_by is null then 'nobody'
                                when own.taken_by = ${part.viewer.official}::uuid then 'me' else 'other' end)
              ) f (by, value)
              where f.value is not null
              group by f.by, f.value) counted)`;
}
