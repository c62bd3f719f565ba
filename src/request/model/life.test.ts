/** The life of requests of all services under random commands: what may never happen does not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { deliveryCommands, deliveryEntitled } from '../../../test/support/delivery-commands.ts';
import { houses } from '../../../test/support/houses.ts';
import type { House } from '../../../test/support/houses.ts';
import { letterCommands, letterEntitled, letterTypes } from '../../../test/support/letter-commands.ts';
import { chartOf } from '../../people/index.ts';
import { classifyStep } from '../../standard/index.ts';
import type { Step } from '../../standard/index.ts';
import { addresseesOf } from './action-examples.ts';
import type { Actor, OfficialActor } from './actor.ts';
import type { Command } from './commands.ts';
import { deadlineOf, deadlineSet } from './deadline.ts';
import { decide } from './decide.ts';
import type { DecideContext } from './decide.ts';
import type { Entry, Evidence, Ref } from './entries.ts';
import { evolve, fold } from './evolve.ts';
import { firstStep, getStep, outcomesOf, waitingPositions } from './procedure.ts';
import { isEnded } from './state.ts';
import type { RequestState } from './state.ts';
import { mandatoryLines } from './step-rules.ts';

/** The same services where their standards would start the clock with a complete file. */
const startingComplete = houses
  .filter(({ service }) => service.steps.some(({ outcomes }) => 'complete' in outcomes))
  .slice(0, 4)
  .map((house) => ({ ...house, service: { ...house.service, clock: { starts: 'complete' as const } } }));

const ref: Ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };
const begin = '2026-11-23T02:00:00Z';

/** How a life starts: when the letter was stamped, in minutes before it was entered. */
interface Start {
  readonly stampedBefore: number;
}

/** The first two entries, as a submission writes them: what was asked, and the deadline it has. */
function begun(house: House, start: Start): Entry[] {
  const first = submitted(house, start);
  const state = fold([first], firstStep(house.service));
  assert.ok(state);
  const clock = { version: 1, compiled: house.calendar };
  const set: Entry = {
    kind: 'deadline-set',
    position: 2,
    at: begin,
    actor: first.actor,
    data: deadlineSet(house.service, state, clock, 'submitted'),
  };
  return [first, set];
}

function submitted({ service }: House, { stampedBefore }: Start): Entry {
  return {
    kind: 'submitted',
    position: 1,
    at: begin,
    actor: { kind: 'applicant' },
    data: {
      government: 'klaten',
      number: 'KLT-2026-000000',
      service: service.id,
      serviceVersion: 1,
      calendarVersion: 1,
      channel: 'portal',
      applicantKind: service.eligibility.kinds[0] ?? 'citizen',
      receivedAt: Temporal.Instant.from(begin).subtract({ minutes: stampedBefore }).toString(),
      answers: ref,
      files: [],
      demanded: service.requirements.filter((r) => r.required && !r.when).map((r) => r.id),
      representative: false,
    },
  };
}

/** A stated fact about who the actor is, from which the test knows by itself whether they may make the step. */
type Who = 'holder' | 'superior' | 'stranger' | 'applicant' | 'system' | 'plh';

function actorFor(who: Who, house: House, state: RequestState): Actor {
  if (who === 'applicant' || who === 'system') return { kind: who };
  const chart = chartOf(house.organisation);
  const [post] = waitingPositions(house.service, state);
  const proposer = state.proposedReturn?.position ?? post;
  const superior = proposer === undefined ? null : chart.superiorOf(proposer);
  const position = { holder: post, plh: post, superior: superior ?? undefined, stranger: 'auditor' }[who];
  return official(position === undefined ? [] : [position], who === 'plh' ? 'plh' : 'definitive', chart);
}

function official(
  positions: readonly string[],
  as: 'definitive' | 'plh',
  chart: ReturnType<typeof chartOf>,
): OfficialActor {
  return {
    kind: 'official',
    official: '00000000-0000-7000-8000-000000000001',
    held: positions.map((position) => ({ position, as })),
    below: chart.below(positions),
    roles: chart.rolesOf(positions),
    competences: ['ahli-sandi-2', 'surat-perintah-verifikator'],
  };
}

