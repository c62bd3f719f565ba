/** By what a part of the queue can be narrowed, and how many requests each narrowing would leave. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { countCeiling } from './counts.ts';
import type { QueueFilter } from './query.ts';
import { queueRows } from './rows.ts';
import type { Part } from './rows.ts';

export type FacetName = Exclude<keyof QueueFilter, 'position'>;

/** One value that a queue can be narrowed by, and how many of its first `countCeiling` requests have it. */
export interface Facet {
  readonly by: FacetName;
  readonly value: string;
  readonly count: number;
}

export interface Facets {
  /** Requests that were counted, at most `countCeiling`. */
  readonly count: number;
  /** The most frequent first. */
  readonly facets: readonly Facet[];
  /** False where there are more requests than were counted: then every facet says "at least". */
  readonly facetsComplete: boolean;
}

/** Requests that are alike in everything a queue is narrowed by. */
export type Alike = Readonly<Record<FacetName, string | null>> & { readonly count: number };

const facetNames = ['service', 'step', 'channel', 'late', 'holder'] as const;

/** Facets of the first requests of a part; of what has ended there are none: nobody needs to know how many of each there are. */
export async function readFacets(tx: Tx, part: Part): Promise<Facets> {
  if (part.queue === 'done') return facetsOf([]);
  const { rows } = await alikeOf(part, sql`(${queueRows(part, null, countCeiling)}) own`).execute(tx);
  return facetsOf(rows);
}

/** Queue rows in groups of what is alike; `rows`: a source of them, as it stands behind "from". */
export const alikeOf = ({ now, viewer }: Part, rows: RawBuilder<unknown>): RawBuilder<Alike> => sql<Alike>`
  select service, step, channel, case when due_at < ${now} then 'true' end as late,
         case when returned then null when taken_by is null then 'nobody'
              when taken_by = ${viewer.official}::uuid then 'me' else 'other' end as holder,
         count(*)::int as count
    from (select * from ${rows}) counted
   group by 1, 2, 3, 4, 5`;

/** Sums up how many requests have each value. Pure. */
export function facetsOf(groups: readonly Alike[]): Facets {
  const facets = facetNames.flatMap((by) => {
    const counts = new Map<string, number>();
    for (const { [by]: value, count } of groups)
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
    return [...counts].map(([value, count]): Facet => ({ by, value, count }));
  });
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  return { count: all, facets: facets.toSorted(byCount), facetsComplete: all < countCeiling };
}

const byCount = (one: Facet, other: Facet): number =>
  other.count - one.count || (one.value < other.value ? -1 : 1);
