/** What ends soon, for the office that delivered it. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
import { ENDING_WITHIN } from './notices.ts';
import { notRenewed } from './renewed.ts';

/** A product that ends, as its office reads it: whose it is stands where the queue has it too. */
export interface EndingDelivery {
  readonly delivery: string;
  readonly number: string;
  readonly kind: DeliveryKind;
  readonly service: string;
  readonly serviceVersion: number;
  readonly name: string | null;
  readonly agency: string | null;
  readonly endsOn: Temporal.PlainDate;
  /** Days before the end of the newest notice; null: none was owed yet. */
  readonly noticed: number | null;
  /** Whether that notice left; false: the applicant left no address. */
  readonly told: boolean;
}

/** The most that the list shows; what ends first comes first. One more is read, so that it can be said that there are more. */
export const MOST_ENDING = 300;

/**
 * Products of a government that end between `today` and three months from it, the soonest first, up to one more than the list shows.
 * Erased ones and renewed ones are not among them. `whose`: a condition on deliveries `d`.
 */
export async function listEnding(
  tx: Tx,
  government: string,
  today: Temporal.PlainDate,
  whose: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<readonly EndingDelivery[]> {
  const { rows } = await sql<EndingDelivery>`
    select d.id as delivery, d.number, d.kind, r.service, r.service_version as "serviceVersion", a.name, a.agency,
           d.ends_on as "endsOn", n.days_before as noticed, coalesce(n.told, false) as told
      from delivery d
      join request r on r.government = d.government and r.id = d.request and r.erased_at is null
      left join applicant a on a.government = d.government and a.request = d.request
      left join lateral (
        select days_before, told from ending_notice
         where government = d.government and delivery = d.id and ends_on = d.ends_on
         order by days_before limit 1) n on true
     where d.government = ${government} and d.state in ('delivered', 'by-hand')
       and ${notRenewed} and ${whose}
       and d.ends_on between ${today}::date and ${today.add({ days: ENDING_WITHIN })}::date
     order by d.ends_on, d.number limit ${MOST_ENDING + 1}`.execute(tx);
  return rows;
}
