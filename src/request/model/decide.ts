/**
 * decide(command, state) → entries: the one place that says what may happen to a request. Pure: everything it needs is
 * in its arguments, so that a journal can be replayed and every refusal tested without a database.
 */
import { ok } from '../../ground/index.ts';
import type { Result } from '../../ground/index.ts';
import { CLOSED } from '../../standard/model.ts';
import type { Step } from '../../standard/model.ts';
import { standpointOf } from './access.ts';
import { journalActor } from './actor.ts';
import type { Command, StepCommand } from './commands.ts';
import type { JournalActor, NewEntry } from './entries.ts';
import {
  cancelDeliveryRule,
  deliveredEvidence,
  openDeliveries,
  orderRule,
  resumeRule,
  settleRule,
  stopRule,
} from './delivery-rules.ts';
import { refuse } from './faults.ts';
import { recordedEntries } from './record-rules.ts';
import { issueLetterRule, nameOnLetterRule, voidLetterRule } from './letter-rules.ts';
import {
  getStep,
  involvedPositions,
  outcomesOf,
  positionsOf,
  stepFor,
  waitingPositions,
} from './procedure.ts';
import { acting, withDeadline } from './rule.ts';
import type { DecideContext, Decision, Rule } from './rule.ts';
import { renewSecretRule, secretRenewedRule } from './secret-rules.ts';
import { isEnded } from './state.ts';
import type { RequestState } from './state.ts';
import { missingItems, stepFault } from './step-rules.ts';
import { superiorOver } from './superior.ts';
import { extendRule, finishDutyRule, overdueRule, recomputeRule, reclassifyRule } from './time-rules.ts';
import {
  cancelWithdrawalRule,
  resumeWithdrawalRule,
  stopWithdrawalRule,
  withdrawnRule,
  askWithdrawalRule,
  withdrawProductRule,
} from './withdrawal-rules.ts';

export type { DecideContext, Decision } from './rule.ts';

/** The step a request waits at, and the official who may make it now. */
interface Making {
  readonly step: Step;
  readonly actor: JournalActor & { kind: 'official' };
}

function makingOf(state: RequestState, context: DecideContext): Result<Making> {
  if (state.status === 'returned') return refuse('waiting-applicant');
  if (state.step === null) return refuse('ended');
  if (state.proposedReturn) return refuse('waiting-superior');
  if (openDeliveries(state).length > 0) return refuse('being-delivered');
  const actor = acting(context, waitingPositions(context.service, state));
  return actor.ok ? ok({ step: stepFor(context.service, state, state.step), actor: actor.value }) : actor;
}

const stepRule: Rule<StepCommand> = (command, state, context) => {
  const making = makingOf(state, context);
  if (!making.ok) return making;
  const { step, actor } = making.value;
  const outcome = outcomesOf(step).find((o) => o.action === command.action && o.kind === 'forward');
  if (!outcome?.to) return refuse('not-open');
  const checked = stepFault(step, command, state, context);
  if (!checked.ok) return checked;
  const { type: _, recorded = [], ...given } = command;
  const products = recordedEntries(step, recorded, state);
  if (!products.ok) return products;
  // What the program delivered of it before somebody did the rest by hand is part of what shows that it was made.
  const evidence = [
    ...deliveredEvidence(step.id, state),
    ...recorded.map((one) => one.evidence),
    ...(command.evidence ?? []),
  ];
  const made: NewEntry = {
    kind: 'step-made',
    data: {
      ...given,
      ...(evidence.length > 0 ? { evidence } : {}),
      step: step.id,
      to: outcome.to,
      ...(checked.value.length > 0 ? { warnings: checked.value } : {}),
    },
  };
  const closing: NewEntry[] = outcome.to === CLOSED ? [{ kind: 'closed', data: {} }] : [];
  const cause = step.kind === 'classify' ? 'classified' : 'complete';
  return withDeadline(state, [...products.value, made, ...closing], actor, context, cause);
};

