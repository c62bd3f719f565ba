/**
 * Sets new first passwords. Each try gives the counterpart the same secret, so that a try of which nobody knows what came is simply
 * made again; the applicant can open it only when one has succeeded.
 */
import { Fault } from '../../ground/index.ts';
import type { Database, Round, TaskHandler, Tx } from '../../platform/index.ts';
import { actInside, putSecret, tellOfUnsetSecret, Vault } from '../../request/index.ts';
import { CounterpartFault } from '../contract.ts';
import { findConnection } from '../delivering/connection.ts';
import type { Connection } from '../delivering/connection.ts';
import type { ProductDeps } from '../delivering/deps.ts';
import { CALL_SECONDS, MOST_ATTEMPTS, pauseAfter } from '../delivering/machine.ts';
import type { Cause } from '../delivering/machine.ts';
import { lockDelivery } from '../delivering/rows.ts';
import type { StoredDelivery } from '../delivering/rows.ts';
import type { RunnerDeps } from '../delivering/runner.ts';
import { enqueueRenewal, renewalPlace } from './ask.ts';

interface Taken {
  readonly delivery: StoredDelivery;
  readonly connection: Connection | null;
  readonly plan: unknown;
  readonly secret: string;
  readonly attempts: number;
}

/** Safe to run twice, at once or after a crash. */
export function renewSecretTask(deps: RunnerDeps): TaskHandler {
  return async (payload, { government, database }) => {
    const { delivery } = payload as { delivery: string };
    const taken = await database.transaction({ government }, (tx) => takeUp(tx, deps, government, delivery));
    if (!taken) return;
    const failed = await setNow(deps, taken);
    if (failed) await database.transaction({ government }, (tx) => recordFailed(tx, deps, taken, failed));
    else await recordDone(deps, database, taken);
  };
}

const lockRenewal = (
  tx: Tx,
  government: string,
  delivery: string,
): Promise<{ sealed_secret: Buffer | null; attempts: number } | undefined> =>
  tx
    .selectFrom('secret_renewal')
    .select(['sealed_secret', 'attempts'])
    .where('government', '=', government)
    .where('delivery', '=', delivery)
    .forUpdate()
    .executeTakeFirst();

/** The renewal with all that its call needs; null when it is done, erased with its request, or its product is gone. */
async function takeUp(tx: Tx, deps: RunnerDeps, government: string, id: string): Promise<Taken | null> {
  const delivery = await lockDelivery(tx, government, id);
  const row = await lockRenewal(tx, government, id);
  if (!delivery || !row?.sealed_secret) return null;
  const vault = await Vault.find(tx, deps.keys, government, delivery.request);
  if (!vault || delivery.stage !== 'delivered') {
    await forget(tx, government, id);
    return null;
  }
  const { sealed } = await tx
    .selectFrom('request_value')
    .select('sealed')
    .where('government', '=', government)
    .where('request', '=', delivery.request)
    .where('id', '=', delivery.plan)
    .executeTakeFirstOrThrow();
  return {
    delivery,
    connection: await findConnection(tx, deps, government, delivery.kind),
    plan: JSON.parse(vault.open(delivery.plan, sealed).toString()),
    secret: vault.open(renewalPlace(id), row.sealed_secret).toString(),
    attempts: row.attempts,
  };
}

/** Nothing more is tried, and the secret is kept no longer. */
const forget = (tx: Tx, government: string, delivery: string): Promise<unknown> =>
  tx
    .updateTable('secret_renewal')
    .set({ sealed_secret: null, next_at: null, cause_code: null, cause: null })
    .where('government', '=', government)
    .where('delivery', '=', delivery)
    .execute();

interface Failed {
  readonly cause: Cause;
  readonly passing: boolean;
}

const settingsGone: Failed = {
  passing: false,
  cause: {
    code: 'not-connected',
    words: {
      id: 'Penyambung produk ini tidak lagi diatur seperti ketika dibuat. Atur kembali di halaman Penyambung, lalu minta lagi.',
      en: 'The connector of this product is no longer set up as it was made. Set it up again on the Connectors page, then ask again.',
    },
  },
};

/**
 * The connection that the product was made through, where it can set a secret. Whether its server is still the same the server says:
 * one that has nothing of this delivery answers `not-there`, and one that moved still has it.
 */
