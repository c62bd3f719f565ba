import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/**
 * Of a delivery `d`: nothing of its kind that ends later was delivered by a request begun to renew it. One that is asked for, ordered or
 * refused renews nothing yet, and one that was withdrawn no more.
 */
export const notRenewed: RawBuilder<boolean> = sql<boolean>`not exists (
  select from request_renewal n
    join delivery later on later.government = n.government and later.request = n.request
   where n.government = d.government and n.renews = d.request and later.kind = d.kind
     and later.state in ('delivered', 'by-hand') and (later.ends_on is null or later.ends_on > d.ends_on))`;
