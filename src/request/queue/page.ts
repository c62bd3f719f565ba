/** A page of a queue: queue rows, with what the page says of their requests. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { countCeiling } from './counts.ts';
import { alikeOf, facetsOf } from './facets.ts';
import type { Alike, Facets } from './facets.ts';
import { readCursor, writeCursor } from './query.ts';
import type { QueuePage, QueueQuery, QueueRow } from './query.ts';
import { queueRows } from './rows.ts';
import type { Part } from './rows.ts';

type Found = Omit<QueueRow, 'cursor'> & {
  readonly due_text: string;
  readonly partial: boolean;
  readonly alike: readonly Alike[] | null;
};

export interface Listed {
  readonly rows: readonly QueueRow[];
  /** Not everything was looked at: what was asked for is too frequent. */
  readonly partial: boolean;
  /** Requests of the part in groups, where the keys bring them along. */
  readonly alike: readonly Alike[];
}

/** The requests of `keys` (request, due_at, partial, place, alike), in their order, as rows of a list. */
export async function requestsOf(tx: Tx, government: string, keys: RawBuilder<unknown>): Promise<Listed> {
  const { rows } = await sql<Found>`
    select r.id, r.number, r.service, r.service_version as "serviceVersion", r.status, r.step, r.version,
           r.status = 'in-progress' as waiting, r.due_at as due, r.received_at as "receivedAt",
           r.step_due_at as "stepDue",
           r.overdue_at is not null as overdue, a.name, a.agency, a.subject,
           r.state ->> 'takenBy' as "takenBy", o.name as "takenByName",
           case when r.closed_at is null
                then array(select w.position from request_viewer w
                            where w.government = r.government and w.request = r.id and w.acts)
                else '{}' end as "waitsAt",
           k.due_at::text as due_text, k.partial, k.alike
      from (${keys}) k
      join request r on r.government = ${government} and r.id = k.request
      left join applicant a on a.government = r.government and a.request = r.id
      left join official o on o.government = r.government and o.id = (r.state ->> 'takenBy')::uuid
     order by k.place`.execute(tx);
  return {
    rows: rows.map(({ due_text, partial: _partial, alike: _alike, ...row }) => ({
      ...row,
      cursor: writeCursor({ due: due_text, id: row.id }),
    })),
    partial: rows.some(({ partial }) => partial),
    alike: rows[0]?.alike ?? [],
  };
}

/** One page of a part of the queue. */
export async function readPage(tx: Tx, part: Part, query: QueueQuery): Promise<QueuePage> {
  const keys = sql`
    select request, due_at, false as partial, row_number() over () as place, null::jsonb as alike
      from (${queueRows(part, readCursor(query), query.limit + 1)}) own`;
  return pageOf(await requestsOf(tx, part.viewer.government, keys), query.limit);
}

export interface FirstPage extends Facets {
  readonly page: QueuePage;
}

/**
 * The first page of a part and what it can be narrowed by, from the same stretch of the index: the page begins where the
 * facets are counted. Of a part that has ended there are no facets.
 */
export async function readFirstPage(tx: Tx, part: Part, limit: number): Promise<FirstPage> {
  const rows = queueRows(part, null, Math.max(countCeiling, limit + 1));
  const counted = alikeOf(part, sql`own limit ${sql.lit(countCeiling)}`);
  const alike = part.queue === 'done' ? sql`null::jsonb` : sql`(select jsonb_agg(a) from (${counted}) a)`;
  const keys = sql`
    with own as materialized (${rows}),
         placed as (select request, due_at, row_number() over () as place from own limit ${sql.lit(limit + 1)})
    select request, due_at, false as partial, place, case when place = 1 then ${alike} end as alike
      from placed`;
  const listed = await requestsOf(tx, part.viewer.government, keys);
  return { page: pageOf(listed, limit), ...facetsOf(listed.alike) };
}

function pageOf({ rows: found }: Listed, limit: number): QueuePage {
  const rows = found.slice(0, limit);
  const next = found.length > limit ? (rows.at(-1)?.cursor ?? null) : null;
  return { rows, next, guessed: false, partial: false };
}
