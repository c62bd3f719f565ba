/** What the life of a request asks of this room, inside the transaction of an official's act. */
import { randomUUIDv7 } from 'node:crypto';
import { Fault, valueOf } from '../../ground/index.ts';
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
import type { Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
import { forgetPeople } from './forget.ts';
import { recordByHand, settleByHand } from './by-hand.ts';
import { findConnection, notConnected, settingsChanged } from './connection.ts';
import { newSecret } from '../new-secret.ts';
import { askForSecret, renewalsOf } from '../secret-renewal/ask.ts';
import type { ProductDeps } from './deps.ts';
import { enqueueDelivery } from './enqueue.ts';
import { lockStopped } from './locking.ts';
import { atRest, resumed } from './machine.ts';
import { deliveriesNamed, examplePartsOf, planOf, throwTogether } from './plan.ts';
import { assertRoom, lockRoom, takenBy } from './room.ts';
import type { Wanted } from './room.ts';
import { deliveriesOf, insertDelivery, writeStanding } from './rows.ts';
import type { StoredDelivery } from './rows.ts';
import { withdrawals } from './withdrawals.ts';

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
    exampleParts: async (tx, government, kind) => {
      const connection = await findConnection(tx, deps, government, kind);
      return connection && examplePartsOf(connection);
    },
    preview: (given, order) => previewAll(deps, given, order),
    order: (given, order) => orderAll(deps, given, order),
    record: (given, order) => recordByHand(deps, given, order),
    resume: async (given, id, absent) => {
      const delivery = await lockStopped(given, id);
      const settingsMark = await markAfterStop(given.tx, deps, delivery);
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
    settledByHand: (given, id, made) => settleByHand(deps, given, id, made),
    ...withdrawals,
    forget: (government, deliveries) => forgetPeople(deps, government, deliveries),
    renewSecret: (given, id) => askForSecret(deps, given, id),
    secretRenewals: renewalsOf,
    progress: async (tx, government, request) =>
      (await deliveriesOf(tx, government, request)).map(progressOf),
    titleOf: (kind) => deps.kinds[kind]?.kind.title ?? { id: kind, en: kind },
    describe: (delivery, kind, evidence) => describeDelivered(deps, delivery, kind, evidence),
  };
}

/**
 * Which settings a delivery is held to that an official lets go on: the present ones only where it stopped because they changed, for
 * then they were told to look at both servers. After any other stop nobody was asked about another server.
 */
async function markAfterStop(
  tx: Tx,
  deps: ProductDeps,
  { government, kind, cause, settingsMark }: StoredDelivery,
): Promise<string | null> {
  if (cause?.code !== settingsChanged.code) return settingsMark;
  return (await findConnection(tx, deps, government, kind))?.mark ?? null;
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

const inDoubt = (): Fault =>
  new Fault('conflict', 'delivery-in-doubt', {
    id: 'Belum pasti apakah produk sudah dibuat. Periksa di server tujuan, lalu nyatakan bahwa tidak ada yang dibuat.',
    en: 'It is not certain whether the product was made. Look at the server, then state that nothing was made.',
  });

/** All plans of an order, or all that is wrong with those that cannot be planned. */
async function planAll(
  deps: ProductDeps,
  { tx, vault, now }: BuildContext,
  { step, names, ...sources }: ProductOrder,
): Promise<readonly Wanted[]> {
  const today = todayIn(deps.catalogue, vault.government, now);
  const planned: Wanted[] = [];
  const faults: Fault[] = [];
  for (const delivery of valueOf(deliveriesNamed(step, names))) {
    const connection = await findConnection(tx, deps, vault.government, delivery.kind);
    if (!connection || connection.connector.byPeople) throw notConnected(delivery.kind);
    const plan = planOf(delivery, sources, connection, today);
    if (plan.ok) planned.push({ delivery, connection, plan: plan.value });
    else faults.push(plan.fault);
  }
  throwTogether(faults);
  await assertRoom(tx, vault.government, planned);
  return planned;
}

async function orderAll(
  deps: ProductDeps,
  given: BuildContext,
  order: ProductOrder,
): Promise<readonly OrderedDelivery[]> {
  const kinds = order.step.deliveries.map(({ kind }) => kind);
  await lockRoom(given.tx, deps, given.vault.government, kinds);
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
  { delivery: { id: name, kind }, connection, plan }: Wanted,
): Promise<OrderedDelivery> {
  const { connector, offered } = connection;
  const delivery = randomUUIDv7();
  const ref = vault.put('product-plan', plan);
  const { government, request } = vault;
  const begun = {
    government,
    id: delivery,
    request,
    number: state.number,
    name,
    kind,
    connector: connector.id,
    state: 'ordered',
    plan: ref.value,
    sealed_secret: offered.kind.firstSecret ? vault.seal(`delivery/${delivery}`, newSecret()) : null,
    next_at: now,
    takes: takenBy(connection, plan),
  } as const;
  await insertDelivery(tx, begun, now);
  await enqueueDelivery(tx, { government, id: delivery });
  return { delivery, name, kind, connector: connector.id, plan: ref };
}
