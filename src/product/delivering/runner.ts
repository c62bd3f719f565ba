/**
 * Carries deliveries out. Before each call to a counterpart a transaction writes that it begins, after it another one writes
 * what came of it; between the two the process may be killed, and whoever finds that looks before doing anything.
 */
import type { Database, Log, Round, TaskHandler, Tx } from '../../platform/index.ts';
import { actInside, putSecret, Vault } from '../../request/index.ts';
import type { ActInput, Evidence, RequestDeps } from '../../request/index.ts';
import { CounterpartFault } from '../contract.ts';
import type { Call, FaultMeaning } from '../contract.ts';
import { forPeople } from './by-hand.ts';
import { findConnection, settingsChanged } from './connection.ts';
import { BY_HAND } from './kinds.ts';
import type { Connection } from './connection.ts';
import type { ProductDeps } from './deps.ts';
import {
  afterOutcome,
  afterWithdrawal,
  atRest,
  CALL_SECONDS,
  MOST_ATTEMPTS,
  nextMove,
  whileCalling,
  whileWithdrawing,
} from './machine.ts';
import type { Cause, DeliveryStanding, Follow, Outcome } from './machine.ts';
import { enqueueDelivery } from './enqueue.ts';
import { findNoRoom } from './room.ts';
import { lockDelivery, writeStanding } from './rows.ts';
import type { StoredDelivery } from './rows.ts';

export interface RunnerDeps extends ProductDeps {
  readonly request: RequestDeps;
  readonly log: Log;
}

type Work = 'deliver' | 'check' | 'withdraw';

/** A delivery taken up by this worker, with all that its call needs. */
interface Taken {
  readonly work: Work;
  /** As it stands while this worker calls. */
  readonly delivery: StoredDelivery;
  /** As it stood before. */
  readonly before: DeliveryStanding;
  readonly connection: Connection | null;
  /** Why it does not fit any more. */
  readonly noRoom: Cause | null;
  readonly plan: unknown;
  readonly evidence: unknown;
  readonly secret: string | null;
}

/** Delivers, looks or withdraws, whatever is next. Safe to run twice, at once or after a crash. */
export function deliverTask(deps: RunnerDeps): TaskHandler {
  return async (payload, { government, database }) => {
    const { delivery: id } = payload as { delivery: string };
    const taken = await database.transaction({ government }, (tx) => takeUp(tx, deps, government, id));
    if (!taken) return;
    if (taken.work === 'withdraw') await withdrawNow(deps, database, taken);
    else await record(deps, database, taken, await carryOut(deps, taken));
  };
}

/** Takes a delivery up and writes that its call begins; null when there is nothing to do now. */
async function takeUp(tx: Tx, deps: RunnerDeps, government: string, id: string): Promise<Taken | null> {
  const found = await lockDelivery(tx, government, id);
  if (!found) return null;
  const now = deps.clock.now();
  const move = nextMove(found, now);
  if (move.do === 'nothing') return null;
  if (move.do === 'wait') {
    await enqueueDelivery(tx, found, move.until);
    return null;
  }
  const vault = await Vault.find(tx, deps.keys, government, found.request);
  if (!vault) {
    // Erased with its request: what it was made from is gone, so nobody can go on with it.
    await writeStanding(tx, found, atRest(found, 'cancelled'), now, { forgetSecret: true });
    return null;
  }
  const standing = move.do === 'withdraw' ? whileWithdrawing(found, now) : whileCalling(found, now);
  const connection = await findConnection(tx, deps, government, found.kind);
  const settingsMark = heldTo(found, move.do, connection);
  await writeStanding(tx, found, standing, now, { settingsMark });
  const plan = await openValue(tx, vault, found.plan);
  return {
    work: move.do,
    delivery: { ...found, ...standing, settingsMark },
    before: found,
    connection,
    noRoom: move.do === 'deliver' ? await findNoRoom(tx, found, connection, plan) : null,
    plan,
    evidence: found.evidence === null ? null : await openValue(tx, vault, found.evidence),
    secret: found.sealedSecret ? vault.open(`delivery/${id}`, found.sealedSecret).toString() : null,
  };
}

/** What a first call is made with is what later ones are held to; where something may be there already, so is the one that completes it. */
const heldTo = (
  { doubt, settingsMark }: StoredDelivery,
  work: Work,
  connection: Connection | null,
): string | null => (work === 'deliver' && !doubt ? (connection?.mark ?? null) : settingsMark);

async function openValue(tx: Tx, vault: Vault, id: string): Promise<unknown> {
  const row = await tx
    .selectFrom('request_value')
    .select('sealed')
    .where('government', '=', vault.government)
    .where('request', '=', vault.request)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return JSON.parse(vault.open(id, row.sealed).toString());
}

const settingsGone: Cause = {
  code: 'not-connected',
  words: {
    id: 'Penyambungnya tidak lagi diatur. Atur kembali di halaman Penyambung, lalu coba lagi.',
    en: 'Its connector is no longer set up. Set it up again on the Connectors page, then try again.',
  },
};

