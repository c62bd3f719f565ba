/** Asking for a new first password: it is made and sealed before any counterpart hears of it. */
import { Fault } from '../../ground/index.ts';
import { enqueue } from '../../platform/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { BuildContext, SecretRenewal } from '../../request/index.ts';
import { findConnection } from '../delivering/connection.ts';
import type { ProductDeps } from '../delivering/deps.ts';
import { lockDelivery } from '../delivering/rows.ts';
import { newSecret } from '../new-secret.ts';

/** The task that sets a new first password; its payload names one delivery. */
export const RENEW_SECRET = 'renew-secret';

/** Where the secret of a renewal is sealed within its request. */
export const renewalPlace = (delivery: string): string => `secret-renewal/${delivery}`;

/** Lets a worker take a renewal up; a job that waits for the same one is replaced. */
export async function enqueueRenewal(
  tx: Tx,
  government: string,
  delivery: string,
  runAt?: Temporal.Instant,
): Promise<void> {
  const when = runAt === undefined ? {} : { runAt };
  await enqueue(tx, {
    task: RENEW_SECRET,
    government,
    payload: { delivery },
    key: `secret-renewal/${delivery}`,
    ...when,
  });
}

/**
 * Records that a delivery is to get a new first password. One that was asked for and not set yet goes on with the secret that it
 * has: a try of before may still be on its way. Fault `secret-not-renewed` where no counterpart can do it.
 */
export async function askForSecret(deps: ProductDeps, given: BuildContext, delivery: string): Promise<void> {
  const { tx, vault, now } = given;
  const { government } = vault;
  const found = await lockDelivery(tx, government, delivery);
  const connection = found && (await findConnection(tx, deps, government, found.kind));
  const able =
    found?.stage === 'delivered' &&
    found.request === vault.request &&
    connection?.connector.id === found.connector &&
    connection.counterpart.renewSecret !== undefined;
  if (!able) throw notRenewed();
  const again = { attempts: 0, next_at: now, cause_code: null, cause: null, asked_at: now };
  const sealed = vault.seal(renewalPlace(delivery), newSecret());
  await tx
    .insertInto('secret_renewal')
    .values({ government, delivery, sealed_secret: sealed, ...again })
    .onConflict((conflict) =>
      conflict.columns(['government', 'delivery']).doUpdateSet((eb) => ({
        ...again,
        sealed_secret: eb.fn.coalesce('secret_renewal.sealed_secret', 'excluded.sealed_secret'),
      })),
    )
    .execute();
  await enqueueRenewal(tx, government, delivery);
}

const notRenewed = (): Fault =>
  new Fault('conflict', 'secret-not-renewed', {
    id: 'Kata sandi produk ini tidak dapat dibuat ulang oleh sistem. Hubungi kantornya.',
    en: 'The program cannot make a new password for this product. Contact the office.',
  });

/** Renewals of a request that are not done yet. */
export async function renewalsOf(
  tx: Tx,
  government: string,
  request: string,
): Promise<readonly SecretRenewal[]> {
  const rows = await tx
    .selectFrom('secret_renewal as s')
    .innerJoin('delivery as d', (join) =>
      join.onRef('d.government', '=', 's.government').onRef('d.id', '=', 's.delivery'),
    )
    .select(['s.delivery', 's.next_at', 's.cause'])
    .where('s.government', '=', government)
    .where('d.request', '=', request)
    .where('s.sealed_secret', 'is not', null)
    .execute();
  return rows.map(({ delivery, next_at, cause }) => ({ delivery, nextAt: next_at, cause }));
}
