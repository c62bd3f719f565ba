/** Deliveries as they are stored. */
import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';
import type { DeliveryStanding } from './machine.ts';

export interface StoredDelivery extends DeliveryStanding {
  readonly government: string;
  readonly id: string;
  readonly request: string;
  /** Of the request. */
  readonly number: string;
  readonly name: string;
  readonly kind: DeliveryKind;
  readonly connector: string;
  /** Ids of sealed values of the request. */
  readonly plan: string;
  readonly evidence: string | null;
  readonly sealedSecret: Buffer | null;
  /** Of the settings of the first call; null before it. */
  readonly settingsMark: string | null;
}

function deliveryOf(row: Selectable<Tables['delivery']>): StoredDelivery {
  const { state, calling_until, next_at, stuck_since, cause_code, cause, ...named } = row;
  const { sealed_secret, kind, settings_mark, takes: _, ...same } = named;
  return {
    ...same,
    // Written only from the standard's own kinds.
    kind: kind as DeliveryKind,
    stage: state,
    callingUntil: calling_until,
    nextAt: next_at,
    stuckSince: stuck_since,
    cause: cause_code !== null && cause ? { code: cause_code, words: cause } : null,
    sealedSecret: sealed_secret,
    settingsMark: settings_mark,
  };
}

/** What is known of a delivery when it begins. */
type Begun = Pick<
  Insertable<Tables['delivery']>,
  'government' | 'id' | 'request' | 'number' | 'name' | 'kind' | 'connector' | 'state' | 'plan'
> &
  Partial<
    Pick<Insertable<Tables['delivery']>, 'evidence' | 'sealed_secret' | 'next_at' | 'ends_on' | 'takes'>
  >;

/** Writes a delivery as it begins at `now`; what is not said is empty. */
export async function insertDelivery(tx: Tx, begun: Begun, now: Temporal.Instant): Promise<void> {
  const empty = {
    evidence: null,
    sealed_secret: null,
    calling_until: null,
    next_at: null,
    stuck_since: null,
    cause_code: null,
    cause: null,
    ends_on: null,
    settings_mark: null,
    takes: null,
  };
  await tx
    .insertInto('delivery')
    .values({ ...empty, ...begun, ordered_at: now, changed_at: now })
    .execute();
}

/** One delivery, locked until the transaction ends; null when there is none. */
export async function lockDelivery(tx: Tx, government: string, id: string): Promise<StoredDelivery | null> {
  const row = await tx
    .selectFrom('delivery')
    .selectAll()
    .where('government', '=', government)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? deliveryOf(row) : null;
}

/** The deliveries of one request, in the order they were ordered. */
export async function deliveriesOf(
  tx: Tx,
  government: string,
  request: string,
): Promise<readonly StoredDelivery[]> {
  const rows = await tx
    .selectFrom('delivery')
    .selectAll()
    .where('government', '=', government)
    .where('request', '=', request)
    .orderBy('id')
    .execute();
  return rows.map(deliveryOf);
}

interface Settled {
  readonly evidence?: string;
  readonly endsOn?: Temporal.PlainDate;
  /** The first secret is no longer kept here: the applicant can open it, or nobody ever will. */
  readonly forgetSecret?: boolean;
  readonly settingsMark?: string | null;
}

/** Writes a standing, and what was found out with it. */
export async function writeStanding(
  tx: Tx,
  { government, id }: Pick<StoredDelivery, 'government' | 'id'>,
  standing: DeliveryStanding,
  at: Temporal.Instant,
  { evidence, endsOn, forgetSecret, settingsMark }: Settled = {},
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({
      state: standing.stage,
      doubt: standing.doubt,
      attempts: standing.attempts,
      calling_until: standing.callingUntil,
      next_at: standing.nextAt,
      stuck_since: standing.stuckSince,
      cause_code: standing.cause?.code ?? null,
      cause: standing.cause ? JSON.stringify(standing.cause.words) : null,
      changed_at: at,
      ...(evidence === undefined ? {} : { evidence }),
      ...(endsOn === undefined ? {} : { ends_on: endsOn }),
      ...(settingsMark === undefined ? {} : { settings_mark: settingsMark }),
      ...(forgetSecret ? { sealed_secret: sql<Buffer | null>`null` } : {}),
    })
    .where('government', '=', government)
    .where('id', '=', id)
    .execute();
}
