/** Telling officials that a new first password cannot be set: nothing changes, so the journal has no entry of it. */
import type { Tx } from '../platform/index.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { findDelivery } from './model/delivery-rules.ts';
import { answeringPosts } from './model/withdrawal-rules.ts';
import { getRequestRow } from './request-row.ts';
import { tellHolders } from './tell-officials.ts';
import { Vault } from './vault.ts';

/** The product whose first password was to be made anew. */
export interface UnsetSecret {
  readonly government: string;
  readonly number: string;
  readonly delivery: string;
}

/** Tells the posts that answer for the product, in the transaction of its cause; nobody after erasure, or once it is given back. */
export async function tellOfUnsetSecret(
  tx: Tx,
  deps: RequestDeps,
  { government, number, delivery }: UnsetSecret,
): Promise<void> {
  const { id, state } = await getRequestRow(tx, government, number);
  const vault = await Vault.find(tx, deps.keys, government, id);
  const product = findDelivery(state, delivery, 'delivered');
  if (!vault || !product) return;
  const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
  const now = journalNow(deps.clock);
  const notice = { rule: 'secret-stopped', at: now, due: now, level: 0 } as const;
  const posts = answeringPosts(service, state, product);
  await tellHolders(tx, deps, { vault, service, state, now }, notice, posts);
}