interface Scene {
  readonly house: House;
  readonly state: RequestState;
  readonly step: Step | null;
}

/** The step's forward command: its first way on, or with `backward` its last (a finding that leads back). */
function stepCommand({ house, state, step }: Scene, backward: boolean): Command {
  const forward = (step ? outcomesOf(step) : []).filter((outcome) => outcome.kind === 'forward');
  const chosen = backward ? forward.at(-1) : forward[0];
  return {
    type: 'step',
    action: chosen?.action ?? 'complete',
    checklist: Object.fromEntries((step ? mandatoryLines(step, state) : []).map((id) => [id, true])),
    addressees: addresseesOf(step, house.organisation.agencies).slice(0, 1),
    evidence: evidenceFor(step),
    ...(step?.kind === 'classify' ? classified(step, backward) : {}),
  };
}

const classified = (
  { classes }: Step & { readonly kind: 'classify' },
  last: boolean,
): { readonly class: string; readonly reason: Ref } => ({
  class: (last ? classes.at(-1) : classes[0])?.id ?? 'none',
  reason: ref,
});

function evidenceFor(step: Step | null): readonly Evidence[] {
  if (step?.kind !== 'fulfil') return [];
  return step.evidence.includes('text')
    ? [{ type: 'text', text: ref }]
    : [{ type: 'secret', secret: ref.value }];
}

/** A command of every type, filled in so that only who and when decide whether it is accepted. */
const commands: Readonly<Record<Command['type'] | 'backward', (scene: Scene) => Command>> = {
  step: (scene) => stepCommand(scene, false),
  backward: (scene) => stepCommand(scene, true),
  return: () => ({ type: 'return', missing: ['other'], message: ref }),
  refuse: ({ step }) => ({ type: 'refuse', ground: step?.grounds[0]?.id ?? 'none', reason: ref }),
  resubmit: () => ({ type: 'resubmit', files: [] }),
  cancel: () => ({ type: 'cancel', reason: ref }),
  comment: () => ({ type: 'comment', audience: 'internal', text: ref }),
  contact: () => ({ type: 'contact', channel: 'phone', outcome: 'no-answer' }),
  extend: () => ({ type: 'extend', ground: ref }),
  reclassify: ({ house, state }) => {
    const classes = classifyStep(house.service.steps)?.classes ?? [];
    const after = classes.findIndex(({ id }) => id === state.class) + 1;
    return { type: 'reclassify', class: classes[after % classes.length]?.id ?? 'none', reason: ref };
  },
  'finish-duty': ({ state }) => ({ type: 'finish-duty', duty: state.openDuties[0] ?? 'none' }),
  'open-secret': () => ({ type: 'open-secret', secret: ref.value }),
  'allow-return': () => ({ type: 'allow-return' }),
  'deny-return': () => ({ type: 'deny-return' }),
  withdraw: () => ({ type: 'withdraw' }),
  'take-over': () => ({ type: 'take-over' }),
  'mark-overdue': () => ({ type: 'mark-overdue' }),
  recompute: () => ({ type: 'recompute', decree: null }),
  ...deliveryCommands,
  ...letterCommands,
};

function commandFor(type: Command['type'] | 'backward', house: House, state: RequestState): Command {
  const step = state.step === null ? null : getStep(house.service, state.step);
  return commands[type]({ house, state, step });
}

const types = [
  'step',
  'step',
  'step',
  'backward',
  'return',
  'allow-return',
  'deny-return',
  'refuse',
  'resubmit',
  'resubmit',
  'withdraw',
  'cancel',
  'comment',
  'contact',
  'take-over',
  'extend',
  'reclassify',
  'mark-overdue',
  'finish-duty',
  'open-secret',
  'recompute',
  'order',
  'settle',
  'settle',
  'stop-delivery',
  'resume-delivery',
  'cancel-delivery',
  'withdraw-product',
  'stop-withdrawal',
  'resume-withdrawal',
  'cancel-withdrawal',
  'product-withdrawn',
  ...letterTypes,
] as const;

const others = ['plh', 'superior', 'stranger', 'applicant', 'system'] as const;
const mostlyHolders: readonly Who[] = ['holder', 'holder', 'holder', ...others];

