/** The outbox as administrators see it: what waits to leave, and what never will. */
import { sql } from 'kysely';
import type { Tx } from '../platform/index.ts';

export interface Outbox {
  /** At most `MOST_COUNTED`. */
  readonly waiting: number;
  readonly failed: number;
  /** When the message that waits longest was written. */
  readonly oldest: Temporal.Instant | null;
}

/** Nobody needs to know whether it is a thousand or two thousand. */
const MOST_COUNTED = 1000;

/** How many messages of a government wait or could not be delivered in the thirty days before an instant. */
export async function readOutbox(tx: Tx, government: string, at: Temporal.Instant): Promise<Outbox> {
  const since = at.subtract({ hours: 30 * 24 });
  const { rows } = await sql<Outbox>`
    select count(*) filter (where status = 'waiting')::int as waiting,
           count(*) filter (where status = 'failed')::int as failed,
           min(created_at) filter (where status = 'waiting') as oldest
      from (select status, created_at from message
             where government = ${government} and status in ('waiting', 'failed') and created_at > ${since}
             limit ${MOST_COUNTED}) as recent`.execute(tx);
  return rows[0] ?? { waiting: 0, failed: 0, oldest: null };
}

/** A message whose job was given up is not on its way any more, and the request's page must not say that it is. */
export async function giveUpMessage(tx: Tx, government: string, id: string): Promise<void> {
  await tx
    .updateTable('message')
    .set({ status: 'failed' })
    .where('government', '=', government)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute();
}
