/** Several products of one step: what ends it and what does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chartOf } from '../../people/index.ts';
import { governmentFiles, readDefinitions } from '../../standard/index.ts';
import type { FulfilStep } from '../../standard/index.ts';
import { compileCalendar } from '../../working-time/index.ts';
import type { Actor } from './actor.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import type { DecideContext } from './decide.ts';
import type { Entry, OrderedDelivery, Ref } from './entries.ts';
import { evolve } from './evolve.ts';
import { leftToDeliver } from './delivery-rules.ts';
import { offersTo } from './offers.ts';
import { stepFor } from './procedure.ts';
import { leftToRecord } from './record-rules.ts';
import type { RequestState } from './state.ts';

const ref: Ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };
const now = '2026-11-23T02:00:00Z';

const directory = fileURLToPath(new URL('../../../governments/bulungan', import.meta.url));
const read = readDefinitions(await governmentFiles(directory));
assert.ok(read.organisation && read.calendar);
const [found] = read.services;
assert.ok(found);
const service = found.value;
const step = fulfilStep();
assert.ok(step.deliveries.length > 1);
function fulfilStep(): FulfilStep {
  const one = service.steps.find((candidate): candidate is FulfilStep => candidate.kind === 'fulfil');
  assert.ok(one);
  return one;
}

const chart = chartOf(read.organisation.value);
const calendar = { version: 1, compiled: compileCalendar(read.calendar.value) };

const officer: Actor = {
  kind: 'official',
  official: ref.value,
  held: (step.positions ?? []).map((position) => ({ position, as: 'definitive' as const })),
  below: [],
  roles: [],
  competences: [],
};
const system: Actor = { kind: 'system' };

const contextOf = (actor: Actor): DecideContext => ({
  service,
  calendar,
  actor,
  now,
  superiorOf: chart.superiorOf,
  agencyContacts: [],
  legalPosts: [],
});

/** A request that waits at the step, with nothing ordered yet. */
const submitted: Entry = {
  kind: 'submitted',
  position: 1,
  at: now,
  actor: { kind: 'applicant' },
  data: {
    government: 'bulungan',
    number: 'BUL-2026-000000',
    service: service.id,
    serviceVersion: 1,
    calendarVersion: 1,
    channel: 'portal',
    applicantKind: 'agency',
    receivedAt: now,
    answers: ref,
    files: [],
    demanded: [],
    representative: false,
  },
};
const waiting: RequestState = evolve(null, submitted, step.id);

/** The state after a command, which must be accepted. */
function after(state: RequestState, command: Command, actor: Actor): RequestState {
  const decision = decide(command, state, contextOf(actor));
  assert.ok(decision.ok, decision.ok ? '' : decision.fault.code);
  return decision.value.entries.reduce(
    (current, entry, at) =>
      evolve(
        current,
        { ...entry, position: state.version + at + 1, at: now, actor: decision.value.actor },
        step.id,
      ),
    state,
  );
}

function refusal(state: RequestState, command: Command, actor: Actor): string | null {
  const decision = decide(command, state, contextOf(actor));
  return decision.ok ? null : decision.fault.code;
}

const ordered = (names: readonly string[]): readonly OrderedDelivery[] =>
  step.deliveries
    .filter(({ id }) => names.includes(id))
    .map(({ id, kind }) => ({ delivery: `${id}-1`, name: id, kind, connector: 'files', plan: ref }));

const order = (...names: readonly string[]): Command => ({ type: 'order', deliveries: ordered(names) });
/** The same, saying that everything else of the step will not be made. */
const orderOnly = (...names: readonly string[]): Command => ({
  type: 'order',
  deliveries: ordered(names),
  without: step.deliveries.map(({ id }) => id).filter((id) => !names.includes(id)),
});
const settle = (delivery: string): Command => ({
  type: 'settle',
  delivery,
  evidence: [{ type: 'product', delivery, kind: 'mailbox', value: ref }],
});

const [first = '', second = ''] = step.deliveries.map(({ id }) => id);
const both = after(waiting, orderOnly(first, second), officer);

test('the step is made when all that was ordered is there, and not before', () => {
  const one = after(both, settle(`${first}-1`), system);
  assert.equal(one.status, 'in-progress');
  assert.equal(refusal(one, { type: 'withdraw' }, { kind: 'applicant' }), 'being-delivered');
  const all = after(one, settle(`${second}-1`), system);
  assert.equal(all.status, 'closed');
});

test('what was not chosen keeps the step open, until it is made or the official says that it will not be', () => {
  const all = step.deliveries.map(({ id }) => id);
  const some = after(after(waiting, order(first), officer), settle(`${first}-1`), system);
  assert.equal(some.status, 'in-progress');
  const rest = all.filter((name) => name !== first);
  const then = rest.reduce(
    (state, name) => after(state, settle(`${name}-1`), system),
    after(some, order(...rest), officer),
  );
  assert.equal(then.status, 'closed');
  const only = after(after(waiting, orderOnly(first), officer), settle(`${first}-1`), system);
  assert.equal(only.status, 'closed');
});

