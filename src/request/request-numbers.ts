import type { Tx } from '../platform/index.ts';

/** The numbers of requests by their ids, as far as there are such requests in this government. */
export async function requestNumbers(
  tx: Tx,
  government: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('request')
    .select(['id', 'number'])
    .where('government', '=', government)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
