/** What the life of a request asks of this room, inside the transaction of an official's act. */
import { randomUUIDv7 } from 'node:crypto';
import { Fault, valueOf } from '../../ground/index.ts';
import { enqueue } from '../../platform/index.ts';
import type { Tx } from '../../platform/index.ts';
import { todayIn } from '../../request/index.ts';
import type {
  BuildContext,
  DeliveredProduct,
  DeliveryProgress,
  OrderedDelivery,
  PlannedDelivery,
  ProductOrder,
  ProductPort,
} from '../../request/index.ts';
import type { Delivery, DeliveryKind } from '../../standard/index.ts';
import { leaveToPeople, recordByHand } from './by-hand.ts';
import { findConnection, notConnected } from './connection.ts';
import type { Connection } from './connection.ts';
import { newSecret } from '../new-secret.ts';
import { askForSecret, renewalsOf } from '../secret-renewal/ask.ts';
import type { ProductDeps } from './deps.ts';
import { atRest, resumed, withdrawnAgain } from './machine.ts';
import { deliveriesNamed, planOf } from './plan.ts';
import { deliveriesOf, lockDelivery, writeStanding } from './rows.ts';
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

/** The port that app.ts hands to the life of a request. */
export function productPort(deps: ProductDeps): ProductPort {
  return {
    connected: async (tx, government, kinds) => {
      const found: DeliveryKind[] = [];
      for (const kind of new Set(kinds)) {
        const connection = await findConnection(tx, deps, government, kind);
        if (connection && !connection.connector.byPeople) found.push(kind);
      }
      return found;
    },
    preview: (given, order) => previewAll(deps, given, order),
    order: (given, order) => orderAll(deps, given, order),
    record: (given, order) => recordByHand(deps, given, order),
    resume: async (given, id, absent) => {
      const delivery = await lockStopped(given, id);
      // The official has seen what the settings were and are.
      const settingsMark =
        (await findConnection(given.tx, deps, delivery.government, delivery.kind))?.mark ?? null;
      await writeStanding(given.tx, delivery, resumed(delivery, absent, given.now), given.now, {
        settingsMark,
      });
      await enqueueDelivery(given.tx, delivery);
    },
    cancel: async (given, id, absent) => {
      const delivery = await lockStopped(given, id);
      if (delivery.doubt && !absent) throw inDoubt();
      await writeStanding(given.tx, delivery, atRest(delivery, 'cancelled'), given.now, {
        forgetSecret: true,
      });
    },
    settledByHand: async (given, id) => {
      const delivery = await lockStopped(given, id);
      await writeStanding(given.tx, delivery, atRest(delivery, 'by-hand'), given.now, { forgetSecret: true });
    },
    withdraw: async (given, id) => {
      const delivery = await lockIn(given, id, 'delivered', 'by-hand');
      const standing = { ...delivery, stage: 'withdrawing', attempts: 0, nextAt: given.now } as const;
      await writeStanding(given.tx, delivery, standing, given.now);
      // The connector would find nothing of what people made, and call that withdrawn.
      if (delivery.stage === 'by-hand') await leaveToPeople(given.tx, delivery);
      await enqueueDelivery(given.tx, delivery);
    },
    withdrawAgain: async (given, id) => {
      const delivery = await lockStuckWithdrawal(given, id);
      await writeStanding(given.tx, delivery, withdrawnAgain(delivery, given.now), given.now);
      await enqueueDelivery(given.tx, delivery);
    },
    withdrawnByHand: async (given, id) => {
      const delivery = await lockStuckWithdrawal(given, id);
      await writeStanding(given.tx, delivery, atRest(delivery, 'withdrawn'), given.now);
    },
    keep: async (given, id, looked) => {
      const delivery = await lockStuckWithdrawal(given, id);
      if (delivery.doubt && !looked) throw maybeGone();
      await writeStanding(given.tx, delivery, atRest(delivery, 'delivered'), given.now);
    },
    renewSecret: (given, id) => askForSecret(deps, given, id),
    secretRenewals: renewalsOf,
    progress: async (tx, government, request) =>
      (await deliveriesOf(tx, government, request)).map(progressOf),
    titleOf: (kind) => deps.kinds[kind]?.kind.title ?? { id: kind, en: kind },
    describe: (delivery, kind, evidence) => describeDelivered(deps, delivery, kind, evidence),
  };
}

const progressOf = ({
  id,
  stage,
  doubt,
  stuckSince,
  attempts,
  nextAt,
  cause,
}: StoredDelivery): DeliveryProgress => ({
  delivery: id,
  state: stage,
  doubt,
  stuck: stuckSince !== null,
  attempts,
  nextAt,
  cause,
});

const unknownDelivery = (): Fault =>
  new Fault('conflict', 'delivery-unknown', {
    id: 'Penyerahan itu tidak (lagi) dalam keadaan yang mengizinkan ini. Muat ulang halaman.',
    en: 'That delivery is not (any more) in a state that allows this. Reload the page.',
  });

const inDoubt = (): Fault =>
  new Fault('conflict', 'delivery-in-doubt', {
    id: 'Belum pasti apakah produk sudah dibuat. Periksa di server tujuan, lalu nyatakan bahwa tidak ada yang dibuat.',
    en: 'It is not certain whether the product was made. Look at the server, then state that nothing was made.',
  });

