/** Deliveries as an official's act takes hold of them: of this request, at the stage that the act is about, and locked. */
import { Fault } from '../../ground/index.ts';
import type { BuildContext } from '../../request/index.ts';
import { lockDelivery } from './rows.ts';
import type { StoredDelivery } from './rows.ts';

const unknownDelivery = (): Fault =>
  new Fault('conflict', 'delivery-unknown', {
    id: 'Penyerahan itu tidak (lagi) dalam keadaan yang mengizinkan ini. Muat ulang halaman.',
    en: 'That delivery is not (any more) in a state that allows this. Reload the page.',
  });

const beingWithdrawn = (): Fault =>
  new Fault('conflict', 'being-withdrawn', {
    id: 'Sistem sedang mencoba mencabutnya. Tunggu dua menit, lalu muat ulang halaman.',
    en: 'The program is trying to withdraw it right now. Wait two minutes, then reload the page.',
  });

/** A delivery of this very request at one of these stages, locked; the id comes from a form, so it may be anybody's. */
export async function lockIn(
  { tx, vault }: BuildContext,
  id: string,
  ...stages: readonly StoredDelivery['stage'][]
): Promise<StoredDelivery> {
  const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const delivery = known ? await lockDelivery(tx, vault.government, id) : null;
  if (delivery?.request !== vault.request || !stages.includes(delivery.stage)) throw unknownDelivery();
  return delivery;
}

export const lockStopped = (given: BuildContext, id: string): Promise<StoredDelivery> =>
  lockIn(given, id, 'stopped');

/** A withdrawal that officials are needed for, while no worker speaks to the counterpart about it. */
export async function lockStuckWithdrawal(given: BuildContext, id: string): Promise<StoredDelivery> {
  const delivery = await lockIn(given, id, 'withdrawing');
  if (delivery.stuckSince === null) throw unknownDelivery();
  const { callingUntil } = delivery;
  if (callingUntil && Temporal.Instant.compare(callingUntil, given.now) > 0) throw beingWithdrawn();
  return delivery;
}
