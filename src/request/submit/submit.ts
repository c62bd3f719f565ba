/** Submitting a request: everything is written or nothing, and a repetition gives the same answer. */
import { Fault } from '../../ground/index.ts';
import type { FaultKind } from '../../ground/index.ts';
import type { RequestDeps } from '../deps.ts';
import { findAnswer, isAnswered } from '../idempotency.ts';
import type { SubmitInput, Submitted } from './input.ts';
import { attemptOf, trackingKeyFor } from './keys.ts';
import { prepareSubmission } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { writeSubmission } from './rows.ts';

/**
 * Submits a request. Faults: `invalid` with fields (answers, requirements), `not-found` (service),
 * `idempotency-mismatch` (same key, other content).
 */
export async function submitRequest(deps: RequestDeps, input: SubmitInput): Promise<Submitted> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await submitOnce(deps, input, attempt === 1);
    } catch (error) {
      if (attempt === mostDraws || !isNumberTaken(error)) throw error;
    }
  }
}

/** Numbers are random; a number that is taken is drawn again. Five clashes in a row mean something else is wrong. */
const mostDraws = 5;

const isNumberTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'request_number_key';

async function submitOnce(deps: RequestDeps, input: SubmitInput, first: boolean): Promise<Submitted> {
  try {
    const prepared = await prepareSubmission(deps, input);
    if (first) await input.admit?.();
    await writeSubmission(deps, prepared);
    return { ...prepared.answer, trackingKey: prepared.trackingKey, fresh: true };
  } catch (error) {
    // Everything was undone; what stands is the first answer, if there is one.
    const earlier = mayRepeat(error) ? await findEarlier(deps, input) : null;
    if (earlier) return earlier;
    throw error;
  }
}

/** What was answered when the same came before; null where it came for the first time, or nobody can tell. */
async function findEarlier(deps: RequestDeps, input: SubmitInput): Promise<Submitted | null> {
  const attempt = attemptOf(input);
  if (!attempt) return null;
  const scope = { government: input.government };
  const answer = await deps.database.transaction(scope, (tx) => findAnswer(tx, deps.keys, attempt));
  if (answer === undefined) return null;
  return {
    ...(answer as Prepared['answer']),
    trackingKey: trackingKeyFor(deps, input, attempt),
    fresh: false,
  };
}

/**
 * Whether the same may have been sent before: the key was taken, what was to happen alongside had happened already, or it
 * would be refused today, when a date in it has passed or too many come, and was received when it came first.
 */
const mayRepeat = (error: unknown): boolean =>
  isAnswered(error) || (error instanceof Fault && repeatable.has(error.kind));

const repeatable = new Set<FaultKind>(['conflict', 'invalid', 'too-many']);
