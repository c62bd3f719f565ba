/**
 * Whether what is ordered still fits into what its kind has to share out. Promises are added up in the database, one order after the
 * other, so that of two officials who promise the last of it at the same moment one is told.
 */
import { sql } from 'kysely';
import { refused } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Delivery, DeliveryKind } from '../../standard/index.ts';
import type { ShareFigures } from '../contract.ts';
import type { Connection } from './connection.ts';
import { BY_HAND } from './kinds.ts';
import type { Cause } from './machine.ts';
import { atField } from './plan.ts';
import type { StoredDelivery } from './rows.ts';

/** What is to be promised. */
export interface Wanted {
  readonly delivery: Delivery;
  readonly connection: Connection;
  readonly plan: unknown;
}

/** Nobody else promises of these kinds in this government until the transaction ends. In one order, so that nobody waits in a circle. */
export async function lockRoom(tx: Tx, government: string, kinds: readonly DeliveryKind[]): Promise<void> {
  for (const kind of [...new Set(kinds)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtext(${`room/${government}/${kind}`}))`.execute(tx);
}

/** How much of its kind's share a plan takes; null where nothing runs out. */
export const takenBy = ({ offered }: Connection, plan: unknown): number | null =>
  offered.kind.share?.of(plan) ?? null;

/** Fault `no-room` at the field that says how much, for the first that does not fit beside what was promised before. */
export async function roomFor(tx: Tx, government: string, all: readonly Wanted[]): Promise<Result<null>> {
  const before = new Map<DeliveryKind, number>();
  for (const { delivery, connection, plan } of all) {
    const { kind } = delivery;
    const taken = before.get(kind) ?? (await promised(tx, government, kind));
    const figures = figuresOf(connection, plan, taken);
    if (figures && !fits(figures)) return { ok: false, fault: noRoom(figures, delivery, connection) };
    before.set(kind, taken + (takenBy(connection, plan) ?? 0));
  }
  return { ok: true, value: null };
}

/** Why a delivery may not be made now although it was promised: the share was made smaller meanwhile. First ordered, first served. */
export async function findNoRoom(
  tx: Tx,
  { government, id, kind }: Pick<StoredDelivery, 'government' | 'id' | 'kind'>,
  connection: Connection,
  plan: unknown,
): Promise<Cause | null> {
  const figures = figuresOf(connection, plan, 0);
  const { share } = connection.offered.kind;
  if (!figures || !share) return null;
  const whole = { ...figures, promised: await promised(tx, government, kind, id) };
  return fits(whole) ? null : { code: 'no-room', words: share.full(whole) };
}

function figuresOf({ offered, settings }: Connection, plan: unknown, taken: number): ShareFigures | null {
  const total = offered.kind.share?.total(settings) ?? null;
  const wanted = offered.kind.share?.of(plan) ?? null;
  return total === null || wanted === null ? null : { total, promised: taken, wanted };
}

/** In thousandths: 0.1 and 0.2 are no 0.3 otherwise. */
const fits = ({ total, promised: taken, wanted }: ShareFigures): boolean =>
  Math.round((taken + wanted) * 1000) <= Math.round(total * 1000);

function noRoom(figures: ShareFigures, delivery: Delivery, connection: Connection) {
  const { share } = connection.offered.kind;
  const words = share?.full(figures) ?? { id: 'Tidak muat.', en: 'It does not fit.' };
  const result = refused('invalid', 'no-room', words, [{ path: share?.part ?? '', words }]);
  return atField(result.fault, delivery, connection);
}