const maybeGone = (): Fault =>
  new Fault('conflict', 'withdrawal-in-doubt', {
    id: 'Belum pasti apakah produk masih utuh: mungkin sebagian sudah dicabut. Periksa di server tujuan, lalu nyatakan bahwa masih utuh.',
    en: 'It is not certain whether the product is still whole: part of it may be withdrawn. Look at the server, then state that it is whole.',
  });

const beingWithdrawn = (): Fault =>
  new Fault('conflict', 'being-withdrawn', {
    id: 'Sistem sedang mencoba mencabutnya. Tunggu dua menit, lalu muat ulang halaman.',
    en: 'The program is trying to withdraw it right now. Wait two minutes, then reload the page.',
  });

/** A delivery of this very request at one of these stages, locked; the id comes from a form, so it may be anybody's. */
async function lockIn(
  { tx, vault }: BuildContext,
  id: string,
  ...stages: readonly StoredDelivery['stage'][]
): Promise<StoredDelivery> {
  const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const delivery = known ? await lockDelivery(tx, vault.government, id) : null;
  if (delivery?.request !== vault.request || !stages.includes(delivery.stage)) throw unknownDelivery();
  return delivery;
}

const lockStopped = (given: BuildContext, id: string): Promise<StoredDelivery> =>
  lockIn(given, id, 'stopped');

/** A withdrawal that officials are needed for, while no worker speaks to the counterpart about it. */
async function lockStuckWithdrawal(given: BuildContext, id: string): Promise<StoredDelivery> {
  const delivery = await lockIn(given, id, 'withdrawing');
  if (delivery.stuckSince === null) throw unknownDelivery();
  const { callingUntil } = delivery;
  if (callingUntil && Temporal.Instant.compare(callingUntil, given.now) > 0) throw beingWithdrawn();
  return delivery;
}

interface Planned {
  readonly delivery: Delivery;
  readonly connection: Connection;
  readonly plan: unknown;
}

/** All plans of an order, or what is wrong with the first that cannot be planned. */
async function planAll(
  deps: ProductDeps,
  { tx, vault, now }: BuildContext,
  { step, names, ...sources }: ProductOrder,
): Promise<readonly Planned[]> {
  const today = todayIn(deps.catalogue, vault.government, now);
  const planned: Planned[] = [];
  for (const delivery of valueOf(deliveriesNamed(step, names))) {
    const connection = await findConnection(tx, deps, vault.government, delivery.kind);
    if (!connection || connection.connector.byPeople) throw notConnected(delivery.kind);
    planned.push({ delivery, connection, plan: valueOf(planOf(delivery, sources, connection, today)) });
  }
  return planned;
}

async function orderAll(
  deps: ProductDeps,
  given: BuildContext,
  order: ProductOrder,
): Promise<readonly OrderedDelivery[]> {
  const ordered: OrderedDelivery[] = [];
  for (const planned of await planAll(deps, given, order)) ordered.push(await orderOne(given, planned));
  return ordered;
}

async function previewAll(
  deps: ProductDeps,
  given: BuildContext,
  order: ProductOrder,
): Promise<readonly PlannedDelivery[]> {
  return (await planAll(deps, given, order)).map(({ delivery, connection, plan }) => {
    const { kind } = connection.offered;
    return {
      name: delivery.id,
      kind: delivery.kind,
      title: kind.title,
      connector: connection.connector.title,
      firstSecret: kind.firstSecret,
      facts: kind.describePlan(plan),
    };
  });
}

/** Evidence as it was kept, by the words of its kind; null when the kind would not have written it so. */
function describeDelivered(
  { kinds }: ProductDeps,
  delivery: string,
  kind: DeliveryKind,
  evidence: unknown,
): DeliveredProduct | null {
  const known = kinds[kind]?.kind;
  const read = known?.evidence.safeParse(evidence);
  if (!known || !read?.success) return null;
  const { facts, use, end } = known.describeEvidence(read.data);
  return { delivery, kind, title: known.title, facts, use, end };
}

/** The intent, before any counterpart hears of it. */
async function orderOne(
  { tx, vault, state, now }: BuildContext,
  { delivery: { id: name, kind }, connection: { connector, offered }, plan }: Planned,
): Promise<OrderedDelivery> {
  const delivery = randomUUIDv7();
  const ref = vault.put('product-plan', plan);
  const { government, request } = vault;
  await tx
    .insertInto('delivery')
    .values({
      government,
      id: delivery,
      request,
      number: state.number,
      name,
      kind,
      connector: connector.id,
      state: 'ordered',
      plan: ref.value,
      evidence: null,
      sealed_secret: offered.kind.firstSecret ? vault.seal(`delivery/${delivery}`, newSecret()) : null,
      calling_until: null,
      next_at: now,
      stuck_since: null,
      cause_code: null,
      cause: null,
      ends_on: null,
      settings_mark: null,
      ordered_at: now,
      changed_at: now,
    })
    .execute();
  await enqueueDelivery(tx, { government, id: delivery });
  return { delivery, name, kind, connector: connector.id, plan: ref };
}
