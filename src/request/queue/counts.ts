/** How much there is in each part of the queue. Counting stops at a ceiling. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { QueueName } from './query.ts';
import { listed, positionsWith, queueScans } from './rows.ts';
import type { Part } from './rows.ts';
import type { Viewer } from './viewer.ts';

/** From here on a count says "100+": counting stops there, so that tabs cost the same in a large office. */
export const countCeiling = 100;

/** How many open requests stand in each queue, and how many duties are open; up to `countCeiling`. */
export type QueueCounts = Readonly<Record<'mine' | 'below' | 'returned' | 'duties', number>>;

/** Parts that are counted request by request. */
type Counted = Exclude<keyof QueueCounts, 'duties'>;

/** Counts of all parts, whatever narrows the one that is shown; one statement. A part in `known` is not counted again. */
export async function readCounts(
  tx: Tx,
  { viewer, now }: Pick<Part, 'viewer' | 'now'>,
  known: readonly QueueName[] = [],
): Promise<QueueCounts> {
  const requestsIn = (queue: Counted): RawBuilder<unknown> => {
    if (known.includes(queue)) return sql`0`;
    const part = { viewer, queue, filter: {}, now };
    const all = counted(sql`select distinct request from ${queueScans(part, null, countCeiling)}`);
    // In a large office one post alone has as many as are counted; then what several have in common need not be known.
    return sql`case when exists (${positionsWith(part, countCeiling)}) then ${sql.lit(countCeiling)} else ${all} end`;
  };
  const { rows } = await sql<QueueCounts>`
    select ${requestsIn('mine')} as mine, ${requestsIn('below')} as below, ${requestsIn('returned')} as returned,
           ${counted(openDuties(viewer))} as duties`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('counting gave no row');
  return row;
}

/** Of each post no more are read than are counted of all, so that together they are as many as one of them has at least. */
const counted = (keys: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select count(*)::int from (${keys} limit ${sql.lit(countCeiling)}) counted)`;

const openDuties = ({ government, held }: Viewer): RawBuilder<unknown> => sql`
  select from ${listed(held)}
   cross join lateral (
     select from duty d where d.government = ${government} and d.position = p and d.done_at is null
      limit ${sql.lit(countCeiling)}) own`;