const returnRule: Rule<Command & { type: 'return' }> = (command, state, context) => {
  const making = makingOf(state, context);
  if (!making.ok) return making;
  const { step, actor } = making.value;
  if (!outcomesOf(step).some((o) => o.kind === 'return')) return refuse('not-open');
  const missing = missingItems(context.service, step, command.missing);
  if (!missing.ok) return missing;
  const data = { step: step.id, missing: missing.value, message: command.message };
  // One return lists everything; a later new demand needs the superior (services.md, "What an office does every day").
  if (state.returns > 0 && context.superiorOf(actor.position) !== null) {
    return ok({ entries: [{ kind: 'return-proposed', data }], actor: actor });
  }
  return withDeadline(state, [{ kind: 'returned', data }], actor, context, 'returned');
};

/** The superior of whoever proposed a second demand. */
function superior(state: RequestState, context: DecideContext): Result<JournalActor & { kind: 'official' }> {
  const above = state.proposedReturn && context.superiorOf(state.proposedReturn.position);
  return above ? acting(context, [above]) : refuse('not-open');
}

const allowReturnRule: Rule<Command & { type: 'allow-return' }> = (_, state, context) => {
  const actor = superior(state, context);
  if (!actor.ok) return actor;
  const proposed = state.proposedReturn;
  if (!proposed) return refuse('not-open');
  const data = {
    step: proposed.step,
    missing: proposed.missing,
    message: proposed.message,
    allowedBy: actor.value.position,
  };
  return withDeadline(state, [{ kind: 'returned', data }], actor.value, context, 'returned');
};

const denyReturnRule: Rule<Command & { type: 'deny-return' }> = (command, state, context) => {
  const actor = superior(state, context);
  if (!actor.ok) return actor;
  if (!state.proposedReturn) return refuse('not-open');
  const data = { step: state.proposedReturn.step, ...(command.note ? { note: command.note } : {}) };
  return ok({ entries: [{ kind: 'return-denied', data }], actor: actor.value });
};

const refuseRule: Rule<Command & { type: 'refuse' }> = (command, state, context) => {
  const making = makingOf(state, context);
  if (!making.ok) return making;
  const { step, actor } = making.value;
  if (!outcomesOf(step).some((o) => o.kind === 'refuse')) return refuse('not-open');
  if (!step.grounds.some((ground) => ground.id === command.ground)) return refuse('ground-unknown');
  const { type: _, ...given } = command;
  return ok({ entries: [{ kind: 'refused', data: { ...given, step: step.id } }], actor: actor });
};

const resubmitRule: Rule<Command & { type: 'resubmit' }> = (command, state, context) => {
  if (context.actor.kind !== 'applicant') return refuse('not-yours');
  if (state.status !== 'returned') return refuse('not-returned');
  const { type: _, ...data } = command;
  return withDeadline(state, [{ kind: 'resubmitted', data }], { kind: 'applicant' }, context, 'resubmitted');
};

const withdrawRule: Rule<Command & { type: 'withdraw' }> = (command, state, context) => {
  if (context.actor.kind !== 'applicant') return refuse('not-yours');
  if (openDeliveries(state).length > 0) return refuse('being-delivered');
  const data = command.reason ? { reason: command.reason } : {};
  return ok({ entries: [{ kind: 'withdrawn', data }], actor: { kind: 'applicant' } });
};

/** Cancelling is for a superior of the step, not for whoever would rather not make it. */
const cancelRule: Rule<Command & { type: 'cancel' }> = (command, state, context) => {
  if (state.step === null) return refuse('not-yours');
  const posts = positionsOf(getStep(context.service, state.step), state.addressees);
  const named = superiorOver(posts, context);
  if (!named) return refuse('not-yours');
  if (openDeliveries(state).length > 0) return refuse('being-delivered');
  return ok({ entries: [{ kind: 'cancelled', data: { reason: command.reason } }], actor: named });
};

/** Overseers read and add nothing: what they wrote would reach the applicant in the office's name. */
function mayRemark({ actor, service }: DecideContext, state: RequestState): boolean {
  if (actor.kind !== 'official') return actor.kind === 'applicant';
  const standpoint = standpointOf(actor, service, state);
  return standpoint === 'part' || standpoint === 'superior';
}

