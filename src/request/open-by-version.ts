import type { Tx } from '../platform/index.ts';

/** How many requests of a service are open under each version of its standard; versions without any are left out. */
export async function openByVersion(
  tx: Tx,
  government: string,
  service: string,
): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .selectFrom('request')
    .select(['service_version', ({ fn }) => fn.countAll<string>().as('open')])
    .where('government', '=', government)
    .where('service', '=', service)
    .where('closed_at', 'is', null)
    .groupBy('service_version')
    .execute();
  return new Map(rows.map(({ service_version: version, open }) => [version, Number(open)]));
}
