/** Doing a thing once: who sends it again with the same key gets the first answer, and nothing happens twice. */
import { Fault } from '../ground/index.ts';
import type { Selectable } from 'kysely';
import type { Keys, Tables, Tx } from '../platform/index.ts';

/** Somebody's key for one thing to do. */
export interface Attempt {
  readonly government: string;
  /** What is done: `submit/<service>`, `action/<request>`. A key counts within its scope. */
  readonly scope: string;
  readonly key: string;
  /** Hash of all that was sent; 32 bytes. */
  readonly body: Buffer;
}

const keyHash = (keys: Keys, { key }: Attempt): Buffer => keys.mac('idempotency', key);

/** The answer given before, or undefined. Fault: `idempotency-mismatch` when the key came with another content. */
export async function findAnswer(tx: Tx, keys: Keys, attempt: Attempt): Promise<unknown> {
  const row = await tx
    .selectFrom('idempotency')
    .select(['answer', 'body_hash'])
    .where('government', '=', attempt.government)
    .where('scope', '=', attempt.scope)
    .where('key_hash', '=', keyHash(keys, attempt))
    .executeTakeFirst();
  if (row && !row.body_hash.equals(attempt.body)) {
    throw new Fault('conflict', 'idempotency-mismatch', {
      id: 'Kunci pengiriman ini sudah dipakai untuk isi yang lain. Pakai kunci baru.',
      en: 'This idempotency key was used for another content. Use a new key.',
    });
  }
  return row?.answer;
}

/** What is kept of a first answer. */
export interface Kept {
  readonly request: string;
  readonly answer: object;
  readonly at: Temporal.Instant;
}

/** The row that keeps an answer for repetitions, for a statement that inserts it with all else. */
export function answerRow(keys: Keys, attempt: Attempt, kept: Kept): Selectable<Tables['idempotency']> {
  return {
    government: attempt.government,
    scope: attempt.scope,
    key_hash: keyHash(keys, attempt),
    body_hash: attempt.body,
    request: kept.request,
    answer: kept.answer,
    at: kept.at,
  };
}

/** Whether an insert failed because somebody had kept an answer under this key before. */
export const isAnswered = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'idempotency_pkey';

/**
 * Keeps an answer for repetitions. False when somebody was first; then nothing was kept. Waits for whoever is keeping
 * one at this moment.
 */
export async function keepAnswer(tx: Tx, keys: Keys, attempt: Attempt, kept: Kept): Promise<boolean> {
  const inserted = await tx
    .insertInto('idempotency')
    .values({ ...answerRow(keys, attempt, kept), answer: JSON.stringify(kept.answer) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
