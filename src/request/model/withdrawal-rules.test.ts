/** Who may give a product back, and what may be done where the program cannot. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chartOf } from '../../people/index.ts';
import { governmentFiles, readDefinitions } from '../../standard/index.ts';
import { compileCalendar } from '../../working-time/index.ts';
import type { Actor, OfficialActor } from './actor.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import type { DecideContext } from './decide.ts';
import type { Entry, Evidence, Ref } from './entries.ts';
import { evolve } from './evolve.ts';
import { offersTo } from './offers.ts';
import { firstStep } from './procedure.ts';
import type { RequestState } from './state.ts';

const ref: Ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };
const now = '2026-11-23T02:00:00Z';

async function houseOf(government: string, id: string) {
  const directory = fileURLToPath(new URL(`../../../governments/${government}`, import.meta.url));
  const read = readDefinitions(await governmentFiles(directory));
  const service = read.services.find(({ value }) => value.id === id)?.value;
  assert.ok(read.organisation && read.calendar && service);
  const calendar = { version: 1, compiled: compileCalendar(read.calendar.value) };
  // Its own overseers are superiors too; this one only oversees.
  const overseen = { ...service, evaluators: [...service.evaluators, 'evaluator'] };
  return { chart: chartOf(read.organisation.value), calendar, service: overseen };
}

const { chart, calendar, service } = await houseOf('klungkung', 'email-resmi');
const step = service.steps.find(({ kind }) => kind === 'fulfil');
assert.ok(step?.positions?.[0] !== undefined);
const [delivers] = step.positions;
/** A post of another step of the same request, which is neither above nor below. */
const elsewhere = service.steps
  .flatMap(({ positions }) => positions ?? [])
  .find((post) => !step.positions?.includes(post) && !chart.below([post]).includes(delivers));
assert.ok(elsewhere !== undefined, 'the service has a post that only makes another step');

const holder = (held: readonly string[], as: 'definitive' | 'plt' | 'plh' = 'definitive'): OfficialActor => ({
  kind: 'official',
  official: ref.value,
  held: held.map((position) => ({ position, as })),
  below: chart.below(held),
  roles: chart.rolesOf(held),
  competences: [],
});

const product: Evidence = { type: 'product', delivery: 'd', kind: 'mailbox', value: ref };
const closed: RequestState = {
  version: 9,
  government: 'klungkung',
  number: 'KLU-2026-000000',
  service: service.id,
  serviceVersion: 1,
  calendarVersion: 1,
  channel: 'portal',
  applicantKind: 'agency',
  demanded: [],
  status: 'closed',
  step: null,
  stepSince: now,
  addressees: {},
  receivedAt: now,
  recordedAt: now,
  completeAt: null,
  pauses: [],
  extensions: [],
  due: null,
  left: null,
  provisional: false,
  returns: 0,
  missing: [],
  proposedReturn: null,
  takenBy: null,
  agenda: null,
  delivered: true,
  deliveries: [
    {
      delivery: 'd',
      name: 'kotak-surat',
      kind: 'mailbox',
      step: step.id,
      status: 'delivered',
      evidence: [product],
    },
  ],
  overdue: false,
  openDuties: [],
  dutyPosts: {},
  endedAt: now,
  erased: false,
  attacks: null,
};

const contextOf = (actor: Actor): DecideContext => ({
  service,
  calendar,
  actor,
  now,
  superiorOf: chart.superiorOf,
  agencyContacts: [],
  legalPosts: [],
});

function refusal(state: RequestState, command: Command, actor: Actor): string | null {
  const decision = decide(command, state, contextOf(actor));
  return decision.ok ? null : decision.fault.code;
}

function after(state: RequestState, command: Command, actor: Actor): RequestState {
  const decision = decide(command, state, contextOf(actor));
  assert.ok(decision.ok, decision.ok ? '' : decision.fault.code);
  return decision.value.entries.reduce<RequestState>((current, entry) => {
    const placed: Entry = {
      ...entry,
      position: current.version + 1,
      at: now,
      actor: decision.value.actor,
    };
    return evolve(current, placed, firstStep(service));
  }, state);
}

const system: Actor = { kind: 'system' };
const officer = holder([delivers]);
const withdraw: Command = { type: 'withdraw-product', deliveries: ['d'], reason: ref };
const ordered = after(closed, withdraw, officer);
const stuck = after(ordered, { type: 'stop-withdrawal', delivery: 'd', code: 'not-connected' }, system);
const text: Evidence = { type: 'text', text: ref };
const byHand: Command = { type: 'product-withdrawn', delivery: 'd', evidence: [text] };