const move = fc.record({
  type: fc.constantFrom(...types),
  who: fc.constantFrom(...mostlyHolders),
  minutes: fc.integer({ min: 0, max: 60 * 24 * 12 }),
});

const start = fc.record({ stampedBefore: fc.integer({ min: 0, max: 60 * 24 * 10 }) });

/** Which actors a command can at most be accepted from: the rule said once more, apart from the code. */
const entitled: Readonly<Record<Command['type'], readonly Who[]>> = {
  step: ['holder', 'plh'],
  return: ['holder', 'plh'],
  refuse: ['holder', 'plh'],
  'take-over': ['holder', 'plh'],
  extend: ['holder', 'plh'],
  // Whoever it is must hold the post that chooses the class; see below.
  reclassify: ['holder', 'plh', 'superior'],
  'allow-return': ['superior'],
  'deny-return': ['superior'],
  cancel: ['superior'],
  resubmit: ['applicant'],
  withdraw: ['applicant'],
  'open-secret': ['applicant'],
  'mark-overdue': ['system'],
  recompute: ['system'],
  ...deliveryEntitled,
  ...letterEntitled,
  comment: ['applicant', 'holder', 'plh', 'superior'],
  contact: ['holder', 'plh', 'superior'],
  // Whoever it is must hold the post that the duty was opened for; see below.
  'finish-duty': ['holder', 'plh', 'superior', 'stranger'],
};

/** Version 1, or 2 with more leave: a new calendar is put on, and put right again. */
const calendarFor = ({ calendar, later }: House, version: number): DecideContext['calendar'] => ({
  version,
  compiled: version === 1 ? calendar : later,
});

function live(
  house: House,
  start: Start,
  moves: readonly { type: (typeof types)[number]; who: Who; minutes: number }[],
): void {
  const { service, organisation } = house;
  const chart = chartOf(organisation);
  const first = firstStep(service);
  const journal: Entry[] = begun(house, start);
  let state = fold(journal, first);
  assert.ok(state);
  let now = Temporal.Instant.from(begin);
  for (const { type, who, minutes } of moves) {
    now = now.add({ minutes });
    const command = commandFor(type, house, state);
    const before: RequestState = state;
    const context: DecideContext = {
      service,
      calendar: calendarFor(
        house,
        type === 'recompute' ? 3 - before.calendarVersion : before.calendarVersion,
      ),
      actor: actorFor(who, house, state),
      now: now.toString(),
      superiorOf: chart.superiorOf,
      agencyContacts: chart.agencyContacts,
      legalPosts: chart.postsWith('legal'),
    };
    const decision = decide(command, before, context);
    if (!decision.ok) continue;
    // The superior may hold the waiting post as well (a head who does a step himself).
    const also =
      who === 'superior' &&
      context.actor.kind === 'official' &&
      context.actor.held.some(({ position }) => waitingPositions(service, before).includes(position));
    assert.ok(entitled[command.type].includes(who) || also, `${command.type} was accepted from ${who}`);
    if (command.type === 'reclassify') assert.ok(choosesClass(context.actor, house, before));
    if (command.type === 'extend') mayExtend(house, before, now);
    if (command.type === 'finish-duty') assert.ok(holdsDuty(context.actor, command.duty, journal));
    for (const entry of decision.value.entries) {
      const placed: Entry = {
        ...entry,
        position: journal.length + 1,
        at: now.toString(),
        actor: decision.value.actor,
      };
      journal.push(placed);
      state = evolve(state, placed, first);
    }
    check(house, before, state, journal);
  }
}

const choosesClass = (actor: Actor, { service }: House, { addressees }: RequestState): boolean => {
  const step = classifyStep(service.steps);
  const posts = step?.positions ?? addressees[step?.assignedBy ?? ''] ?? [];
  return actor.kind === 'official' && actor.held.some(({ position }) => posts.includes(position));
};

