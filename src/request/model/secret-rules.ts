/**
 * A first password that nobody opened in time is made anew: whoever was to open it asks, or the office does; the program sets it at
 * the counterpart and says so. One that was opened, and lost on the way to its owner, the office alone makes anew, for a reason.
 * Possible after the request has ended. Pure.
 */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Command } from './commands.ts';
import { findDelivery } from './delivery-rules.ts';
import type { JournalActor } from './entries.ts';
import { refuse } from './faults.ts';
import { acting } from './rule.ts';
import type { DecideContext, Rule } from './rule.ts';
import type { DeliveryState, RequestState } from './state.ts';
import { answeringPosts } from './withdrawal-rules.ts';

type Of<T extends Command['type']> = Command & { readonly type: T };

/** The secret that was given last with a delivery; null where none goes with it. */
export const lastSecret = ({ evidence }: DeliveryState): string | null =>
  evidence.findLast((item) => item.type === 'secret')?.secret ?? null;

/** Its owner, by the tracking key, or whoever delivers it. */
function asking(delivery: DeliveryState, state: RequestState, context: DecideContext): Result<JournalActor> {
  if (context.actor.kind === 'applicant') return ok({ kind: 'applicant' });
  return acting(context, answeringPosts(context.service, state, delivery));
}

export const renewSecretRule: Rule<Of<'renew-secret'>> = (command, state, context) => {
  const delivery = findDelivery(state, command.delivery, 'delivered');
  if (!delivery || lastSecret(delivery) === null) return refuse('delivery-unknown');
  const actor = asking(delivery, state, context);
  if (!actor.ok) return actor;
  const { type: _, ...data } = command;
  // Whoever has found the tracking key would lock the owner out with it.
  if (data.reason && actor.value.kind !== 'official') return refuse('not-yours');
  return ok({ entries: [{ kind: 'secret-asked', data }], actor: actor.value });
};

export const secretRenewedRule: Rule<Of<'secret-renewed'>> = (command, state, context) => {
  if (context.actor.kind !== 'system') return refuse('not-yours');
  if (!findDelivery(state, command.delivery, 'delivered')) return refuse('delivery-unknown');
  const { type: _, ...data } = command;
  return ok({ entries: [{ kind: 'secret-renewed', data }], actor: { kind: 'system' } });
};
