import type { Tx } from '../platform/index.ts';
import { requestNotFound } from './act.ts';
import type { RequestState } from './model/state.ts';

/** The id and state of a request by its number, before anybody's right to see it was judged. Fault: `request-not-found`. */
export async function getRequestRow(
  tx: Tx,
  government: string,
  number: string,
): Promise<{ readonly id: string; readonly state: RequestState }> {
  const row = await tx
    .selectFrom('request')
    .select(['id', 'state'])
    .where('government', '=', government)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw requestNotFound();
  return { id: row.id, state: row.state as RequestState };
}