/** UU 14/2008 art. 22(8), said once more: where the standard has it, once, while there is time left. */
function mayExtend({ service }: House, before: RequestState, now: Temporal.Instant): void {
  assert.ok(service.clock.lawful?.extension, 'the standard has an extension');
  assert.equal(before.extensions.length, 0, 'it is the first');
  assert.ok(before.due !== null && Temporal.Instant.compare(now, before.due) <= 0, 'there is time left');
}

function holdsDuty(actor: Actor, duty: string, journal: readonly Entry[]): boolean {
  return journal.some(
    ({ kind, data }) =>
      kind === 'duty-opened' &&
      data.duty === duty &&
      actor.kind === 'official' &&
      actor.held.some(({ position }) => position === data.position),
  );
}

/** What may still be written when nothing can change any more: words, letters, and that a product was opened or given back. */
const toldAfterEnd: readonly Entry['kind'][] = [
  'commented',
  'contacted',
  'duty-done',
  'secret-opened',
  'letter-issued',
  'letter-voided',
  'letter-named',
];

function check(house: House, before: RequestState, state: RequestState, journal: readonly Entry[]): void {
  assert.deepEqual(fold(journal, firstStep(house.service)), state, 'the fold of the journal is the state');
  assert.equal(state.version, journal.length);
  const ended = isEnded(before.status);
  if (ended) {
    const added = journal.slice(before.version).map((entry) => entry.kind);
    assert.deepEqual(
      added.filter((kind) => !toldAfterEnd.includes(kind)),
      [],
      'what has ended stays as it ended',
    );
  }
  assert.equal(isEnded(state.status), state.step === null);
  assert.ok(state.pauses.filter((pause) => pause.to === null).length <= 1, 'at most one pause is open');
  assert.equal(
    state.status === 'returned',
    state.pauses.some((pause) => pause.to === null) && !isEnded(state.status),
  );
  if (state.status === 'closed' && house.service.steps.some((step) => step.kind === 'fulfil')) {
    assert.ok(state.delivered, 'never closed without evidence of delivery');
  }
  if (!isEnded(state.status)) {
    const { compiled } = calendarFor(house, state.calendarVersion);
    const deadline = deadlineOf(house.service, state, compiled);
    assert.equal(state.due, deadline?.due ?? null, 'the stored deadline is the computed one');
    assert.deepEqual(state.left, deadline?.left ?? null, 'so is what is left while the clock stands');
  }
}

describe('any life of a request', () => {
  for (const house of [...houses, ...startingComplete]) {
    const { id, clock } = house.service;
    test(`${id}, the clock starts when ${clock.starts}`, () => {
      const runs = Number(process.env['PENDOPO_CASES'] ?? 150);
      fc.assert(
        fc.property(start, fc.array(move, { maxLength: 40 }), (from, moves) => live(house, from, moves)),
        { numRuns: runs },
      );
    });
  }
});

test('every service can be walked to its end by its own holders alone', () => {
  for (const house of houses) {
    const moves = Array.from({ length: 12 }, () => ({ type: 'step', who: 'holder', minutes: 5 }) as const);
    let closed = false;
    const { service } = house;
    const originalEnd = service.steps.length;
    assert.ok(originalEnd <= moves.length);
    const journal: Entry[] = begun(house, { stampedBefore: 0 });
    let state = fold(journal, firstStep(service));
    assert.ok(state);
    const chart = chartOf(house.organisation);
    for (let at = 0; at < moves.length && !closed; at += 1) {
      const decision = decide(commandFor('step', house, state), state, {
        service,
        calendar: { version: 1, compiled: house.calendar },
        actor: actorFor('holder', house, state),
        now: Temporal.Instant.from(begin)
          .add({ minutes: at + 1 })
          .toString(),
        superiorOf: chart.superiorOf,
        agencyContacts: chart.agencyContacts,
        legalPosts: chart.postsWith('legal'),
      });
      assert.ok(decision.ok, `${service.id}: ${state.step} ${decision.ok ? '' : decision.fault.message}`);
      for (const entry of decision.value.entries) {
        state = evolve(
          state,
          { ...entry, position: 0, at: begin, actor: decision.value.actor },
          firstStep(service),
        );
      }
      closed = state.status === 'closed';
    }
    assert.ok(closed, `${service.id} closes`);
  }
});