const unexpected: Cause = {
  code: 'unexpected',
  words: {
    id: 'Terjadi kesalahan yang tidak terduga; rinciannya ada di log program. Hasilnya diperiksa dulu sebelum dicoba lagi.',
    en: 'Something unexpected went wrong; the log of the program has the details. What came of it is looked up first.',
  },
};

/** What a thrown error means. Anything that is no CounterpartFault may have done its work, and may pass. */
function meaningOf({ log }: RunnerDeps, taken: Taken, error: unknown): Failed {
  if (error instanceof CounterpartFault)
    return { is: 'fault', meaning: error.meaning, cause: { code: error.code, words: error.words } };
  // Only name and place: a message may carry what was sent.
  const name = error instanceof Error ? error.name : typeof error;
  log.error(
    { delivery: taken.delivery.id, kind: taken.delivery.kind, error: name },
    'a connector failed unexpectedly',
  );
  return { is: 'fault', meaning: { done: 'unknown', passing: true }, cause: unexpected };
}

const callOf = ({ delivery }: Taken): Call => ({
  key: { delivery: delivery.id, government: delivery.government, request: delivery.number },
  signal: AbortSignal.timeout(CALL_SECONDS * 1000),
});

/** Why this connection must not be asked about this delivery: it is not the one that it was begun with. */
function otherServer({ connection, delivery }: Taken): Cause | null {
  if (delivery.connector === BY_HAND) return forPeople;
  if (connection?.connector.id !== delivery.connector) return settingsGone;
  const begun = delivery.settingsMark !== null && delivery.settingsMark !== connection.mark;
  return begun ? settingsChanged : null;
}

/** An outcome without a call: nothing was done, and nothing is found out by waiting. */
const withoutCall = (work: Work, cause: Cause): Outcome<unknown> =>
  work === 'check'
    ? { is: 'blind', passing: false, cause }
    : { is: 'fault', meaning: { done: 'none', passing: false }, cause };

/** Speaks to the counterpart; never throws. */
async function carryOut(deps: RunnerDeps, taken: Taken): Promise<Outcome<unknown>> {
  const { work, connection, delivery, secret } = taken;
  const cause = otherServer(taken) ?? taken.noRoom;
  if (!connection || cause) return withoutCall(work, cause ?? settingsGone);
  // Called so often without an outcome that could be written down: an official looks.
  if (delivery.attempts >= MOST_ATTEMPTS) return withoutCall('check', unexpected);
  const { kind } = connection.offered;
  try {
    const call = callOf(taken);
    // Plan and evidence of an earlier program are read like any other input.
    const plan = kind.plan.parse(taken.plan);
    if (work === 'check') return { is: 'looked', presence: await connection.counterpart.check(plan, call) };
    const evidence = await connection.counterpart.deliver(plan, { ...call, secret });
    return { is: 'delivered', evidence: kind.evidence.parse(evidence) };
  } catch (error) {
    const { meaning, cause: why } = meaningOf(deps, taken, error);
    return work === 'check'
      ? { is: 'blind', passing: meaning.passing, cause: why }
      : { is: 'fault', meaning, cause: why };
  }
}

/** Somebody else took the delivery over meanwhile: what this worker found is theirs to find again. */
class Superseded extends Error {}

/** Locks the delivery again, if this worker still holds it. */
async function lockOwn(tx: Tx, { delivery }: Taken): Promise<void> {
  const now = await lockDelivery(tx, delivery.government, delivery.id);
  const same =
    now?.stage === delivery.stage &&
    now.callingUntil !== null &&
    delivery.callingUntil !== null &&
    Temporal.Instant.compare(now.callingUntil, delivery.callingUntil) === 0;
  if (!same) throw new Superseded();
}

