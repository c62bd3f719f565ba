/** The log of who read personal data, signed in, or changed somebody's access (UU 27/2022 art. 31). */
import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '../platform/index.ts';

/** One line of the access log: who read or did what, with ids only. */
export async function logAccess(
  tx: Tx,
  government: string,
  line: {
    readonly at: Temporal.Instant;
    readonly actor: string;
    readonly act: string;
    readonly subject?: string;
    readonly reason?: string;
  },
): Promise<void> {
  await tx
    .insertInto('access_log')
    .values({ government, id: randomUUIDv7(), subject: null, reason: null, ...line })
    .execute();
}
