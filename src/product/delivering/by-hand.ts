/** What an official had made by hand, put beside what the program delivers: it is shown, watched and withdrawn like that. */
import { randomUUIDv7 } from 'node:crypto';
import { Fault } from '../../ground/index.ts';
import type { BuildContext, HandOrder, ProductEvidence, RecordedProduct } from '../../request/index.ts';
import type { Delivery } from '../../standard/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { ProductDeps } from './deps.ts';
import { atRest } from './machine.ts';
import type { Cause } from './machine.ts';
import { notConnected } from './connection.ts';
import { BY_HAND } from './kinds.ts';
import { lockStopped } from './locking.ts';
import type { AnyKind } from './kinds.ts';
import { partsOf } from './plan.ts';
import { insertDelivery, writeStanding } from './rows.ts';

/** Faults of a record told at the fields of the step that the standard names for its parts. */
function atFields(fault: Fault, { id, record = {} }: Delivery): Fault {
  const fields = fault.fields.map(({ path, words }) => ({ path: record[path] ?? `deliveries.${id}`, words }));
  return new Fault(fault.kind, fault.code, fault.words, fields);
}

/** The evidence by the rules of its kind. */
function evidenceOf(kind: AnyKind, { delivery, ...sources }: HandOrder, order: unknown): unknown {
  const record = partsOf({ order: delivery.record ?? {} }, sources);
  const made = kind.byHand?.(order, record);
  if (!made) throw notConnected(delivery.kind);
  if (!made.ok) throw atFields(made.fault, delivery);
  return made.value;
}

interface MadeByHand {
  readonly order: unknown;
  readonly evidence: unknown;
  /** When it ends by itself; null: it does not. */
  readonly endsOn: Temporal.PlainDate | null;
}

/** What an official made, by the rules of its kind. Faults by field of the step. */
function madeByHand({ kinds }: ProductDeps, hand: HandOrder): MadeByHand {
  const { kind } = hand.delivery;
  const offered = kinds[kind];
  if (!offered) throw notConnected(kind);
  const order = offered.kind.order.parse(offered.orderOf(partsOf(hand.delivery, hand)));
  const evidence = evidenceOf(offered.kind, hand, order);
  return { order, evidence, endsOn: offered.kind.describeEvidence(evidence).endsOn ?? null };
}

/** An order that stopped and that an official carried out: from now on like one made by hand from the beginning. */
export async function settleByHand(
  deps: ProductDeps,
  given: BuildContext,
  id: string,
  hand: HandOrder | null,
): Promise<ProductEvidence | null> {
  const delivery = await lockStopped(given, id);
  const standing = atRest(delivery, 'by-hand');
  if (!hand) {
    await writeStanding(given.tx, delivery, standing, given.now, { forgetSecret: true });
    return null;
  }
  const { evidence, endsOn } = madeByHand(deps, hand);
  const value = given.vault.put('product-evidence', evidence);
  const found = { evidence: value.value, ...(endsOn && { endsOn }), forgetSecret: true };
  await writeStanding(given.tx, delivery, standing, given.now, found);
  return { type: 'product', delivery: id, kind: hand.delivery.kind, value };
}

/** Writes the delivery as done by hand, with the day on which it ends. Faults by field of the step. */
export async function recordByHand(
  deps: ProductDeps,
  { tx, vault, state, now }: BuildContext,
  hand: HandOrder,
): Promise<RecordedProduct> {
  const { id: name, kind } = hand.delivery;
  const { order, evidence, endsOn } = madeByHand(deps, hand);
  const [orderRef, value] = [vault.put('product-order', order), vault.put('product-evidence', evidence)];
  const delivery = randomUUIDv7();
  const { government, request } = vault;
  const begun = {
    government,
    id: delivery,
    request,
    number: state.number,
    name,
    kind,
    connector: BY_HAND,
    state: 'by-hand',
    plan: orderRef.value,
    evidence: value.value,
    ends_on: endsOn,
  } as const;
  await insertDelivery(tx, begun, now);
  return { delivery, name, kind, order: orderRef, evidence: { type: 'product', delivery, kind, value } };
}

/** From now on only people withdraw it. */
export async function leaveToPeople(
  tx: Tx,
  { government, id }: { readonly government: string; readonly id: string },
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ connector: BY_HAND })
    .where('government', '=', government)
    .where('id', '=', id)
    .execute();
}

/** Why the program does not withdraw it. */
export const forPeople: Cause = {
  code: 'withdraw-by-hand',
  words: {
    id: 'Produk ini dibuat dengan tangan, jadi dicabut dengan tangan: cabut di tempat dibuatnya (sertifikat: Portal BSrE), lalu catat pencabutannya di sini dengan bukti.',
    en: "This product was made by hand, so it is withdrawn by hand: withdraw it where it was made (a certificate: BSrE's portal), then record that here with evidence.",
  },
};