/** What a worker found is written down in one transaction, unless it was superseded. */
async function writeDown(
  database: Database,
  { delivery: { government } }: Taken,
  write: (tx: Tx) => Promise<void>,
): Promise<void> {
  try {
    await database.transaction({ government }, write);
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

/** Writes down what came of the call, and tells the journal of the request where it matters to it. */
async function record(
  deps: RunnerDeps,
  database: Database,
  taken: Taken,
  outcome: Outcome<unknown>,
): Promise<void> {
  const now = deps.clock.now();
  const follow = afterOutcome(taken.delivery, outcome, now);
  await writeDown(database, taken, (tx) =>
    follow.tell ? tellJournal(tx, deps, taken, follow) : recordAlone(tx, taken, follow.standing, now),
  );
}

async function recordAlone(
  tx: Tx,
  taken: Taken,
  standing: DeliveryStanding,
  now: Temporal.Instant,
): Promise<void> {
  await lockOwn(tx, taken);
  await writeStanding(tx, taken.delivery, standing, now);
  if (standing.nextAt) await enqueueDelivery(tx, taken.delivery, standing.nextAt);
}

/** An act of the program on the request of a delivery. */
const actOf = ({ delivery: { government, number } }: Taken): ActInput => ({
  government,
  number,
  actor: { kind: 'system' },
  version: null,
});

/** The request is locked first, as by every act on it, then the delivery. */
async function tellJournal(
  tx: Tx,
  deps: RunnerDeps,
  taken: Taken,
  { standing, tell }: Follow<unknown>,
): Promise<void> {
  const { delivery } = taken;
  await actInside(tx, deps.request, actOf(taken), async ({ vault, now }) => {
    await lockOwn(tx, taken);
    if (tell?.is !== 'settled') {
      await writeStanding(tx, delivery, standing, now);
      const code = standing.cause?.code ?? 'stopped';
      return { command: { type: 'stop-delivery', delivery: delivery.id, code } };
    }
    const evidence = await keepDelivered(tx, taken, tell.evidence, vault, now);
    const [{ value }] = evidence;
    const endsOn = endOf(taken, tell.evidence);
    await writeStanding(tx, delivery, standing, now, {
      evidence: value.value,
      forgetSecret: true,
      ...endsOn,
    });
    return { command: { type: 'settle', delivery: delivery.id, evidence } };
  });
}

type ProductEvidence = Evidence & { readonly type: 'product' };

/** Evidence put away, and the first secret where the applicant can open it once. */
async function keepDelivered(
  tx: Tx,
  { delivery, secret }: Taken,
  evidence: unknown,
  vault: Vault,
  now: Temporal.Instant,
): Promise<readonly [ProductEvidence, ...Evidence[]]> {
  const value = vault.put('product-evidence', evidence);
  const product: ProductEvidence = { type: 'product', delivery: delivery.id, kind: delivery.kind, value };
  if (secret === null) return [product];
  return [product, { type: 'secret', secret: await putSecret(tx, vault, secret, now) }];
}

function endOf({ connection }: Taken, evidence: unknown): { endsOn?: Temporal.PlainDate } {
  const endsOn = connection?.offered.kind.describeEvidence(evidence).endsOn;
  return endsOn === undefined ? {} : { endsOn };
}

/**
 * Gives back, then writes it down. Killed in between it is given back again, which is harmless. The journal hears that it is done,
 * and once that officials are needed.
 */
async function withdrawNow(deps: RunnerDeps, database: Database, taken: Taken): Promise<void> {
  const fault = await withdrawal(deps, taken);
  const { delivery, before } = taken;
  const now = deps.clock.now();
  const standing = afterWithdrawal(before, fault, now);
  await writeDown(database, taken, async (tx) => {
    const told = fault === null || (standing.stuckSince !== null && before.stuckSince === null);
    if (!told) return recordAlone(tx, taken, standing, now);
    const code = fault?.cause.code;
    await actInside(tx, deps.request, actOf(taken), async () => {
      await recordAlone(tx, taken, standing, now);
      return code === undefined
        ? { command: { type: 'product-withdrawn', delivery: delivery.id } }
        : { command: { type: 'stop-withdrawal', delivery: delivery.id, code } };
    });
  });
}

type Failed = Outcome<unknown> & { is: 'fault' };

const blocked = (cause: Cause): Failed => ({
  is: 'fault',
  meaning: { done: 'none', passing: false },
  cause,
});

const onlyByPeople: FaultMeaning = { done: 'none', passing: false, byPeople: true };

async function withdrawal(deps: RunnerDeps, taken: Taken): Promise<Failed | null> {
  const { connection } = taken;
  const cause = otherServer(taken);
  if (taken.delivery.connector === BY_HAND) return { ...blocked(forPeople), meaning: onlyByPeople };
  if (connection?.connector.id !== taken.delivery.connector) return blocked(settingsGone);
  const { kind } = connection.offered;
  try {
    const plan = kind.plan.parse(taken.plan);
    // Another server would find nothing of it and call that given back: under changed settings only one that has it is asked.
    const call = callOf(taken);
    if (cause && !(await hasIt(connection, plan, call))) return blocked(cause);
    await connection.counterpart.withdraw(plan, kind.evidence.parse(taken.evidence), call);
    return null;
  } catch (error) {
    return meaningOf(deps, taken, error);
  }
}

/** Whether the counterpart has this very delivery, whole or in part. */
async function hasIt({ counterpart }: Connection, plan: unknown, call: Call): Promise<boolean> {
  const { is } = await counterpart.check(plan, call);
  return is === 'present' || is === 'partial';
}

/** At most so many of a government in one round. */
const atOnce = 200;

/** Every minute: deliveries that should have gone on and have no job any more get one. */
export function deliveryRound(deps: ProductDeps): Round {
  return {
    at: '* * * * *',
    run: async (database) => {
      for (const government of deps.catalogue.governmentIds()) {
        await database.transaction({ government }, async (tx) => {
          const rows = await tx
            .selectFrom('delivery')
            .select('id')
            .where('government', '=', government)
            .where('next_at', '<', deps.clock.now().subtract({ minutes: 1 }))
            .orderBy('next_at')
            .limit(atOnce)
            .execute();
          for (const { id } of rows) await enqueueDelivery(tx, { government, id });
        });
      }
    },
  };
}
