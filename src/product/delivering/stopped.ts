/** What the program cannot finish without an official. */
import type { RawBuilder } from 'kysely';
import type { Words } from '../../ground/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { DeliveryKind } from '../../standard/index.ts';

/** A delivery or withdrawal that waits for somebody, for the page that lists them. */
export interface StoppedDelivery {
  readonly delivery: string;
  readonly number: string;
  readonly kind: DeliveryKind;
  /** True where a product cannot be given back, false where it cannot be made. */
  readonly withdrawal: boolean;
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
  const rows = await tx
    .selectFrom('delivery as d')
    .select(['id', 'number', 'kind', 'state', 'stuck_since', 'cause'])
    .where('government', '=', government)
    .where('stuck_since', 'is not', null)
    .where(whose)
    .orderBy('stuck_since')
    .limit(MOST_STOPPED + 1)
    .execute();
  return rows.flatMap(({ id, number, kind, state, stuck_since, cause }) =>
    stuck_since && cause
      ? {
          delivery: id,
          number,
          // Written only from the standard's own kinds.
          kind: kind as DeliveryKind,
          withdrawal: state === 'withdrawing',
          since: stuck_since,
          words: cause,
        }
      : [],
  );
}
