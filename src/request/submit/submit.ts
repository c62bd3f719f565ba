/** Submitting a request: everything is written or nothing, and a repetition gives the same answer. */
import { Fault } from '../../ground/index.ts';
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
      return await submitOnce(deps, input);
    } catch (error) {
      if (attempt === mostDraws || !isNumberTaken(error)) throw error;
    }
  }
}

/** Numbers are random; a number that is taken is drawn again. Five clashes in a row mean something else is wrong. */
const mostDraws = 5;

const isNumberTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'request_number_key';

async function submitOnce(deps: RequestDeps, input: SubmitInput): Promise<Submitted> {
  const scope = { government: input.government };
  try {
    const prepared = await prepareSubmission(deps, input);
    await writeSubmission(deps, prepared);
    return { ...prepared.answer, trackingKey: prepared.trackingKey, fresh: true };
  } catch (error) {
    const attempt = attemptOf(input);
    if (!attempt || !mayRepeat(error)) throw error;
    // Everything was undone; what stands is the first answer, if there is one.
    const earlier = await deps.database.transaction(scope, (tx) => findAnswer(tx, deps.keys, attempt));
    if (earlier === undefined) throw error;
    return {
      ...(earlier as Prepared['answer']),
      trackingKey: trackingKeyFor(deps, input, attempt),
      fresh: false,
    };
  }
}

/**
 * Whether the same may have been sent before: the key was taken, what was to happen alongside had happened already, or it
 * would be refused today, when a date in it has passed, and was received when it came first.
 */
const mayRepeat = (error: unknown): boolean =>
  isAnswered(error) || (error instanceof Fault && (error.kind === 'conflict' || error.kind === 'invalid'));