test('what the applicant did not ask for is neither offered, awaited nor ordered', () => {
  const [only = '', ...others] = step.deliveries.map(({ id }) => id).toReversed();
  const state: RequestState = { ...waiting, unwanted: others.map((id) => `${step.id}.${id}`) };
  const seen = stepFor(service, state, step.id);
  assert.ok(seen.kind === 'fulfil');
  assert.deepEqual(
    [seen.deliveries.map(({ id }) => id), leftToDeliver(seen, state), leftToRecord(seen, state)],
    [[only], [only], [only]],
  );
  assert.equal(refusal(state, order(others[0] ?? ''), officer), 'order-unknown');
  assert.equal(after(after(state, order(only), officer), settle(`${only}-1`), system).status, 'closed');
});

test('a field that is for nothing else is not asked where its product is not wanted', () => {
  const ids = (...unwanted: string[]): readonly string[] =>
    stepFor(service, { ...waiting, unwanted }, step.id).fields.map(({ id }) => id);
  assert.deepEqual(ids(), ['tanggal-aktif', 'alamat-situs', 'akun-hosting', 'alamat-email']);
  assert.deepEqual(ids('registrasi.kotak-surat'), ['tanggal-aktif', 'alamat-situs', 'akun-hosting']);
  assert.deepEqual(ids('registrasi.subdomain', 'registrasi.hosting'), ['tanggal-aktif', 'alamat-email']);
  assert.deepEqual(ids('registrasi.hosting'), ['tanggal-aktif', 'alamat-situs', 'alamat-email']);
});

test('left out is what the step has and what is not ordered with it', () => {
  const wrong = { type: 'order', deliveries: ordered([first]), without: [first] } as const;
  assert.equal(refusal(waiting, wrong, officer), 'order-unknown');
  assert.equal(refusal(waiting, { ...wrong, without: ['payung'] }, officer), 'order-unknown');
});

test('taken back while another is still made: that one does not end the step in its place', () => {
  const stopped = after(both, { type: 'stop-delivery', delivery: `${first}-1`, code: 'name-taken' }, system);
  const cancelled = after(stopped, { type: 'cancel-delivery', delivery: `${first}-1` }, officer);
  assert.equal(after(cancelled, settle(`${second}-1`), system).status, 'in-progress');
});

test('the rest done by hand ends the step, which is shown by all of it', () => {
  const some = after(after(waiting, order(first), officer), settle(`${first}-1`), system);
  const evidence = [{ type: 'text', text: ref }] as const;
  const checklist = {};
  const made = decide({ type: 'step', action: 'fulfil', evidence, checklist }, some, contextOf(officer));
  assert.ok(made.ok, made.ok ? '' : made.fault.code);
  const [entry] = made.value.entries;
  assert.ok(entry?.kind === 'step-made');
  assert.deepEqual(
    entry.data.evidence?.map(({ type }) => type),
    ['product', 'text'],
  );
});

test('what stopped hides neither taking over nor extending', () => {
  const stopped = after(both, { type: 'stop-delivery', delivery: `${first}-1`, code: 'name-taken' }, system);
  const lawful = {
    promise: { basis: 'working', months: 0, days: 10, hours: 0, minutes: 0 },
    extension: { days: 7, law: 'UU 14/2008' },
  };
  const extendable = { ...service, clock: { ...service.clock, lawful } } as typeof service;
  const due = '2026-12-23T02:00:00Z';
  assert.ok(officer.kind === 'official');
  const offered = offersTo(officer, extendable, { ...stopped, due }, chart.superiorOf);
  const actions = offered.map(({ action }) => action);
  for (const action of ['resume-delivery', 'settle-delivery', 'cancel-delivery', 'take-over', 'extend'])
    assert.ok(actions.includes(action), `${action} is not among ${actions.join(', ')}`);
  assert.ok(!actions.includes('fulfil'));
});

test('taking back one of several leaves the step open: it is ordered under another name', () => {
  const one = after(both, settle(`${second}-1`), system);
  const stopped = after(one, { type: 'stop-delivery', delivery: `${first}-1`, code: 'name-taken' }, system);
  const open = after(stopped, { type: 'cancel-delivery', delivery: `${first}-1` }, officer);
  assert.equal(open.status, 'in-progress');
  assert.equal(refusal(open, order(second), officer), 'order-twice');
  assert.equal(refusal(open, order(first), officer), null);
});

test('nothing is ordered while the superior judges a return', () => {
  const proposedReturn = { step: step.id, missing: ['other'], message: ref, position: 'staf-egov' };
  assert.equal(refusal({ ...waiting, proposedReturn }, order(first), officer), 'waiting-superior');
});

test('an official proves by what the standard allows, the program by the product, a stranger by nothing', () => {
  const delivery = `${first}-1`;
  const file = { type: 'file', file: { file: 'x', requirement: 'evidence', hash: 'x' } } as const;
  const text = { type: 'text', text: ref } as const;
  assert.equal(refusal(both, { type: 'settle', delivery, evidence: [file] }, officer), 'evidence-kind');
  assert.equal(refusal(both, settle(delivery), officer), 'evidence-kind');
  assert.equal(refusal(both, { type: 'settle', delivery, evidence: [text] }, officer), null);
  const record = { type: 'product', delivery, kind: 'mailbox', value: ref } as const;
  assert.equal(refusal(both, { type: 'settle', delivery, evidence: [] }, officer), 'evidence-missing');
  assert.equal(refusal(both, { type: 'settle', delivery, evidence: [], record }, officer), null);
  const stranger: Actor = { ...officer, held: [{ position: 'auditor', as: 'definitive' }] };
  assert.equal(refusal(both, { type: 'settle', delivery, evidence: [text] }, stranger), 'not-yours');
});
