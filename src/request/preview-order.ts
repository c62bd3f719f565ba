/** What an order would do, for the official who confirms it: planned like the order itself, and nothing is recorded. */
import { requestNotFound } from './act.ts';
import type { BuildContext } from './building.ts';
import { journalNow } from './deps.ts';
import type { RequestDeps } from './deps.ts';
import { mayMakeStep, standpointOf } from './model/access.ts';
import { refuse } from './model/faults.ts';
import { readActionInput } from './official-acts.ts';
import type { OfficialAct } from './official-acts.ts';
import { readOrder } from './official-deliveries.ts';
import type { ActionInput } from './model/action-input.ts';
import type { PlannedDelivery } from './products.ts';
import { getRequestRow } from './request-row.ts';
import { Vault } from './vault.ts';

/** Faults: `request-not-found`, `not-yours`, `action-input`, and what is wrong with the order, by field of the step. */
export async function previewOrder(
  deps: RequestDeps,
  act: Omit<OfficialAct, 'action' | 'idempotencyKey'>,
): Promise<readonly PlannedDelivery[]> {
  const { government, number, actor } = act;
  const { value } = readActionInput('deliver', act.input);
  return deps.database.transaction({ government, viewer: actor.official }, async (tx) => {
    const { id, state } = await getRequestRow(tx, government, number);
    const { value: service } = deps.catalogue.service(government, state.service, state.serviceVersion);
    const vault = await Vault.find(tx, deps.keys, government, id);
    if (standpointOf(actor, service, state) === null || !vault) throw requestNotFound();
    // A plan tells answers of the form that whoever only oversees is not shown.
    if (!mayMakeStep(actor, service, state)) throw refuse('not-yours').fault;
    const given: BuildContext = { tx, vault, service, state, now: journalNow(deps.clock) };
    // The shape of `deliver` was read above.
    const order = await readOrder(value as ActionInput['deliver'], { deps, act, given });
    return deps.products.preview(given, order);
  });
}
