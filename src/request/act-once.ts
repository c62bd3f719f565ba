/** An official's action with an idempotency key: done once, answered alike however often it is sent. */
import type { Tx } from '../platform/index.ts';
import type { Acted } from './act.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { findAnswer, keepAnswer } from './idempotency.ts';
import type { Attempt } from './idempotency.ts';
import { readJournal } from './journal.ts';
import type { LockedRequest } from './journal.ts';
import { fold } from './model/evolve.ts';
import { firstStep } from './model/procedure.ts';

/**
 * Runs `work`, unless the attempt was made before; then gives what came of it. The request must be locked, so that two
 * repetitions at the same moment come one after the other. Fault: `idempotency-mismatch`.
 */
export async function actOnce(
  tx: Tx,
  deps: RequestDeps,
  attempt: Attempt,
  locked: LockedRequest,
  work: () => Promise<Acted>,
): Promise<Acted> {
  const before = (await findAnswer(tx, deps.keys, attempt)) as { readonly version: number } | undefined;
  if (before) return standingAt(tx, deps, attempt.government, locked, before.version);
  const acted = await work();
  const kept = { request: locked.id, answer: { version: acted.version }, at: journalNow(deps.clock) };
  await keepAnswer(tx, deps.keys, attempt, kept);
  return acted;
}

/** The request as it stood after an earlier act: the fold of its journal up to there. */
async function standingAt(
  tx: Tx,
  deps: RequestDeps,
  government: string,
  locked: LockedRequest,
  version: number,
): Promise<Acted> {
  const { service, serviceVersion, number } = locked.state;
  const { value } = deps.catalogue.service(government, service, serviceVersion);
  const entries = await readJournal(tx, government, locked.id);
  const state = fold(
    entries.filter(({ position }) => position <= version),
    firstStep(value),
  );
  if (!state) throw new Error(`request ${number} has no journal up to ${version}`);
  return { number, version, state };
}
