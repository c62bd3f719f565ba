/** Commands about deliveries, filled in for a state so that only who and when decide whether they are accepted. */
import type { Command } from '../../src/request/model/commands.ts';
import type { OrderedDelivery, Ref } from '../../src/request/model/entries.ts';
import type { RequestState } from '../../src/request/model/state.ts';
import type { Step } from '../../src/standard/model.ts';

const deliveryIn = (state: RequestState, ...statuses: readonly string[]): string =>
  (state.deliveries ?? []).find(({ status }) => statuses.includes(status))?.delivery ?? 'none';

/** An order of everything the step can deliver and has not, each under a name of its own. */
function orderFor(state: RequestState, step: Step | null): readonly OrderedDelivery[] {
  const had = (state.deliveries ?? []).filter(
    ({ status }) => status !== 'cancelled' && status !== 'withdrawn',
  );
  const open = (step?.kind === 'fulfil' ? step.deliveries : []).filter(
    ({ id }) => !had.some(({ name }) => name === id),
  );
  return open.map(({ id, kind }) => ({
    delivery: `${id}-${state.version}`,
    name: id,
    kind,
    connector: 'files',
    plan: ref,
  }));
}

interface Scene {
  readonly state: RequestState;
  readonly step: Step | null;
}

const ref: Ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };

type OfDeliveries =
  | 'order'
  | 'settle'
  | 'stop-delivery'
  | 'resume-delivery'
  | 'cancel-delivery'
  | 'withdraw-product'
  | 'stop-withdrawal'
  | 'resume-withdrawal'
  | 'cancel-withdrawal'
  | 'renew-secret'
  | 'ask-withdrawal'
  | 'secret-renewed'
  | 'product-withdrawn';

export const deliveryCommands: Readonly<Record<OfDeliveries, (scene: Scene) => Command>> = {
  order: ({ state, step }) => ({ type: 'order', deliveries: orderFor(state, step) }),
  settle: ({ state }) => ({
    type: 'settle',
    delivery: deliveryIn(state, 'ordered', 'stopped'),
    evidence: [{ type: 'product', delivery: ref.value, kind: 'mailbox', value: ref }],
  }),
  'stop-delivery': ({ state }) => ({
    type: 'stop-delivery',
    delivery: deliveryIn(state, 'ordered'),
    code: 'name-taken',
  }),
  'resume-delivery': ({ state }) => ({ type: 'resume-delivery', delivery: deliveryIn(state, 'stopped') }),
  'cancel-delivery': ({ state }) => ({ type: 'cancel-delivery', delivery: deliveryIn(state, 'stopped') }),
  'ask-withdrawal': ({ state }) => ({
    type: 'ask-withdrawal',
    delivery: deliveryIn(state, 'delivered'),
    reason: ref,
  }),
  'renew-secret': ({ state }) => ({ type: 'renew-secret', delivery: deliveryIn(state, 'delivered') }),
  'secret-renewed': ({ state }) => ({
    type: 'secret-renewed',
    delivery: deliveryIn(state, 'delivered'),
    secret: ref.value,
  }),
  'withdraw-product': ({ state }) => ({
    type: 'withdraw-product',
    deliveries: [deliveryIn(state, 'delivered')],
    reason: ref,
  }),
  'stop-withdrawal': ({ state }) => ({
    type: 'stop-withdrawal',
    delivery: deliveryIn(state, 'withdrawing'),
    code: 'not-connected',
  }),
  'resume-withdrawal': ({ state }) => ({
    type: 'resume-withdrawal',
    delivery: deliveryIn(state, 'withdrawing'),
  }),
  'cancel-withdrawal': ({ state }) => ({
    type: 'cancel-withdrawal',
    delivery: deliveryIn(state, 'withdrawing'),
  }),
  'product-withdrawn': ({ state }) => ({
    type: 'product-withdrawn',
    delivery: deliveryIn(state, 'withdrawing'),
  }),
};

/** Which actors each can at most be accepted from: the rule said once more, apart from the code. */
export const deliveryEntitled = {
  order: ['holder', 'plh'],
  settle: ['system', 'holder', 'plh'],
  'stop-delivery': ['system'],
  'resume-delivery': ['holder', 'plh'],
  'cancel-delivery': ['holder', 'plh'],
  // Whoever it is must answer for the product; see withdrawal-rules.test.ts.
  'ask-withdrawal': ['applicant'],
  'renew-secret': ['applicant', 'holder', 'plh'],
  'secret-renewed': ['system'],
  'withdraw-product': ['holder', 'plh', 'superior'],
  'stop-withdrawal': ['system'],
  'resume-withdrawal': ['holder', 'plh', 'superior'],
  'cancel-withdrawal': ['holder', 'plh', 'superior'],
  'product-withdrawn': ['system'],
} as const;
