/**
 * What may happen to a product that is to be given back or revoked: an official orders it, the program does it, and where the program
 * cannot, an official decides. Possible after the request has ended. Pure.
 */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import type { Service } from '../../standard/model.ts';
import type { Command } from './commands.ts';
import { findDelivery } from './delivery-rules.ts';
import type { Evidence, JournalActor, NewEntry } from './entries.ts';
import { refuse } from './faults.ts';
import { getStep, positionsOf } from './procedure.ts';
import { acting } from './rule.ts';
import type { DecideContext, Decision, Rule } from './rule.ts';
import type { DeliveryState, RequestState } from './state.ts';
import { superiorOver } from './superior.ts';

type Of<T extends Command['type']> = Command & { readonly type: T };

/** The posts that answer for a product: those of the step that delivers it. */
export const answeringPosts = (
  service: Service,
  { addressees }: RequestState,
  { step }: DeliveryState,
): readonly string[] => positionsOf(getStep(service, step), addressees);

/** Whoever delivers takes back, or whoever stands above them; a post of another step has no say in it. */
function answering(
  delivery: DeliveryState,
  state: RequestState,
  context: DecideContext,
): Result<JournalActor> {
  const posts = answeringPosts(context.service, state, delivery);
  const superior = superiorOver(posts, context);
  const own = acting(context, posts);
  return own.ok || !superior ? own : ok(superior);
}

/** Several for one reason, each by an order of its own: what becomes of one says nothing of the others. */
export const withdrawProductRule: Rule<Of<'withdraw-product'>> = (command, state, context) => {
  const { deliveries, reason } = command;
  const found = [...new Set(deliveries)].map((id) => findDelivery(state, id, 'delivered'));
  const actors: JournalActor[] = [];
  for (const delivery of found) {
    if (!delivery) return refuse('delivery-unknown');
    const actor = answering(delivery, state, context);
    if (!actor.ok) return actor;
    actors.push(actor.value);
  }
  const [actor, ...others] = actors;
  if (!actor) return refuse('delivery-unknown');
  // An act is one post's: whoever holds two acts for each apart.
  if (others.some((other) => !isSamePost(actor, other))) return refuse('withdrawal-apart');
  const entries = found.flatMap((one): NewEntry[] =>
    one ? [{ kind: 'withdrawal-ordered', data: { delivery: one.delivery, reason } }] : [],
  );
  return ok({ entries, actor });
};

const isSamePost = (one: JournalActor, other: JournalActor): boolean =>
  one.kind === 'official' && other.kind === 'official' && one.position === other.position;

/** Whoever holds the tracking key asks; nothing is withdrawn by it, or a key that leaked would close an office's mailbox. */
export const askWithdrawalRule: Rule<Of<'ask-withdrawal'>> = (command, state, context) => {
  if (context.actor.kind !== 'applicant') return refuse('not-yours');
  const delivered = findDelivery(state, command.delivery, 'delivered');
  if (!delivered) return refuse('delivery-unknown');
  if (delivered.asked) return refuse('withdrawal-asked-already');
  const { type: _, ...data } = command;
  return ok({ entries: [{ kind: 'withdrawal-asked', data }], actor: { kind: 'applicant' } });
};

export const stopWithdrawalRule: Rule<Of<'stop-withdrawal'>> = (command, state, context) => {
  if (context.actor.kind !== 'system') return refuse('not-yours');
  if (!findDelivery(state, command.delivery, 'withdrawing')) return refuse('delivery-unknown');
  const { type: _, ...data } = command;
  return ok({ entries: [{ kind: 'withdrawal-stopped', data }], actor: { kind: 'system' } });
};

/** What an official decides about a withdrawal that does not succeed by itself. */
function decided(
  delivery: string,
  state: RequestState,
  context: DecideContext,
  entry: NewEntry,
): Result<Decision> {
  const stuck = findDelivery(state, delivery, 'withdrawing');
  if (!stuck?.stuck) return refuse('delivery-unknown');
  const actor = answering(stuck, state, context);
  return actor.ok ? ok({ entries: [entry], actor: actor.value }) : actor;
}

export const resumeWithdrawalRule: Rule<Of<'resume-withdrawal'>> = ({ delivery }, state, context) =>
  decided(delivery, state, context, { kind: 'withdrawal-resumed', data: { delivery } });

export const cancelWithdrawalRule: Rule<Of<'cancel-withdrawal'>> = ({ delivery }, state, context) =>
  decided(delivery, state, context, { kind: 'withdrawal-cancelled', data: { delivery } });

/** Told by the program, or by an official who did it by hand and says what. */
export const withdrawnRule: Rule<Of<'product-withdrawn'>> = (command, state, context) => {
  const { delivery, evidence = [] } = command;
  if (context.actor.kind === 'system') {
    if (!findDelivery(state, delivery, 'withdrawing')) return refuse('delivery-unknown');
    return ok({ entries: [{ kind: 'product-withdrawn', data: { delivery } }], actor: { kind: 'system' } });
  }
  if (!isProof(evidence)) return refuse('evidence-missing', 'text');
  return decided(delivery, state, context, { kind: 'product-withdrawn', data: { delivery, evidence } });
};

/** Nobody is handed anything when a product is given back: words or a file show it. */
const isProof = (evidence: readonly Evidence[]): boolean =>
  evidence.length > 0 && evidence.every(({ type }) => type === 'text' || type === 'file');