/** Who, and whether they answer for the product: whoever delivers, acting for them as well, and whoever stands above. */
const superior = chart.superiorOf(delivers);
assert.ok(superior !== null);
const actors: readonly (readonly [who: string, actor: Actor, may: boolean])[] = [
  ['the post that delivers', officer, true],
  ['its Plh', holder([delivers], 'plh'), true],
  ['its direct superior', holder([superior]), true],
  ['the superior of that one', holder([chart.superiorOf(superior) ?? superior]), true],
  ['a post of another step', holder([elsewhere]), false],
  ['an overseer', holder(['evaluator']), false],
  ['an auditor', { ...holder(['auditor']), roles: ['auditor'] }, false],
  ['a post of another office', holder(['kepala-bagian-hukum']), false],
  ['nobody in this government', holder([]), false],
  ['the applicant', { kind: 'applicant' }, false],
  ['the program', system, false],
];

for (const [who, actor, may] of actors) {
  test(`${who} ${may ? 'may' : 'may not'} have a product given back, nor decide where that does not succeed`, () => {
    const wanted = may ? null : 'not-yours';
    assert.equal(refusal(closed, withdraw, actor), wanted);
    for (const type of ['resume-withdrawal', 'cancel-withdrawal'] as const)
      assert.equal(refusal(stuck, { type, delivery: 'd' }, actor), wanted);
    // The program itself tells that it is done.
    if (actor.kind !== 'system') assert.equal(refusal(stuck, byHand, actor), wanted);
    if (actor.kind !== 'official') return;
    const offered = (state: RequestState): readonly string[] =>
      offersTo(actor, service, state, chart.superiorOf)
        .map(({ action }) => action)
        .filter((action) => action.includes('withdraw'));
    assert.deepEqual(offered(closed), may ? ['withdraw-product'] : []);
    assert.deepEqual(offered(ordered), []);
    assert.deepEqual(
      offered(stuck),
      may ? ['resume-withdrawal', 'settle-withdrawal', 'cancel-withdrawal'] : [],
    );
  });
}

test('a superior acts under the post that stands above, not another one they hold', () => {
  const decision = decide(withdraw, closed, contextOf(holder([elsewhere, superior])));
  assert.ok(decision.ok && decision.value.actor.kind === 'official');
  assert.equal(decision.value.actor.position, superior);
});

test('several are given back for one reason, each by an order of its own, or none of them', () => {
  const [first] = closed.deliveries ?? [];
  assert.ok(first);
  const three = { ...closed, deliveries: ['d', 'e', 'f'].map((delivery) => ({ ...first, delivery })) };
  const some: Command = { type: 'withdraw-product', deliveries: ['d', 'f', 'd'], reason: ref };
  const decision = decide(some, three, contextOf(officer));
  assert.ok(decision.ok);
  assert.deepEqual(
    decision.value.entries.map(({ kind, data }) => [kind, data]),
    ['d', 'f'].map((delivery) => ['withdrawal-ordered', { delivery, reason: ref }]),
  );
  assert.deepEqual(
    after(three, some, officer).deliveries?.map(({ status }) => status),
    ['withdrawing', 'delivered', 'withdrawing'],
  );
  for (const deliveries of [[], ['d', 'x']])
    assert.equal(refusal(three, { ...some, deliveries }, officer), 'delivery-unknown');
  assert.equal(
    refusal(after(three, withdraw, officer), some, officer),
    'delivery-unknown',
    'one is on its way',
  );
  const other = service.steps.find(({ positions }) => positions?.includes(elsewhere));
  assert.ok(other);
  const apart = { ...three, deliveries: [first, { ...first, delivery: 'f', step: other.id }] };
  assert.equal(refusal(apart, some, officer), 'not-yours');
  assert.equal(refusal(apart, some, holder([delivers, elsewhere])), 'withdrawal-apart');
});

test('while a withdrawal goes on by itself nobody decides about it; where it is stuck each way ends that', () => {
  for (const type of ['resume-withdrawal', 'cancel-withdrawal'] as const)
    assert.equal(refusal(ordered, { type, delivery: 'd' }, officer), 'delivery-unknown');
  assert.equal(refusal(ordered, byHand, officer), 'delivery-unknown');
  assert.equal(refusal(stuck, { ...byHand, evidence: [] }, officer), 'evidence-missing');
  assert.equal(refusal(stuck, { ...byHand, evidence: [product] }, officer), 'evidence-missing');
  const statuses = (state: RequestState) => state.deliveries?.map((one) => [one.status, one.stuck]);
  assert.deepEqual(statuses(after(stuck, { type: 'resume-withdrawal', delivery: 'd' }, officer)), [
    ['withdrawing', undefined],
  ]);
  assert.deepEqual(statuses(after(stuck, { type: 'cancel-withdrawal', delivery: 'd' }, officer)), [
    ['delivered', undefined],
  ]);
  assert.deepEqual(statuses(after(stuck, byHand, officer)), [['withdrawn', undefined]]);
  // It is tried on meanwhile, and may succeed.
  assert.deepEqual(statuses(after(stuck, { type: 'product-withdrawn', delivery: 'd' }, system)), [
    ['withdrawn', undefined],
  ]);
});
