import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/**
 * Of a request `d.request` and a `later` one begun from it: the form may have been changed to ask for a colleague. A NIK says who it is;
 * where a form asks for none the name does. Who spells it otherwise is written to once too often rather than never, and so is whoever can
 * no longer be told from another, once the later request is erased.
 */
const sameOwner: RawBuilder<boolean> = sql<boolean>`coalesce(
  (select bool_or(b.hash = a.hash)
     from contact_hash b
     join contact_hash a on a.government = b.government and a.request = later.request and a.kind = b.kind
    where b.government = d.government and b.request = d.request and b.kind = 'nik'),
  (select lower(b.name) = lower(a.name)
     from applicant b join applicant a on a.government = b.government and a.request = later.request
    where b.government = d.government and b.request = d.request),
  false)`;

/**
 * Of a delivery `d`: nothing of its kind that ends later was delivered to the same owner by a request begun to renew it. One that is asked
 * for, ordered or refused renews nothing yet, and one that was withdrawn no more.
 */
export const notRenewed: RawBuilder<boolean> = sql<boolean>`not exists (
  select from request_renewal n
    join delivery later on later.government = n.government and later.request = n.request
   where n.government = d.government and n.renews = d.request and later.kind = d.kind
     and later.state in ('delivered', 'by-hand') and (later.ends_on is null or later.ends_on > d.ends_on)
     and ${sameOwner})`;
