import { enqueue } from '../../platform/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { StoredDelivery } from './rows.ts';

/** The task that delivers; its payload names one delivery. */
export const DELIVER = 'deliver-product';

/** Lets a worker take a delivery up; a job that waits for the same one is replaced. */
export async function enqueueDelivery(
  tx: Tx,
  { government, id }: Pick<StoredDelivery, 'government' | 'id'>,
  runAt?: Temporal.Instant,
): Promise<void> {
  const when = runAt === undefined ? {} : { runAt };
  await enqueue(tx, { task: DELIVER, government, payload: { delivery: id }, key: `delivery/${id}`, ...when });
}
