/** The log of who read personal data, signed in, or changed somebody's access (UU 27/2022 art. 31). */
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
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

/** A line of the access log as it is read. */
export interface AccessLine {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly act: string;
  readonly subject: string | null;
  readonly reason: string | null;
}

export interface AccessQuestion {
  /** Only these acts; all when left out. */
  readonly acts?: readonly string[];
  /** All but these. */
  readonly without?: readonly string[];
  /** Only what this official did. */
  readonly actor?: string;
  /** Only what is older than this line. */
  readonly before?: Pick<AccessLine, 'at' | 'id'>;
  readonly limit: number;
}

/** The access log of a government, newest first. */
export async function listAccess(
  tx: Tx,
  government: string,
  { acts, without, actor, before, limit }: AccessQuestion,
): Promise<readonly AccessLine[]> {
  const all = tx
    .selectFrom('access_log')
    .select(['id', 'at', 'actor', 'act', 'subject', 'reason'])
    .where('government', '=', government);
  const conditions = [
    ...(acts ? [sql<boolean>`act = any(${[...acts]}::text[])`] : []),
    ...(without ? [sql<boolean>`act <> all(${[...without]}::text[])`] : []),
    ...(actor === undefined ? [] : [sql<boolean>`actor = ${actor}`]),
    ...(before ? [sql<boolean>`(at, id) < (${before.at}, ${before.id}::uuid)`] : []),
  ];
  return conditions
    .reduce((query, condition) => query.where(condition), all)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