const commentRule: Rule<Command & { type: 'comment' }> = (command, state, context) => {
  if (!mayRemark(context, state)) return refuse('not-yours');
  if (context.actor.kind === 'applicant' && command.audience === 'internal') return refuse('not-yours');
  // It waits for nobody any more who would read it: a message taken in would be as good as lost.
  if (context.actor.kind === 'applicant' && isEnded(state.status)) return refuse('ended');
  const actor = journalActor(context.actor, involvedPositions(context.service, state.addressees));
  if (!actor) return refuse('not-yours');
  return ok({
    entries: [{ kind: 'commented', data: { audience: command.audience, text: command.text } }],
    actor,
  });
};

/** Said or tried outside the program; the applicant was there, so it tells them nothing new and sends no message. */
const contactRule: Rule<Command & { type: 'contact' }> = (command, state, context) => {
  if (context.actor.kind !== 'official' || !mayRemark(context, state)) return refuse('not-yours');
  const actor = journalActor(context.actor, involvedPositions(context.service, state.addressees));
  if (!actor) return refuse('not-yours');
  const { type: _, ...data } = command;
  return ok({ entries: [{ kind: 'contacted', data }], actor });
};

const takeOverRule: Rule<Command & { type: 'take-over' }> = (_, state, context) => {
  const actor = acting(context, waitingPositions(context.service, state));
  if (!actor.ok) return actor;
  if (state.takenBy === actor.value.official) return refuse('unchanged');
  return ok({ entries: [{ kind: 'taken-over', data: {} }], actor: actor.value });
};

const openSecretRule: Rule<Command & { type: 'open-secret' }> = (command, _state, context) =>
  context.actor.kind === 'applicant'
    ? ok({
        entries: [{ kind: 'secret-opened', data: { secret: command.secret } }],
        actor: { kind: 'applicant' },
      })
    : refuse('not-yours');

const rules: { readonly [T in Command['type']]: Rule<Command & { type: T }> } = {
  step: stepRule,
  return: returnRule,
  'allow-return': allowReturnRule,
  'deny-return': denyReturnRule,
  refuse: refuseRule,
  resubmit: resubmitRule,
  withdraw: withdrawRule,
  cancel: cancelRule,
  comment: commentRule,
  contact: contactRule,
  'take-over': takeOverRule,
  extend: extendRule,
  reclassify: reclassifyRule,
  'mark-overdue': overdueRule,
  'finish-duty': finishDutyRule,
  'open-secret': openSecretRule,
  'renew-secret': renewSecretRule,
  'secret-renewed': secretRenewedRule,
  recompute: recomputeRule,
  order: orderRule,
  settle: settleRule,
  'stop-delivery': stopRule,
  'resume-delivery': resumeRule,
  'cancel-delivery': cancelDeliveryRule,
  'withdraw-product': withdrawProductRule,
  'ask-withdrawal': askWithdrawalRule,
  'stop-withdrawal': stopWithdrawalRule,
  'resume-withdrawal': resumeWithdrawalRule,
  'cancel-withdrawal': cancelWithdrawalRule,
  'product-withdrawn': withdrawnRule,
  'issue-letter': issueLetterRule,
  'void-letter': voidLetterRule,
  'name-on-letter': nameOnLetterRule,
};

/** What remains possible once a request has ended: its product is opened and given back, its duties done, its letters sent. */
const possibleAfterEnd: readonly Command['type'][] = [
  'finish-duty',
  'open-secret',
  'renew-secret',
  'secret-renewed',
  'comment',
  'contact',
  'withdraw-product',
  'ask-withdrawal',
  'stop-withdrawal',
  'resume-withdrawal',
  'cancel-withdrawal',
  'product-withdrawn',
  'issue-letter',
  'void-letter',
  'name-on-letter',
];

/** The entries a command leads to in this state, or why it does not. */
export function decide(command: Command, state: RequestState, context: DecideContext): Result<Decision> {
  if (isEnded(state.status) && !possibleAfterEnd.includes(command.type)) return refuse('ended');
  // Checked kind by kind in the table above; an index cannot carry that correlation.
  const rule = rules[command.type] as Rule<Command>;
  return rule(command, state, context);
}
