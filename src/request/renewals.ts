/** Which request was begun to renew what an earlier one gave. */
import { sql } from 'kysely';
import type { Tx } from '../platform/index.ts';

interface Renewal {
  readonly government: string;
  /** The new request, or the draft that becomes it. */
  readonly request: string;
  /** The request that it was begun from. */
  readonly renews: string;
}

/** Writes that a request renews another, and with it all that the other one was to renew. */
export async function recordRenewal(tx: Tx, { government, request, renews }: Renewal): Promise<void> {
  await sql`
    insert into request_renewal (government, request, renews)
    select ${government}, ${request}::uuid, ${renews}::uuid
     union
    select government, ${request}::uuid, renews
      from request_renewal where government = ${government} and request = ${renews}::uuid`.execute(tx);
}

/** Forgets what a draft that was never sent was to renew. */
export async function forgetRenewal(tx: Tx, government: string, draft: string): Promise<void> {
  await tx
    .deleteFrom('request_renewal')
    .where('government', '=', government)
    .where('request', '=', draft)
    .execute();
}