function findMaker({ delivery, connection }: Taken): Connection | null {
  const able = connection?.counterpart.renewSecret !== undefined;
  return able && connection.connector.id === delivery.connector ? connection : null;
}

/** Speaks to the counterpart; null when the secret is set. Never throws. */
async function setNow({ log }: RunnerDeps, taken: Taken): Promise<Failed | null> {
  const maker = findMaker(taken);
  if (!maker) return settingsGone;
  const { id, government, number } = taken.delivery;
  try {
    await maker.counterpart.renewSecret?.(maker.offered.kind.plan.parse(taken.plan), {
      key: { delivery: id, government, request: number },
      secret: taken.secret,
      signal: AbortSignal.timeout(CALL_SECONDS * 1000),
    });
    return null;
  } catch (error) {
    if (error instanceof CounterpartFault) {
      const { code, words, meaning } = error;
      return { cause: { code, words }, passing: meaning.passing || meaning.done === 'unknown' };
    }
    // Only its name: a message may carry what was sent.
    const name = error instanceof Error ? error.name : typeof error;
    log.error({ delivery: id, error: name }, 'a new first password failed unexpectedly');
    return { cause: unexpected, passing: true };
  }
}

const unexpected: Cause = {
  code: 'unexpected',
  words: {
    id: 'Terjadi kesalahan yang tidak terduga; rinciannya ada di log program. Dicoba lagi otomatis.',
    en: 'Something unexpected went wrong; the log of the program has the details. It is tried again by itself.',
  },
};

/** Tried again after a pause; where waiting does not help, or after about a day, when somebody asks again: those who can are told. */
async function recordFailed(
  tx: Tx,
  { clock, request }: RunnerDeps,
  { delivery: { government, id, number }, attempts: before }: Taken,
  { cause, passing }: Failed,
): Promise<void> {
  const row = await lockRenewal(tx, government, id);
  if (!row?.sealed_secret) return;
  const attempts = before + 1;
  const again = passing && attempts < MOST_ATTEMPTS;
  const nextAt = again ? clock.now().add({ seconds: pauseAfter(attempts) }) : null;
  await tx
    .updateTable('secret_renewal')
    .set({ attempts, next_at: nextAt, cause_code: cause.code, cause: JSON.stringify(cause.words) })
    .where('government', '=', government)
    .where('delivery', '=', id)
    .execute();
  if (nextAt) await enqueueRenewal(tx, government, id, nextAt);
  else await tellOfUnsetSecret(tx, request, { government, number, delivery: id });
}

/** Somebody else was faster: what this worker did was the same. */
class Superseded extends Error {}

/** The secret lies ready for the applicant, and the journal says so, in one transaction. */
async function recordDone(deps: RunnerDeps, database: Database, taken: Taken): Promise<void> {
  const { government, id, number } = taken.delivery;
  const input = { government, number, actor: { kind: 'system' }, version: null } as const;
  try {
    await database.transaction({ government }, (tx) =>
      actInside(tx, deps.request, input, async ({ vault, now }) => {
        const row = await lockRenewal(tx, government, id);
        if (!row?.sealed_secret) throw new Superseded();
        const secret = await putSecret(tx, vault, taken.secret, now);
        await forget(tx, government, id);
        return { command: { type: 'secret-renewed', delivery: id, secret } };
      }),
    );
  } catch (error) {
    const known = ['delivery-unknown', 'request-erased', 'request-not-found'];
    if (error instanceof Superseded || (error instanceof Fault && known.includes(error.code))) return;
    throw error;
  }
}

/** At most so many of a government in one round. */
const atOnce = 200;

/** Every minute: renewals that should have gone on and have no job any more get one. */
export function renewalRound(deps: ProductDeps): Round {
  return {
    at: '* * * * *',
    run: async (database) => {
      for (const government of deps.catalogue.governmentIds()) {
        await database.transaction({ government }, async (tx) => {
          const rows = await tx
            .selectFrom('secret_renewal')
            .select('delivery')
            .where('government', '=', government)
            .where('next_at', '<', deps.clock.now().subtract({ minutes: 1 }))
            .orderBy('next_at')
            .limit(atOnce)
            .execute();
          for (const { delivery } of rows) await enqueueRenewal(tx, government, delivery);
        });
      }
    },
  };
}
