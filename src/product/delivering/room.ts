/**
 * Whether what is ordered still fits into what its kind has to share out. Promises are added up in the database, one order after the
 * other, so that of two officials who promise the last of it at the same moment one is told.
 */
import { sql } from 'kysely';
import { Fault } from '../../ground/index.ts';
import type { Keys, Tx } from '../../platform/index.ts';
import { Vault } from '../../request/index.ts';
import type { Delivery, DeliveryKind } from '../../standard/index.ts';
import type { Share } from '../contract.ts';
import type { Connection } from './connection.ts';
import { BY_HAND } from './kinds.ts';
import type { AnyKind, Kinds } from './kinds.ts';
import type { Cause } from './machine.ts';
import { atField } from './plan.ts';
import type { StoredDelivery } from './rows.ts';

/** What is to be promised. */
export interface Wanted {
  readonly delivery: Delivery;
  readonly connection: Connection;
  readonly plan: unknown;
}

/**
 * Nobody else promises of these kinds in this government until the transaction ends; what earlier programs promised without writing down how
 * much is added. In one order, so that nobody waits in a circle.
 */
export async function lockRoom(
  tx: Tx,
  { keys, kinds }: { readonly keys: Keys; readonly kinds: Kinds },
  government: string,
  ordered: readonly DeliveryKind[],
): Promise<void> {
  for (const name of [...new Set(ordered)].toSorted()) {
    const kind = kinds[name]?.kind;
    if (!kind?.share) continue;
    await sql`select pg_advisory_xact_lock(hashtext(${`room/${government}/${name}`}))`.execute(tx);
    await fillIn(tx, keys, government, name, kind);
  }
}

/** Rows of earlier programs say nothing of what they take; their plans do. One that can be read no more takes nothing that anybody knows of. */
async function fillIn(
  tx: Tx,
  keys: Keys,
  government: string,
  name: DeliveryKind,
  kind: AnyKind,
): Promise<void> {
  const rows = await tx
    .selectFrom('delivery')
    .select(['id', 'request', 'plan'])
    .where('government', '=', government)
    .where('kind', '=', name)
    .where('takes', 'is', null)
    .where('connector', '<>', BY_HAND)
    .where('state', 'not in', ['cancelled', 'withdrawn'])
    .execute();
  for (const { id, request, plan } of rows) {
    const vault = await Vault.find(tx, keys, government, request);
    const text = (await vault?.read(tx, { value: plan })) ?? 'null';
    const read = kind.plan.safeParse(JSON.parse(text));
    await tx
      .updateTable('delivery')
      .set({ takes: read.success ? (kind.share?.of(read.data) ?? 0) : 0 })
      .where('government', '=', government)
      .where('id', '=', id)
      .execute();
  }
}

/** How much of its kind's share a plan takes; null where nothing runs out. */
export const takenBy = ({ offered }: Connection, plan: unknown): number | null =>
  offered.kind.share?.of(plan) ?? null;

/** Throws Fault `no-room`, at the field that says how much, for the first that does not fit beside all that was promised before. */
export async function assertRoom(tx: Tx, government: string, all: readonly Wanted[]): Promise<void> {
  const sums = new Map<DeliveryKind, number>();
  for (const { delivery, connection, plan } of all) {
    const limit = limitOf(connection);
    if (!limit) continue;
    const promised = sums.get(delivery.kind) ?? (await promisedOf(tx, government, delivery.kind));
    const wanted = limit.share.of(plan);
    if (!fits(limit.total, promised + wanted)) {
      const words = limit.share.full({ total: limit.total, promised, wanted });
      const fields = [{ path: limit.share.part, words }];
      throw atField(new Fault('invalid', 'no-room', words, fields), delivery, connection);
    }
    sums.set(delivery.kind, promised + wanted);
  }
}

/**
 * Why a delivery may not be made now although it was promised: what is shared out was made smaller meanwhile. Null: it may, or part of it is
 * there already. First ordered, first served.
 */
export async function findNoRoom(
  tx: Tx,
  delivery: Pick<StoredDelivery, 'government' | 'id' | 'kind' | 'doubt'>,
  connection: Connection | null,
  plan: unknown,
): Promise<Cause | null> {
  const limit = connection && limitOf(connection);
  // A plan of an earlier program is read like any other input; what cannot be read is told where it is made.
  const read = connection?.offered.kind.plan.safeParse(plan);
  if (!limit || !read?.success || delivery.doubt) return null;
  const promised = await promisedOf(tx, delivery.government, delivery.kind, delivery.id);
  const wanted = limit.share.of(read.data);
  if (fits(limit.total, promised + wanted)) return null;
  return { code: 'no-room', words: limit.share.full({ total: limit.total, promised, wanted }) };
}

interface Limit {
  readonly share: Share<unknown, unknown>;
  readonly total: number;
}

function limitOf({ offered, settings }: Connection): Limit | null {
  const { share } = offered.kind;
  const total = share?.total(settings) ?? null;
  return share && total !== null ? { share, total } : null;
}

/** In thousandths: 0.1 and 0.2 are no 0.3 otherwise. */
const fits = (total: number, sum: number): boolean => Math.round(sum * 1000) <= Math.round(total * 1000);

/** What is promised of a kind. `before`: to others than this delivery, as far as they were ordered before it or are there. */
async function promisedOf(tx: Tx, government: string, kind: DeliveryKind, before?: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(takes), 0)::float8 as sum from delivery
     where government = ${government} and kind = ${kind} and takes is not null
       and state not in ('cancelled', 'withdrawn')
       ${before === undefined ? sql`` : sql`and id <> ${before} and (id < ${before} or state in ('delivered', 'by-hand', 'withdrawing'))`}`.execute(
    tx,
  );
  return rows[0]?.sum ?? 0;
}
