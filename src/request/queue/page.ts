/** A page of a queue: queue rows, with what the page says of their requests. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { readCursor, writeCursor } from './query.ts';
import type { QueuePage, QueueQuery, QueueRow } from './query.ts';
import { queueRows } from './rows.ts';
import type { Part } from './rows.ts';

type Found = Omit<QueueRow, 'cursor'> & { readonly due_text: string; readonly partial: boolean };

export interface Listed {
  readonly rows: readonly QueueRow[];
  /** Not everything was looked at: what was asked for is too frequent. */
  readonly partial: boolean;
}

/** The requests of `keys` (request, due_at, partial, place), in their order, as rows of a list. */
export async function requestsOf(tx: Tx, government: string, keys: RawBuilder<unknown>): Promise<Listed> {
  const { rows } = await sql<Found>`
    select r.id, r.number, r.service, r.service_version as "serviceVersion", r.status, r.step, r.version,
           r.status = 'in-progress' as waiting, r.due_at as due, r.received_at as "receivedAt",
           r.step_due_at as "stepDue",
           r.overdue_at is not null as overdue, a.name, a.agency, a.subject,
           r.state ->> 'takenBy' as "takenBy", o.name as "takenByName",
           array(select w.position from request_viewer w
                  where w.government = r.government and w.request = r.id and w.acts) as "waitsAt",
           k.due_at::text as due_text, k.partial
      from (${keys}) k
      join request r on r.government = ${government} and r.id = k.request
      left join applicant a on a.government = r.government and a.request = r.id
      left join official o on o.government = r.government and o.id = (r.state ->> 'takenBy')::uuid
     order by k.place`.execute(tx);
  return {
    rows: rows.map(({ due_text, ...row }) => ({
      ...row,
      cursor: writeCursor({ due: due_text, id: row.id }),
    })),
    partial: rows.some(({ partial }) => partial),
  };
}

/** One page of a part of the queue. */
export async function readPage(tx: Tx, part: Part, query: QueueQuery): Promise<QueuePage> {
  const keys = sql`
    select request, due_at, false as partial, row_number() over () as place
      from (${queueRows(part, readCursor(query), query.limit + 1)}) own`;
  const { rows: found } = await requestsOf(tx, part.viewer.government, keys);
  const rows = found.slice(0, query.limit);
  return {
    rows,
    next: found.length > query.limit ? (rows.at(-1)?.cursor ?? null) : null,
    guessed: false,
    partial: false,
  };
}
