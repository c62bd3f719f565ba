/** What the program cannot finish without an official. */
import type { RawBuilder } from 'kysely';
import type { Words } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';

/** Something about a product that waits for somebody, for the page that lists them. */
export interface StoppedDelivery {
  readonly delivery: string;
  readonly number: string;
  readonly kind: DeliveryKind;
  /** What could not be done: making it, giving it back, or setting a new first password. */
  readonly what: 'making' | 'withdrawing' | 'secret';
  readonly since: Temporal.Instant;
  readonly words: Words;
}

/** The most that the page of stopped deliveries shows; whoever has more has one cause for them. One more is read, to say that there are more. */
export const MOST_STOPPED = 200;

/** What stopped at a government, the longest waiting first, up to one more than the page shows. `whose`: a condition on deliveries `d`. */
export async function listStopped(
  tx: Tx,
  government: string,
  whose: RawBuilder<boolean>,
): Promise<readonly StoppedDelivery[]> {
  const found = [
    ...(await stoppedDeliveries(tx, government, whose)),
    ...(await stoppedRenewals(tx, government, whose)),
  ];
  return found
    .toSorted((one, other) => Temporal.Instant.compare(one.since, other.since))
    .slice(0, MOST_STOPPED + 1);
}

async function stoppedDeliveries(
  tx: Tx,
  government: string,
  whose: RawBuilder<boolean>,
): Promise<readonly StoppedDelivery[]> {
  const rows = await tx
    .selectFrom('delivery as d')
    .select(['id', 'number', 'kind', 'state', 'stuck_since', 'cause'])
    .where('government', '=', government)
    .where('stuck_since', 'is not', null)
    .where(whose)
    .orderBy('stuck_since')
    .limit(MOST_STOPPED + 1)
    .execute();
  return rows.flatMap(({ state, stuck_since, ...row }) =>
    stoppedAs(state === 'withdrawing' ? 'withdrawing' : 'making', { ...row, since: stuck_since }),
  );
}

/** New first passwords that are tried no more, since they were asked for; of a product that is given back nobody needs one. */
async function stoppedRenewals(
  tx: Tx,
  government: string,
  whose: RawBuilder<boolean>,
): Promise<readonly StoppedDelivery[]> {
  const rows = await tx
    .selectFrom('secret_renewal as s')
    .innerJoin('delivery as d', (join) =>
      join.onRef('d.government', '=', 's.government').onRef('d.id', '=', 's.delivery'),
    )
    .select(['d.id', 'd.number', 'd.kind', 's.asked_at as since', 's.cause'])
    .where('s.government', '=', government)
    .where('s.sealed_secret', 'is not', null)
    .where('s.next_at', 'is', null)
    .where('d.state', '=', 'delivered')
    .where(whose)
    .orderBy('s.asked_at')
    .limit(MOST_STOPPED + 1)
    .execute();
  return rows.flatMap((row) => stoppedAs('secret', row));
}

interface StoppedRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly since: Temporal.Instant | null;
  readonly cause: Words | null;
}

function stoppedAs(
  what: StoppedDelivery['what'],
  { id, number, kind, since, cause }: StoppedRow,
): readonly StoppedDelivery[] {
  if (!since || !cause) return [];
  // Written only from the standard's own kinds.
  return [{ delivery: id, number, kind: kind as DeliveryKind, what, since, words: cause }];
}
